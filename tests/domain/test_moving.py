"""Whoever moves to another zone is asked for no date twice, and for none too few."""

import dataclasses
import datetime as dt
import zoneinfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.recurrence import EVERY_DAY, next_occurrence
from domain.schedules import Schedule, replanned
from tests.plans import (
    DAY,
    EVENING,
    HONOLULU,
    HOUR,
    LONDON,
    MONDAY,
    NEW_YORK,
    NOON,
    THREE,
    TOKYO,
    TUESDAY,
    WEDNESDAY,
    schedule,
)

ZONES = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc"))
WINDOW = 6 * HOUR

Asked = set[tuple[dt.date, int]]


def waiting(found: Schedule) -> list[tuple[int, dt.date | None]]:
    return [(time.slot, time.due_on) for time in found.times]


def local(found: Schedule, zone: str, slot: int = 0) -> str:
    moment = next(time.next_due_at for time in found.times if time.slot == slot)
    assert moment is not None
    return moment.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%a %H:%M")


def moved(one: Schedule, zone: str, now: dt.datetime, asked: Asked) -> Schedule:
    return replanned(one, zone, now, asked, WINDOW)


def test_new_york_to_tokyo_with_the_evening_still_ahead_comes_on_the_next_date_there() -> None:
    """Tuesday's 18:00 is eight hours past in Tokyo: that evening never came, and nobody is asked for it."""
    found = moved(schedule(*EVENING), TOKYO, NOON, {(MONDAY, 0)})

    assert [(0, WEDNESDAY)] == waiting(found)
    assert "Wed 18:00" == local(found, TOKYO)


def test_new_york_to_london_in_the_window_of_what_waited_is_asked_at_once() -> None:
    """At 16:00 in New York it is 21:00 in London: 18:00 there is three hours past, and was not asked."""
    now = NOON + 4 * HOUR
    found = moved(schedule(*EVENING), LONDON, now, {(MONDAY, 0)})

    assert [(0, TUESDAY)] == waiting(found)
    assert now - 3 * HOUR == found.next_due_at


def test_london_to_new_york_after_the_evening_was_asked_is_not_asked_again_that_date() -> None:
    now = NOON + 2 * HOUR
    found = moved(schedule(*EVENING, zone=LONDON), NEW_YORK, now, {(MONDAY, 0), (TUESDAY, 0)})

    assert "Wed 18:00" == local(found, NEW_YORK)


def test_tokyo_to_honolulu_over_the_date_line_a_date_comes_again_and_is_not_asked_again() -> None:
    """Wednesday 20:00 in Tokyo is Wednesday 01:00 in Honolulu: that evening was asked in Tokyo."""
    now = dt.datetime(2026, 3, 4, 11, tzinfo=dt.UTC)
    found = moved(schedule(*EVENING, zone=TOKYO, since=now), HONOLULU, now, {(TUESDAY, 0), (WEDNESDAY, 0)})

    assert "Thu 18:00" == local(found, HONOLULU)


def test_tokyo_to_honolulu_before_the_evening_goes_back_to_a_date_that_was_left_out() -> None:
    """New York, Tokyo at noon, Honolulu at once: in Honolulu Tuesday evening is ahead after all."""
    in_tokyo = moved(schedule(*EVENING), TOKYO, NOON, {(MONDAY, 0)})
    found = moved(in_tokyo, HONOLULU, NOON, {(MONDAY, 0)})

    assert "Tue 18:00" == local(found, HONOLULU)


def test_a_date_left_out_on_the_way_there_is_asked_on_the_way_back_while_in_its_window() -> None:
    """Wednesday 17:00 in Tokyo is Tuesday 22:00 in Honolulu."""
    in_tokyo = moved(schedule(*EVENING), TOKYO, NOON, {(MONDAY, 0)})
    now = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)
    found = moved(in_tokyo, HONOLULU, now, {(MONDAY, 0)})

    assert "Tue 18:00" == local(found, HONOLULU)
    assert now - 4 * HOUR == found.next_due_at


def test_a_newcomer_who_corrects_the_zone_is_not_asked_for_the_time_before_joining() -> None:
    """Joined at noon, to be asked at nine from tomorrow on: Denver's nine o'clock of today is one hour past."""
    found = moved(schedule(9 * 60), "America/Denver", NOON, set())

    assert "Wed 09:00" == local(found, "America/Denver")


