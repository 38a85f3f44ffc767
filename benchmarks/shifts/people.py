"""Reads the days of 125 people and lets some of them become worse; it knows no detector.

The data are Rowland & Wenzel 2020 (CC BY-NC 4.0), six prompts a day over 40 days: they are read where they lie and no part of this
repository. As a bot sees them: per person and day one random answered prompt, kept with probability 0.7.
"""

import collections
import csv
import gzip
import math
import pathlib
import random
import statistics

SIGNALS = ("mood", "tension", "low", "anger")
"""Turned so that higher is worse, 0 to 10."""
DAYS = 40
DRIFT_FROM = 20
DRIFT_DAYS = 5
KEPT = 0.7
ANSWERED_AT_LEAST = 15

Values = tuple[int, ...]
Prompts = list[list[tuple[float, ...]]]
"""Of one person, by day: what was answered at each prompt."""


def read(path: pathlib.Path) -> list[Prompts]:
    """Return the answered prompts of everybody, by person and day."""
    answered: dict[tuple[float, int], list[tuple[float, ...]]] = collections.defaultdict(list)
    people: set[float] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            given = [float(row[name] or "nan") for name in _QUESTIONS]
            if any(math.isnan(value) for value in given):
                continue
            happy, excited, relaxed, satisfied, angry, anxious, depressed, sad = given
            people.add(person := float(row["subj_id"]))
            answered[person, int(float(row["dayno"]))].append(
                (
                    10 - (happy + excited + relaxed + satisfied) / 40,
                    anxious / 10,
                    (depressed + sad) / 20,
                    angry / 10,
                )
            )
    return [[answered.get((person, day), []) for day in range(1, DAYS + 1)] for person in sorted(people)]


def sampled(prompts: Prompts, chance: random.Random) -> list[Values | None]:
    """Return the days of one person as a bot would have seen them; None is a day without an answer."""
    days: list[Values | None] = []
    for of_day in prompts:
        is_kept, place = chance.random() < KEPT, chance.random()
        chosen = of_day[int(place * len(of_day))] if of_day and is_kept else None
        days.append(None if chosen is None else tuple(_whole(value) for value in chosen))
    return days


def can_drift(days: list[Values | None]) -> bool:
    """Tell whether a drift by a person's own spread means anything: enough days, and no signal that never moves."""
    seen = [day for day in days if day is not None]
    return len(seen) >= ANSWERED_AT_LEAST and all(spread > 0 for spread in _spreads(days))


def drifted(days: list[Values | None], by: float, only: int | None = None) -> list[Values | None]:
    """Return the days with a rise from day 20 on: `by` times each signal's own spread, in all signals or in one."""
    spreads = _spreads(days)
    found: list[Values | None] = []
    for number, day in enumerate(days, 1):
        share = min(1.0, (number - DRIFT_FROM + 1) / DRIFT_DAYS) if number >= DRIFT_FROM else 0.0
        found.append(
            day
            if day is None or not share
            else tuple(
                _whole(value + by * spread * share) if only in {None, signal} else value
                for signal, (value, spread) in enumerate(zip(day, spreads, strict=True))
            )
        )
    return found


_QUESTIONS = ("happy", "excited", "relaxed", "satisfied", "angry", "anxious", "depressed", "sad")


def _spreads(days: list[Values | None]) -> list[float]:
    seen = [day for day in days if day is not None]
    return [statistics.stdev(day[signal] for day in seen) for signal in range(len(SIGNALS))]


def _whole(value: float) -> int:
    return min(10, max(0, math.floor(value + 0.5)))
