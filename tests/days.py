"""What tests of somebody's days share: check-ins made from a few numbers, in memory and in the database."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import Answer, CheckIn, Rung, State
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import ItemId
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Member
from tests.evenings import CLOSE, DAY, LOOK, alone, asked
from tests.phone import tick

TODAY = NOON.date()


def checkin(number: int, date: dt.date = TODAY, state: State = State.COMPLETED, **values: int) -> CheckIn:
    """Return a check-in of a date, due at noon, with these answers."""
    due_at = NOON + (date - TODAY)
    return CheckIn(
        id=CheckInId(number),
        membership_id=MembershipId(1),
        person_id=PersonId(1),
        group_id=GroupId(1),
        local_date=date,
        slot=0,
        state=state,
        due_at=due_at,
        asked_at=due_at,
        closes_at=due_at,
        rung=Rung.REMIND,
        snoozed_until=None,
        reopened=None,
        answers={ItemId(item): Answer(value, None, False, due_at) for item, value in values.items()},
    )


async def answered_on(
    storage: Storage, member: Member, date: dt.date, slot: int = 0, **values: int
) -> CheckInId:
    """Keep a completed check-in of this date with these answers."""
    at = NOON + (date - TODAY)
    async with storage.unit_of_work() as work:
        added = await work.checkins.add(
            member.membership_id,
            date,
            slot,
            State.COMPLETED,
            due_at=at,
            asked_at=at,
            closes_at=at,
            next_step_at=None,
        )
        assert added is not None
        found = await work.checkins.get(SYSTEM, added)
        assert found is not None
        for item, value in values.items():
            await work.checkins.keep_answer(found, ItemId(item), at, value=value)
    return added


async def misses(storage: Storage, container: Container, member: Member, *others: Member, days: int) -> None:
    """Let one be asked on so many evenings in a row and answer none of them."""
    await alone(storage, member, *others)
    for day in range(days):
        await asked(storage, container, day)
        await tick(container, LOOK + day * DAY)
        await tick(container, CLOSE + day * DAY)
