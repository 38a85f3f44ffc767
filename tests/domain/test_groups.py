import datetime as dt

import pytest

from domain.errors import NotUnderstood
from domain.groups import LONGEST_NAME, Delays, check_defaults, check_delays, check_new_group


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "Tuesday\nevening", "a\u2028b"])
def test_a_group_needs_a_name_of_one_line(name: str) -> None:
    with pytest.raises(NotUnderstood):
        check_new_group("Our program", name, "UTC")
    with pytest.raises(NotUnderstood):
        check_new_group(name, "Tuesday", "UTC")


@pytest.mark.parametrize("name", ["T", " Tuesday ", "x" * LONGEST_NAME, "👨‍👩‍👧 <b>&", "مساء الثلاثاء"])
def test_any_line_can_be_a_name(name: str) -> None:
    check_new_group("Our program", name, "UTC")


@pytest.mark.parametrize("minutes", [(45, 120, 360), (0, 60, 180), (10, 20, 30), (60, 180, 720)], ids=str)
def test_a_ladder_rises_step_by_step_with_or_without_a_reminder(minutes: tuple[int, int, int]) -> None:
    check_delays(Delays(*(dt.timedelta(minutes=one) for one in minutes)))


@pytest.mark.parametrize(
    "minutes",
    [
        (60, 60, 360),
        (20, 180, 180),
        (5, 60, 180),
        (0, 5, 180),
        (120, 60, 180),
        (45, 120, 721),
        (-60, 60, 180),
    ],
    ids=str,
)
def test_a_ladder_that_cannot_be_climbed_is_refused(minutes: tuple[int, int, int]) -> None:
    with pytest.raises(NotUnderstood):
        check_delays(Delays(*(dt.timedelta(minutes=one) for one in minutes)))


@pytest.mark.parametrize(("minute", "weekdays"), [(-1, 127), (1440, 127), (600, 0), (600, 128)])
def test_newcomers_are_asked_at_a_time_of_day_on_some_weekday(minute: int, weekdays: int) -> None:
    check_defaults(600, 1)
    with pytest.raises(NotUnderstood):
        check_defaults(minute, weekdays)
