import datetime as dt

import pytest

from domain.absences import away_dates

TODAY = dt.date(2026, 11, 24)
"""A Tuesday."""


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Nov 30 to Dec 7", [(day(11, 30), day(12, 7))]),
        ("I'm away from Nov 30 until Dec 7.", [(day(11, 30), day(12, 7))]),
        ("2026-11-30 - 2026-12-07", [(day(11, 30), day(12, 7))]),
        ("30 nov – 7 dic", [(day(11, 30), day(12, 7))]),  # noqa: RUF001 a dash
        ("del 30 de noviembre al 7 de diciembre", [(day(11, 30), day(12, 7))]),
        ("desde hoy hasta el viernes", [(TODAY, day(11, 27))]),
        ("today to tomorrow", [(TODAY, day(11, 25))]),
        ("until Monday", [(TODAY, day(11, 30))]),
        ("hasta el lunes", [(TODAY, day(11, 30))]),
        ("Dec 20 to Jan 3", [(day(12, 20), day(1, 3, 2027))]),
        ("Dec 7 to Nov 30", []),
        ("a while", []),
        ("", []),
    ],
)
def test_what_people_write_is_read(text: str, stretches: list[tuple[dt.date, dt.date]]) -> None:
    assert tuple(stretches) == away_dates(text, TODAY)


def test_what_can_mean_two_stretches_gives_both() -> None:
    found = away_dates("1/2 to 3/2", TODAY)

    assert (day(2, 1, 2027), day(2, 3, 2027)) in found
    assert (day(1, 2, 2027), day(3, 2, 2027)) in found


def test_more_than_three_months_are_not_meant() -> None:
    assert away_dates("Nov 30 to Jun 7", TODAY) == ()
