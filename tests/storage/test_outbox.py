import datetime as dt
from typing import Any

import pytest

from domain.ids import AlertId, CheckInId, PersonId, RelayId
from domain.messages import AlertRaised, CheckInDue, Lane, Message, RelayArrived, UrgentAlertRaised
from storage.outbox import SENT, Claimed
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, Cast

MINUTE = dt.timedelta(minutes=1)
DUE = CheckInDue(CheckInId(1))


async def add(work: UnitOfWork, to: PersonId, message: Message = DUE, due_at: dt.datetime = NOON) -> bool:
    return await work.outbox.add(message, to=to, key=f"{message.kind}:{to}", due_at=due_at)


async def claim(work: UnitOfWork, now: dt.datetime = NOON, limit: int = 10, **more: Any) -> list[Claimed]:
    lanes = more.pop("lanes", tuple(Lane))
    owner = more.pop("owner", "me")
    return await work.outbox.claim(lanes, limit, owner=owner, now=now, lease_until=now + MINUTE, **more)


async def test_a_key_is_used_once_for_ever(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        assert await add(work, cast.ana.person_id)
        assert not await add(work, cast.ana.person_id)
        (row,) = await claim(work)
        await work.outbox.settle(row.id, "me", SENT, NOON)

        assert not await add(work, cast.ana.person_id)


async def test_urgent_lanes_come_first_and_then_the_earliest(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id, DUE, NOON - MINUTE)
        await add(work, cast.ben.person_id, RelayArrived(RelayId(1)))
        await add(work, cast.fay.person_id, AlertRaised(AlertId(1), 0))
        await add(work, cast.dee.person_id, UrgentAlertRaised(AlertId(2), 0))
        await add(work, cast.cem.person_id, DUE, NOON - 2 * MINUTE)

        assert [cast.dee, cast.fay, cast.ben, cast.cem, cast.ana] == [
            next(one for one in vars(cast).values() if one.person_id == row.person_id)
            for row in await claim(work)
        ]


async def test_a_person_gets_one_message_at_a_time(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id, UrgentAlertRaised(AlertId(1), 0))
        await add(work, cast.ana.person_id, DUE)
        await add(work, cast.ben.person_id, DUE)

        assert ["alert.urgent", "checkin.due"] == [row.kind for row in await claim(work)]


async def test_only_the_lanes_asked_for_are_claimed(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id, DUE)

        assert await claim(work, lanes=(Lane.URGENT, Lane.ALERT)) == []


async def test_whoever_rests_is_left_out(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)

        assert await claim(work, resting={cast.ana.person_id}) == []


async def test_what_is_not_due_stays_in_line(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id, due_at=NOON + MINUTE)

        assert await claim(work) == []
        assert await work.outbox.next_at() == NOON + MINUTE
        assert len(await claim(work, NOON + MINUTE)) == 1
        assert await work.outbox.next_at() is None
        assert await work.outbox.sending() == 1


async def test_nobody_else_takes_what_is_held_until_the_lease_ends(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        (held,) = await claim(work)

        assert not held.was_interrupted
        assert await claim(work, NOON + MINUTE / 2, owner="other") == []
        (taken_over,) = await claim(work, NOON + MINUTE, owner="other")

        assert (taken_over.was_interrupted, taken_over.tries) == (True, 2)


async def test_who_has_lost_the_lease_settles_nothing(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        (held,) = await claim(work)
        await claim(work, NOON + MINUTE, owner="other")

        assert not await work.outbox.settle(held.id, "me", SENT, NOON)
        assert not await work.outbox.put_back(held.id, "me", NOON, "later")
        assert await work.outbox.settle(held.id, "other", SENT, NOON, message_id=9)


@pytest.mark.parametrize(("counts", "tries"), [(True, 2), (False, 1)])
async def test_what_is_put_back_comes_again_later(
    storage: Storage, cast: Cast, *, counts: bool, tries: int
) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        (held,) = await claim(work)
        await work.outbox.put_back(held.id, "me", NOON + MINUTE, "later", counts=counts)

        assert await claim(work) == []
        (again,) = await claim(work, NOON + MINUTE)
        assert (again.tries, again.was_interrupted) == (tries, False)


async def test_after_a_restart_every_lease_can_be_let_go(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        await claim(work)
        await work.outbox.release(NOON)

        assert len(await claim(work, NOON, owner="after the restart")) == 1


async def test_what_is_taken_back_is_never_sent(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        await add(work, cast.ben.person_id)
        await work.outbox.cancel(f"checkin.due:{cast.ana.person_id}", NOON)
        await work.outbox.drop_of(cast.ben.person_id, NOON)

        assert await claim(work) == []


async def test_what_is_being_sent_cannot_be_taken_back(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
        (held,) = await claim(work)
        await work.outbox.cancel(f"checkin.due:{cast.ana.person_id}", NOON)

        assert await work.outbox.settle(held.id, "me", SENT, NOON)


async def test_another_bots_messages_are_out_of_reach(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await add(work, cast.ana.person_id)
    storage.bot_id += 1
    async with storage.unit_of_work() as work:
        assert await claim(work) == []
        assert await work.outbox.next_at() is None
