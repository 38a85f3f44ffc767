import datetime as dt

import pytest

from domain.ids import CheckInId
from domain.setbacks import Cause, Past, Rule, Thresholds, causes_of_silence, missed_in_a_row

USED_ON = dt.date(2026, 3, 1)


def past(letters: str) -> list[Past]:
    """Return check-ins, oldest first: m missed, c completed, n "not now", p paused; ids count from 1."""
    states = {"m": "missed", "c": "completed", "n": "skipped", "p": "paused"}
    return [Past(CheckInId(number), states[one]) for number, one in enumerate(letters, 1)][::-1]


def rules(
    letters: str, *told: Cause, used_on: dt.date | None = None, thresholds: Thresholds | None = None
) -> list[Rule]:
    found = causes_of_silence(past(letters), told, used_on, thresholds or Thresholds())
    return [cause.rule for cause in found]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("cm", []),
        ("cmm", [Rule.MISSED_SOON]),
        ("cmmm", [Rule.MISSED]),
        ("mmmc", []),
        ("mmn", []),
        ("mpm", [Rule.MISSED_SOON]),
        ("mmcmcmm", [Rule.MISSED_OFTEN]),
        ("mcccmm", [Rule.MISSED_SOON]),
        ("mmcmcm", []),
        ("mmcmmcm", [Rule.MISSED_OFTEN]),
        ("cccmmcmmcm", [Rule.MISSED_OFTEN]),
    ],
)
def test_what_a_missed_check_in_is_a_cause_of(letters: str, expected: list[Rule]) -> None:
    assert expected == rules(letters)


def test_a_silence_says_how_long_it_is_and_from_where_on_the_group_counts() -> None:
    assert [Cause(Rule.MISSED, 3, CheckInId(4), threshold=3)] == causes_of_silence(past("cmmm"), (), None)
    assert 3 == causes_of_silence(past("cmmm"), (), None)[0].threshold


def test_the_same_silence_is_told_again_only_when_it_has_doubled() -> None:
    told = Cause(Rule.MISSED, 3, CheckInId(4))
    assert [] == rules("cmmmm", told)
    assert [] == rules("cmmmmm", told)
    assert [Rule.MISSED] == rules("cmmmmmm", told)


def test_who_came_back_and_falls_silent_again_is_told_of_anew() -> None:
    told = Cause(Rule.MISSED, 3, CheckInId(4))
    assert [Rule.MISSED] == rules("cmmmcccccmmm", told)


def test_a_silence_that_was_told_is_not_told_as_missed_often_or_soon_besides() -> None:
    assert [] == rules("mmmcmmcm", Cause(Rule.MISSED, 3, CheckInId(3)))
    assert [] == rules("ccmm", Cause(Rule.MISSED_SOON, 2, CheckInId(4)))


def test_two_missed_after_a_return_to_use_are_told_at_once() -> None:
    assert [Rule.MISSED_SOON, Rule.COMBINED] == rules("cmm", used_on=USED_ON)
    assert [] == rules("cm", used_on=USED_ON)
    combined = causes_of_silence(past("cmm"), (), USED_ON)[1]
    assert "2026-03-01" == combined.detail


def test_a_combination_is_not_told_again_while_the_silence_has_not_doubled() -> None:
    told = Cause(Rule.COMBINED, 2, CheckInId(3))
    assert [Rule.MISSED] == rules("cmmm", told, used_on=USED_ON)


def test_a_group_chooses_when_a_silence_is_told() -> None:
    assert [] == rules("cmm", thresholds=Thresholds({Rule.MISSED_SOON: None}))
    assert [Rule.MISSED_SOON] == rules("cm", thresholds=Thresholds({Rule.MISSED_SOON: 1}))
    assert [Rule.MISSED] == rules("cmm", thresholds=Thresholds({Rule.MISSED: 2}))
    assert [] == rules("mmcmmcm", thresholds=Thresholds({Rule.MISSED_OFTEN: None}))
    assert [Rule.MISSED_SOON] == rules("cmm", used_on=USED_ON, thresholds=Thresholds({Rule.COMBINED: None}))


@pytest.mark.parametrize(
    ("letters", "count"), [("", 0), ("mmm", 3), ("mmmc", 0), ("cmm", 2), ("mpm", 2), ("nm", 1), ("mn", 0)]
)
def test_missed_check_ins_are_counted_up_to_the_last_sign_of_life(letters: str, count: int) -> None:
    assert count == missed_in_a_row([one.state for one in past(letters)])
