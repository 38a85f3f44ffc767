"""What tests of messages between partners do again and again: write one, read what waits for the other."""

import datetime as dt

from domain.access import Actor
from domain.ids import PairId
from domain.messages import RelayArrived
from services.container import Container
from services.written import Written
from storage.unit_of_work import Storage
from tests.cast import NOON, Member, actor
from tests.pairs import in_line


async def write(
    container: Container, sender: Actor, pair_id: PairId, text: str, at: dt.datetime = NOON
) -> Written:
    async with container.transaction() as services:
        return await services.relays.write(sender, pair_id, text, at)


async def texts_for(storage: Storage, container: Container, member: Member) -> list[str]:
    """Return what the waiting messages would say to this member now."""
    recipient = await actor(storage, member)
    waiting = [one for one in await in_line(storage, member) if isinstance(one, RelayArrived)]
    async with container.transaction() as services:
        found = [await services.relay_changes.arrived(recipient, one.relay_id, NOON) for one in waiting]
    return [f"{one.sender.name}: {one.relay.text}" for one in found if one is not None]
