"""Reads the weeks of the CTN-0094 data and picks the cases: abstinent weeks whose next two are known. It predicts nothing.

Source: shared data protocol, parts B and C. Trap: a self-report of no use ("-") in a week whose sample was missed may only mean that nobody
asked; a week is abstinent only when its sample says so too.
"""

import csv
import dataclasses
import gzip
import pathlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

_USE = {"+", "*"}
_DAYS_BEFORE = 30


@dataclasses.dataclass(frozen=True)
class Week:
    """One week of one person; days are 0 to 7, `withdrawal` 0 to 3."""

    number: int
    sample: str
    report: str
    days: Mapping[str, float]
    withdrawal: float

    @property
    def is_used(self) -> bool:
        """Tell whether the sample or the report says use."""
        return self.sample in _USE or self.report in _USE

    @property
    def is_missed(self) -> bool:
        """Tell whether the visit was missed."""
        return self.sample == "o"

    @property
    def is_abstinent(self) -> bool:
        """Tell whether both the sample and the report say that there was no use."""
        return self.sample == "-" and self.report == "-"


@dataclasses.dataclass(frozen=True)
class Person:
    """One person's weeks in order, with how many days of opioid use they told of in the 30 before the first."""

    who: int
    sex: str
    age: float | None
    weeks: tuple[Week, ...]
    before: int

    @property
    def is_fitted(self) -> bool:
        """Tell whether the person belongs to the half that is fitted on."""
        return self.who % 2 == 0


@dataclasses.dataclass(frozen=True)
class Case:
    """An abstinent week, all weeks up to it, and what came: use within two weeks (B), a gap of three missed weeks next (C)."""

    person: Person
    past: tuple[Week, ...]
    is_used: bool | None
    is_gone: bool | None


def read_people(folder: pathlib.Path) -> list[Person]:
    """Return everybody, by number."""
    weeks: dict[int, list[Week]] = defaultdict(list)
    for row in _rows(folder / "ctn0094_weekly.csv.gz"):
        if int(row["week"]) >= 1:
            weeks[int(row["who"])].append(_week(row))
    before: dict[int, int] = defaultdict(int)
    for row in _rows(folder / "ctn0094_tlfb_daily.csv.gz"):
        before[int(row["who"])] += row["grp"] == "opioid" and -_DAYS_BEFORE < float(row["d"]) <= 0
    with (folder / "ctn0094_people.csv").open(newline="", encoding="utf-8") as file:
        about = {int(row["who"]): row for row in csv.DictReader(file)}
    return [
        Person(
            who,
            about.get(who, {}).get("is_male", ""),
            _number(about.get(who, {}).get("age", "")),
            tuple(sorted(found, key=lambda week: week.number)),
            before[who],
        )
        for who, found in sorted(weeks.items())
    ]


def cases_of(person: Person) -> list[Case]:
    """Return the person's cases; an outcome that cannot be known is None, and a case without either is left out."""
    by_number = {week.number: week for week in person.weeks}
    cases = []
    for place, week in enumerate(person.weeks):
        if not week.is_abstinent:
            continue
        following = [by_number.get(week.number + ahead) for ahead in (1, 2, 3)]
        case = Case(person, person.weeks[: place + 1], _use_in(following[:2]), _gap_in(following))
        if case.is_used is not None or case.is_gone is not None:
            cases.append(case)
    return cases


def _use_in(following: Sequence[Week | None]) -> bool | None:
    if any(week is not None and week.is_used for week in following):
        return True
    return None if any(week is None or week.is_missed for week in following) else False


def _gap_in(following: Sequence[Week | None]) -> bool | None:
    if any(week is not None and not week.is_missed for week in following):
        return False
    return None if None in following else True


def _week(row: Mapping[str, str]) -> Week:
    days = {name: _number(row[f"days_{name}"]) or 0.0 for name in ("alcohol", "cannabis", "opioid", "other")}
    return Week(int(row["week"]), row["uds"], row["tlfb"], days, _number(row["withdrawal"]) or 0.0)


def _rows(path: pathlib.Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
