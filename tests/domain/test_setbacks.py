import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import AlertId, CheckInId, MembershipId
from domain.setbacks import (
    ADJUSTABLE,
    LEVELS,
    SAME_FOR,
    AlertState,
    Cause,
    Found,
    Level,
    Rule,
    Standing,
    Thresholds,
    causes_of_answer,
    join,
    level_of,
    may_be_setback,
    reference,
)
from tests.cast import NOON

MONDAY, TUESDAY = CheckInId(1), CheckInId(2)
CRAVING = Cause(Rule.CRAVING, 9, MONDAY)
SOS = Cause(Rule.SOS, None, None)
HOUR = dt.timedelta(hours=1)
MOMENT = dt.timedelta(seconds=1)


def standing(*causes: Cause, state: AlertState = AlertState.OPEN, level: Level = Level.HIGH) -> Standing:
    return Standing(AlertId(7), level, state, NOON, tuple(Found(cause, NOON) for cause in causes))


@pytest.mark.parametrize(
    ("item", "value", "rules"),
    [
        ("craving", 7, []),
        ("craving", 8, [Rule.CRAVING]),
        ("mood", 3, []),
        ("mood", 2, [Rule.MOOD]),
        ("mood", 0, [Rule.MOOD]),
        ("use", 0, []),
        ("use", 1, [Rule.USE]),
        ("use", 2, []),
        ("sleep", 0, []),
        ("sleep", 10, []),
    ],
)
def test_an_answer_is_a_setback_from_its_threshold_on(item: str, value: int, rules: list[Rule]) -> None:
    assert rules == [cause.rule for cause in causes_of_answer(item, value, MONDAY)]


def test_a_cause_names_its_answer_and_check_in() -> None:
    assert [CRAVING] == causes_of_answer("craving", 9, MONDAY)


def test_a_group_chooses_from_where_on_an_answer_is_a_setback() -> None:
    strict = Thresholds({Rule.CRAVING: 6, Rule.MOOD: 4})
    assert [Cause(Rule.CRAVING, 6, MONDAY)] == causes_of_answer("craving", 6, MONDAY, strict)
    assert [Cause(Rule.MOOD, 4, MONDAY)] == causes_of_answer("mood", 4, MONDAY, strict)
    assert 6 == causes_of_answer("craving", 9, MONDAY, strict)[0].threshold


@given(st.sampled_from(["mood", "craving", "use", "sleep"]), st.integers(0, 10), st.data())
def test_what_is_a_setback_in_some_group_is_looked_at(item: str, value: int, data: st.DataObject) -> None:
    chosen = {rule: data.draw(st.sampled_from(one.choices)) for rule, one in ADJUSTABLE.items()}
    if causes_of_answer(item, value, MONDAY, Thresholds(chosen)):
        assert may_be_setback(item, value)


def test_what_is_urgent_cannot_be_changed_and_only_what_is_to_be_watched_can_be_turned_off() -> None:
    assert not {rule for rule in ADJUSTABLE if LEVELS[rule] is Level.URGENT}
    assert all(one.default in one.choices for one in ADJUSTABLE.values())
    always = {rule for rule, one in ADJUSTABLE.items() if not one.may_be_off}
    assert {Rule.CRAVING, Rule.MOOD, Rule.MISSED} == always


def test_asking_for_help_is_urgent_whatever_else_there_is() -> None:
    assert Level.HIGH is level_of([CRAVING])
    assert Level.URGENT is level_of([CRAVING, SOS])
    assert Level.WATCH is level_of([])


def test_another_cause_joins_quietly() -> None:
    mood = Cause(Rule.MOOD, 1, MONDAY)
    joined = join(standing(CRAVING), [mood], NOON + HOUR)

    assert ((mood,), Level.HIGH, False) == (joined.added, joined.level, joined.is_sent)


def test_a_more_severe_cause_raises_the_level_and_is_sent() -> None:
    joined = join(standing(CRAVING), [SOS], NOON + HOUR)

    assert ((SOS,), Level.URGENT, True) == (joined.added, joined.level, joined.is_sent)


def test_the_same_cause_adds_nothing() -> None:
    joined = join(standing(CRAVING), [CRAVING], NOON + HOUR)

    assert ((), False) == (joined.added, joined.is_sent)


def test_a_worse_value_of_the_same_answer_joins_quietly_and_a_better_one_does_not() -> None:
    worse, better = Cause(Rule.CRAVING, 10, MONDAY), Cause(Rule.CRAVING, 8, MONDAY)

    assert (worse,) == join(standing(CRAVING), [worse], NOON).added
    assert () == join(standing(CRAVING), [better], NOON).added
    assert (Cause(Rule.MOOD, 1, MONDAY),) == (
        join(standing(Cause(Rule.MOOD, 2, MONDAY)), [Cause(Rule.MOOD, 1, MONDAY)], NOON).added
    )


def test_an_alert_never_becomes_less_severe() -> None:
    assert Level.URGENT is join(standing(SOS, level=Level.URGENT), [CRAVING], NOON).level


def test_asking_for_help_again_after_it_was_seen_is_sent_again() -> None:
    seen = standing(SOS, state=AlertState.ACKNOWLEDGED, level=Level.URGENT)
    unseen = standing(SOS, level=Level.URGENT)

    assert join(seen, [SOS], NOON + HOUR).is_sent
    assert not join(unseen, [SOS], NOON + HOUR).is_sent


def test_item_nine_answered_worse_after_it_was_seen_is_sent_again() -> None:
    seen = standing(Cause(Rule.ITEM9, 1, None), state=AlertState.ACKNOWLEDGED, level=Level.URGENT)

    assert join(seen, [Cause(Rule.ITEM9, 3, None)], NOON + HOUR).is_sent
    assert not join(seen, [Cause(Rule.ITEM9, 1, None)], NOON + HOUR).is_sent


def test_news_after_it_was_seen_is_sent_again_but_not_the_rest_of_the_same_check_in() -> None:
    seen = standing(CRAVING, state=AlertState.ACKNOWLEDGED)

    assert join(seen, [Cause(Rule.USE, 1, TUESDAY)], NOON + HOUR).is_sent
    assert not join(seen, [Cause(Rule.MOOD, 1, MONDAY)], NOON + HOUR).is_sent
    assert not join(seen, [Cause(Rule.CRAVING, 9, TUESDAY)], NOON + HOUR).is_sent


def test_the_same_kind_of_cause_is_sent_again_after_a_day() -> None:
    seen = standing(CRAVING, state=AlertState.ACKNOWLEDGED)
    again = Cause(Rule.CRAVING, 9, TUESDAY)

    assert not join(seen, [again], NOON + SAME_FOR - MOMENT).is_sent
    assert join(seen, [again], NOON + SAME_FOR).is_sent


def test_a_partner_who_worries_again_after_a_day_is_heard_again() -> None:
    worry = Cause(Rule.CONCERN, None, None, raised_by=MembershipId(5))
    seen = standing(worry, state=AlertState.ACKNOWLEDGED)

    assert not join(seen, [worry], NOON + SAME_FOR - MOMENT).is_sent
    assert join(seen, [worry], NOON + SAME_FOR).is_sent


def test_a_reference_is_short_and_always_the_same() -> None:
    assert reference(AlertId(12345)) == reference(AlertId(12345))
    assert len("A-7K2") == len(reference(AlertId(2**63 - 1))) == len(reference(AlertId(0)))
