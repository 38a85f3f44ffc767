import datetime as dt

from domain.checkins import CheckIn
from domain.own_days import Standing, days_of, last_answered, look
from domain.shifts import REMEMBERED, Watch
from tests.days import TODAY, checkin

DAY = dt.timedelta(days=1)


def steady(days: int) -> list[CheckIn]:
    """Return a check-in on each of the days before today, calm and about the same."""
    return [
        checkin(number, TODAY - number * DAY, mood=7 - number % 2, tension=2 + number % 3, craving=number % 2)
        for number in range(1, days + 1)
    ]


def worse(days: int) -> list[CheckIn]:
    """Return a check-in on each of the last days, today included, far worse than usual."""
    return [
        checkin(100 + number, TODAY - number * DAY, mood=2, tension=9, craving=7) for number in range(days)
    ]


def test_more_is_worse_in_every_signal() -> None:
    found = days_of([checkin(1, mood=8, tension=3, craving=1, sleep=9, confidence=10, use=1)], TODAY)
    assert [{"mood": 2, "tension": 3, "craving": 1, "sleep": 1, "confidence": 0}] == found


def test_a_day_with_two_check_ins_counts_with_their_mean() -> None:
    assert [{"mood": 3.0}] == days_of([checkin(1, mood=8), checkin(2, mood=6)], TODAY)


def test_a_day_without_an_answer_is_none_and_days_begin_with_the_first_answer() -> None:
    checkins = [checkin(1, TODAY - 2 * DAY, mood=8), checkin(2, TODAY - DAY), checkin(3, mood=7)]
    assert [{"mood": 2}, None, {"mood": 3}] == days_of(checkins, TODAY)
    assert [] == days_of([checkin(1)], TODAY)


def test_what_is_long_ago_is_forgotten() -> None:
    checkins = [checkin(1, TODAY - 90 * DAY, mood=8), checkin(2, mood=7)]
    assert REMEMBERED == len(days_of(checkins, TODAY))


def test_the_last_date_that_says_something() -> None:
    assert TODAY - DAY == last_answered([checkin(1, TODAY - DAY, tension=1), checkin(2, TODAY, use=1)])
    assert last_answered([checkin(1)]) is None


def test_days_that_become_worse_are_a_shift_once() -> None:
    days = days_of([*steady(30)[4:], *worse(5)], TODAY)
    standing, shift = look(Standing(TODAY - DAY), days, TODAY)

    assert shift is not None
    assert {"mood", "tension", "craving"} >= set(shift.signals)
    assert standing.after.is_on
    assert (standing, None) == look(standing, days, TODAY)
    _, again = look(standing, [*days, days[-1]], TODAY + DAY)
    assert again is None


def test_steady_days_are_none() -> None:
    assert (
        look(Standing(), days_of([*steady(30), checkin(0, mood=7, tension=3, craving=1)], TODAY), TODAY)[1]
        is None
    )


def test_an_evening_after_a_good_morning_is_looked_at_afresh() -> None:
    before = [*steady(30)[2:], *worse(3)[1:]]
    standing, shift = look(
        Standing(TODAY - DAY), days_of([*before, checkin(200, mood=9, tension=0, craving=0)], TODAY), TODAY
    )
    assert shift is None
    _, shift = look(standing, days_of([*before, *worse(1)], TODAY), TODAY)
    assert shift is not None


def test_silent_days_let_a_shift_last_and_never_begin_one() -> None:
    shifting = Standing(TODAY - 4 * DAY, Watch(), Watch(lasting=2))
    standing, shift = look(shifting, days_of(worse(1), TODAY), TODAY)
    assert (5, None) == (standing.before.lasting, shift)


def test_a_date_before_the_last_one_changes_nothing() -> None:
    standing = Standing(TODAY, Watch(), Watch(lasting=1))
    assert (standing, None) == look(standing, [{"mood": 1.0}], TODAY - DAY)
