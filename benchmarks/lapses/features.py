"""Says in numbers what a bot would know of somebody's weeks; no arm, trial, age or sex is among them."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from benchmarks.lapses.weeks import Case, Week

Features = Mapping[str, float]

SIX: Final = ("used of four", "missed of four", "other drugs", "withdrawal", "week", "alcohol days")
"""The plain comparison of the protocol."""
ALL: Final = (
    "use after abstinence, own rate",
    "share of weeks with use",
    "recent use, two weeks",
    "recent use, eight weeks",
    "weeks since use",
    "abstinent weeks in a row",
    "longest such row",
    "never used here",
    "week, log",
    "share missed",
    "recent misses",
    "missed last week",
    "used last week",
    "other drugs, recent",
    "other drugs",
    "withdrawal",
    "withdrawal, recent",
    "days before, log",
    "days of use, recent",
)


def features_of(case: Case) -> Features:
    """Return the features of a case, from its weeks up to then."""
    past = case.past
    used = [float(week.is_used) for week in past]
    missed = [float(week.is_missed) for week in past]
    row = _row(past)
    followed = [
        max(used[place + 1], used[place + 2]) for place in range(len(past) - 2) if past[place].is_abstinent
    ]
    seen = [one for one, gone in zip(used, missed, strict=True) if not gone]
    since = next((ago for ago, one in enumerate(reversed(used)) if one), len(past) + 4)
    return {
        "used of four": sum(used[-5:-1]),
        "missed of four": sum(missed[-5:-1]),
        "week": past[-1].number,
        "alcohol days": past[-1].days["alcohol"],
        # Own rates are drawn to the middle of everybody's while little is known.
        "use after abstinence, own rate": _logit((sum(followed) + 0.9) / (len(followed) + 3)),
        "share of weeks with use": _logit((sum(seen) + 0.5) / (len(seen) + 1.5)),
        "recent use, two weeks": _recent(past, lambda week: week.is_used, 2),
        "recent use, eight weeks": _recent(past, lambda week: week.is_used, 8),
        "weeks since use": math.log1p(since),
        "abstinent weeks in a row": math.log1p(row),
        "longest such row": math.log1p(max(_row(past[:end]) for end in range(1, len(past) + 1))),
        "never used here": float(not any(used)),
        "week, log": math.log(past[-1].number),
        "share missed": sum(missed) / len(past),
        "recent misses": _recent(past, lambda week: week.is_missed, 2),
        "missed last week": missed[-2] if len(past) > 1 else 0.0,
        "used last week": used[-2] if len(past) > 1 else 0.0,
        "other drugs, recent": _recent(past, lambda week: week.days["other"], 3),
        "other drugs": float(past[-1].days["other"] > 0),
        "withdrawal": past[-1].withdrawal,
        "withdrawal, recent": _recent(past, lambda week: week.withdrawal, 3),
        "days before, log": math.log1p(case.person.before),
        "days of use, recent": _recent(past, lambda week: week.days["opioid"], 4),
    }


def _row(past: Sequence[Week]) -> int:
    """Count the abstinent weeks up to the last one."""
    return next((ago for ago, week in enumerate(reversed(past)) if not week.is_abstinent), len(past))


def _recent(past: Sequence[Week], value: Callable[[Week], float], half_life: float) -> float:
    """Return the mean over the weeks, each counting half as much as one `half_life` weeks later."""
    weights = [0.5 ** (ago / half_life) for ago in range(len(past) - 1, -1, -1)]
    return sum(value(week) * weight for week, weight in zip(past, weights, strict=True)) / sum(weights)


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
