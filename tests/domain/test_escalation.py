import dataclasses
import datetime as dt

import pytest

from domain.escalation import Facilitator, Rung, after, telling
from domain.ids import MembershipId, PersonId
from domain.on_call import Hours
from domain.setbacks import Level

ZONE = "America/New_York"
NOON = dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)
NIGHT = dt.datetime(2026, 3, 3, 7, tzinfo=dt.UTC)
OFFICE = Hours(0b11111, 9 * 60, 17 * 60)
AT_NINE = dt.datetime(2026, 3, 3, 14, tzinfo=dt.UTC)


def facilitator(number: int, **more: object) -> Facilitator:
    one = Facilitator(PersonId(number), MembershipId(number * 10), ZONE)
    return dataclasses.replace(one, **more)  # type: ignore[arg-type]  # a test's shorthand


FAY, EVE = facilitator(1), facilitator(2)
BACKUP = facilitator(3, is_backup=True)
GUEST = facilitator(4, is_guest=True)
TEAM = (FAY, EVE, BACKUP, GUEST)


def told(
    rung: Rung, *team: Facilitator, level: Level = Level.URGENT, now: dt.datetime = NOON
) -> tuple[Rung, list[int]]:
    found = telling(rung, level, team, now)
    assert all(at == now for _, at in found.told)
    return found.rung, [int(one.person_id) for one, _ in found.told]


def gone(one: Facilitator) -> Facilitator:
    return dataclasses.replace(one, is_reachable=False)


@pytest.mark.parametrize(
    ("rung", "people"),
    [
        (Rung.ON_CALL, [1, 2]),
        (Rung.AGAIN, [1, 2]),
        (Rung.BACKUPS, [1, 2, 3]),
        (Rung.PROGRAM, [1, 2, 3, 4]),
        (Rung.OPERATOR, [1, 2, 3, 4]),
    ],
)
def test_each_rung_tells_those_below_it_and_its_own(rung: Rung, people: list[int]) -> None:
    assert (rung, people) == told(rung, *TEAM)


@pytest.mark.parametrize(
    ("rung", "next_one"),
    [(Rung.ON_CALL, Rung.AGAIN), (Rung.PROGRAM, Rung.OPERATOR), (Rung.OPERATOR, Rung.OPERATOR)],
)
def test_it_climbs_rung_by_rung_and_stays_on_the_last(rung: Rung, next_one: Rung) -> None:
    assert next_one is after(rung)


def test_a_rung_where_nobody_can_be_reached_is_skipped_at_once() -> None:
    assert Rung.BACKUPS is told(Rung.ON_CALL, gone(FAY), gone(EVE), BACKUP, GUEST)[0]
    assert Rung.PROGRAM is told(Rung.ON_CALL, gone(FAY), gone(EVE), gone(BACKUP), GUEST)[0]
    assert Rung.PROGRAM is told(Rung.BACKUPS, FAY, gone(BACKUP), GUEST)[0]
    assert Rung.OPERATOR is told(Rung.PROGRAM, gone(FAY), gone(GUEST))[0]


def test_one_who_can_be_reached_is_enough_to_stay_on_a_rung() -> None:
    assert Rung.ON_CALL is told(Rung.ON_CALL, gone(FAY), EVE, BACKUP, GUEST)[0]


def test_whoever_cannot_be_reached_is_told_all_the_same_so_that_it_is_there_when_they_are_back() -> None:
    assert (Rung.PROGRAM, [1, 4]) == told(Rung.ON_CALL, gone(FAY), GUEST)


def test_nobody_at_all_is_nobody_who_hears() -> None:
    assert telling(Rung.ON_CALL, Level.URGENT, [gone(FAY)], NOON).is_heard is False
    assert telling(Rung.ON_CALL, Level.URGENT, [], NOON).is_heard is False
    assert telling(Rung.ON_CALL, Level.URGENT, [FAY], NOON).is_heard


def test_only_those_on_call_at_this_hour_are_told() -> None:
    by_day = dataclasses.replace(FAY, hours=OFFICE)
    by_night = dataclasses.replace(EVE, hours=Hours(0b1111111, 17 * 60, 9 * 60))

    assert (Rung.ON_CALL, [1]) == told(Rung.ON_CALL, by_day, by_night)
    assert (Rung.ON_CALL, [2]) == told(Rung.ON_CALL, by_day, by_night, now=NIGHT)


def test_what_is_urgent_goes_to_everybody_of_the_group_when_the_hours_leave_nobody() -> None:
    by_day = dataclasses.replace(FAY, hours=OFFICE)

    assert (Rung.ON_CALL, [1]) == told(Rung.ON_CALL, by_day, BACKUP, GUEST, now=NIGHT)


def test_what_is_urgent_goes_to_those_off_call_when_those_on_call_cannot_be_reached() -> None:
    by_day = dataclasses.replace(FAY, hours=OFFICE)

    assert (Rung.ON_CALL, [1, 2]) == told(Rung.ON_CALL, by_day, gone(EVE), now=NIGHT)


def test_what_is_not_urgent_waits_until_somebodys_hours_begin() -> None:
    by_day = dataclasses.replace(FAY, hours=OFFICE)
    found = telling(Rung.ON_CALL, Level.HIGH, [by_day, BACKUP], NIGHT)

    assert ((by_day, AT_NINE),) == found.told
    assert (Rung.ON_CALL, True) == (found.rung, found.is_heard)


def test_a_cover_has_the_alerts_of_whoever_is_away_also_outside_their_own_hours() -> None:
    away = dataclasses.replace(FAY, is_away=True, covered_by=EVE.membership_id)
    cover = dataclasses.replace(EVE, hours=Hours(0b1111111, 17 * 60, 9 * 60))

    assert (Rung.ON_CALL, [2]) == told(Rung.ON_CALL, away, cover, GUEST)


def test_a_cover_may_be_covered_and_a_circle_of_covers_is_nobody() -> None:
    away = dataclasses.replace(FAY, is_away=True, covered_by=EVE.membership_id)
    too = dataclasses.replace(EVE, is_away=True, covered_by=BACKUP.membership_id)
    circle = dataclasses.replace(EVE, is_away=True, covered_by=FAY.membership_id)

    assert (Rung.ON_CALL, [3]) == told(Rung.ON_CALL, away, too, BACKUP)
    assert Rung.BACKUPS is told(Rung.ON_CALL, away, circle, BACKUP)[0]


def test_away_without_a_cover_leaves_it_to_the_others_of_the_group() -> None:
    away = dataclasses.replace(FAY, is_away=True)

    assert (Rung.ON_CALL, [2]) == told(Rung.ON_CALL, away, EVE, GUEST)
    assert (Rung.PROGRAM, [4]) == told(Rung.ON_CALL, away, GUEST)


def test_when_all_are_away_everybody_is_told() -> None:
    away = dataclasses.replace(FAY, is_away=True)
    found = telling(Rung.ON_CALL, Level.HIGH, [away], NOON)

    assert (Rung.OPERATOR, ((away, NOON),), True) == (found.rung, found.told, found.is_heard)


def test_a_guest_who_facilitates_the_group_too_is_told_once() -> None:
    found = telling(Rung.PROGRAM, Level.URGENT, [FAY, GUEST, facilitator(4, is_guest=True)], NOON)

    assert [1, 4] == [int(one.person_id) for one, _ in found.told]
