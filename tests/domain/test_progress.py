import dataclasses
import datetime as dt

import pytest

from domain.checkins import Answer, CheckIn, State
from domain.forms import Form
from domain.items import CRAVING, MOOD, ItemId, Use
from domain.progress import (
    MEASURED,
    Course,
    Day,
    Figures,
    course_of,
    figures,
    is_hard,
    observation,
    run_of,
    spark,
)
from tests.domain.test_checkins import DUE, checkin

TODAY = dt.date(2026, 3, 3)
DAY = dt.timedelta(days=1)


def day(back: int, state: State = State.COMPLETED, **values: int) -> CheckIn:
    answers = {
        ItemId(item): Answer(value, None, is_skipped=False, answered_at=DUE) for item, value in values.items()
    }
    return dataclasses.replace(
        checkin(), local_date=TODAY - back * DAY, due_at=DUE - back * DAY, state=state, answers=answers
    )


def course(*cravings: int | None) -> Course:
    dates = [TODAY - back * DAY for back in range(len(cravings) - 1, -1, -1)]
    return Course(tuple(Day(on=date, craving=value) for date, value in zip(dates, cravings, strict=True)))


def test_a_day_without_an_answer_is_a_gap() -> None:
    made = course_of([day(2, mood=5), day(1, State.MISSED), day(0, mood=6)], TODAY - 3 * DAY, TODAY)

    assert (None, 5, None, 6) == made.values(MOOD)
    assert [None, State.COMPLETED, State.MISSED, State.COMPLETED] == [one.state for one in made.days]


def test_a_rate_has_its_counts_and_leaves_out_who_could_not_answer() -> None:
    states = (State.PAUSED, State.UNREACHABLE, State.EXCUSED, State.MISSED, State.SKIPPED, State.PARTIAL)
    made = course_of([day(back, state) for back, state in enumerate(states)], TODAY - 6 * DAY, TODAY)

    assert (1, 3) == (made.answered, made.asked)


def test_an_open_one_is_not_counted_yet() -> None:
    made = course_of([day(0, State.OPEN)], TODAY, TODAY)

    assert (0, 0) == (made.answered, made.asked)


def test_of_two_check_ins_a_day_the_strongest_craving_and_the_latest_mood_count() -> None:
    morning = dataclasses.replace(
        day(0, mood=3, craving=8, use=1), due_at=DUE - dt.timedelta(hours=9), slot=1
    )
    made = course_of([morning, day(0, State.MISSED, mood=6, craving=2, use=0)], TODAY, TODAY)

    assert Day(TODAY, State.COMPLETED, mood=6, craving=8, sleep=None, use=Use.YES, answered=2) == made.days[0]
    assert made.has_several_a_day
    assert (TODAY,) == made.uses


def test_not_saying_is_never_a_no() -> None:
    made = course_of([day(0, use=0), dataclasses.replace(day(0, use=2), slot=1)], TODAY, TODAY)

    assert Use.RATHER_NOT_SAY == made.days[0].use
    assert () == made.uses


def test_a_spark_line_draws_gaps_as_gaps() -> None:
    assert "▁·▅█" == spark([0, None, 5, 10])


def test_figures_count_only_what_was_answered() -> None:
    assert Figures(2, 4.5, 3, 6) == figures([3, None, 6])
    assert figures([None, None]) is None


def test_something_stands_out_two_points_from_the_usual() -> None:
    seen = observation(course(4, 4, 5, 4, 4, 6))

    assert seen is not None
    assert (CRAVING, 6, 4, 5) == (
        seen.item,
        seen.value,
        seen.usual,
        seen.answers,
    )


@pytest.mark.parametrize(
    "cravings",
    [(4, 4, 4, 4, 4, 5), (4, 4, 4, 4, 9), (4, 4, 4, 4, 4, None), (), (9,)],
    ids=["one point", "too few answers", "no answer today", "no days", "first day"],
)
def test_nothing_is_said_that_the_data_do_not_bear(cravings: tuple[int | None, ...]) -> None:
    assert observation(course(*cravings)) is None


def test_the_usual_is_that_of_two_weeks() -> None:
    long_ago = [9] * 20
    lately: list[int | None] = [2] * 14

    seen = observation(course(*long_ago, *lately, 9))
    assert seen is not None
    assert (2, 14) == (seen.usual, seen.answers)


@pytest.mark.parametrize(
    ("mood", "craving", "tension", "hard"),
    [
        (3, 0, 0, True),
        (4, 4, 7, False),
        (9, 5, None, True),
        (None, None, None, False),
        (None, 5, None, True),
        (9, 0, 8, True),
        (None, None, 8, True),
    ],
)
def test_a_hard_moment_is_a_low_mood_a_strong_craving_or_a_high_tension(
    mood: int | None, craving: int | None, tension: int | None, hard: bool
) -> None:
    assert hard == is_hard(mood, craving, tension)


def test_a_day_is_short_when_nothing_longer_was_answered() -> None:
    short = dataclasses.replace(day(0, mood=6), form=Form.SHORT)
    full = dataclasses.replace(day(0, mood=6, craving=1), slot=1)

    assert course_of([short], TODAY, TODAY).days[0].is_short
    assert not course_of([short, full], TODAY, TODAY).days[0].is_short
    assert not course_of([dataclasses.replace(short, answers={})], TODAY, TODAY).days[0].is_short


def test_a_day_is_late_when_something_was_answered_after_it() -> None:
    late = dataclasses.replace(day(0, mood=6), late_at=DUE)
    opened_only = dataclasses.replace(day(0, mood=6), late_at=DUE + DAY)

    assert course_of([late], TODAY, TODAY).days[0].is_late
    assert not course_of([opened_only], TODAY, TODAY).days[0].is_late


@pytest.mark.parametrize("item", MEASURED)
def test_every_measured_question_has_its_course(item: ItemId) -> None:
    assert (7,) == course_of([day(0, **{item: 7})], TODAY, TODAY).values(item)


def test_a_run_counts_asked_days_with_an_answer_and_passes_over_those_on_which_nobody_asked() -> None:
    asked = [
        (TODAY - dt.timedelta(0), State.COMPLETED),
        (TODAY - dt.timedelta(1), State.PAUSED),
        (TODAY - dt.timedelta(2), State.MISSED),
        (TODAY - dt.timedelta(2), State.PARTIAL),
        (TODAY - dt.timedelta(3), State.SKIPPED),
        (TODAY - dt.timedelta(4), State.COMPLETED),
    ]

    assert 2 == run_of(asked)
    assert 0 == run_of([(TODAY - dt.timedelta(0), State.MISSED), (TODAY - dt.timedelta(1), State.COMPLETED)])
    assert 0 == run_of([])
