"""Move the sandbox's time from one due moment to the next, so that a day passes as it would have passed.

One leap would make everything due in between look like an outage of the bot's own.
"""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Protocol

from sandbox.clock import SandboxClock
from sandbox.control import Report
from sandbox.telegram.world import World

_LEAST_STEP = dt.timedelta(seconds=1)
_FETCH_POLL_SECONDS = 0.002


@dataclasses.dataclass(frozen=True, slots=True)
class Leg:
    """Tell how far a journey is; all aware UTC."""

    began_at: dt.datetime
    now: dt.datetime
    target: dt.datetime

    @property
    def is_over(self) -> bool:
        """Tell whether the target is reached."""
        return self.now >= self.target


class TakesOrders(Protocol):
    """Whatever ticks when told and says what is due next."""

    async def order(self, *, is_tick: bool = False) -> Report:
        """Take over the clock's time, tick, and report when nothing is left to do."""
        ...


class Travel:
    """Take the world and the bot forward together, one journey at a time."""

    def __init__(
        self,
        world: World,
        clock: SandboxClock,
        bot: TakesOrders,
        on_leg: Callable[[Leg], None] = lambda _: None,
    ) -> None:
        self._world = world
        self._clock = clock
        self._bot = bot
        self._on_leg = on_leg
        self._turn = asyncio.Lock()

    async def forward(self, duration: dt.timedelta) -> None:
        """Let this much time pass."""
        await self.to(self._clock.now() + duration)

    async def to(self, target: dt.datetime) -> None:
        """Let time pass until a moment (aware); one that has passed only lets the bot finish what it is doing."""
        async with self._turn:
            began_at = self._clock.now()
            try:
                next_due_at = await self._settle()
                while (now := self._clock.now()) < target:
                    self._on_leg(Leg(began_at, now, target))
                    earliest = now + _LEAST_STEP
                    self._clock.move_to(min(target, max(earliest, next_due_at or target)))
                    next_due_at = await self._settle()
            finally:
                self._on_leg(Leg(began_at, target, target))

    async def settle(self) -> None:
        """Let the bot finish what it is doing now."""
        async with self._turn:
            await self._settle()

    async def _settle(self) -> dt.datetime | None:
        """Tick and wait until nothing is left to do; return when something is due next."""
        # The queue says when something comes, not when it is gone.
        while self._world.queue.pending(self._world.now):  # noqa: ASYNC110
            await asyncio.sleep(_FETCH_POLL_SECONDS)
        report = await self._bot.order(is_tick=True)
        return report.next_due_at
