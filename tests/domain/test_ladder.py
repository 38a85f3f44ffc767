import datetime as dt

import pytest

from domain.checkins import Rung
from domain.groups import Delays
from domain.ladder import close_after_snooze, next_rung, rung_at, rung_due
from tests.made import DUE, HOUR, MINUTE, checkin


@pytest.mark.parametrize(
    ("after", "rung"),
    [
        (45 * MINUTE - MINUTE, None),
        (45 * MINUTE, Rung.REMIND),
        (2 * HOUR - MINUTE, Rung.REMIND),
        (2 * HOUR, Rung.NUDGE),
        (6 * HOUR - MINUTE, Rung.NUDGE),
        (6 * HOUR, Rung.CLOSE),
        (60 * HOUR, Rung.CLOSE),
    ],
)
def test_the_ladder_has_three_rungs(after: dt.timedelta, rung: Rung | None) -> None:
    assert rung == rung_due(checkin(), Delays(), DUE + after)


@pytest.mark.parametrize(
    ("after", "rung"),
    [(HOUR / 2, Rung.REMIND), (45 * MINUTE, Rung.NUDGE), (2 * HOUR, Rung.LAST_LOOK), (9 * HOUR, Rung.CLOSE)],
)
def test_a_rung_is_climbed_once(after: dt.timedelta, rung: Rung) -> None:
    assert rung == next_rung(checkin(), Delays(), DUE + after)


def test_what_nobody_asked_for_has_only_an_end() -> None:
    begun = checkin(asked_at=None, rung=Rung.CLOSE)

    assert rung_due(begun, Delays(), DUE + 3 * HOUR) is None
    assert DUE + 6 * HOUR == rung_at(Rung.CLOSE, begun, Delays())


@pytest.mark.parametrize(
    ("after", "closes_after"),
    [(MINUTE, 6 * HOUR), (4 * HOUR, 7 * HOUR), (9 * HOUR, 12 * HOUR), (9 * HOUR + MINUTE, None)],
)
def test_a_snooze_leaves_an_hour_and_ends_after_twelve(
    after: dt.timedelta, closes_after: dt.timedelta | None
) -> None:
    closes_at = close_after_snooze(checkin(), 2 * HOUR, DUE + after)

    assert (None if closes_after is None else DUE + closes_after) == closes_at
