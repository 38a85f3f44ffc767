"""Answering, correcting and stopping a check-in, as services keep it; how it looks is tested with the views."""

import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from domain.forms import Form
from domain.items import (
    AHEAD,
    COMMITMENT,
    CONFIDENCE,
    CRAVING,
    LONGEST_TEXT,
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
from domain.setbacks import Cause, Rule
from domain.templates import Setting
from services.container import Container
from services.steps import Remark
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY, DUE, HOUR, MINUTE, asked
from tests.hands import Hands
from tests.phone import kept, messages, tick
from tests.scenes import alert_about, answered, partners

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

    async with storage.unit_of_work() as work:
        own = (await work.people.actor(cast.ana.person_id)).scope
        fays = (await work.people.actor(cast.fay.person_id)).scope
        assert "3 file" == await work.checkins.voice(own, ana.checkin.id, NOTE)
        assert await work.checkins.voice(fays, ana.checkin.id, NOTE) is None
        assert await work.checkins.voice(SYSTEM, ana.checkin.id, NOTE) is None
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


async def test_stop_keeps_what_was_given_and_can_be_taken_back(ana: Hands) -> None:
    await ana.start()
    await ana.tap(7, 2)
    await ana.stop()
    assert (State.PARTIAL, None) == (ana.checkin.state, ana.asked)
    assert await ana.dialogue() is None
    assert ana.checkin.can_go_on(ana.now)

    await ana.resume()
    assert (State.IN_PROGRESS, CRAVING) == (ana.checkin.state, ana.asked)
    assert (7, 2) == (ana.checkin.value(MOOD), ana.checkin.value(TENSION))
    assert ("checkin", ana.checkin.id) == await ana.dialogue()


async def test_stop_without_an_answer_is_a_not_now(ana: Hands) -> None:
    await ana.start()
    await ana.skip()
    await ana.stop()

    assert State.SKIPPED is ana.checkin.state
    await ana.resume()
    assert TENSION == ana.asked


async def test_every_question_left_out_is_a_not_now_that_can_be_taken_back(ana: Hands) -> None:
    await ana.start()
    await ana.skip(8)
    assert State.SKIPPED is ana.checkin.state
    await ana.resume()

    assert (State.IN_PROGRESS, MOOD) == (ana.checkin.state, ana.asked)
    await ana.tap(6)
    assert State.COMPLETED is ana.checkin.state


async def test_after_the_window_nothing_is_taken_up_again(ana: Hands) -> None:
    await ana.start()
    await ana.tap(7)
    await ana.stop()
    ana.now = ana.checkin.closes_at
    await ana.resume()

    assert (State.PARTIAL, None) == (ana.checkin.state, ana.asked)


async def test_what_was_taken_up_again_ends_with_its_window(
    container: Container, storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.tap(7)
    await ana.stop()
    await ana.resume()
    closes_at = ana.checkin.closes_at
    await tick(container, closes_at - MINUTE)
    assert State.IN_PROGRESS is (await kept(storage, cast.ana)).state
    await tick(container, closes_at)

    assert State.PARTIAL is (await kept(storage, cast.ana)).state


async def test_an_answer_changed_on_the_way_has_no_first_value_and_one_changed_after_the_end_has(
    ana: Hands,
) -> None:
    await ana.start()
    await ana.tap(7)
    await ana.do("back", TENSION)
    await ana.tap(6)
    assert (6, None) == (ana.checkin.value(MOOD), ana.checkin.answers[MOOD].corrected_at)
    await ana.tap(*FULL[1:])
    await ana.skip()
    for value in (5, 4):
        ana.now += MINUTE
        await ana.do("reopen", MOOD)
        await ana.tap(value)

    answer = ana.checkin.answers[MOOD]
    assert (4, 6, ana.now) == (answer.value, answer.first_value, answer.corrected_at)
    assert State.COMPLETED is ana.checkin.state


async def test_a_check_in_can_be_corrected_until_the_next_one(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.tap(*FULL)
    await ana.skip()
    first = ana.checkin.id
    ana.now = NOON + DAY
    await ana.start()
    await ana.begin(first)
    await ana.do("reopen", MOOD)

    assert (Remark.CLOSED, None) == (ana.step.remark, ana.asked)


async def test_a_correction_to_use_is_an_alert_like_any_other(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.tap(*FULL)
    await ana.skip()
    assert [] == await messages(storage, cast.fay)
    await ana.do("reopen", USE)
    await ana.tap(Use.YES)

    assert ["alert.raised"] == await messages(storage, cast.fay)


async def test_the_edit_of_a_message_corrects_its_answer_and_leaves_the_question(ana: Hands) -> None:
    await ana.start()
    await ana.write("7", message_id=10)
    await ana.write("two", message_id=11)
    assert await ana.edit(12, "5") is None
    await ana.edit(10, "8")

    assert (Remark.CORRECTED, CRAVING) == (ana.step.remark, ana.asked)
    assert (8, 2) == (ana.checkin.value(MOOD), ana.checkin.value(TENSION))
    await ana.edit(11, "who knows")
    assert (Remark.NOT_A_NUMBER, 2) == (ana.step.remark, ana.checkin.value(TENSION))
    await ana.edit(10, "8")
    assert ana.step.remark is None


async def test_an_edit_after_the_end_keeps_the_first_value_and_one_of_a_closed_check_in_says_so(
    ana: Hands,
) -> None:
    await ana.start()
    await ana.write("7", message_id=10)
    await ana.tap(*FULL[1:])
    await ana.write("fine", message_id=11)
    await ana.edit(11, "fine, and tired")
    await ana.edit(10, "3")
    assert ("fine, and tired", 7) == (ana.checkin.answers[NOTE].text, ana.checkin.answers[MOOD].first_value)

    ana.now = NOON + DAY
    await ana.start()
    await ana.edit(10, "9")
    assert (Remark.CLOSED, 3) == (ana.step.remark, ana.checkin.value(MOOD))


async def test_an_edit_of_somebody_else_s_message_number_finds_nothing(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.write("7", message_id=10)
    ben = Hands(storage, container, cast.ben)

    assert await ben.edit(10, "3") is None
    assert 7 == (await kept(storage, cast.ana)).value(MOOD)


async def test_a_long_note_in_parts_is_whole_and_no_edit_of_a_part_replaces_it(ana: Hands) -> None:
    await ana.start()
    await ana.tap(*FULL)
    await ana.write("a" * 4_096, message_id=20)
    await ana.write("the rest", message_id=21)
    assert Remark.ADDED is ana.step.remark
    assert await ana.edit(20, "b") is None
    await ana.start()
    await ana.tap(*FULL)
    await ana.write("c" * (LONGEST_TEXT + 1))

    assert (Remark.CUT, LONGEST_TEXT) == (ana.step.remark, len(ana.checkin.answers[NOTE].text or ""))


async def test_answers_to_two_open_check_ins_go_each_to_its_own(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.start()
    first = ana.checkin.id
    async with storage.unit_of_work() as work:
        second = await work.checkins.add(
            cast.ana.membership_id,
            dt.date(2026, 3, 3),
            1,
            State.OPEN,
            due_at=ana.now,
            asked_at=ana.now,
            closes_at=ana.now + HOUR,
            next_step_at=None,
        )
    assert second is not None
    await ana.begin(second)
    async with container.transaction() as services:
        who = await services._work.people.actor(cast.ana.person_id)
        await services.checkins.answer(who, first, MOOD, 3, ana.now)
        await services.checkins.answer(who, second, MOOD, 8, ana.now)
    await ana.begin(first)
    assert 3 == ana.checkin.value(MOOD)
    await ana.tap(*FULL[1:])
    await ana.skip()

    assert State.COMPLETED is ana.checkin.state
    assert ana.step.other is not None
    assert (second, 8) == (ana.step.other.id, ana.step.other.value(MOOD))


async def test_a_tap_on_a_closed_check_in_changes_nothing_and_says_so(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.start()
    await ana.tap(7)
    await tick(container, DUE + 7 * HOUR)
    await tick(container, DUE + 9 * HOUR)
    ana.now = DUE + 10 * HOUR
    await ana.do("answer", TENSION, 9)

    assert (Remark.CLOSED, State.PARTIAL) == (ana.step.remark, ana.checkin.state)
    assert ana.checkin.value(TENSION) is None


async def steady(storage: Storage, cast: Cast, days: int = 3, **values: int) -> None:
    """Let the last days be steady."""
    good: dict[str, int] = {"mood": 7, "tension": 2, "craving": 1, "use": 0, "confidence": 8, "sleep": 6}
    for number in range(1, days + 1):
        await answered(storage, cast.ana, NOON.date() - number * DAY, **{**good, **values})


async def test_after_three_steady_days_one_tap_is_all(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    assert (Form.SHORT, 7, (MOOD,)) == (
        ana.checkin.form,
        ana.step.usual_mood,
        tuple(item.id for item in ana.checkin.questions),
    )
    await ana.tap(6)

    assert State.COMPLETED is ana.checkin.state
    assert ana.checkin.value(USE) is None, "what was not asked is not answered"


async def test_an_unresolved_alert_keeps_the_form_full(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await steady(storage, cast)
    first = (await kept(storage, cast.ana)).id
    await alert_about(storage, container, cast, NOON, Cause(Rule.SOS, None, first))
    await ana.start()

    assert Form.FULL is ana.checkin.form


@pytest.mark.parametrize("mood", [0, 3, 5])
async def test_a_mood_worse_than_usual_goes_on_with_the_other_questions(
    storage: Storage, ana: Hands, cast: Cast, mood: int
) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(mood)

    assert (State.IN_PROGRESS, Form.FULL, TENSION) == (ana.checkin.state, ana.checkin.form, ana.asked)
    assert mood == ana.checkin.value(MOOD)


async def test_something_different_asks_everything(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.do("something_differs")

    assert (Form.FULL, MOOD, 8) == (ana.checkin.form, ana.asked, len(ana.checkin.questions))


async def test_something_different_is_possible_after_the_short_one_has_ended(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(7)
    await ana.do("something_differs")
    assert (State.IN_PROGRESS, TENSION) == (ana.checkin.state, ana.asked)
    await ana.tap(2, 9)
    assert ["alert.raised"] == await messages(storage, cast.fay)
    await tick(container, ana.checkin.closes_at)

    assert State.PARTIAL is (await kept(storage, cast.ana)).state


async def test_a_short_one_corrected_to_a_low_mood_goes_on(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(7)
    await ana.do("reopen", MOOD)
    await ana.tap(2)

    assert (State.IN_PROGRESS, TENSION) == (ana.checkin.state, ana.asked)
    assert (2, 7) == (ana.checkin.answers[MOOD].value, ana.checkin.answers[MOOD].first_value)


async def test_a_short_one_left_out_is_a_not_now(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.skip()

    assert State.SKIPPED is ana.checkin.state


async def test_a_forged_value_is_refused(ana: Hands) -> None:
    await ana.start()
    await ana.do("answer", MOOD, 11)

    assert (Remark.OUTDATED, MOOD) == (ana.step.remark, ana.asked)
