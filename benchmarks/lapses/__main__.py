"""Fits on half of the people and tells how well the other half was foretold; prints the tables of docs/lapses.md.

Run it: ``make bench-lapses DATA=../shared/data`` or ``python -m benchmarks.lapses --data ../shared/data``. It ends with 1 below the goal.
"""

import argparse
import pathlib
import random
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.intervals import wilson
from benchmarks.lapses.features import ALL, SIX, Features, features_of
from benchmarks.lapses.logistic import Model, fitted
from benchmarks.lapses.plot import calibration
from benchmarks.lapses.weeks import Case, cases_of, read_people

GOAL = 0.75
FLAGGED = 0.20
_DRAWS, _SEED = 300, 7
_MIDDLE = 0.95

Point = tuple[float, float, float, float]
"""Foretold, came true, and the interval of that."""
Scored = list[tuple[float, bool, Case]]


def main() -> int:
    """Print the tables; return 1 where the goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument(
        "--picture", type=pathlib.Path, help="where to draw the calibration of use within two weeks"
    )
    asked = parser.parse_args()
    people = read_people(asked.data)
    cases = [case for person in people for case in cases_of(person)]
    print(f"{len({case.person.who for case in cases})} people with {len(cases)} abstinent weeks")
    reached, points = _report("use within two weeks", cases, lambda case: case.is_used)
    if asked.picture is not None:
        asked.picture.write_text(calibration(points), encoding="utf-8")
    _report("a gap of three missed weeks that begins next week", cases, lambda case: case.is_gone)
    return 0 if reached >= GOAL else 1


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the chance that a case with the outcome is scored above one without; ties count half."""
    ordered = sorted(scored, key=lambda one: one[0])
    above, rank, place = 0.0, 0, 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        above += sum(outcome for _, outcome in ordered[place:end]) * (place + 1 + end) / 2
        place = end
    rank = sum(outcome for _, outcome in ordered)
    others = len(ordered) - rank
    return (above - rank * (rank + 1) / 2) / (rank * others)


def _report(
    name: str, cases: Sequence[Case], outcome: Callable[[Case], bool | None]
) -> tuple[float, list[Point]]:
    known = [(case, found, features_of(case)) for case in cases if (found := outcome(case)) is not None]
    fit = [one for one in known if one[0].person.is_fitted]
    unseen = [one for one in known if not one[0].person.is_fitted]
    share = sum(found for _, found, _ in unseen) / len(unseen)
    print(f"\n{name}: {len(fit)} weeks fitted, {len(unseen)} unseen, {share:.1%} with the outcome")
    print("| model | AUC | 95 % | sensitivity at 20 % flagged | predictive value |\n|---|---|---|---|---|")
    for title, scores in (
        ("any use in the last four weeks", lambda features: float(features["used of four"] > 0)),
        ("six features", _scorer(SIX, fit)),
        ("all features", _scorer(ALL, fit)),
    ):
        scored: Scored = [(scores(features), found, case) for case, found, features in unseen]
        _line(title, scored)
    points = _calibrated(scored)
    for title, group in _groups(scored):
        print(f"- {title}: n {len(group)}, AUC {auc(_pairs(group)):.3f}")
    begun = time.perf_counter()
    for case, _, _ in unseen[:500]:
        features_of(case)
    print(f"{(time.perf_counter() - begun) / min(500, len(unseen)) * 1000:.2f} ms a person")
    return auc(_pairs(scored)), points


def _scorer(names: Sequence[str], fit: Sequence[tuple[Case, bool, Features]]) -> Callable[[Features], float]:
    rows = [[features[name] for name in names] for _, _, features in fit]
    model: Model = fitted(rows, [found for _, found, _ in fit])
    return lambda features: model.chance([features[name] for name in names])


def _line(title: str, scored: Scored) -> None:
    low, high = _interval(scored)
    flagged = sorted(scored, key=lambda one: -one[0])[: round(FLAGGED * len(scored))]
    hits, positives = sum(found for _, found, _ in flagged), sum(found for _, found, _ in scored)
    (s_low, s_high), (p_low, p_high) = (
        wilson(hits / positives, positives),
        wilson(hits / len(flagged), len(flagged)),
    )
    print(
        f"| {title} | {auc(_pairs(scored)):.3f} | {low:.3f}-{high:.3f} | {hits / positives:.2f} ({s_low:.2f}-{s_high:.2f}) "
        f"| {hits / len(flagged):.2f} ({p_low:.2f}-{p_high:.2f}) |"
    )


def _interval(scored: Scored) -> tuple[float, float]:
    """Return the middle 95 % over draws of people with replacement."""
    chance = random.Random(_SEED)  # noqa: S311  the same draws each time
    by_person: dict[int, list[tuple[float, bool]]] = {}
    for score, found, case in scored:
        by_person.setdefault(case.person.who, []).append((score, found))
    everybody = list(by_person.values())
    drawn = sorted(
        auc([one for person in chance.choices(everybody, k=len(everybody)) for one in person])
        for _ in range(_DRAWS)
    )
    edge = round(_DRAWS * (1 - _MIDDLE) / 2)
    return drawn[edge], drawn[-edge - 1]


def _calibrated(scored: Scored) -> list[Point]:
    ordered = sorted(scored, key=lambda one: one[0])
    points: list[Point] = []
    print("| foretold | came true | n |\n|---|---|---|")
    for tenth in range(10):
        part = ordered[len(ordered) * tenth // 10 : len(ordered) * (tenth + 1) // 10]
        foretold = sum(score for score, _, _ in part) / len(part)
        true = sum(found for _, found, _ in part) / len(part)
        points.append((foretold, true, *wilson(true, len(part))))
        print(f"| {foretold:.2f} | {true:.2f} | {len(part)} |")
    return points


def _groups(scored: Scored) -> list[tuple[str, Scored]]:
    ages = sorted({(case.person.who, case.person.age) for *_, case in scored if case.person.age is not None})
    ordered = sorted(age for _, age in ages if age is not None)
    first, second = ordered[len(ordered) // 3], ordered[2 * len(ordered) // 3]
    by_age = [
        (f"up to {first:.0f} years", lambda age: age <= first),
        (f"over {first:.0f}, up to {second:.0f}", lambda age: first < age <= second),
        (f"over {second:.0f}", lambda age: age > second),
    ]
    return [
        ("women", [one for one in scored if one[2].person.sex == "No"]),
        ("men", [one for one in scored if one[2].person.sex == "Yes"]),
        *(
            (title, [one for one in scored if one[2].person.age is not None and holds(one[2].person.age)])
            for title, holds in by_age
        ),
    ]


def _pairs(scored: Scored) -> list[tuple[float, bool]]:
    return [(score, found) for score, found, _ in scored]


if __name__ == "__main__":
    sys.exit(main())
