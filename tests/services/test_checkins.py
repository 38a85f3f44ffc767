"""Asking and answering a check-in, as services keep it; how it looks is tested with the views."""

import datetime as dt

import pytest

from domain.checkins import State
from domain.items import (
    AHEAD,
    COMMITMENT,
    CONFIDENCE,
    CRAVING,
    MOOD,
    NOTE,
    PARTNER,
    ROTATING,
    SLEEP,
    TENSION,
    USE,
    Item,
    Scale,
    Use,
)
from domain.phases import Phase, Track
from domain.templates import Setting
from domain.voices import Voice
from services.container import Container
from services.steps import Remark
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.evenings import DAY
from tests.hands import Hands
from tests.phone import messages
from tests.scenes import partners

FULL = (7, 2, 1, Use.NO, 8, 7, 1)
"""Good answers to all questions of a day but the note."""

NOT_READ = {
    Scale.NUMBER: Remark.NOT_A_NUMBER,
    Scale.YES_NO: Remark.NOT_YES_OR_NO,
    Scale.CHOICE: Remark.NOT_A_CHOICE,
    Scale.TEXT: Remark.ONLY_WORDS,
}


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


async def own_question(storage: Storage, cast: Cast, scale: Scale, *choices: str) -> Item:
    async with storage.unit_of_work() as work:
        return await work.questions.add(cast.ana.group_id, scale, "Who was with you?", choices, NOON)


async def test_the_last_answer_ends_a_check_in_of_eight_questions(ana: Hands, cast: Cast) -> None:
    await ana.start()
    assert (MOOD, TENSION, CRAVING, USE, CONFIDENCE, SLEEP) == ana.checkin.items[:6]
    assert ana.checkin.items[6] in {AHEAD, COMMITMENT}
    await ana.tap(*FULL)
    assert NOTE == ana.asked
    await ana.skip()

    assert State.COMPLETED is ana.checkin.state
    assert ana.asked is None
    assert FULL == tuple(ana.checkin.value(item) for item in ana.checkin.items[:7])


async def test_with_a_partner_the_question_about_partners_takes_its_turn(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await partners(storage, cast.ana, cast.ben)
    found = set()
    for day in range(3):
        ana.now = NOON + day * DAY
        await ana.start()
        await ana.stop()
        found |= set(ana.checkin.items) & set(ROTATING)

    assert {AHEAD, PARTNER, COMMITMENT} == found


async def test_a_track_without_substance_use_is_asked_six_questions(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ana.membership_id, Phase.COPING, Track.MENTAL_HEALTH, dt.date(2026, 3, 1))
    await ana.start()

    assert not {CRAVING, USE} & set(ana.checkin.items)
    assert 6 == len(ana.checkin.questions)


async def test_what_a_facilitator_changes_meanwhile_takes_nothing_from_under_a_thumb(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    question = await own_question(storage, cast, Scale.CHOICE, "A friend", "Nobody")
    await ana.start()
    await ana.tap(*FULL)
    assert question.id == ana.asked
    async with storage.unit_of_work() as work:
        await work.questions.remove(cast.ana.group_id, question.id)
        await work.questions.set_settings(cast.ana.group_id, [Setting(NOTE, 0, is_on=False)])
    await ana.write("nobody")

    assert 1 == ana.checkin.value(question.id)
    assert NOTE == ana.asked
    await ana.skip()
    ana.now = NOON + DAY
    await ana.start()
    assert not {question.id, NOTE} & set(ana.checkin.items)


@pytest.mark.parametrize(
    ("scale", "nonsense"),
    [(Scale.NUMBER, "lots"), (Scale.YES_NO, "perhaps"), (Scale.CHOICE, "3"), (Scale.TEXT, " ")],
)
async def test_what_is_not_understood_leaves_any_kind_of_question_asked(
    storage: Storage, ana: Hands, cast: Cast, scale: Scale, nonsense: str
) -> None:
    question = await own_question(storage, cast, scale, *(("a", "b") if scale is Scale.CHOICE else ()))
    await ana.start()
    await ana.tap(*FULL)
    await ana.write(nonsense)

    assert (NOT_READ[scale], question.id) == (ana.step.remark, ana.asked)


async def test_words_are_no_answer_to_a_number_and_a_voice_note_only_to_a_question_for_words(
    ana: Hands,
) -> None:
    await ana.start()
    await ana.write("", voice="3 file")
    assert (Remark.NOT_A_NUMBER, MOOD) == (ana.step.remark, ana.asked)
    await ana.tap(*FULL)
    await ana.write("", voice="3 file")

    assert State.COMPLETED is ana.checkin.state
    assert ana.checkin.answers[NOTE].has_voice
    assert not ana.checkin.answers[NOTE].is_skipped


async def test_a_voice_note_is_opened_for_its_owner_alone(storage: Storage, ana: Hands, cast: Cast) -> None:
    await ana.start()
    await ana.tap(*FULL)
    await ana.write("on the bus", voice="3 file")

    found = {}
    for name, member in (("ana", cast.ana), ("fay", cast.fay)):
        scope = (await actor(storage, member)).scope
        async with storage.unit_of_work() as work:
            checkin = await work.checkins.get(scope, ana.checkin.id)
        assert checkin is not None
        found[name] = (checkin.answers[NOTE].has_voice, checkin.answers[NOTE].voice)

    assert {"ana": (True, Voice("file", 3)), "fay": (True, None)} == found
    assert "on the bus" == ana.checkin.answers[NOTE].text


async def test_an_alert_is_raised_at_the_answer_and_not_at_the_end(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.tap(7, 2, 9)

    assert ["alert.raised"] == await messages(storage, cast.fay)


async def test_numbers_of_a_group_s_own_questions_raise_no_alert(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await own_question(storage, cast, Scale.NUMBER)
    await ana.start()
    await ana.tap(*FULL, 10)

    assert [] == await messages(storage, cast.fay)


async def test_a_forged_value_is_refused(ana: Hands) -> None:
    await ana.start()
    await ana.do("answer", MOOD, 11)

    assert (Remark.OUTDATED, MOOD) == (ana.step.remark, ana.asked)
