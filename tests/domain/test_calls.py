import datetime as dt
import zoneinfo

import pytest

from domain.calls import Call, CallKind, CallState, packed, slots, unpacked
from domain.ids import CallId, MembershipId, PairId
from tests.cast import NOON

ZONES = ("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Auckland")
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("zone", ZONES)
def test_times_are_the_same_hours_of_the_day_also_where_the_clock_changes(zone: str) -> None:
    now = dt.datetime(2026, 3, 26, 0, tzinfo=dt.UTC)
    for first_day in (0, 4):
        for day in slots(zone, now, first_day):
            local = [moment.astimezone(zoneinfo.ZoneInfo(zone)) for moment in day]

            assert {"10:00", "12:30", "19:00"} >= {moment.strftime("%H:%M") for moment in local}
            assert 1 == len({moment.date() for moment in local})


@pytest.mark.parametrize("zone", ZONES)
def test_every_time_survives_being_put_into_a_button(zone: str) -> None:
    for moment in [moment for day in slots(zone, NOON) for moment in day]:
        assert (moment,) == unpacked([packed(moment)], NOON)


@pytest.mark.parametrize(
    "number", [0, -1, 3, 2**63 - 1, packed(NOON - HOUR), packed(NOON + dt.timedelta(days=30))]
)
def test_what_nobody_could_have_offered_is_no_time(number: int) -> None:
    assert () == unpacked([number], NOON)


def test_hours_that_have_passed_are_not_offered() -> None:
    first = slots("America/New_York", NOON)[0]

    assert ["12:30", "19:00"] == [
        moment.astimezone(zoneinfo.ZoneInfo("America/New_York")).strftime("%H:%M") for moment in first
    ]


@pytest.mark.parametrize(
    ("state", "minutes", "is_agreed", "may_have_been"),
    [
        (CallState.AGREED, 1, True, False),
        (CallState.AGREED, 0, False, True),
        (CallState.CANCELLED, 1, False, False),
        (CallState.HAPPENED, 0, False, False),
    ],
)
def test_an_agreed_call_lies_ahead_until_its_moment(
    state: CallState, minutes: int, is_agreed: bool, may_have_been: bool
) -> None:
    chosen_at = NOON + minutes * dt.timedelta(minutes=1)
    call = Call(CallId(1), PairId(2), CallKind.CALL, state, MembershipId(3), (chosen_at,), chosen_at)

    assert (is_agreed, may_have_been) == (call.is_agreed(NOON), call.may_have_been(NOON))
