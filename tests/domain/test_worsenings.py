import pytest

from domain.instruments.version import Kind
from domain.setbacks import Cause, Level, Rule, causes_of_measure, level_of


@pytest.mark.parametrize(
    ("kind", "before", "total", "is_told"),
    [
        (Kind.PHQ9, 9, 13, False),
        (Kind.PHQ9, 9, 14, True),
        (Kind.PHQ9, 14, 15, True),
        (Kind.PHQ9, 15, 17, False),
        (Kind.PHQ9, None, 14, False),
        (Kind.PHQ9, None, 15, True),
        (Kind.PHQ9, 14, 9, False),
        (Kind.GAD7, 5, 9, True),
        (Kind.GAD7, 5, 8, False),
        (Kind.WHO5, 60, 50, True),
        (Kind.WHO5, 60, 52, False),
        (Kind.WHO5, 50, 80, False),
        (Kind.PHQ4, 0, 12, False),
        (Kind.PHQ9, 9, None, False),
    ],
)
def test_a_questionnaire_that_is_worse_by_more_than_chance_is_told(
    kind: Kind, before: int | None, total: int | None, is_told: bool
) -> None:
    assert is_told == bool(causes_of_measure(kind, total, before))


def test_the_cause_says_from_what_to_what() -> None:
    assert [Cause(Rule.MEASURE, 5, None, detail="phq9 9 14")] == causes_of_measure(Kind.PHQ9, 14, 9)
    assert [Cause(Rule.MEASURE, None, None, detail="gad7 - 15")] == causes_of_measure(Kind.GAD7, 15, None)
    assert [Cause(Rule.MEASURE, 10, None, detail="who5 60 50")] == causes_of_measure(Kind.WHO5, 50, 60)


def test_it_is_something_to_watch() -> None:
    assert Level.WATCH is level_of(causes_of_measure(Kind.PHQ9, 20, None))
