import dataclasses
import datetime as dt
import zoneinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import NotUnderstood
from domain.ids import MembershipId, TimeId
from domain.recurrence import EVERY_DAY, next_occurrence
from domain.schedules import (
    Prompt,
    Schedule,
    Time,
    checked_minutes,
    replanned,
    slots_of,
    upcoming,
)

NEW_YORK, TOKYO, HONOLULU, LONDON = "America/New_York", "Asia/Tokyo", "Pacific/Honolulu", "Europe/London"
ZONES = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc"))
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WINDOW = 6 * HOUR
EVENING, THREE = (18 * 60,), (9 * 60, 14 * 60, 20 * 60)
MONDAY, TUESDAY, WEDNESDAY = (dt.date(2026, 3, day) for day in (2, 3, 4))
NOON = dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)
"""Tuesday 12:00 in New York, 17:00 in London, 07:00 in Honolulu; Wednesday 02:00 in Tokyo."""

Asked = set[tuple[dt.date, int]]


def schedule(
    *minutes: int, weekdays: int = EVERY_DAY, zone: str = NEW_YORK, since: dt.datetime = NOON
) -> Schedule:
    times = []
    for slot, minute in enumerate(minutes):
        first = next_occurrence(minute, weekdays, zone, since)
        times.append(Time(TimeId(slot + 1), slot, minute, first.local_date, first.at))
    return Schedule(MembershipId(1), tuple(times), weekdays)


def waiting(found: Schedule) -> list[tuple[int, dt.date | None]]:
    return [(time.slot, time.due_on) for time in found.times]


def local(found: Schedule, zone: str, slot: int = 0) -> str:
    moment = next(time.next_due_at for time in found.times if time.slot == slot)
    assert moment is not None
    return moment.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%a %H:%M")


def moved(one: Schedule, zone: str, now: dt.datetime, asked: Asked) -> Schedule:
    return replanned(one, zone, now, asked, WINDOW)


@pytest.mark.parametrize(
    ("minutes", "problem"),
    [
        ((), "schedules.no_time"),
        ((1440,), "schedules.no_time"),
        ((-1,), "schedules.no_time"),
        ((0, 300, 600, 900), "schedules.too_many_times"),
        ((600, 719), "schedules.too_close"),
        ((30, 23 * 60), "schedules.too_close"),
    ],
)
def test_times_that_cannot_be_asked_are_refused(minutes: tuple[int, ...], problem: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        checked_minutes(minutes)
    assert problem == caught.value.key


def test_two_hours_apart_is_enough_also_over_midnight() -> None:
    assert (60, 180, 23 * 60) == checked_minutes([23 * 60, 60, 180, 60])


@pytest.mark.parametrize(
    ("before", "minutes", "slots"),
    [
        ((1080,), (540,), {0: 540}),
        ((1080,), (540, 1080), {0: 1080, 1: 540}),
        ((540, 1080), (1080,), {1: 1080}),
        ((540, 1080), (1080, 1200), {1: 1080, 0: 1200}),
        ((540, 840, 1200), (540, 900, 1200), {0: 540, 2: 1200, 1: 900}),
    ],
)
def test_a_time_that_stays_keeps_its_slot(
    before: tuple[int, ...], minutes: tuple[int, ...], slots: dict[int, int]
) -> None:
    assert slots == slots_of(schedule(*before).times, minutes)


def test_the_next_three_are_over_all_times() -> None:
    found = upcoming(schedule(*THREE), NEW_YORK, NOON, 3)

    assert [(1, TUESDAY), (2, TUESDAY), (0, WEDNESDAY)] == [(one.slot, one.local_date) for one in found]
    assert [NOON + hours * HOUR for hours in (2, 8, 21)] == [one.at for one in found]


def test_a_date_that_is_done_already_is_not_among_the_next() -> None:
    evening = schedule(*EVENING)
    done = dataclasses.replace(evening.times[0], due_on=WEDNESDAY)

    [first] = upcoming(dataclasses.replace(evening, times=(done,)), NEW_YORK, NOON, 1)
    assert Prompt(0, WEDNESDAY, NOON + 30 * HOUR) == first


def test_the_next_three_leave_the_paused_days_out() -> None:
    paused = dataclasses.replace(schedule(*EVENING), paused_until=dt.date(2026, 3, 6))

    dates = [one.local_date.day for one in upcoming(paused, NEW_YORK, NOON, 3)]
    assert [6, 7, 8] == dates


@pytest.mark.parametrize("minute", [0, 18 * 60])
def test_a_pause_of_a_year_ends_on_its_day(minute: int) -> None:
    paused = dataclasses.replace(schedule(minute), paused_until=dt.date(2027, 3, 4))

    assert dt.date(2027, 3, 4) == upcoming(paused, NEW_YORK, NOON, 1)[0].local_date


def test_who_is_not_asked_any_more_has_nothing_to_come() -> None:
    stopped = dataclasses.replace(schedule(*EVENING).times[0], due_on=None, next_due_at=None)

    assert [] == upcoming(dataclasses.replace(schedule(*EVENING), times=(stopped,)), NEW_YORK, NOON, 3)


@pytest.mark.parametrize(
    ("minutes", "slot", "hours", "is_early"),
    [(EVENING, 0, 6, True), (EVENING, 0, 6.1, False), (THREE, 1, 2.5, True), (THREE, 1, 2.6, False)],
)
def test_a_check_in_begun_early_counts_from_the_middle_between_two(
    minutes: tuple[int, ...], slot: int, hours: float, is_early: bool
) -> None:
    found = schedule(*minutes, since=NOON - 4 * HOUR)
    prompt = next(one for one in upcoming(found, NEW_YORK, NOON - 4 * HOUR, 3) if one.slot == slot)

    assert is_early is found.is_early(prompt, prompt.at - hours * HOUR)
    assert not found.is_early(prompt, prompt.at)


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
