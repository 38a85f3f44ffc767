"""Alerts among kills and a failing network: each is delivered, what comes twice says so, and what nobody has seen climbs in time.

A few kills in the tests; `make kill-alerts` kills 200 times while three calls in ten fail.
"""

import asyncio
import collections
import datetime as dt
import itertools
import os
import random
import re
import sqlite3
import time
from collections.abc import Callable

from sandbox.ground import Ground
from sandbox.prepared import become_facilitator, invite, join
from tests.e2e.conftest import founded, running
from tests.e2e.phone import Phone, phone

KILLS = int(os.environ.get("TANDEM_KILLS", "4"))
FAULTY = float(os.environ.get("TANDEM_FAULTY", "0.3"))
SEED = 20261124
PEOPLE = min(KILLS * 3, 60)
QUARTER = dt.timedelta(minutes=15)
TICK = dt.timedelta(seconds=10)
CLIMBS = 3
REPEATS = ("Again, not yet seen", "there is more", "A repeat")
_ALERTED = re.compile(r"\b(P\d\d)\b.*your eyes")
HEALTHY_SECONDS = 90.0
"""How long after the last kill and fault everything that is owed may take to arrive."""


async def test_kills_and_faults_lose_no_alert_and_every_repeat_says_so() -> None:
    async with running() as ground:
        dana = phone(ground, "Dana")
        await become_facilitator(dana, await founded(ground, "Tuesday evening"))
        people = [phone(ground, f"P{number:02d}") for number in range(PEOPLE)]
        for person in people:
            await join(person, await invite(dana))
        await _calls_among_kills(ground, people)
        await _until_all_have_arrived(ground, people)
        cards = _cards(dana)

        assert {person.name for person in people} <= set(cards)
        assert [] == [card for each in cards.values() for card in each[1:] if not _is_marked(card)]

        slowest = 0.0
        for number in range(1, CLIMBS + 1):
            begun = time.perf_counter()
            async with asyncio.TaskGroup() as group:
                group.create_task(ground.travel.forward(QUARTER))
                group.create_task(_kill_soon(ground))
            await _until_climbed(ground, number)
            slowest = max(slowest, time.perf_counter() - begun)
        late = _late(ground)
        told = sum(map(len, _cards(dana).values()))
        done = f"{ground.bot.starts - 1} kills, {FAULTY:.0%} of calls faulty, {PEOPLE} alerts: 0 lost, {told} cards"
        print(f"{done}, rounds told within {slowest:.1f} s of a kill at their moment")  # noqa: T201  for `make kill-alerts`

        assert late <= TICK
        assert ground.bot.starts == KILLS + CLIMBS + 1


async def _calls_among_kills(ground: Ground, people: list[Phone]) -> None:
    """Let everybody call for help at some moment between the kills."""
    chance = random.Random(SEED)  # noqa: S311  the moments are to be the same in every run
    calls = sorted(chance.sample(range(KILLS * 3), PEOPLE))
    ground.world.faults.some(FAULTY, SEED)
    waiting = collections.deque(zip(calls, people, strict=True))
    for moment in range(KILLS * 3):
        while waiting and waiting[0][0] <= moment:
            await waiting.popleft()[1].send("/sos")
        await asyncio.sleep(chance.uniform(0.0, 0.3))
        if moment % 3 == 2:
            ground.bot.kill()
            await ground.bot.until_up()
    for _, person in waiting:
        await person.send("/sos")
    ground.world.faults.clear()


async def _kill_soon(ground: Ground) -> None:
    await asyncio.sleep(random.Random(SEED).uniform(0.0, 0.1))  # noqa: S311  no secret
    ground.bot.kill()
    await ground.bot.until_up()


async def _until_all_have_arrived(ground: Ground, people: list[Phone]) -> None:
    raised = "SELECT count(*) FROM alerts"
    owed = "SELECT count(*) FROM outbox WHERE kind LIKE 'alert.%' AND state IN ('new', 'sending')"
    await _until(lambda: _count(ground, raised) == len(people) and not _count(ground, owed))


async def _until_climbed(ground: Ground, number: int) -> None:
    await _until(lambda: not _count(ground, "SELECT count(*) FROM alerts WHERE repeats < ?", number))


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(HEALTHY_SECONDS):
        while not holds():  # noqa: ASYNC110  the bot is another process, which rings nobody
            await asyncio.sleep(0.1)


def _cards(dana: Phone) -> dict[str, list[str]]:
    """Return what was put before Dana's eyes about each person, in order, whether or not it still stands in the chat."""
    cards: dict[str, list[str]] = collections.defaultdict(list)
    seen: set[int] = set()
    for sight in dana.sights:
        found = _ALERTED.search(sight.text)
        if sight.bubble is not None and found is not None and sight.bubble.id not in seen:
            seen.add(sight.bubble.id)
            cards[found[1]].append(sight.text)
    return cards


def _is_marked(card: str) -> bool:
    return any(mark in card for mark in REPEATS)


def _late(ground: Ground) -> dt.timedelta:
    """Return by how much a round came later than a quarter of an hour after the one before it, from the second on."""
    connection = sqlite3.connect(f"file:{ground.database}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "SELECT about, min(not_before) FROM outbox WHERE kind = 'alert.urgent' "
            "GROUP BY about, json_extract(data, '$.round') ORDER BY about, min(not_before)"
        ).fetchall()
    finally:
        connection.close()
    moments: dict[str, list[dt.datetime]] = collections.defaultdict(list)
    for about, at in rows:
        moments[about].append(dt.datetime.fromisoformat(at))
    # The first round waited while the clock stood still between the calls and the first journey.
    gaps = [later - at for each in moments.values() for at, later in itertools.pairwise(each[-CLIMBS:])]
    assert all(gap >= QUARTER for gap in gaps)
    return max(gaps) - QUARTER


def _count(ground: Ground, query: str, *values: int) -> int:
    connection = sqlite3.connect(f"file:{ground.database}?mode=ro", uri=True)
    try:
        (found,) = connection.execute(query, values).fetchone()
    finally:
        connection.close()
    return int(found)
