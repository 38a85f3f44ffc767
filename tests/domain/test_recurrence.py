import datetime as dt
import zoneinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.recurrence import (
    EVERY_DAY,
    MINUTES_A_DAY,
    Occurrence,
    local_date_at,
    next_occurrence,
    occurrence_from,
    occurrence_on,
)

NEW_YORK = "America/New_York"
ZONES = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc"))
MONDAY, SATURDAY = 0b1, 0b100000


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


def test_the_next_one_is_today_when_its_time_is_still_ahead() -> None:
    found = next_occurrence(18 * 60, EVERY_DAY, NEW_YORK, utc(2026, 3, 3, 17))

    assert Occurrence(dt.date(2026, 3, 3), utc(2026, 3, 3, 23)) == found


def test_the_next_one_is_strictly_after() -> None:
    found = next_occurrence(18 * 60, EVERY_DAY, NEW_YORK, utc(2026, 3, 3, 23))

    assert Occurrence(dt.date(2026, 3, 4), utc(2026, 3, 4, 23)) == found


def test_other_weekdays_are_left_out() -> None:
    found = next_occurrence(18 * 60, MONDAY | SATURDAY, NEW_YORK, utc(2026, 3, 3, 17))

    assert dt.date(2026, 3, 7) == found.local_date


def test_a_time_that_does_not_exist_is_the_first_moment_after_the_gap() -> None:
    """New York has no 02:30 on 8 March 2026: at 02:00 it becomes 03:00."""
    found = next_occurrence(2 * 60 + 30, EVERY_DAY, NEW_YORK, utc(2026, 3, 8, 0))

    assert Occurrence(dt.date(2026, 3, 8), utc(2026, 3, 8, 7)) == found


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    """New York has 01:30 twice on 1 November 2026, first as EDT."""
    found = next_occurrence(60 + 30, EVERY_DAY, NEW_YORK, utc(2026, 11, 1, 0))

    assert utc(2026, 11, 1, 5, 30) == found.at
    assert dt.date(2026, 11, 2) == next_occurrence(90, EVERY_DAY, NEW_YORK, found.at).local_date


def test_a_gap_before_midnight_keeps_the_date_it_belongs_to() -> None:
    """Greenland's clocks go from 23:00 to midnight on Saturday 30 March 2024."""
    found = next_occurrence(23 * 60 + 30, SATURDAY, "America/Nuuk", utc(2024, 3, 30, 12))

    assert Occurrence(dt.date(2024, 3, 30), utc(2024, 3, 31, 1)) == found


def test_a_half_hour_gap_is_known_to_the_second() -> None:
    """Lord Howe goes forward by half an hour only."""
    assert utc(2026, 10, 3, 15, 30) == occurrence_on(dt.date(2026, 10, 4), 2 * 60 + 10, "Australia/Lord_Howe")


def test_a_date_that_a_zone_left_out_has_no_occurrence() -> None:
    """Samoa had no 30 December 2011, a Friday."""
    friday = 0b10000
    found = next_occurrence(18 * 60, friday, "Pacific/Apia", utc(2011, 12, 29, 0))

    assert dt.date(2012, 1, 6) == found.local_date


def test_a_schedule_without_a_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match="weekday"):
        next_occurrence(0, 0, "UTC", utc(2026, 1, 1))


def test_the_occurrence_of_a_date_is_that_of_the_date_or_of_the_first_possible_one_after_it() -> None:
    """The weekdays, and what the zone leaves out, decide."""
    tuesday = dt.date(2026, 3, 3)

    assert tuesday == occurrence_from(tuesday, 18 * 60, EVERY_DAY, NEW_YORK).local_date
    assert dt.date(2026, 3, 7) == occurrence_from(tuesday, 18 * 60, MONDAY | SATURDAY, NEW_YORK).local_date
    assert (
        dt.date(2011, 12, 31)
        == occurrence_from(dt.date(2011, 12, 30), 18 * 60, EVERY_DAY, "Pacific/Apia").local_date
    )


@given(
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, MINUTES_A_DAY - 1),
    hours=st.integers(0, 4 * 366 * 24),
)
@settings(max_examples=300, deadline=None)
def test_every_day_has_exactly_one_occurrence(zone: str, minute: int, hours: int) -> None:
    start = utc(2024, 1, 1) + dt.timedelta(hours=hours)
    first = next_occurrence(minute, EVERY_DAY, zone, start)
    following = next_occurrence(minute, EVERY_DAY, zone, first.at)

    assert first.at > start
    assert first.at - start <= dt.timedelta(hours=25)
    assert first.local_date + dt.timedelta(days=1) == following.local_date


@given(
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, MINUTES_A_DAY - 1),
    days=st.integers(0, 730),
)
@settings(max_examples=300, deadline=None)
def test_the_clock_on_the_wall_shows_the_chosen_time_or_a_later_one(
    zone: str, minute: int, days: int
) -> None:
    date = dt.date(2026, 1, 1) + dt.timedelta(days=days)
    at = occurrence_on(date, minute, zone)
    wall = at.astimezone(zoneinfo.ZoneInfo(zone))
    a_second_before = (at - dt.timedelta(seconds=1)).astimezone(zoneinfo.ZoneInfo(zone))
    chosen = dt.datetime.combine(date, dt.time(minute // 60, minute % 60))

    assert wall.replace(tzinfo=None) >= chosen
    # Nothing earlier would have done: just before, the wall still showed less.
    assert a_second_before.replace(tzinfo=None) < chosen


def test_the_date_is_the_zone_s_own() -> None:
    assert dt.date(2026, 3, 2) == local_date_at(utc(2026, 3, 3, 4), NEW_YORK)
