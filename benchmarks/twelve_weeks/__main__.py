"""Run it: ``python -m benchmarks.twelve_weeks --people 1000``; prints a table and ends with 1 if a promise was broken."""

import argparse
import asyncio
import datetime as dt
import pathlib
import random
import sys
import tempfile
import time

from benchmarks.twelve_weeks.deeds import Deeds
from benchmarks.twelve_weeks.ledger import Books, books, faults, left_out
from benchmarks.twelve_weeks.people import ZONES, temper
from benchmarks.twelve_weeks.world import Somebody, World
from domain.access import Role
from domain.checkins import State
from domain.ids import Address, GroupId
from domain.recurrence import EVERY_DAY
from services.container import Container, Surroundings
from storage import schema
from storage.database import Database
from storage.unit_of_work import Storage, UnitOfWork
from storage.vault import MasterKeys, new_master_key

START = dt.datetime(2026, 9, 1, 4, 0, tzinfo=dt.UTC)
"""So that the clocks of three continents change within the twelve weeks."""
EVENING = 18 * 60
SETTLED_DAYS = 5
"""Days at the end without an outage: the longest one is over by then."""
WEEKS = 12
GROUP_OF = 10
OUTAGES_MINUTES = (1, 4, 20, 65, 5 * 60, 26 * 60, 72 * 60)
BOT_ID = 4242


def main() -> None:
    """Simulate, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.exit(asyncio.run(_run(asked.people, asked.weeks, asked.seed)))


async def _run(count: int, weeks: int, seed: int) -> int:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{pathlib.Path(folder)}/tandem.db")
        await schema.upgrade(database)
        storage = Storage(database, MasterKeys([new_master_key()]), BOT_ID)
        await storage.open()
        world = World(Container(storage, Surroundings("simulated_bot", "US")), _outages(weeks, seed))
        deeds = Deeds(world, START)
        for who in await _enrolled(storage, count, seed):
            world.people[who.person_id] = who
            deeds.begin(who)
        end = START + dt.timedelta(weeks=weeks)
        await world.run(START, end)
        await world.wind_up()
        found = await books(storage)
        await storage.close()
    people = list(world.people.values())
    print(_table(found))
    print(f"\n{world.messages:,} messages; " + ", ".join(f"{n:,} {what}" for what, n in deeds.counts.items()))
    print(f"outages: {', '.join(str(until - since) for since, until in world.outages)}")
    last = (end - dt.timedelta(days=2)).date()
    print(f"passed over by journeys east: {len(left_out(found, people, last)[1]):,}")
    broken = faults(found, people, last)
    for promise, times in broken.items():
        print(f"{'ok ' if not times else 'BAD'} {promise}: {times}")
    print(f"{count:,} people, {weeks} weeks, {time.monotonic() - began:,.0f} s")
    return 1 if any(broken.values()) else 0


def _outages(weeks: int, seed: int) -> list[tuple[dt.datetime, dt.datetime]]:
    chance = random.Random(seed)  # noqa: S311 a plan, no secret
    hours = (weeks * 7 - SETTLED_DAYS) * 24
    found = []
    for number, minutes in enumerate(OUTAGES_MINUTES):
        start = START + dt.timedelta(
            hours=hours * (number + chance.random() * 0.6 + 0.1) / len(OUTAGES_MINUTES)
        )
        found.append((start, start + dt.timedelta(minutes=minutes)))
    return found


async def _enrolled(storage: Storage, count: int, seed: int) -> list[Somebody]:
    people = []
    for number in range(count):
        async with storage.unit_of_work() as work:
            if number % GROUP_OF == 0:
                group = await _group(work, f"Group {number}")
            one = temper(seed * 1_000_003 + number)
            person = await work.people.add(Address(1_000 + number), "en", one.zone, START)
            seat = await work.groups.join(group, person, Role.PARTICIPANT, f"P{number}", START)
            await work.schedules.create(seat, one.minutes, EVERY_DAY, one.zone, START)
            people.append(Somebody(person, seat, one, one.zone))
    return people


async def _group(work: UnitOfWork, name: str) -> GroupId:
    program = await work.groups.program("Riverside", START)
    group = await work.groups.create(program, name, ZONES[0], EVENING, START)
    assert group is not None  # noqa: S101 every name is another
    return group


def _table(found: Books) -> str:
    states = [state for state in State if not state.is_open]
    weeks = found.by_week(START.date())
    rows = [["week", "due", *(state.value for state in states), "answered of asked"]]
    for week in sorted(weeks):
        rows.append([str(week + 1), *_figures(weeks[week], states)])
    total = sum((weeks[week] for week in weeks), start=type(weeks[min(weeks)])())
    rows.append(["all", *_figures(total, states)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _figures(counts: dict[State, int], states: list[State]) -> list[str]:
    asked = sum(number for state, number in counts.items() if state.was_asked)
    answered = sum(number for state, number in counts.items() if state.is_answered)
    share = f"{answered:,} of {asked:,} ({answered / asked:.0%})" if asked else "0 of 0"
    return [f"{sum(counts.values()):,}", *(f"{counts[state]:,}" for state in states), share]


main()
