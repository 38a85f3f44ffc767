import pytest

from benchmarks.lapses.__main__ import auc
from benchmarks.lapses.features import ALL, SIX, features_of
from benchmarks.lapses.logistic import fitted
from benchmarks.lapses.weeks import Person, Week, cases_of

NO_DAYS = {"alcohol": 0.0, "cannabis": 0.0, "opioid": 0.0, "other": 0.0}


def person(*weeks: str) -> Person:
    """Return somebody by weeks of sample and report, for example "--" or "o-"."""
    found = tuple(Week(number, one[0], one[1], NO_DAYS, 0.0) for number, one in enumerate(weeks, 1))
    return Person(2, "No", 30.0, found, 0)


@pytest.mark.parametrize(
    ("weeks", "used", "gone"),
    [
        (("--", "--", "--"), [False], [False, False]),
        (("--", "+-", "--"), [True], [False]),
        (("--", "o-", "-+"), [True], [False]),
        (("--", "o-", "--"), [], [False]),
        (("--", "o-", "o-", "o-"), [], [True]),
        (("o-", "o-"), [], []),
        (("--",), [], []),
    ],
)
def test_only_weeks_whose_end_is_known_are_cases(
    weeks: tuple[str, ...], used: list[bool], gone: list[bool]
) -> None:
    cases = cases_of(person(*weeks))
    assert used == [case.is_used for case in cases if case.is_used is not None]
    first = [case.is_gone for case in cases if case.is_gone is not None]
    assert gone[:1] == first[:1]


def test_a_report_of_no_use_in_a_missed_week_is_not_abstinence() -> None:
    cases = cases_of(person("o-", "--", "o-", "--", "--", "--"))
    assert [2, 4, 5] == [case.past[-1].number for case in cases]


def test_nothing_of_the_weeks_to_come_is_a_feature() -> None:
    first, *_ = cases_of(person("--", "--", "--"))
    other, *_ = cases_of(person("--", "+-", "+-"))
    assert features_of(first) == features_of(other)
    assert set(ALL) | set(SIX) == set(features_of(first))


def test_the_area_counts_pairs_in_order_and_ties_half() -> None:
    assert auc([(0.9, True), (0.1, False)]) == 1.0
    assert auc([(0.1, True), (0.9, False)]) == 0.0
    assert auc([(0.5, True), (0.5, False)]) == 0.5


def test_the_regression_finds_what_there_is() -> None:
    rows = [(float(number % 10), float(number % 3)) for number in range(300)]
    model = fitted(rows, [row[0] > 4 for row in rows])
    assert model.chance((9.0, 1.0)) > 0.9
    assert model.chance((0.0, 1.0)) < 0.1
