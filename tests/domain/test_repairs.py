import datetime as dt

import pytest

from domain.ids import MembershipId
from domain.pairing import Apart, Bounds, couple_of
from domain.repairs import Absence, Presence, decent_from, helpers, next_look
from tests.candidates import candidate

ZONE = "America/New_York"
NOON = dt.datetime(2026, 3, 3, 17, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
TODAY = NOON.date()


def presence(**known: object) -> Presence:
    return Presence(ZONE, NOON, NOON, **known)  # type: ignore[arg-type] # any field by its name


MISSED = (NOON + 6 * HOUR, NOON + DAY + 6 * HOUR)


def test_who_is_silent_for_three_days_while_being_asked_is_away() -> None:
    silent = presence(missed_at=MISSED)

    assert silent.absence(NOON + 3 * DAY - HOUR) is None
    assert silent.absence(NOON + 3 * DAY) is Absence.SILENT


def test_who_was_asked_on_one_day_only_is_not_silent() -> None:
    twice_a_day = (NOON + HOUR, NOON + 5 * HOUR)

    assert presence(missed_at=twice_a_day).absence(NOON + 5 * DAY) is None
    assert presence().absence(NOON + 30 * DAY) is None


def test_an_outage_of_ours_makes_nobody_silent() -> None:
    excused_at = NOON + 2 * DAY
    known = presence(missed_at=MISSED, excused_at=excused_at)

    assert known.absence(NOON + 3 * DAY) is None
    assert known.absence(NOON + 5 * DAY) is None

    later = presence(missed_at=(*MISSED, excused_at + DAY, excused_at + 2 * DAY), excused_at=excused_at)
    assert later.absence(excused_at + 3 * DAY) is Absence.SILENT


def test_an_outage_of_ours_brings_nobody_back() -> None:
    away = presence(missed_at=MISSED, excused_at=NOON + 4 * DAY)

    assert not away.is_back(NOON + 4 * DAY)
    assert presence().is_back(NOON + 4 * DAY)


@pytest.mark.parametrize(("days", "absence"), [(2, None), (3, Absence.PAUSED), (30, Absence.PAUSED)])
def test_a_break_of_three_days_or_more_is_an_absence(days: int, absence: Absence | None) -> None:
    assert presence(paused_until=TODAY + days * DAY).absence(NOON) is absence


def test_the_length_of_a_break_counts_from_its_first_day() -> None:
    paused = presence(paused_from=TODAY - 2 * DAY, paused_until=TODAY + DAY)

    assert paused.absence(NOON) is Absence.PAUSED
    assert not paused.is_back(NOON)
    assert paused.absence(NOON + DAY) is None
    assert paused.is_back(NOON + DAY)


def test_who_is_not_reached_for_three_days_is_away() -> None:
    gone = presence(unreachable_since=NOON)

    assert gone.absence(NOON + 2 * DAY) is None
    assert gone.absence(NOON + 3 * DAY) is Absence.UNREACHABLE


def test_a_pair_is_looked_at_twice_a_day_and_when_somebody_has_been_silent_for_long_enough() -> None:
    evening = NOON + 7 * HOUR
    morning = NOON + 22 * HOUR

    assert evening == next_look(ZONE, NOON)
    assert morning == next_look(ZONE, evening)
    assert NOON + HOUR == next_look(ZONE, NOON, [NOON + HOUR, NOON - HOUR])
    assert morning == next_look(ZONE, evening, [evening + 4 * HOUR])


@pytest.mark.parametrize(("hours", "later"), [(0, 0), (8, 8), (9, 21), (12, 21), (20, 21), (21, 21)])
def test_nobody_is_asked_to_stand_in_at_night(hours: int, later: int) -> None:
    assert NOON + later * HOUR == decent_from(ZONE, NOON + hours * HOUR)


def test_who_has_room_comes_first_and_who_cares_for_two_before_others() -> None:
    ana, ben, cem, eva = (candidate(number) for number in range(1, 5))
    wide = candidate(5, capacity=2)
    people = [ana, ben, cem, eva, wide]
    busy = {one.membership_id: 1 for one in (ben, cem, wide)}

    found = helpers(ana, people, {}, Bounds(), NOON, busy=busy)

    assert wide == found[0]
    assert eva == found[1]
    assert ana not in found


def test_no_hard_rule_is_broken_for_a_stand_in() -> None:
    ana, ben = candidate(1), candidate(2)
    apart = Bounds(apart={couple_of(ana, ben): Apart.FACILITATOR})
    blocked = Bounds(blocked=frozenset({(ben.person_id, ana.person_id)}))
    nobody: dict[MembershipId, int] = {}

    assert [ben] == helpers(ana, [ana, ben], {}, Bounds(), NOON, busy=nobody)
    assert [] == helpers(ana, [ana, ben], {}, apart, NOON, busy=nobody)
    assert [] == helpers(ana, [ana, ben], {}, blocked, NOON, busy=nobody)
    assert [] == helpers(ana, [ana, candidate(3, capacity=0)], {}, Bounds(), NOON, busy=nobody)
