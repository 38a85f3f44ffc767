import datetime as dt

import pytest

from domain.rounds import next_round_at
from domain.setbacks import Level

ZONE = "America/New_York"


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize("told", ["2026-03-03T17:00", "2026-03-03T07:00", "2026-03-04T04:59"])
def test_urgent_is_told_again_after_a_quarter_of_an_hour_by_day_and_by_night(told: str) -> None:
    assert utc(told) + dt.timedelta(minutes=15) == next_round_at(Level.URGENT, utc(told), ZONE)


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("2026-03-03T17:00", "2026-03-03T21:00"),  # noon: at four
        ("2026-03-03T23:00", "2026-03-04T03:00"),  # six in the evening: at ten
        ("2026-03-03T23:01", "2026-03-04T13:01"),  # a minute later: a minute past eight
        ("2026-03-04T02:00", "2026-03-04T16:00"),  # nine: an hour now, three tomorrow
        ("2026-03-04T06:00", "2026-03-04T17:00"),  # one at night: at noon
        ("2026-03-04T13:00", "2026-03-04T17:00"),  # eight in the morning: at noon
    ],
)
def test_high_is_told_again_after_four_waking_hours_of_the_group(told: str, again: str) -> None:
    assert utc(again) == next_round_at(Level.HIGH, utc(told), ZONE)


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("2026-03-08T02:00", "2026-03-08T15:00"),  # the night in which an hour is lost
        ("2026-11-01T01:00", "2026-11-01T16:00"),  # the night in which an hour comes twice
    ],
)
def test_waking_hours_are_those_of_the_clock_on_the_wall(told: str, again: str) -> None:
    assert utc(again) == next_round_at(Level.HIGH, utc(told), ZONE)


def test_watch_is_never_told_again() -> None:
    assert next_round_at(Level.WATCH, utc("2026-03-03T17:00"), ZONE) is None
