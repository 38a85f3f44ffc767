import datetime as dt

import pytest

from domain.errors import NotUnderstood
from domain.quiet import Quiet, quiet_between

NEW_YORK = "America/New_York"
NIGHT, NAP = Quiet(22 * 60, 7 * 60), Quiet(13 * 60, 14 * 60)


def new_york(day: int, hour: int, minute: int = 0, month: int = 3) -> dt.datetime:
    """Return a moment of 2026 by the clock of New York in winter."""
    return dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC) + dt.timedelta(hours=5)


@pytest.mark.parametrize(
    ("quiet", "moment", "is_quiet"),
    [
        (NIGHT, new_york(3, 21, 59), False),
        (NIGHT, new_york(3, 22), True),
        (NIGHT, new_york(4, 3), True),
        (NIGHT, new_york(4, 7), False),
        (NAP, new_york(3, 12, 59), False),
        (NAP, new_york(3, 13), True),
        (NAP, new_york(3, 14), False),
    ],
)
def test_it_is_quiet_from_the_first_minute_until_before_the_last(
    quiet: Quiet, moment: dt.datetime, is_quiet: bool
) -> None:
    assert is_quiet is quiet.covers(moment, NEW_YORK)


def test_it_ends_in_the_morning_and_while_it_is_not_quiet_at_once() -> None:
    assert new_york(4, 7) == NIGHT.ends_at(new_york(3, 23), NEW_YORK)
    assert new_york(4, 7) == NIGHT.ends_at(new_york(4, 2), NEW_YORK)
    assert new_york(3, 12) == NIGHT.ends_at(new_york(3, 12), NEW_YORK)


def test_an_end_that_the_zone_skips_is_the_first_moment_after_the_gap() -> None:
    """New York has no 02:30 on 8 March 2026."""
    assert new_york(8, 2) == Quiet(22 * 60, 150).ends_at(new_york(8, 1), NEW_YORK)


def test_an_end_that_comes_twice_is_the_first_of_the_two() -> None:
    """New York has 01:30 twice on 1 November 2026."""
    quiet, first = Quiet(22 * 60, 90), new_york(1, 0, 30, month=11)

    assert first == quiet.ends_at(first - dt.timedelta(hours=2), NEW_YORK)
    assert not quiet.covers(first + dt.timedelta(minutes=45), NEW_YORK)


@pytest.mark.parametrize("hours", [(60, 60), (-1, 60), (60, 1440)])
def test_hours_that_are_none_are_refused(hours: tuple[int, int]) -> None:
    with pytest.raises(NotUnderstood):
        quiet_between(*hours)
