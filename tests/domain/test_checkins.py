import datetime as dt

import pytest

from domain.checkins import (
    Rung,
    State,
    answered_state,
    before,
    ended_state,
    place_of,
    state_when_due,
)
from domain.forms import Form, asked_in
from domain.items import CRAVING, ITEMS, MOOD, NOTE, SLEEP, USE, ItemId, Use, chosen
from tests.made import ASKED, DUE, HOUR, MINUTE, checkin, skipped


def test_the_next_question_is_the_first_without_an_answer() -> None:
    assert ITEMS[CRAVING] == checkin(MOOD, SLEEP).current


def test_a_question_taken_up_again_comes_first() -> None:
    assert ITEMS[MOOD] == checkin(MOOD, reopened=MOOD).current


def test_after_the_last_answer_there_is_no_question() -> None:
    assert checkin(*ASKED).current is None


def test_questions_know_their_place() -> None:
    made = checkin()

    assert (2, 5) == place_of(made, ITEMS[CRAVING])
    assert ITEMS[MOOD] == before(made, ITEMS[CRAVING])
    assert before(made, ITEMS[MOOD]) is None


@pytest.mark.parametrize(
    ("answered", "is_reached", "was_prompted", "rung", "state"),
    [
        ((), True, True, Rung.CLOSE, State.MISSED),
        ((), False, True, Rung.CLOSE, State.UNREACHABLE),
        ((), True, False, Rung.CLOSE, State.EXCUSED),
        ((), True, True, Rung.CLOSE_AFTER_OUTAGE, State.EXCUSED),
        ((MOOD,), False, False, Rung.CLOSE_AFTER_OUTAGE, State.PARTIAL),
        (ASKED, True, True, Rung.CLOSE, State.COMPLETED),
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


def test_who_left_every_question_out_has_said_not_now() -> None:
    assert State.SKIPPED is answered_state(checkin(answers=skipped(*ASKED)))
    assert State.PARTIAL is answered_state(checkin(MOOD))
    assert State.COMPLETED is answered_state(checkin(*ASKED))


@pytest.mark.parametrize(
    ("state", "after", "can"),
    [
        (State.PARTIAL, HOUR, True),
        (State.SKIPPED, HOUR, True),
        (State.SKIPPED, 6 * HOUR, False),
        (State.COMPLETED, HOUR, False),
        (State.PAUSED, HOUR, False),
    ],
)
def test_what_the_person_ended_can_be_gone_on_with_while_its_window_is_open(
    state: State, after: dt.timedelta, can: bool
) -> None:
    assert can == checkin(state=state).can_go_on(DUE + after)


def test_a_check_in_is_late_by_an_answer_after_its_day_and_not_by_being_looked_at() -> None:
    assert not checkin(MOOD, late_at=DUE + HOUR).is_late
    assert checkin(MOOD, late_at=DUE).is_late


def test_each_form_asks_its_own_questions() -> None:
    items = chosen(ASKED)

    assert items == asked_in(Form.FULL, items)
    assert (ITEMS[MOOD],) == asked_in(Form.SHORT, items)
    assert (ITEMS[MOOD],) == asked_in(Form.WELCOME, items)
    assert (ITEMS[NOTE],) == asked_in(Form.NOTE, items)
