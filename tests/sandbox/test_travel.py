import datetime as dt

from sandbox.clock import SandboxClock
from sandbox.control import Report
from sandbox.telegram.world import World
from sandbox.travel import Leg, Travel

START = dt.datetime(2026, 3, 3, 22, 0, tzinfo=dt.UTC)
TOKEN = "7000000001:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
SLACK = dt.timedelta(seconds=5)


class Bot:
    """A bot to which things become due at given moments; `ticks` are when it was told to tick."""

    def __init__(self, clock: SandboxClock, *due: dt.datetime) -> None:
        self._clock = clock
        self._due = list(due)
        self.ticks: list[dt.datetime] = []

    async def order(self, *, is_tick: bool = False) -> Report:
        assert is_tick
        now = self._clock.now()
        self.ticks.append(now)
        self._due = [moment for moment in self._due if moment > now]
        return Report(1, now, min(self._due, default=None), is_idle=True)


class StuckBot(Bot):
    """A bot whose due work never gets done."""

    async def order(self, *, is_tick: bool = False) -> Report:
        await super().order(is_tick=is_tick)
        return Report(1, self._clock.now(), START, is_idle=True)


def hours(count: float) -> dt.timedelta:
    return dt.timedelta(hours=count)


def near(expected: list[dt.datetime], actual: list[dt.datetime]) -> bool:
    return len(expected) == len(actual) and all(
        dt.timedelta() <= after - before < SLACK for before, after in zip(expected, actual, strict=True)
    )


async def test_time_stops_at_every_due_moment_on_the_way() -> None:
    clock = SandboxClock.starting_at(START)
    bot = Bot(clock, START + hours(1), START + hours(1.75), START + hours(30))
    await Travel(World(clock.now, TOKEN), clock, bot).forward(hours(24))

    assert near([START, START + hours(1), START + hours(1.75), START + hours(24)], bot.ticks)


async def test_a_moment_that_has_passed_moves_nothing() -> None:
    clock = SandboxClock.starting_at(START)
    bot = Bot(clock)
    await Travel(World(clock.now, TOKEN), clock, bot).to(START - hours(1))

    assert near([START], bot.ticks)


async def test_work_that_never_gets_done_does_not_stop_time() -> None:
    clock = SandboxClock.starting_at(START)
    bot = StuckBot(clock)
    await Travel(World(clock.now, TOKEN), clock, bot).forward(dt.timedelta(seconds=30))

    assert clock.now() >= START + dt.timedelta(seconds=30)


async def test_the_page_hears_of_each_leg_and_of_the_end() -> None:
    clock = SandboxClock.starting_at(START)
    legs: list[Leg] = []
    bot = Bot(clock, START + hours(1))
    await Travel(World(clock.now, TOKEN), clock, bot, legs.append).forward(hours(2))

    assert [False, False, True] == [leg.is_over for leg in legs]
