import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shifts import ANSWERS_NEEDED, CALM_DAYS, LIMIT, WARM_UP, Day, Shift, Watch, shift_in

SIGNALS = ("mood", "tension", "craving", "sleep")


def ordinary(days: int, seed: int = 1, around: float = 4.0) -> list[Day | None]:
    """Return days that wobble around a middle and go nowhere."""
    chance = random.Random(seed)  # noqa: S311 days, no secret
    return [{name: round(chance.gauss(around, 1.2)) for name in SIGNALS} for _ in range(days)]


def raised(days: list[Day | None], last: int, by: float, *names: str) -> list[Day | None]:
    """Return the days with the last ones worse."""
    start = len(days) - last
    return [
        day
        if day is None or number < start
        else {name: value + by * (name in names) for name, value in day.items()}
        for number, day in enumerate(days)
    ]


def score(days: list[Day | None]) -> float:
    found = shift_in(days)
    assert found is not None
    return found.score


def test_in_the_first_two_weeks_nothing_is_looked_at() -> None:
    days = raised(ordinary(WARM_UP), 5, 5, *SIGNALS)

    assert shift_in(days) is None
    assert shift_in([*days, days[-1]]) is not None


def test_with_too_few_answers_nothing_is_said() -> None:
    days: list[Day | None] = [None] * 30
    for place in range(ANSWERS_NEEDED - 1):
        days[-1 - place] = {"mood": 9}

    assert shift_in(days) is None


def test_a_day_without_an_answer_says_nothing() -> None:
    assert shift_in([*ordinary(30), None]) is None
    assert shift_in([*ordinary(30), {}]) is None
    assert shift_in([]) is None


def test_days_that_go_nowhere_are_seldom_a_shift() -> None:
    shifts = [score(ordinary(40, seed)) > LIMIT for seed in range(200)]

    assert statistics.mean(shifts) < 1 / 10


def test_a_week_that_is_clearly_worse_in_everything_is_a_shift() -> None:
    shifts = [score(raised(ordinary(40, seed), 7, 2.5, *SIGNALS)) > LIMIT for seed in range(100)]

    assert statistics.mean(shifts) > 9 / 10


def test_it_says_since_when_and_what_has_risen_first() -> None:
    found = shift_in(raised(ordinary(45, 3), 12, 4, "tension"))

    assert found is not None
    assert found.score > LIMIT
    assert "tension" == found.signals[0]
    assert 6 <= found.days <= 16


def test_days_that_become_better_are_no_shift() -> None:
    assert all(score(raised(ordinary(40, seed), 10, -2.5, *SIGNALS)) < LIMIT for seed in range(50))


def test_one_bad_day_alone_is_seldom_a_shift() -> None:
    without = statistics.mean(score(ordinary(40, seed)) > LIMIT for seed in range(200))
    with_it = statistics.mean(
        score(raised(ordinary(40, seed), 1, 6, *SIGNALS)) > LIMIT for seed in range(200)
    )

    assert with_it - without < 1 / 10


@given(st.integers(0, 500), st.sampled_from([2.0, 0.5]), st.integers(-3, 3))
def test_only_the_order_of_somebodys_own_answers_counts(seed: int, stretch: float, by: int) -> None:
    days = raised(ordinary(35, seed), 6, 2, "mood", "sleep")
    other: list[Day | None] = [
        {name: value * stretch + by for name, value in (day or {}).items()} for day in days
    ]

    assert score(days) == pytest.approx(score(other))


@given(st.lists(st.none() | st.dictionaries(st.sampled_from(SIGNALS), st.integers(0, 10)), max_size=90))
def test_any_days_can_be_looked_at(days: list[Day | None]) -> None:
    found = shift_in(days)

    assert found is None or set(found.signals) <= set(SIGNALS)


def test_signals_that_are_not_asked_every_day_are_looked_at_where_they_were() -> None:
    days = raised(ordinary(40, 5), 8, 4, "craving")
    thinned: list[Day | None] = [
        {name: value for name, value in (day or {}).items() if name == "craving" or number % 3 == 0}
        for number, day in enumerate(days)
    ]
    found = shift_in(thinned)

    assert found is not None
    assert "craving" == found.signals[0]


def watched(*scores: float | None) -> Watch:
    watch = Watch()
    for one in scores:
        watch = watch.after(None if one is None else Shift(one, 3, ("mood",)))
    return watch


HIGH, LOW = LIMIT + 1, LIMIT - 1


def test_a_shift_is_over_after_three_calm_days_in_a_row() -> None:
    assert watched(HIGH).is_on
    assert watched(HIGH, *[LOW] * (CALM_DAYS - 1)).is_on
    assert not watched(HIGH, *[LOW] * CALM_DAYS).is_on
    assert watched(HIGH, LOW, LOW, HIGH, LOW, LOW).is_on


def test_a_day_without_an_answer_ends_nothing_and_begins_nothing() -> None:
    assert watched(HIGH, None, None, None, None).is_on
    assert not watched(None, LOW, None).is_on


def test_while_a_shift_lasts_the_days_since_its_beginning_do_not_become_what_is_usual() -> None:
    days = raised(ordinary(60, 8), 35, 4, *SIGNALS)

    alone, kept = shift_in(days), shift_in(days, Watch(lasting=33))
    assert alone is not None
    assert kept is not None
    assert kept.score > alone.score
