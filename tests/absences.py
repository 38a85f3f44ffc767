"""What tests of absences share: days without an answer, time that passes look by look, answers to offers."""

import datetime as dt

from sqlalchemy import select

from domain.access import SYSTEM
from domain.checkins import State
from domain.ids import PairId
from domain.partners import Pair
from services.container import Container
from services.ticks import REMATCHES, REPAIRS
from storage.tables.partners import PairRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Member, actor
from tests.evenings import DAY
from tests.scenes import answered

STEPS = 500
"""More looks than any test needs."""


async def serve(container: Container, now: dt.datetime) -> None:
    """Look at all pairs and groups that are due."""
    for duty in (REMATCHES, REPAIRS):
        async with container.transaction() as services:
            rows = await duty.due(services, now)
        for row in rows:
            async with container.transaction() as services:
                await duty.do(services, row, now)


async def pass_until(container: Container, end: dt.datetime, now: dt.datetime = NOON) -> None:
    """Let time pass from one due moment to the next."""
    for _ in range(STEPS):
        await serve(container, now)
        async with container.transaction() as services:
            moments = [await REMATCHES.next_at(services), await REPAIRS.next_at(services)]
        now = min((moment for moment in moments if moment is not None), default=end)
        if now > end:
            return
    raise AssertionError("time stands still")


async def silent(storage: Storage, member: Member, days: int = 3, since: dt.datetime = NOON) -> None:
    """Let a member miss the check-ins of so many days after a moment."""
    for day in range(1, days + 1):
        await answered(storage, member, (since + day * DAY).date(), State.MISSED)


async def covers(storage: Storage) -> list[Pair]:
    """Return all pairs in which somebody stands in, or was asked to, oldest first."""
    async with storage.unit_of_work() as work:
        query = select(PairRow.id).where(PairRow.kind == "cover").order_by(PairRow.proposed_at, PairRow.id)
        found = [await work.partners.pair(SYSTEM, PairId(one)) for one in await work.session.scalars(query)]
    return [one for one in found if one is not None]


async def seats(storage: Storage, pair_id: PairId) -> set[str]:
    """Return the names of who is in a pair that lasts; none once it is over."""
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)
    assert pair is not None
    return {side.name for side in pair.sides if side.is_in_it} if pair.is_active else set()


async def says_yes(
    storage: Storage, container: Container, pair_id: PairId, *members: Member, now: dt.datetime
) -> None:
    """Let members be there for each other meanwhile."""
    for member in members:
        who = await actor(storage, member)
        async with container.transaction() as services:
            await services.standing_in.accept(who, pair_id, now)
