import datetime as dt

import pytest

from domain.exchange_prompts import PROMPTS, prompt_of
from domain.exchanges import Kind, asked_at, closes_at, goes_first, next_exchange, week_of
from domain.ids import PairId

NEW_YORK, BERLIN, AUCKLAND, HONOLULU = (
    "America/New_York",
    "Europe/Berlin",
    "Pacific/Auckland",
    "Pacific/Honolulu",
)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def utc(month: int, day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)


def test_a_week_asks_on_five_evenings_in_this_order() -> None:
    after, found = utc(3, 1, 12), []  # a Sunday, before its evening
    for _ in range(6):
        coming = next_exchange([BERLIN], after, is_first=False)
        found.append((coming.on.strftime("%a"), coming.kinds))
        after = coming.due_at

    assert [
        ("Sun", (Kind.REVIEW, Kind.TALKED)),
        ("Mon", (Kind.COMMITMENT,)),
        ("Tue", (Kind.CHECKIN,)),
        ("Wed", (Kind.TALKED,)),
        ("Fri", (Kind.CHECKIN,)),
        ("Sun", (Kind.REVIEW, Kind.TALKED)),
    ] == found


def test_the_very_first_is_the_listening_exercise_on_any_day() -> None:
    coming = next_exchange([BERLIN], utc(3, 5, 12), is_first=True)  # a Thursday

    assert ((Kind.LISTENING,), dt.date(2026, 3, 5), utc(3, 5, 17)) == (
        coming.kinds,
        coming.on,
        coming.due_at,
    )


def test_an_evening_that_has_begun_is_not_the_next_one() -> None:
    assert dt.date(2026, 3, 6) == next_exchange([BERLIN], utc(3, 5, 17), is_first=True).on


def test_a_pair_is_due_when_the_first_of_them_has_its_evening_and_both_share_the_date() -> None:
    coming = next_exchange([HONOLULU, AUCKLAND], utc(3, 2, 6), is_first=False)

    assert (dt.date(2026, 3, 3), utc(3, 3, 5)) == (coming.on, coming.due_at)
    assert 23 * HOUR == asked_at(coming.on, HONOLULU) - asked_at(coming.on, AUCKLAND)


@pytest.mark.parametrize(
    ("date", "hour"),
    [
        (dt.date(2026, 3, 6), 23),  # the Friday before New York's clocks go forward
        (dt.date(2026, 3, 8), 22),  # the Sunday on which they did
        (dt.date(2026, 10, 30), 22),
        (dt.date(2026, 11, 1), 23),  # the Sunday on which they went back
    ],
)
def test_the_evening_stays_at_six_on_the_local_clock_over_both_changes(date: dt.date, hour: int) -> None:
    assert dt.datetime.combine(date, dt.time(hour), dt.UTC) == asked_at(date, NEW_YORK)


@pytest.mark.parametrize("zones", [[NEW_YORK], [BERLIN], [AUCKLAND, HONOLULU], [NEW_YORK, BERLIN]])
def test_over_a_year_no_date_comes_twice_and_none_of_the_five_is_left_out(zones: list[str]) -> None:
    after, found = utc(1, 1, 0), []
    while after < utc(12, 31, 0):
        coming = next_exchange(zones, after, is_first=False)
        found.append(coming.on)
        after = coming.due_at

    assert sorted(set(found)) == found
    assert [
        date
        for date in (found[0] + n * DAY for n in range((found[-1] - found[0]).days + 1))
        if date.weekday() in {0, 1, 2, 4, 6}
    ] == found


def test_an_exchange_stays_open_counted_from_the_last_side_that_was_asked() -> None:
    date = dt.date(2026, 3, 3)

    assert asked_at(date, HONOLULU) + 2 * DAY == closes_at(Kind.CHECKIN, date, [AUCKLAND, HONOLULU])


@pytest.mark.parametrize(
    ("moment", "begins_at", "ends_at"),
    [
        (utc(3, 4, 12), utc(3, 2, 5), utc(3, 9, 4)),  # the clocks go forward on the 8th
        (utc(3, 2, 4, 59), utc(2, 23, 5), utc(3, 2, 5)),
        (utc(3, 2, 5), utc(3, 2, 5), utc(3, 9, 4)),
    ],
)
def test_a_week_begins_on_monday_at_midnight_where_the_group_is(
    moment: dt.datetime, begins_at: dt.datetime, ends_at: dt.datetime
) -> None:
    assert (begins_at, ends_at) == week_of(moment, NEW_YORK)


def test_of_two_pairs_of_one_person_exactly_one_asks_on_a_date_and_each_has_its_turns() -> None:
    one, other = PairId(11), PairId(12)
    days = [dt.date(2026, 1, 1) + n * DAY for n in range(200)]
    firsts = [goes_first(one, [other], day) for day in days]

    assert [not goes_first(other, [one], day) for day in days] == firsts
    assert 60 < sum(firsts) < 140


def test_each_question_comes_before_one_comes_again() -> None:
    met = [prompt_of(PairId(5), before) for before in range(2 * len(PROMPTS))]

    assert set(PROMPTS) == set(met[: len(PROMPTS)])
    assert met[: len(PROMPTS)] == met[len(PROMPTS) :]
