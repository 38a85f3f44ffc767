import datetime as dt

from domain.checkins import State
from domain.rehearsal import alerts_of
from domain.setbacks import Rule, Thresholds
from tests.cast import NOON
from tests.days import TODAY, checkin

DAY = dt.timedelta(days=1)
SINCE = NOON - 28 * DAY


def test_each_answer_that_meets_the_threshold_counts_once_a_day() -> None:
    week = [checkin(number, TODAY - (7 - number) * DAY, craving=number + 2) for number in range(1, 8)]
    counts = {
        value: alerts_of(week, Rule.CRAVING, Thresholds({Rule.CRAVING: value}), SINCE) for value in (6, 8, 10)
    }
    assert {6: 4, 8: 2, 10: 0} == counts


def test_a_second_answer_within_a_day_joins_the_first() -> None:
    twice = [checkin(1, craving=9), checkin(2, craving=9)]
    assert 1 == alerts_of(twice, Rule.CRAVING, Thresholds(), SINCE)


def test_what_was_before_the_time_looked_at_does_not_count() -> None:
    old = [checkin(1, TODAY - 40 * DAY, mood=1), checkin(2, TODAY - 3 * DAY, mood=1)]
    assert 1 == alerts_of(old, Rule.MOOD, Thresholds(), SINCE)


def silent(*letters: str) -> list[State]:
    return [State.MISSED if letter == "m" else State.COMPLETED for letter in letters]


def test_silences_are_replayed_as_they_would_be_told() -> None:
    states = silent(*"cmmmmcmm")
    past = [checkin(number, TODAY - (9 - number) * DAY, state) for number, state in enumerate(states)]

    assert 1 == alerts_of(past, Rule.MISSED, Thresholds(), SINCE)
    assert 3 == alerts_of(past, Rule.MISSED, Thresholds({Rule.MISSED: 2}), SINCE)
    assert 2 == alerts_of(past, Rule.MISSED_SOON, Thresholds(), SINCE)
    assert 0 == alerts_of(past, Rule.MISSED_SOON, Thresholds({Rule.MISSED_SOON: None}), SINCE)


def test_use_before_a_silence_is_replayed_with_it() -> None:
    past = [
        checkin(0, TODAY - 10 * DAY, use=1),
        checkin(1, TODAY - 2 * DAY, State.MISSED),
        checkin(2, TODAY - DAY, State.MISSED),
    ]
    assert 1 == alerts_of(past, Rule.COMBINED, Thresholds(), SINCE)
    assert 0 == alerts_of(past[1:], Rule.COMBINED, Thresholds(), SINCE)
