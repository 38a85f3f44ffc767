import dataclasses
import datetime as dt

import pytest

from domain.errors import NotUnderstood
from domain.schedules import Prompt, checked_minutes, slots_of, upcoming
from tests.plans import EVENING, HOUR, NEW_YORK, NOON, THREE, TUESDAY, WEDNESDAY, schedule


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
