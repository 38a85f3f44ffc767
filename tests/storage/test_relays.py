import datetime as dt

import pytest
from sqlalchemy import text

from domain.access import Scope
from domain.relays import Content, RelayState
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import end_pairs_of, paired

LATER = NOON + dt.timedelta(minutes=5)


async def scope_of(storage: Storage, member: Member) -> Scope:
    return (await actor(storage, member)).scope


async def test_a_message_is_read_by_its_sender_and_the_partner(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await scope_of(storage, cast.ana), await scope_of(storage, cast.ben)
    async with storage.unit_of_work() as work:
        relay_id = await work.relays.add(
            pair_id, cast.ana.person_id, Content("hi Ben"), state=RelayState.SENT, now=NOON
        )
        received, own = await work.relays.received(ben, relay_id), await work.relays.own(ana, relay_id)

        assert received is not None
        assert "hi Ben" == received.text
        assert received == own
        assert await work.relays.own(ben, relay_id) is None
        assert await work.relays.received(ana, relay_id) is None


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "fay"])
async def test_a_message_is_read_by_nobody_else(storage: Storage, cast: Cast, outsider: str) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    scope = await scope_of(storage, getattr(cast, outsider))
    async with storage.unit_of_work() as work:
        relay_id = await work.relays.add(
            pair_id, cast.ana.person_id, Content("hi Ben"), state=RelayState.SENT, now=NOON
        )

        assert await work.relays.received(scope, relay_id) is None
        assert await work.relays.own(scope, relay_id) is None
        assert [] == await work.relays.every(scope)


async def test_a_former_partner_no_longer_reads_what_was_sent(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ben = await scope_of(storage, cast.ben)
    async with storage.unit_of_work() as work:
        relay_id = await work.relays.add(
            pair_id, cast.ana.person_id, Content("hi Ben"), state=RelayState.SENT, now=NOON
        )
        await end_pairs_of(work, cast.ana.membership_id, LATER)

        assert await work.relays.received(ben, relay_id) is None


async def test_a_held_message_is_read_by_its_sender_alone_and_goes_once(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await scope_of(storage, cast.ana), await scope_of(storage, cast.ben)
    async with storage.unit_of_work() as work:
        relay_id = await work.relays.add(
            pair_id, cast.ana.person_id, Content("hi"), state=RelayState.HELD, now=NOON
        )

        assert await work.relays.received(ben, relay_id) is None
        assert not await work.relays.release(ben, relay_id, LATER)
        assert await work.relays.release(ana, relay_id, LATER)
        assert not await work.relays.release(ana, relay_id, LATER)
        assert not await work.relays.drop(ana, relay_id)
        assert await work.relays.received(ben, relay_id) is not None


async def test_a_facilitator_learns_only_that_somebody_wrote(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    scopes = {name: await scope_of(storage, getattr(cast, name)) for name in ("fay", "dee", "gus", "cem")}
    async with storage.unit_of_work() as work:
        await work.relays.add(pair_id, cast.ana.person_id, Content("hi"), state=RelayState.SENT, now=NOON)
        before = NOON - dt.timedelta(hours=1)

        assert {"fay": True, "dee": False, "gus": False, "cem": False} == {
            name: await work.relays.wrote_since(scope, cast.ana.membership_id, before)
            for name, scope in scopes.items()
        }
        assert not await work.relays.wrote_since(scopes["fay"], cast.ana.membership_id, NOON)
        assert not await work.relays.wrote_since(scopes["fay"], cast.ben.membership_id, before)


async def test_words_are_not_in_the_database_as_written(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.relays.add(
            pair_id, cast.ana.person_id, Content("wedding"), state=RelayState.SENT, now=NOON
        )
        body = (await work.session.execute(text("SELECT body FROM relays"))).scalar_one()

    assert b"wedding" not in bytes(body)
