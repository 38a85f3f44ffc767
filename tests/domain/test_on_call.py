import datetime as dt

import pytest

from domain.errors import NotUnderstood
from domain.on_call import Hours, first_gap, hours_of, weekdays_in
from domain.recurrence import EVERY_DAY

ZONE = "America/New_York"
MONDAY = dt.datetime(2026, 3, 2, 5, tzinfo=dt.UTC)
"""Midnight in New York."""
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
OFFICE = Hours(weekdays_in(range(5)), 9 * 60, 17 * 60)
NIGHTS = Hours(weekdays_in([4]), 22 * 60, 6 * 60)


@pytest.mark.parametrize(
    ("hours", "moment", "is_on"),
    [
        (OFFICE, MONDAY + 9 * HOUR, True),
        (OFFICE, MONDAY + 9 * HOUR - dt.timedelta(seconds=1), False),
        (OFFICE, MONDAY + 17 * HOUR, False),
        (OFFICE, MONDAY + 5 * DAY + 12 * HOUR, False),
        (NIGHTS, MONDAY + 4 * DAY + 22 * HOUR, True),
        (NIGHTS, MONDAY + 5 * DAY + 5 * HOUR, True),
        (NIGHTS, MONDAY + 5 * DAY + 6 * HOUR, False),
        (NIGHTS, MONDAY + 5 * DAY + 23 * HOUR, False),
        (Hours(1, 480, 480), MONDAY + DAY + 7 * HOUR, True),
        (Hours(1, 480, 480), MONDAY + DAY + 8 * HOUR, False),
    ],
)
def test_hours_over_midnight_belong_to_the_day_on_which_they_begin(
    hours: Hours, moment: dt.datetime, *, is_on: bool
) -> None:
    assert is_on is hours.covers(moment, ZONE)


def test_hours_begin_now_or_next_by_the_clock_on_the_wall() -> None:
    assert MONDAY + 9 * HOUR == OFFICE.begins_at(MONDAY, ZONE)
    assert MONDAY + 10 * HOUR == OFFICE.begins_at(MONDAY + 10 * HOUR, ZONE)
    # Summer time begins on Sunday, the 8th: nine is an hour earlier in UTC.
    assert MONDAY + 7 * DAY + 8 * HOUR == OFFICE.begins_at(MONDAY + 5 * DAY, ZONE)


def test_no_day_or_a_minute_that_no_day_has_are_no_hours() -> None:
    for wrong in ((0, 1, 2), (EVERY_DAY + 1, 1, 2), (1, -1, 2), (1, 0, 24 * 60)):
        with pytest.raises(NotUnderstood):
            hours_of(*wrong)


def test_a_gap_is_found_where_nobody_is_on_call_within_the_week() -> None:
    assert (MONDAY, MONDAY + 9 * HOUR) == first_gap([OFFICE], [ZONE], MONDAY)
    assert first_gap([OFFICE, None], [ZONE, ZONE], MONDAY) is None
    always = [Hours(EVERY_DAY, 8 * 60, 20 * 60), Hours(EVERY_DAY, 20 * 60, 8 * 60)]
    assert first_gap(always, [ZONE, ZONE], MONDAY) is None
    assert first_gap([], [], MONDAY) == (MONDAY, MONDAY + 7 * DAY)
