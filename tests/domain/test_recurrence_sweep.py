"""Every zone, two years, every half-hour: exactly one occurrence per local day, at the moment that the zone's own clock shows.

The moments are checked against a second reckoning that shares nothing with the first: it walks through the two years a
quarter of an hour at a time and reads the wall clock. Zones whose clocks agree throughout are walked once and counted
as often as there are.
"""

import datetime as dt
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator

import pytest

from domain.recurrence import EVERY_DAY, MINUTES_A_DAY, Occurrence, next_occurrence

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)
HALF_HOURS = range(0, MINUTES_A_DAY, 30)
QUARTER = dt.timedelta(minutes=15)
DAY = dt.timedelta(days=1)

Clock = tuple[tuple[int, dt.timedelta], ...]
"""A zone's offset at the start, and at each quarter of an hour at which it changes."""


def test_every_zone_has_one_occurrence_per_local_day_at_every_half_hour(
    capsys: pytest.CaptureFixture[str],
) -> None:
    zones = zones_by_clock()
    cases = 0
    for clock, alike in zones.items():
        dates, moments = walked(clock)
        for minute in HALF_HOURS:
            found = [(one.local_date, one.at) for one in occurrences(minute, alike[0])]

            assert [(date, moments[date, minute]) for date in dates] == found, (alike[0], minute)
            cases += len(found) * len(alike)
    with capsys.disabled():
        names = sum(map(len, zones.values()))
        print(  # noqa: T201 the count is part of the result
            f"\n{cases:,} occurrences in {names} zones ({len(zones)} different clocks), {FIRST} to {LAST}"
        )

    assert len(zoneinfo.available_timezones()) == sum(map(len, zones.values()))


def occurrences(minute: int, zone: str) -> Iterator[Occurrence]:
    after = dt.datetime.combine(FIRST, dt.time(), dt.UTC) - 3 * DAY
    while (found := next_occurrence(minute, EVERY_DAY, zone, after)).local_date <= LAST:
        if found.local_date >= FIRST:
            yield found
        after = found.at


def zones_by_clock() -> dict[Clock, list[str]]:
    zones: dict[Clock, list[str]] = defaultdict(list)
    for name in sorted(zoneinfo.available_timezones()):
        zones[clock_of(zoneinfo.ZoneInfo(name))].append(name)
    return zones


def clock_of(zone: zoneinfo.ZoneInfo) -> Clock:
    """Find the changes by halving, between moments six hours apart: no zone changes twice within that."""
    changes: list[tuple[int, dt.timedelta]] = [(0, offset(zone, 0))]
    for number in range(24, len(QUARTERS), 24):
        low, high = number - 24, number
        if offset(zone, high) == offset(zone, low):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(zone, middle) == changes[-1][1] else (low, middle)
        changes.append((high, offset(zone, high)))
    return tuple(changes)


def walked(clock: Clock) -> tuple[list[dt.date], dict[tuple[dt.date, int], dt.datetime]]:
    """Return the dates that there are, and the moment at which the wall clock first shows, or has passed, each half-hour."""
    moments: dict[tuple[dt.date, int], dt.datetime] = {}
    changes = dict(clock)
    ahead = changes[0]
    shown = QUARTERS[0].replace(tzinfo=None) + ahead
    for number, moment in enumerate(QUARTERS):
        ahead = changes.get(number, ahead)
        wall = moment.replace(tzinfo=None) + ahead
        # A clock that goes back shows nothing new for a while; one that goes forward passes over several at once.
        while shown <= wall:
            moments[shown.date(), shown.hour * 60 + shown.minute] = moment
            shown += QUARTER
    dates = sorted({date for date, _ in moments if FIRST <= date <= LAST})
    return dates, moments


def offset(zone: zoneinfo.ZoneInfo, quarter: int) -> dt.timedelta:
    found = QUARTERS[quarter].astimezone(zone).utcoffset()
    assert found is not None
    return found


_START = dt.datetime.combine(FIRST, dt.time(), dt.UTC) - 3 * DAY
QUARTERS = [_START + number * QUARTER for number in range(((LAST - FIRST).days + 7) * 96)]
