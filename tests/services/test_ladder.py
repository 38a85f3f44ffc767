import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import CLOSE, DAY, DUE, HOUR, LOOK, MINUTE, NUDGE, REMINDER, asked, latest, taken
from tests.pairs import shares
from tests.phone import Phone, messages, tick
from tests.scenes import partners


async def test_there_is_one_reminder_after_45_minutes(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container)
    await tick(container, REMINDER - MINUTE)
    assert ["checkin.due"] == await messages(storage, cast.ana)

    for _ in range(2):
        await tick(container, REMINDER)
    assert ["checkin.due", "checkin.reminder"] == await messages(storage, cast.ana)


async def test_the_partner_is_asked_for_a_hello_after_two_hours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await partners(storage, cast.ana, cast.ben)
    ben = Phone(storage, container, cast.ben)
    await asked(storage, container)
    await ben.command("checkin")
    await ben.tap("7")
    await tick(container, NUDGE - MINUTE)
    assert "partner.nudge" not in await messages(storage, cast.ben)

    for _ in range(2):
        await tick(container, NUDGE)
    assert 1 == (await messages(storage, cast.ben)).count("partner.nudge")
    assert "partner.nudge" not in await messages(storage, cast.ana)


async def test_a_partner_who_is_not_shown_it_is_not_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await partners(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ana)
    await asked(storage, container)
    await tick(container, NUDGE)

    assert "partner.nudge" not in await messages(storage, cast.ben)


async def test_unanswered_it_is_missed_after_six_hours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container)
    await tick(container, CLOSE - MINUTE)
    assert State.OPEN is (await latest(storage, cast.ana)).state

    await tick(container, CLOSE)
    assert State.MISSED is (await latest(storage, cast.ana)).state
    assert [] == await messages(storage, cast.fay)


async def test_some_answers_make_it_partial_and_spare_the_partner(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await partners(storage, cast.ana, cast.ben)
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.command("checkin")
    await ana.tap("7")
    for moment in (REMINDER, NUDGE, LOOK, CLOSE):
        await tick(container, moment)

    assert State.PARTIAL is (await latest(storage, cast.ana)).state
    assert "partner.nudge" not in await messages(storage, cast.ben)


async def test_who_is_answering_is_neither_reminded_nor_cut_off(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = REMINDER - 29 * MINUTE
    await ana.command("checkin")
    await ana.tap("7")
    await tick(container, REMINDER)
    assert ["checkin.due"] == await messages(storage, cast.ana)

    ana.now = CLOSE - 29 * MINUTE
    await ana.command("checkin")
    await ana.tap("2")
    await tick(container, LOOK)
    await tick(container, CLOSE)
    assert State.IN_PROGRESS is (await latest(storage, cast.ana)).state
    await tick(container, CLOSE + MINUTE)
    assert State.PARTIAL is (await latest(storage, cast.ana)).state


async def test_a_prompt_that_never_arrived_is_no_miss(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await tick(container, DUE)
    for moment in (REMINDER, NUDGE, LOOK, CLOSE):
        await tick(container, moment)

    assert State.EXCUSED is (await latest(storage, cast.ana)).state
    assert ["checkin.due"] == await messages(storage, cast.ana)


async def test_who_blocked_us_meanwhile_is_unreachable_and_not_missed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ana.person_id, DUE + MINUTE)
    for moment in (REMINDER, NUDGE, LOOK, CLOSE):
        await tick(container, moment)

    assert State.UNREACHABLE is (await latest(storage, cast.ana)).state
    assert ["checkin.due"] == await messages(storage, cast.ana)


@pytest.mark.parametrize(("late", "state"), [(15 * MINUTE, State.MISSED), (16 * MINUTE, State.EXCUSED)])
async def test_when_we_were_down_at_the_end_nobody_is_blamed(
    storage: Storage, container: Container, cast: Cast, late: dt.timedelta, state: State
) -> None:
    """What was answered meanwhile is on its way: an hour is given, then an open one is excused."""
    await asked(storage, container)
    await tick(container, LOOK)
    await tick(container, CLOSE + late)
    await tick(container, CLOSE + late + HOUR)

    assert state is (await latest(storage, cast.ana)).state


async def test_when_we_were_down_shortly_before_the_end_nobody_is_blamed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """The end itself is served in time, but not the last look before it: the clock jumped, or we came back just now."""
    await asked(storage, container)
    await tick(container, NUDGE)
    await tick(container, CLOSE + MINUTE)
    assert State.OPEN is (await latest(storage, cast.ana)).state

    await tick(container, CLOSE + MINUTE + HOUR)
    assert State.EXCUSED is (await latest(storage, cast.ana)).state


async def test_answers_given_while_we_were_down_count(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container)
    await tick(container, CLOSE + HOUR)
    await taken(storage, container, cast.ana, CLOSE + HOUR)

    assert State.COMPLETED is (await latest(storage, cast.ana)).state


async def test_three_missed_in_a_row_tell_the_facilitator(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.stop(cast.ben.membership_id)
        await work.schedules.stop(cast.cem.membership_id)
    for day in range(3):
        assert "alert.raised" not in await messages(storage, cast.fay)
        await asked(storage, container, day)
        await tick(container, LOOK + day * DAY)
        await tick(container, CLOSE + day * DAY)

    # The second one is something to watch: it is mentioned the next morning.
    assert ["alert.watch", "alert.raised"] == await messages(storage, cast.fay)
    assert [] == await messages(storage, cast.dee)


async def test_an_answer_between_misses_begins_the_count_anew(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        for member in (cast.ben, cast.cem):
            # Whoever else is silent would bring an alert, to facilitators of the program's other groups too.
            await work.schedules.stop(member.membership_id)
    ana = Phone(storage, container, cast.ana)
    for day in range(4):
        await asked(storage, container, day)
        if day == 2:
            ana.now = DUE + day * DAY + MINUTE
            await ana.command("checkin")
            await ana.tap("7")
        await tick(container, LOOK + day * DAY)
        await tick(container, CLOSE + day * DAY)

    assert "alert.raised" not in await messages(storage, cast.fay)


async def test_what_nobody_asked_for_and_nobody_answered_leaves_no_trace(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    ana.now = DUE - 10 * HOUR
    await ana.command("checkin")
    await tick(container, DUE - 4 * HOUR)

    async with storage.unit_of_work() as work:
        assert await work.checkins.latest(SYSTEM, cast.ana.membership_id) is None


async def test_typing_after_the_end_belongs_to_no_check_in(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.command("checkin")
    await ana.tap("7")
    await tick(container, LOOK)
    await tick(container, CLOSE)

    async with container.transaction() as services:
        assert await services.people.dialogue(cast.ana.person_id) is None
