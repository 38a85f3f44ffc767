"""Run it: ``python -m benchmarks.twelve_weeks``; prints a table and ends with 1 if a promise was broken.

The people are spread over several bots, each with a database of its own, so that every core has one.
"""

import argparse
import asyncio
import concurrent.futures
import dataclasses
import datetime as dt
import os
import sys
import time
from collections import Counter
from functools import partial

from benchmarks.twelve_weeks.deeds import Deeds
from benchmarks.twelve_weeks.inline import run_inline
from benchmarks.twelve_weeks.ledger import books, by_week, faults, left_out
from benchmarks.twelve_weeks.program import outages, program
from benchmarks.twelve_weeks.world import World
from domain.checkins import State

START = dt.datetime(2026, 9, 1, 4, 0, tzinfo=dt.UTC)
"""So that the clocks of three continents change within the twelve weeks."""
UNJUDGED = dt.timedelta(days=2)
"""The last days, on which not every zone has had its evening yet."""


@dataclasses.dataclass
class Outcome:
    """What one bot's people went through."""

    weeks: dict[int, Counter[State]]
    deeds: Counter[str]
    broken: Counter[str]


def main() -> None:
    """Simulate, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--weeks", type=int, default=12)
    parser.add_argument("--bots", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    began = time.monotonic()
    shares = [asked.people // asked.bots + (one < asked.people % asked.bots) for one in range(asked.bots)]
    with concurrent.futures.ProcessPoolExecutor(asked.bots) as bots:
        outcomes = list(bots.map(partial(_lived, weeks=asked.weeks), shares, range(asked.bots)))
    print(_table(_weeks(outcomes)))
    deeds = sum((one.deeds for one in outcomes), start=Counter[str]())
    print("\n" + ", ".join(f"{number:,} {what}" for what, number in deeds.items()))
    print("outages:", ", ".join(str(end - start) for start, end in outages(START, asked.weeks)))
    print("\nhow often each promise was broken:")
    broken: Counter[str] = Counter()
    for one in outcomes:
        broken.update(one.broken)
    for promise, times in broken.items():
        print(f"  {times:>6,}  {promise}")
    print(f"\n{asked.people:,} people, {asked.weeks} weeks, {time.monotonic() - began:,.0f} s")
    sys.exit(1 if broken.total() else 0)


def _lived(count: int, number: int, *, weeks: int) -> Outcome:
    run_inline()
    return asyncio.run(_live(count, number, weeks))


async def _live(count: int, number: int, weeks: int) -> Outcome:
    async with program(count, number, START) as (container, people):
        world = World(container, outages(START, weeks))
        deeds = Deeds(world, START)
        for who in people:
            world.people[who.person_id] = who
            deeds.begin(who)
        end = START + dt.timedelta(weeks=weeks)
        await world.run(START, end)
        await world.wind_up()
        found = await books(container.storage)
    last = (end - UNJUDGED).date()
    passed = len(left_out(found, people, last)[1])
    counts = Counter(deeds.counts) + Counter(
        {"messages": world.messages, "dates passed over by journeys": passed}
    )
    return Outcome(by_week(found, START.date()), counts, Counter(faults(found, people, last, world.outages)))


def _weeks(outcomes: list[Outcome]) -> dict[int, Counter[State]]:
    weeks: dict[int, Counter[State]] = {}
    for outcome in outcomes:
        for week, states in outcome.weeks.items():
            weeks.setdefault(week, Counter()).update(states)
    return weeks


def _table(weeks: dict[int, Counter[State]]) -> str:
    states = [state for state in State if not state.is_open]
    rows = [["week", "due", *(state.value for state in states), "answered of asked"]]
    rows += [[str(week + 1), *_figures(weeks[week], states)] for week in sorted(weeks)]
    rows.append(["all", *_figures(sum(weeks.values(), start=Counter[State]()), states)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _figures(counts: Counter[State], states: list[State]) -> list[str]:
    asked = sum(number for state, number in counts.items() if state.was_asked)
    answered = sum(number for state, number in counts.items() if state.is_answered)
    share = f"{answered:,} of {asked:,} ({answered / asked:.0%})" if asked else "0 of 0"
    return [f"{counts.total():,}", *(f"{counts[state]:,}" for state in states), share]


if __name__ == "__main__":
    main()
