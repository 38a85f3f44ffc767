import datetime as dt

from sqlalchemy import text

from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON

MINUTE = dt.timedelta(minutes=1)


async def waiting(work: UnitOfWork) -> list[int]:
    return [kept.update_id for kept in await work.inbox.waiting(100)]


async def test_an_update_is_new_only_once(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        assert await work.inbox.add({5: b"five", 6: b"six"}, NOON) == [5, 6]
        assert await work.inbox.add({6: b"six", 7: b"seven", 5: b"five"}, NOON) == [7]
        assert await work.inbox.add({}, NOON) == []


async def test_what_waits_comes_back_as_it_was_oldest_arrival_first_even_if_ids_fell(
    storage: Storage,
) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({900: b"before"}, NOON)
        await work.inbox.add({3: b"after the ids began anew"}, NOON + MINUTE)
        kept = await work.inbox.waiting(100)

        assert [(900, b"before"), (3, b"after the ids began anew")] == [
            (one.update_id, one.content) for one in kept
        ]


async def test_pages_follow_one_another_without_gap_or_repeat(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        for minute in range(4):
            await work.inbox.add({minute * 10 + n: b"x" for n in range(3)}, NOON + minute * MINUTE)
        seen, last = [], None
        while page := await work.inbox.waiting(5, last):
            seen += [kept.update_id for kept in page]
            last = page[-1]

        assert seen == sorted(seen)
        assert len(seen) == 12


async def test_the_update_is_sealed_and_dropped_when_it_is_done(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"a secret"}, NOON)
        sealed = (await work.session.execute(text("SELECT payload FROM inbox"))).scalar_one()

        assert b"secret" not in sealed
        await work.inbox.finish(5, b"the reply", NOON)
        row = (await work.session.execute(text("SELECT payload, reply FROM inbox"))).one()

        assert row.payload is None
        assert b"reply" not in row.reply


async def test_a_reply_is_owed_until_it_has_gone_out(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"x", 6: b"x"}, NOON)
        await work.inbox.finish(5, b"the reply", NOON)
        await work.inbox.finish(6, None, NOON)

        assert [(5, b"the reply")] == [(kept.update_id, kept.content) for kept in await work.inbox.owed(100)]
        await work.inbox.answered([5])

        assert await work.inbox.owed(100) == []


async def test_a_reply_that_is_too_old_is_dropped(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"x", 6: b"x"}, NOON)
        await work.inbox.finish(5, b"old", NOON)
        await work.inbox.finish(6, b"young", NOON + MINUTE)

        assert await work.inbox.answered_before(NOON + MINUTE) == 1
        assert [6] == [kept.update_id for kept in await work.inbox.owed(100)]


async def test_only_what_waits_has_no_effect_yet(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"x"}, NOON)

        assert await work.inbox.is_waiting(5)
        assert not await work.inbox.is_waiting(6)
        await work.inbox.finish(5, None, NOON)

        assert not await work.inbox.is_waiting(5)


async def test_what_was_given_up_stays_so(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"x"}, NOON)

        assert [await work.inbox.failed(5) for _ in range(3)] == [1, 2, 3]
        await work.inbox.bury(5, NOON)
        await work.inbox.answered([5])

        assert await waiting(work) == []
        assert (await work.session.execute(text("SELECT state FROM inbox"))).scalar_one() == "dead"


async def test_another_bots_updates_are_out_of_reach(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.inbox.add({5: b"x"}, NOON)
    storage.bot_id += 1
    async with storage.unit_of_work() as work:
        assert await waiting(work) == []
        assert await work.inbox.add({5: b"x"}, NOON) == [5]