def test_three_times_a_day_new_york_to_tokyo_asks_for_the_last_one_that_passed_only() -> None:
    """Tuesday 10:00 in New York is midnight in Tokyo: 14:00 and 20:00 of Tuesday have passed, the latter in its window."""
    now = NOON - 2 * HOUR
    found = moved(schedule(*THREE, since=now), TOKYO, now, {(MONDAY, 1), (MONDAY, 2), (TUESDAY, 0)})

    assert [(0, WEDNESDAY), (1, WEDNESDAY), (2, TUESDAY)] == waiting(found)
    assert now - 4 * HOUR == found.next_due_at


def test_three_times_a_day_tokyo_to_honolulu_leaves_out_what_was_asked_and_keeps_the_rest() -> None:
    """Wednesday 15:00 in Tokyo is Tuesday 20:00 in Honolulu; of Tuesday all was asked, of Wednesday the evening is left."""
    now = dt.datetime(2026, 3, 4, 6, tzinfo=dt.UTC)
    asked = {(TUESDAY, slot) for slot in range(3)} | {(WEDNESDAY, 0), (WEDNESDAY, 1)}
    found = moved(schedule(*THREE, zone=TOKYO, since=now), HONOLULU, now, asked)

    assert [(0, WEDNESDAY + DAY), (1, WEDNESDAY + DAY), (2, WEDNESDAY)] == waiting(found)


def test_what_an_outage_has_left_is_still_served_after_the_zone_has_changed() -> None:
    """Due on Tuesday evening, moved to Tokyo on Friday before the first tick: Tuesday comes first, to be excused."""
    found = moved(schedule(*EVENING), TOKYO, NOON + 3 * DAY, {(MONDAY, 0)})

    assert [(0, TUESDAY)] == waiting(found)


def test_other_weekdays_begin_with_the_next_of_them() -> None:
    mondays = dataclasses.replace(schedule(*EVENING), weekdays=0b1)

    assert [(0, MONDAY + 7 * DAY)] == waiting(moved(mondays, NEW_YORK, NOON, {(MONDAY, 0)}))


@given(
    zones=st.lists(st.sampled_from(ZONES), min_size=2, max_size=5),
    hours=st.lists(st.integers(1, 60), min_size=5, max_size=5),
    minutes=st.sampled_from([EVENING, (0,), (23 * 60 + 30,), THREE, (0, 8 * 60, 16 * 60)]),
)
@settings(max_examples=200, deadline=None)
def test_whoever_travels_is_asked_once_for_a_date_and_for_the_next_date_that_is_left(
    zones: list[str], hours: list[int], minutes: tuple[int, ...]
) -> None:
    now, asked = NOON, set[tuple[dt.date, int]]()
    plan = schedule(*minutes, zone=zones[0], since=now)
    for zone, stay in zip(zones, hours, strict=False):
        plan = moved(plan, zone, now, asked)
        assert sum(time.next_due_at is not None and time.next_due_at <= now for time in plan.times) <= 1
        for time in plan.times:
            assert time.due_on is not None
            assert time.next_due_at is not None
            assert (time.due_on, time.slot) not in asked
            ahead = next_occurrence(time.local_minute, EVERY_DAY, zone, now)
            is_free = (ahead.local_date, time.slot) not in asked
            # Nothing that lies ahead is left out, unless its date was asked elsewhere.
            assert time.next_due_at <= ahead.at or not is_free
        now = now + stay * HOUR
        times = []
        for time in plan.times:
            while time.next_due_at is not None and time.due_on is not None and time.next_due_at <= now:
                asked.add((time.due_on, time.slot))
                due = plan.due_from(time, time.due_on + DAY, zone)
                time = dataclasses.replace(time, due_on=due.local_date, next_due_at=due.at)  # noqa: PLW2901 its own next step
            times.append(time)
        plan = dataclasses.replace(plan, times=tuple(times))


def test_what_waited_behind_another_one_is_not_lost_by_a_journey() -> None:
    """Tuesday's 18:00 in Honolulu was due and had to wait; in New York it is then nine hours past."""
    now = NOON + 17 * HOUR
    (time,) = schedule(*EVENING, zone=HONOLULU).times
    held = dataclasses.replace(time, due_on=TUESDAY, next_due_at=now + HOUR, is_held=True)
    found = moved(dataclasses.replace(schedule(*EVENING), times=(held,)), NEW_YORK, now, {(MONDAY, 0)})

    assert [(0, TUESDAY)] == waiting(found)
    assert "Tue 18:00" == local(found, NEW_YORK)
    assert not found.times[0].is_held
