"""The ladder as the group sets it, and as the quiet hours of each person leave it."""

from sqlalchemy import select

from domain.checkins import State
from domain.groups import Delays
from domain.quiet import Quiet
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import DUE, HOUR, MINUTE, NUDGE, REMINDER, asked, latest, taken
from tests.phone import messages, tick
from tests.scenes import partners


async def test_each_group_has_delays_of_its_own(storage: Storage, container: Container, cast: Cast) -> None:
    delays = Delays(10 * MINUTE, HOUR, 3 * HOUR)
    async with storage.unit_of_work() as work:
        await work.groups.set_delays(cast.ana.group_id, delays)
    await partners(storage, cast.ana, cast.ben)
    await asked(storage, container)
    await taken(storage, container, cast.ben, DUE + MINUTE)
    seen = []
    for after in (9 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR - 15 * MINUTE, 3 * HOUR):
        await tick(container, DUE + after)
        told = [*await messages(storage, cast.ana), *await messages(storage, cast.ben)]
        seen.append((told.count("checkin.reminder"), told.count("partner.nudge")))

    assert [(0, 0), (1, 0), (1, 1), (1, 1), (1, 1)] == seen
    assert State.MISSED is (await latest(storage, cast.ana)).state
    assert State.OPEN is (await latest(storage, cast.cem)).state


async def test_in_quiet_hours_there_is_no_reminder_though_the_check_in_itself_comes(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ana.person_id, Quiet(18 * 60, 8 * 60))
    await asked(storage, container)
    await tick(container, REMINDER)

    assert ["checkin.due"] == await messages(storage, cast.ana)
    assert ["checkin.due", "checkin.reminder"] == await messages(storage, cast.ben)


async def test_a_partner_in_quiet_hours_is_asked_for_a_hello_when_they_are_over(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """20:00 in New York is within Ben's quiet hours, which end at 21:30."""
    await partners(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ben.person_id, Quiet(19 * 60 + 30, 21 * 60 + 30))
    await asked(storage, container)
    await taken(storage, container, cast.ben, DUE + MINUTE)
    await tick(container, NUDGE)

    async with storage.unit_of_work() as work:
        query = select(OutboxRow.not_before).where(OutboxRow.kind == "partner.nudge")
        assert [NUDGE + 90 * MINUTE] == list((await work.session.scalars(query)).all())
