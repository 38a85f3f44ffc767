"""Runs the real services and the real tick through virtual time; people act in it through the same use cases as in the chat."""

import asyncio
import dataclasses
import datetime as dt
import heapq
import itertools
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from benchmarks.twelve_weeks.people import Temper
from bot.scheduler import Scheduler
from bot.vitals import Vitals
from domain.ids import CheckInId, MembershipId, PersonId
from domain.messages import Lane, Message, message_from
from handlers import routes
from handlers.route import Notice
from handlers.texts.words import Words
from services.container import Container
from services.outbox import GONE
from services.ticks import DUTIES
from storage.outbox import CANCELLED, DEAD, SENT, Claimed

STEP: Final = dt.timedelta(minutes=10)
"""Virtual time between two ticks."""
WIND_UP: Final = dt.timedelta(days=2)
AT_ONCE: Final = 400
_OWNER: Final = "twelve weeks"
_NOTICES: Final = {route.message: route.view for route in routes.NOTICES}

Act = Callable[[dt.datetime], Awaitable[None]]


@dataclasses.dataclass
class Somebody:
    """One simulated participant and what really happened to them, told by nobody but themselves.

    Attributes:
        is_blocking: messages do not reach them at present.
        prompted: the check-ins that they were asked for, with when the prompt came.
        tried: the check-ins that they gave an answer to, with when they first did.
    """

    person_id: PersonId
    membership_id: MembershipId
    temper: Temper
    zone: str
    is_blocking: bool = False
    prompted: dict[CheckInId, dt.datetime] = dataclasses.field(default_factory=dict)
    tried: dict[CheckInId, dt.datetime] = dataclasses.field(default_factory=dict)
    moves: list[tuple[dt.datetime, str]] = dataclasses.field(default_factory=list)


class World:
    """Virtual time, the tick, the courier and everybody's next deeds."""

    def __init__(self, container: Container, outages: Sequence[tuple[dt.datetime, dt.datetime]]) -> None:
        self.container = container
        self.outages = outages
        self.people: dict[PersonId, Somebody] = {}
        self.on_message: Callable[[Somebody, Message, dt.datetime], None] = lambda *_: None
        self.messages = 0
        self._acts: list[tuple[dt.datetime, int, PersonId, Act]] = []
        self._number = itertools.count()
        self._now = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._scheduler = Scheduler(
            container=container,
            duties=DUTIES,
            seconds=0,
            vitals=Vitals(),
            now=lambda: self._now,
            after=lambda: None,
        )

    def later(self, who: Somebody, at: dt.datetime, act: Act) -> None:
        """Let somebody do something at a moment, or as soon after it as the service is there."""
        heapq.heappush(self._acts, (at, next(self._number), who.person_id, act))

    def is_down(self, moment: dt.datetime) -> bool:
        """Tell whether the service is away."""
        return any(start <= moment < end for start, end in self.outages)

    async def run(self, start: dt.datetime, end: dt.datetime) -> None:
        """Let time pass; while the service is away nothing is served, and what people do waits for it."""
        self._now = start
        while self._now < end:
            if not self.is_down(self._now):
                await self._serve_people()
                await self._scheduler.tick(self._now)
                await self._deliver()
            self._now += STEP

    async def wind_up(self) -> None:
        """Ask nobody any more, let people put their phones away, and let the ladder come to its end."""
        self._acts.clear()
        async with self.container.storage.unit_of_work() as work:
            for who in self.people.values():
                await work.schedules.stop(who.membership_id)
        await self.run(self._now, self._now + WIND_UP)

    async def _serve_people(self) -> None:
        due: dict[PersonId, list[tuple[dt.datetime, Act]]] = {}
        while self._acts and self._acts[0][0] <= self._now:
            at, _, person_id, act = heapq.heappop(self._acts)
            due.setdefault(person_id, []).append((at, act))
        everybody = [self._serve(acts) for acts in due.values()]
        for start in range(0, len(everybody), 32):
            await asyncio.gather(*everybody[start : start + 32])

    async def _serve(self, acts: list[tuple[dt.datetime, Act]]) -> None:
        for at, act in acts:
            # What was done while the service was away is served, and has its time, when it is back.
            await act(max(at, self._now - STEP))

    async def _deliver(self) -> None:
        while True:
            async with self.container.transaction() as services:
                rows = await services.outbox.claim(
                    tuple(Lane), AT_ONCE, owner=_OWNER, now=self._now, lease=STEP
                )
            if not rows:
                return
            for start in range(0, len(rows), 32):
                await asyncio.gather(*(self._carry(row) for row in rows[start : start + 32]))

    async def _carry(self, row: Claimed) -> None:
        who = self.people.get(row.person_id)
        message = message_from(row.kind, row.data)
        async with self.container.transaction() as services:
            if who is not None and who.is_blocking:
                await services.outbox.settle(row, _OWNER, DEAD, self._now, error=GONE)
                await services.reachability.lost(row.person_id, self._now)
                return
            recipient = await services.people.actor(row.person_id)
            notice = Notice(recipient, Words(recipient.language, recipient.timezone), self._now)
            screen = await _NOTICES[type(message)](notice, message, services)
            await services.outbox.settle(row, _OWNER, CANCELLED if screen is None else SENT, self._now)
        if screen is not None and who is not None:
            self.messages += 1
            self.on_message(who, message, self._now)
