"""Correcting answers, by tap and by the edit of a message, and answers that come to the wrong check-in."""

import datetime as dt

import pytest

from domain.checkins import State
from domain.items import (
    CRAVING,
    LONGEST_TEXT,
    MOOD,
    NOTE,
    TENSION,
    USE,
    Use,
)
from services.container import Container
from services.steps import Remark
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY, DUE, HOUR, MINUTE, asked
from tests.hands import Hands
from tests.phone import kept, messages, tick

FULL = (7, 2, 1, Use.NO, 8, 7, 1)
"""Good answers to all questions of a day but the note."""


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


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


async def test_a_question_left_open_for_correction_is_closed_by_the_next_check_in(
    ana: Hands, container: Container
) -> None:
    await ana.start()
    await ana.tap(*FULL)
    await ana.skip()
    first = ana.checkin.id
    await ana.do("reopen", MOOD)
    ana.now = NOON + 30 * HOUR
    await tick(container, ana.now)
    await ana.tap(2)
    assert (7, None) == (ana.checkin.value(MOOD), ana.asked)
    assert Remark.OUTDATED is ana.step.remark

    await ana.do("write", "2")
    assert (first, Remark.CLOSED, None) == (ana.checkin.id, ana.step.remark, ana.checkin.answers[NOTE].text)


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
