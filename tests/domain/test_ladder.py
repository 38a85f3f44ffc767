import dataclasses
import datetime as dt

import pytest

from domain.checkins import Rung
from domain.groups import Delays
from domain.ladder import (
    close_after_snooze,
    first_step_at,
    next_rung,
    rung_at,
    rung_due,
    was_cut_short,
    was_down_at_end,
)
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


def test_a_snooze_never_reaches_past_the_next_one() -> None:
    assert _snoozed(2 * HOUR + 29 * MINUTE) is None
    assert DUE + 2 * HOUR + 30 * MINUTE == _snoozed(2 * HOUR + 30 * MINUTE)


def test_each_group_has_a_ladder_of_its_own() -> None:
    slow = Delays(2 * HOUR, 4 * HOUR, 12 * HOUR)
    asked = checkin(closes_at=DUE + 12 * HOUR)

    assert rung_due(asked, slow, DUE + HOUR) is None
    assert Rung.REMIND is rung_due(asked, slow, DUE + 2 * HOUR)
    assert DUE + 2 * HOUR == first_step_at(DUE, DUE + 12 * HOUR, slow)


def test_rungs_that_the_end_comes_before_are_left_out() -> None:
    """Asked late, an hour before the next one is due."""
    short = checkin(closes_at=DUE + HOUR)

    assert Rung.REMIND is next_rung(short, Delays(), DUE + 44 * MINUTE)
    assert Rung.CLOSE is next_rung(short, Delays(), DUE + 45 * MINUTE)
    assert Rung.CLOSE is rung_due(short, Delays(), DUE + 2 * HOUR)


@pytest.mark.parametrize(
    ("rung", "late", "was_down"),
    [
        (Rung.CLOSE, 15 * MINUTE, False),
        (Rung.CLOSE, 16 * MINUTE, True),
        (Rung.LAST_LOOK, 0 * MINUTE, True),
        (Rung.NUDGE, 0 * MINUTE, True),
        (Rung.CLOSE_AFTER_OUTAGE, 16 * MINUTE, False),
    ],
)
def test_without_a_look_shortly_before_the_end_we_were_away(
    rung: Rung, late: dt.timedelta, was_down: bool
) -> None:
    assert was_down is was_down_at_end(checkin(rung=rung), DUE + 6 * HOUR + late)


@pytest.mark.parametrize(
    ("asked_after", "ended_after", "is_snoozed", "is_short"),
    [
        (0 * HOUR, 2 * HOUR, False, False),
        (0 * HOUR, 2 * HOUR - MINUTE, False, True),
        (3 * HOUR, 8 * HOUR, False, True),
        (3 * HOUR, 9 * HOUR, False, False),
        (1 * HOUR, 2 * HOUR, True, False),
    ],
)
def test_who_had_too_little_time_has_missed_nothing(
    asked_after: dt.timedelta, ended_after: dt.timedelta, is_snoozed: bool, is_short: bool
) -> None:
    """Asked in time, two hours are enough; asked late by us, it is the whole window; a snooze is one's own wish."""
    asked_at = DUE + asked_after
    asked = checkin(asked_at=asked_at, snoozed_until=asked_at if is_snoozed else None)

    assert is_short is was_cut_short(asked, Delays(), DUE + ended_after)


@pytest.mark.parametrize(
    ("ended_after", "is_short"),
    [(-20 * MINUTE, True), (20 * MINUTE, True), (HOUR - MINUTE, True), (HOUR, False)],
)
def test_what_was_put_off_and_came_back_for_less_than_an_hour_is_not_missed(
    ended_after: dt.timedelta, is_short: bool
) -> None:
    back_at = DUE + 2 * HOUR
    put_off = dataclasses.replace(checkin(), asked_at=back_at, snoozed_until=back_at)

    assert is_short is was_cut_short(put_off, Delays(), back_at + ended_after)


def _snoozed(next_in: dt.timedelta) -> dt.datetime | None:
    return close_after_snooze(checkin(closes_at=DUE + next_in), 2 * HOUR, DUE, DUE + next_in)


def test_a_group_without_reminders_goes_on_to_the_partner() -> None:
    silent = Delays(remind_after=0 * HOUR)

    assert rung_due(checkin(), silent, DUE + HOUR) is None
    assert Rung.NUDGE is next_rung(checkin(), silent, DUE)
    assert Rung.NUDGE is rung_due(checkin(), silent, DUE + 2 * HOUR)
    assert DUE + 2 * HOUR == first_step_at(DUE, DUE + 6 * HOUR, silent)
