import dataclasses
import datetime as dt

import pytest

from domain.checkins import (
    Answer,
    CheckIn,
    Rung,
    State,
    before,
    close_after_snooze,
    ended_state,
    next_rung,
    place_of,
    rung_at,
    rung_due,
    state_when_due,
)
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import (
    CRAVING,
    DAILY,
    ITEMS,
    MOOD,
    NOTE,
    SLEEP,
    USE,
    ItemId,
    Use,
)

DUE = dt.datetime(2026, 3, 3, 23, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


def checkin(*answered: ItemId, **changes: object) -> CheckIn:
    answers = {item: Answer(5, None, is_skipped=False, answered_at=DUE) for item in answered}
    made = CheckIn(
        id=CheckInId(1),
        membership_id=MembershipId(2),
        person_id=PersonId(3),
        group_id=GroupId(4),
        local_date=dt.date(2026, 3, 3),
        slot=0,
        state=State.OPEN,
        due_at=DUE,
        asked_at=DUE,
        closes_at=DUE + 6 * HOUR,
        rung=Rung.REMIND,
        snoozed_until=None,
        reopened=None,
        answers=answers,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type] # any field by its name


def test_the_next_question_is_the_first_without_an_answer() -> None:
    assert ITEMS[CRAVING] == checkin(MOOD, SLEEP).current


def test_a_question_taken_up_again_comes_first() -> None:
    assert ITEMS[MOOD] == checkin(MOOD, reopened=MOOD).current


def test_after_the_last_answer_there_is_no_question() -> None:
    assert checkin(*ItemId).current is None


def test_questions_know_their_place() -> None:
    assert (2, 5) == place_of(ITEMS[CRAVING])
    assert ITEMS[MOOD] == before(ITEMS[CRAVING])
    assert before(DAILY[0]) is None


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
    assert rung == rung_due(checkin(), DUE + after)


@pytest.mark.parametrize(
    ("after", "rung"),
    [(HOUR / 2, Rung.REMIND), (45 * MINUTE, Rung.NUDGE), (2 * HOUR, Rung.CLOSE), (9 * HOUR, Rung.CLOSE)],
)
def test_a_rung_is_climbed_once(after: dt.timedelta, rung: Rung) -> None:
    assert rung == next_rung(checkin(), DUE + after)


def test_what_nobody_asked_for_has_only_an_end() -> None:
    begun = checkin(asked_at=None, rung=Rung.CLOSE)

    assert rung_due(begun, DUE + 3 * HOUR) is None
    assert DUE + 6 * HOUR == rung_at(Rung.CLOSE, begun)


@pytest.mark.parametrize(
    ("after", "closes_after"),
    [(MINUTE, 6 * HOUR), (4 * HOUR, 7 * HOUR), (9 * HOUR, 12 * HOUR), (9 * HOUR + MINUTE, None)],
)
def test_a_snooze_leaves_an_hour_and_ends_after_twelve(
    after: dt.timedelta, closes_after: dt.timedelta | None
) -> None:
    closes_at = close_after_snooze(checkin(), 2 * HOUR, DUE + after)

    assert (None if closes_after is None else DUE + closes_after) == closes_at


@pytest.mark.parametrize(
    ("answered", "is_reached", "was_prompted", "rung", "state"),
    [
        ((), True, True, Rung.CLOSE, State.MISSED),
        ((), False, True, Rung.CLOSE, State.UNREACHABLE),
        ((), True, False, Rung.CLOSE, State.EXCUSED),
        ((), True, True, Rung.CLOSE_AFTER_OUTAGE, State.EXCUSED),
        ((MOOD,), False, False, Rung.CLOSE_AFTER_OUTAGE, State.PARTIAL),
        (tuple(item.id for item in DAILY), True, True, Rung.CLOSE, State.COMPLETED),
    ],
)
def test_each_way_of_ending_has_its_own_state(
    answered: tuple[ItemId, ...], is_reached: bool, was_prompted: bool, rung: Rung, state: State
) -> None:
    ended = ended_state(checkin(*answered, rung=rung), is_reached=is_reached, was_prompted=was_prompted)

    assert state is ended


@pytest.mark.parametrize(
    ("paused_until", "is_reached", "is_late", "state"),
    [
        (None, True, False, State.OPEN),
        (dt.date(2026, 3, 4), True, False, State.PAUSED),
        (dt.date(2026, 3, 3), True, False, State.OPEN),
        (dt.date(2026, 3, 4), False, True, State.PAUSED),
        (None, False, True, State.UNREACHABLE),
        (None, True, True, State.EXCUSED),
    ],
)
def test_whoever_is_not_asked_has_a_reason(
    paused_until: dt.date | None, is_reached: bool, is_late: bool, state: State
) -> None:
    begun = state_when_due(dt.date(2026, 3, 3), paused_until, is_reached=is_reached, is_late=is_late)

    assert state is begun


@pytest.mark.parametrize(("after", "is_at_it"), [(30 * MINUTE - MINUTE, True), (30 * MINUTE, False)])
def test_who_answered_within_half_an_hour_is_at_it(after: dt.timedelta, is_at_it: bool) -> None:
    assert is_at_it == checkin(MOOD).is_being_answered(DUE + after)


def test_an_answer_fits_its_scale() -> None:
    assert [True, True, False, False] == [ITEMS[MOOD].accepts(value) for value in (0, 10, 11, -1)]
    assert [True, True, False] == [ITEMS[USE].accepts(value) for value in (Use.NO, 2, 3)]
    assert not ITEMS[NOTE].accepts(1)


def test_rates_count_those_who_were_asked() -> None:
    assert {State.COMPLETED, State.PARTIAL, State.MISSED, State.SKIPPED} == {
        state for state in State if state.was_asked
    }
