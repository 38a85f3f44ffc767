"""What is put before a pair in tests of exchanges, and what its sides do with it; nothing of it is faked."""

import datetime as dt

from domain.exchanges import THIS_WEEK, Kind
from domain.ids import ExchangeId, PairId
from services.container import Container
from services.exchange_parts import Shown
from storage.unit_of_work import Storage
from tests.cast import NOON, Member, actor

DAY = dt.timedelta(days=1)


class Table:
    """What the tests put before a pair."""

    def __init__(self, storage: Storage, container: Container) -> None:
        self.storage, self.container = storage, container

    async def ask(self, pair_id: PairId, kind: Kind, prompt: str = THIS_WEEK) -> ExchangeId:
        async with self.storage.unit_of_work() as work:
            made = await work.exchanges.add(pair_id, kind, prompt, NOON, NOON + 2 * DAY)
        assert made is not None
        return made

    async def choose(self, member: Member, exchange_id: ExchangeId, value: int) -> None:
        me = await actor(self.storage, member)
        async with self.container.transaction() as services:
            await services.exchanges.choose(me, exchange_id, value, NOON)

    async def write(
        self, member: Member, exchange_id: ExchangeId, text: str, at: dt.datetime = NOON
    ) -> object:
        me = await actor(self.storage, member)
        async with self.container.transaction() as services:
            return await services.exchanges.write(me, exchange_id, text, at)

    async def leave_out(self, member: Member, exchange_id: ExchangeId) -> None:
        me = await actor(self.storage, member)
        async with self.container.transaction() as services:
            await services.exchanges.leave_out(me, exchange_id, NOON)

    async def seen(self, member: Member, exchange_id: ExchangeId) -> Shown:
        me = await actor(self.storage, member)
        async with self.container.transaction() as services:
            return (await services.exchanges.evening(me, exchange_id, NOON))[0]


def given(shown: Shown) -> list[tuple[str, int | None, str | None]]:
    return [(side.name, part.value, part.words) for side, part in shown.others]
