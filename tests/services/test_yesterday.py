"""Late answers and corrections of the day before: what they make of its check-in, and until when."""

import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import OWN_SLOT, CheckIn, State
from domain.forms import Form
from domain.items import CRAVING, MOOD, NOTE, SLEEP, TENSION, USE, Use
from services.container import Container
from services.steps import Remark
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY, DUE, HOUR, MINUTE, asked
from tests.hands import Hands
from tests.phone import messages, tick
from tests.scenes import TODAY, answered

FULL = (7, 2, 1, Use.NO, 8, 7, 1)
YESTERDAY = TODAY - DAY
MIDNIGHT = dt.datetime(2026, 3, 4, 5, tzinfo=dt.UTC)
"""The end of the third of March in New York."""


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


async def of_day(storage: Storage, cast: Cast, date: dt.date = YESTERDAY) -> list[CheckIn]:
    async with storage.unit_of_work() as work:
        return await work.checkins.of_day(SYSTEM, cast.ana.membership_id, date)


@pytest.mark.parametrize(
    "state", [State.MISSED, State.SKIPPED, State.EXCUSED, State.UNREACHABLE, State.PAUSED]
)
async def test_what_was_not_answered_can_be_filled_in(
    storage: Storage, ana: Hands, cast: Cast, state: State
) -> None:
    await answered(storage, cast.ana, YESTERDAY, state)
    await ana.yesterday()
    assert (state, MOOD, True) == (ana.checkin.state, ana.asked, ana.step.is_late)
    assert MIDNIGHT == ana.checkin.closes_at

    await ana.tap(7)
    assert (State.PARTIAL, TENSION) == (ana.checkin.state, ana.asked)
    await ana.tap(*FULL[1:])
    await ana.write("late, but here")
    assert (State.COMPLETED, None) == (ana.checkin.state, ana.asked)
    assert (NOON, True) == (ana.checkin.late_at, ana.checkin.is_late)
    assert [ana.checkin.id] == [one.id for one in await of_day(storage, cast)]
    assert await ana.dialogue() is None


async def test_opened_and_not_answered_it_stays_what_it_was(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await answered(storage, cast.ana, YESTERDAY, State.MISSED)
    await ana.yesterday()
    await ana.skip()
    await ana.stop()
    await tick(container, MIDNIGHT)

    (checkin,) = await of_day(storage, cast)
    assert (State.MISSED, None, False) == (checkin.state, checkin.reopened, checkin.has_answers)


async def test_it_is_never_short(storage: Storage, ana: Hands, cast: Cast) -> None:
    good = {"mood": 7, "tension": 2, "craving": 1, "use": 0, "confidence": 8}
    for number in (2, 3, 4):
        await answered(storage, cast.ana, TODAY - number * DAY, **good)
    await ana.yesterday()

    assert Form.FULL is ana.checkin.form


async def test_what_is_answered_late_is_answered_for_its_own_day_and_today_s_is_another(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.yesterday()
    assert (State.IN_PROGRESS, OWN_SLOT, YESTERDAY) == (
        ana.checkin.state,
        ana.checkin.slot,
        ana.checkin.local_date,
    )
    await ana.tap(3)
    late = ana.checkin.id
    await ana.start()

    assert late != ana.checkin.id
    assert (TODAY, False) == (ana.checkin.local_date, ana.step.is_late)
    await ana.begin(late)
    assert TENSION == ana.asked
    await ana.tap(*FULL[1:])
    await ana.skip()
    assert State.COMPLETED is ana.checkin.state


async def test_a_day_that_nobody_asked_about_and_nobody_answered_leaves_no_mark(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await ana.yesterday()
    await tick(container, MIDNIGHT)

    assert [] == await of_day(storage, cast)


async def test_stopped_without_an_answer_it_counts_for_nothing(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.yesterday()
    await ana.stop()

    (checkin,) = await of_day(storage, cast)
    assert not checkin.was_asked
    async with storage.unit_of_work() as work:
        assert [] == await work.history.asked(SYSTEM, cast.ana.membership_id)


async def test_some_answers_are_kept_when_the_day_ends(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await ana.yesterday()
    await ana.tap(6)
    await tick(container, MIDNIGHT)

    (checkin,) = await of_day(storage, cast)
    assert (State.PARTIAL, 6) == (checkin.state, checkin.value(MOOD))


async def test_a_completed_one_is_corrected_and_the_first_value_kept(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await answered(storage, cast.ana, YESTERDAY, mood=6, craving=2, use=0)
    await ana.start()
    await ana.tap(*FULL)
    await ana.skip()
    await ana.yesterday()
    assert (State.COMPLETED, None) == (ana.checkin.state, ana.asked)
    for value in (4, 5):
        await ana.do("reopen", MOOD)
        await ana.tap(value)

    answer = ana.checkin.answers[MOOD]
    assert (5, 6, NOON) == (answer.value, answer.first_value, answer.corrected_at)
    assert 2 == ana.checkin.value(CRAVING)


async def test_use_that_is_told_late_is_told_to_the_facilitator(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await answered(storage, cast.ana, YESTERDAY, State.MISSED)
    await ana.yesterday()
    await ana.tap(7, 2, 1, Use.YES)

    assert ["alert.raised"] == await messages(storage, cast.fay)


async def test_after_the_end_of_today_nothing_is_added_any_more(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await answered(storage, cast.ana, YESTERDAY, State.MISSED)
    await ana.yesterday()
    await ana.tap(7)
    ana.now = MIDNIGHT
    await ana.do("answer", TENSION, 3)
    assert (Remark.CLOSED, State.PARTIAL, None) == (ana.step.remark, ana.checkin.state, ana.asked)
    assert await ana.dialogue() is None
    await ana.do("reopen", MOOD)

    assert (Remark.CLOSED, None) == (ana.step.remark, ana.asked)


async def test_opened_late_in_the_evening_it_lasts_an_hour(storage: Storage, ana: Hands, cast: Cast) -> None:
    await answered(storage, cast.ana, YESTERDAY, State.MISSED)
    ana.now = MIDNIGHT - MINUTE
    await ana.yesterday()

    assert MIDNIGHT - MINUTE + HOUR == ana.checkin.closes_at


async def test_a_long_silence_does_not_end_by_being_opened_but_by_an_answer(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    for number in (1, 2, 3):
        await answered(storage, cast.ana, TODAY - number * DAY, State.MISSED)
    await ana.start()
    assert ana.step.is_returning
    await ana.yesterday()
    await ana.tap(5)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.start()

    assert not ana.step.is_returning
    assert {MOOD, TENSION, CRAVING, USE, SLEEP, NOTE} <= set(ana.checkin.items)
