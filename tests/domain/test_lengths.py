import datetime as dt

import pytest

from domain.checkins import Answer, CheckIn, Rung, State
from domain.forms import Form, asked_in
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import CONFIDENCE, CRAVING, MOOD, NOTE, SLEEP, TENSION, USE, ItemId, Use, chosen
from domain.lengths import form_for, is_silent, is_steady, usual_mood, worsens

TODAY = dt.date(2026, 3, 10)
DAY = dt.timedelta(days=1)
ASKED = (MOOD, TENSION, CRAVING, USE, CONFIDENCE, SLEEP, NOTE)
GOOD = {MOOD: 7, TENSION: 2, CRAVING: 1, USE: Use.NO, CONFIDENCE: 8, SLEEP: 7}


def past(
    days_ago: int,
    state: State = State.COMPLETED,
    form: Form = Form.FULL,
    items: tuple[ItemId, ...] = ASKED,
    **changed: int | None,
) -> CheckIn:
    """Return a check-in of so many days ago with good answers, but for the changed ones; None is a skip."""
    due_at = dt.datetime.combine(TODAY - days_ago * DAY, dt.time(18), dt.UTC)
    questions = asked_in(form, chosen(items))
    values = {**GOOD, **{ItemId(name): value for name, value in changed.items()}}
    answers = {
        item.id: Answer(values.get(item.id), None, values.get(item.id) is None, due_at) for item in questions
    }
    return CheckIn(
        id=CheckInId(days_ago),
        membership_id=MembershipId(2),
        person_id=PersonId(3),
        group_id=GroupId(4),
        local_date=due_at.date(),
        slot=0,
        state=state,
        due_at=due_at,
        asked_at=due_at,
        closes_at=due_at,
        rung=Rung.CLOSE,
        snoozed_until=None,
        reopened=None,
        answers=answers if state.is_answered else {},
        form=form,
        items=items,
        questions=questions,
    )


def after(*earlier: CheckIn, has_open_alert: bool = False) -> Form:
    return form_for(earlier, TODAY, has_open_alert=has_open_alert)


def test_after_three_steady_days_a_check_in_is_short() -> None:
    assert Form.SHORT is after(past(3), past(2), past(1))


@pytest.mark.parametrize("days", [0, 1, 2])
def test_fewer_days_are_not_enough(days: int) -> None:
    assert Form.FULL is after(*(past(number) for number in range(1, days + 1)))


def test_three_check_ins_of_one_day_are_one_day() -> None:
    assert Form.FULL is after(past(1), past(1), past(1))


@pytest.mark.parametrize("state", [State.MISSED, State.SKIPPED, State.PARTIAL])
def test_a_day_that_was_asked_and_not_completed_brings_the_full_form_back(state: State) -> None:
    assert Form.FULL is after(past(4), past(3), past(2, state), past(1))


@pytest.mark.parametrize("state", [State.PAUSED, State.EXCUSED, State.UNREACHABLE])
def test_a_day_that_was_not_asked_is_passed_over(state: State) -> None:
    assert Form.SHORT is after(past(4), past(3), past(2, state), past(1))


def test_short_days_go_on_until_the_last_full_one_is_a_week_ago() -> None:
    short = [past(number, form=Form.SHORT) for number in range(1, 7)]

    assert Form.SHORT is after(past(7), *short)
    assert Form.FULL is after(past(8), past(7, form=Form.SHORT), *short)


def test_an_open_alert_brings_the_full_form() -> None:
    assert Form.FULL is after(past(3), past(2), past(1), has_open_alert=True)


@pytest.mark.parametrize(
    ("item", "edge", "beyond"),
    [(MOOD, 5, 4), (TENSION, 5, 6), (CRAVING, 3, 4), (CONFIDENCE, 6, 5), (USE, Use.NO, Use.RATHER_NOT_SAY)],
)
def test_each_answer_has_an_edge_of_steadiness(item: ItemId, edge: int, beyond: int) -> None:
    assert is_steady(past(1, **{item: edge}))
    assert not is_steady(past(1, **{item: beyond}))
    assert not is_steady(past(1, **{item: None})), "left out is not steady"


def test_sleep_and_what_is_not_asked_say_nothing_about_steadiness() -> None:
    assert is_steady(past(1, **{SLEEP: 0}))
    assert is_steady(past(1, items=(MOOD, NOTE)))


def test_a_short_check_in_is_steady_by_its_mood_and_a_welcome_never_is() -> None:
    assert is_steady(past(1, form=Form.SHORT, mood=5))
    assert not is_steady(past(1, form=Form.SHORT, mood=4))
    assert not is_steady(past(1, form=Form.WELCOME))


@pytest.mark.parametrize(
    ("mood", "usual", "is_worse"),
    [(3, 3, True), (4, 5, False), (4, 6, True), (7, 8, False), (6, 8, True), (9, 7, False), (4, None, False)],
)
def test_a_low_mood_or_one_two_below_the_usual_asks_for_more(
    mood: int, usual: int | None, is_worse: bool
) -> None:
    assert is_worse == worsens(mood, usual)


def test_a_mood_left_out_does_not_worsen() -> None:
    assert not worsens(None, 8)


def test_the_usual_mood_is_the_middle_of_fourteen_days() -> None:
    assert 6 == usual_mood([past(15, mood=0), past(14, mood=5), past(2, mood=6), past(1, mood=9)], TODAY)
    assert usual_mood([past(15)], TODAY) is None


def days(*states: State, first: dt.date = TODAY - DAY) -> list[tuple[dt.date, State]]:
    return [(first - number * DAY, state) for number, state in enumerate(states)]


def test_three_asked_days_without_an_answer_are_a_silence() -> None:
    assert is_silent(days(State.MISSED, State.MISSED, State.MISSED), TODAY)
    assert is_silent(days(State.MISSED, State.SKIPPED, State.MISSED, State.COMPLETED), TODAY)
    assert not is_silent(days(State.MISSED, State.MISSED), TODAY)
    assert not is_silent(days(State.MISSED, State.MISSED, State.PARTIAL), TODAY)


def test_days_that_were_not_asked_are_no_silence_and_end_none() -> None:
    away = [State.PAUSED] * 5

    assert not is_silent(days(*away, State.COMPLETED), TODAY)
    assert not is_silent(days(State.EXCUSED, State.UNREACHABLE, State.MISSED, State.MISSED), TODAY)
    assert is_silent(days(*away, State.MISSED, State.MISSED, State.MISSED), TODAY)


def test_a_day_with_one_answer_among_misses_is_answered() -> None:
    asked = days(State.MISSED, State.MISSED, State.MISSED)

    assert not is_silent([*asked, (TODAY - 2 * DAY, State.COMPLETED)], TODAY)


def test_today_ends_a_silence_when_it_is_answered_and_adds_nothing_when_it_is_not() -> None:
    asked = days(State.MISSED, State.MISSED, State.MISSED)

    assert not is_silent([(TODAY, State.COMPLETED), *asked], TODAY)
    assert is_silent([(TODAY, State.SKIPPED), *asked], TODAY)
    assert not is_silent([(TODAY, State.MISSED), *asked[:2]], TODAY)
