import datetime as dt

import pytest

from domain.dates import coming_dates

TODAY = dt.date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    ("typed", "month", "day"),
    [
        ("30 Nov", 11, 30),
        ("Nov 30", 11, 30),
        ("November 30th", 11, 30),
        ("until the 30th of November", 11, 30),
        ("30/11", 11, 30),
        ("11/30", 11, 30),
        ("30.11.", 11, 30),
        ("30-11-2026", 11, 30),
        ("2026-11-30", 11, 30),
        ("30 de noviembre", 11, 30),
        ("hasta el 30 de noviembre", 11, 30),
        ("lunes 30 de noviembre", 11, 30),
        ("Mon, Nov 30", 11, 30),
        ("hasta el lunes", 11, 30),
        ("until Monday", 11, 30),
        ("next monday", 11, 30),
        ("el próximo miércoles", 11, 25),
        ("Friday", 11, 27),
        ("sáb", 11, 28),
        ("tomorrow", 11, 24),
        ("hasta mañana", 11, 24),
        ("pasado mañana", 11, 25),
        ("3 days", 11, 26),
        ("for 2 weeks", 12, 7),
        ("una semana", 11, 30),
        ("10 días", 12, 3),
        ("5/12", 12, 5),
        ("24 sept", None, None),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, month: int | None, day: int | None) -> None:
    found = coming_dates(typed, TODAY)

    if month is None or day is None:
        assert (dt.date(2027, 9, 24),) == found
    else:
        assert dt.date(2026, month, day) in found
        assert typed == "5/12" or len(found) == 1


def test_a_month_and_a_day_that_could_be_either_are_both_returned() -> None:
    assert (dt.date(2026, 12, 5), dt.date(2027, 5, 12)) == coming_dates("5/12", TODAY)


def test_a_date_without_a_year_that_has_passed_is_next_year_s() -> None:
    assert (dt.date(2027, 1, 2),) == coming_dates("Jan 2", TODAY)
    assert (dt.date(2027, 3, 30),) == coming_dates("Mar 30", TODAY)
    assert (dt.date(2027, 11, 23),) == coming_dates("Nov 23", TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "a while",
        "31 Feb",
        "30/30",
        "22 Nov 2026",
        "Nov 23 2026",
        "1/1/2030",
        "🙂",
        "9" * 90,
        "<b>",
        "0 days",
    ],
)
def test_what_is_no_coming_date_is_not_guessed(typed: str) -> None:
    assert () == coming_dates(typed, TODAY)
