"""Compares how soon drifts are found and how often none was there, and prints the table of docs/shifts.md; ends with 1 below the goal.

Run it: ``make bench-shifts DATA=../shared/data`` or ``python -m benchmarks.shifts --data ../shared/data``. What the
charts take from a cohort comes from the people with even numbers ("fitted"); those with odd numbers ("unseen") are what counts.
"""

import argparse
import dataclasses
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Sequence

from benchmarks.intervals import wilson
from benchmarks.shifts.charts import Chart, Cusum, Days, Ewma, Ours, fused
from benchmarks.shifts.people import (
    DAYS,
    DRIFT_FROM,
    SIGNALS,
    Prompts,
    can_drift,
    drifted,
    read,
    sampled,
)
from domain.shifts import LIMIT, WARM_UP

FILE = "rowland2020_esm.csv.gz"
GOAL = {"alarms": 0.30, "week": 0.42, "weeks": 0.72}
"""At most so many false alarms in 30 days, and at least these shares of joint drifts of one spread within 7 and 20 days."""
_SOON, _LATER = 7, 20


@dataclasses.dataclass(frozen=True)
class Sample:
    """One person as seen once: without a drift, and with drifts where one means anything."""

    number: int
    steady: Days
    joint: Days | None
    single: Days | None
    half: Days | None


@dataclasses.dataclass
class Found:
    """What a chart made of some samples."""

    onsets: int = 0
    days: int = 0
    on: int = 0
    hits: dict[str, list[int]] = dataclasses.field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Return the false alarms in 30 days of one person."""
        return self.onsets / self.days * 30


def main() -> None:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="the folder with the open data")
    parser.add_argument("--seeds", type=int, default=20, help="how often each person is sampled")
    given = parser.parse_args()
    people = read(given.data / FILE)
    samples = [sample for seed in range(given.seeds) for sample in _samples(people, seed)]
    charts = _charts(samples)
    print(
        f"{len(people)} people, {given.seeds} samples each; joint and single drifts of 1 and 0.5 of the person's own spread\n"
    )
    print(
        "| chart | half | false alarms / 30 d | days on | joint 1: 7 d | 20 d | single 1: 7 d | 20 d | joint 0.5: 7 d | 20 d |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    ours = None
    for chart in charts:
        for half, name in ((0, "fitted"), (1, "unseen")):
            found = _judged(chart, [one for one in samples if one.number % 2 == half])
            print(_row(chart.name, name, found, given.seeds))
            if half and isinstance(chart, Ours) and chart.limit == LIMIT:
                ours = found
    print(f"\none look at one person: {_milliseconds(samples):.2f} ms (median of 200)")
    assert ours is not None  # noqa: S101 it is among the charts
    week, weeks = (_share(ours.hits[name]) for name in ("joint week", "joint weeks"))
    is_reached = ours.rate <= GOAL["alarms"] and week >= GOAL["week"] and weeks >= GOAL["weeks"]
    print(
        f"goal {'reached' if is_reached else 'MISSED'}: {ours.rate:.3f} <= 0.30, {week:.3f} >= 0.42, {weeks:.3f} >= 0.72"
    )
    sys.exit(0 if is_reached else 1)


def _samples(people: Sequence[Prompts], seed: int) -> list[Sample]:
    found = []
    for number, prompts in enumerate(people):
        days = sampled(prompts, random.Random(f"{seed} {number}"))  # noqa: S311 a sample, no secret
        if can_drift(days):
            joint, half = drifted(days, 1), drifted(days, 0.5)
            found.append(Sample(number, days, joint, drifted(days, 1, number % len(SIGNALS)), half))
        else:
            found.append(Sample(number, days, None, None, None))
    return found


def _charts(samples: Sequence[Sample]) -> list[Chart]:
    """Return all that are compared; the usual spreads are those of the fitted half."""
    fitted = [sample.steady for sample in samples if sample.number % 2 == 0]
    spreads = [
        _usual([[None if day is None else float(day[signal]) for day in days] for days in fitted])
        for signal in range(len(SIGNALS))
    ]
    usual = (*spreads, _usual([fused(days, spreads) for days in fitted]))
    return [
        Ewma(0.1, 2.7),
        Ewma(0.2, 3.0),
        Ewma(1, 3.0),
        Cusum(0.5, 5.0, usual),
        Cusum(0.5, 3.5, usual),
        Cusum(0.5, 3.5, usual, is_fused=True),
        Cusum(0.5, 4.0, usual, is_fused=True),
        *(Ours(limit) for limit in sorted({2.0, 2.3, LIMIT, 3.0, 3.5})),
    ]


def _usual(series: Sequence[Sequence[float | None]]) -> float:
    seen = [[value for value in values if value is not None] for values in series]
    return statistics.median(statistics.stdev(values) for values in seen if len(values) > 1)


def _judged(chart: Chart, samples: Sequence[Sample]) -> Found:
    found = Found(
        hits={f"{kind} {span}": [] for kind in ("joint", "single", "half") for span in ("week", "weeks")}
    )
    for sample in samples:
        on = chart.alarms(sample.steady)
        found.onsets += sum(on[day] and not on[day - 1] for day in range(WARM_UP, DAYS))
        found.on += sum(on[WARM_UP:])
        found.days += DAYS - WARM_UP
        for kind, days in (("joint", sample.joint), ("single", sample.single), ("half", sample.half)):
            alarms = [] if days is None else chart.alarms(days)
            if not alarms or alarms[DRIFT_FROM - 1]:
                continue
            found.hits[f"{kind} week"].append(int(any(alarms[DRIFT_FROM : DRIFT_FROM + _SOON])))
            found.hits[f"{kind} weeks"].append(int(any(alarms[DRIFT_FROM : DRIFT_FROM + _LATER])))
    return found


def _row(name: str, half: str, found: Found, seeds: int) -> str:
    shares = [
        _interval(found.hits[f"{kind} {span}"], seeds)
        for kind in ("joint", "single", "half")
        for span in ("week", "weeks")
    ]
    return (
        f"| {name} | {half} | {found.rate:.2f} | {found.on / found.days:.0%} | " + " | ".join(shares) + " |"
    )


def _share(hits: Sequence[int]) -> float:
    return sum(hits) / len(hits)


def _interval(hits: Sequence[int], seeds: int) -> str:
    """Return a share with its Wilson interval; a person sampled many times counts as one."""
    share, count = _share(hits), len(hits) / seeds
    low, high = wilson(share, count)
    return f"{share:.2f} ({low:.2f}-{high:.2f})"


def _milliseconds(samples: Sequence[Sample]) -> float:
    chart, times = Ours(), []
    for sample in samples[:200]:
        before = time.perf_counter()
        chart.alarms(sample.steady)
        times.append((time.perf_counter() - before) * 1000 / (DAYS - WARM_UP))
    return statistics.median(times)


if __name__ == "__main__":
    main()
