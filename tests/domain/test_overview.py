import datetime as dt
from typing import Any

import pytest

from domain.checkins import CheckIn, State
from domain.evidence import weigh
from domain.ids import CheckInId
from domain.overview import Low, Standing, low_of, standing_of
from domain.setbacks import Cause, Found, Rule
from tests.cast import NOON
from tests.days import TODAY, checkin


@pytest.mark.parametrize(
    ("state", "is_paused", "is_reachable", "standing"),
    [
        (State.COMPLETED, False, True, Standing.ANSWERED),
        (State.PARTIAL, False, True, Standing.ANSWERED),
        (State.COMPLETED, True, False, Standing.ANSWERED),
        (State.OPEN, False, True, Standing.WAITING),
        (State.IN_PROGRESS, False, True, Standing.WAITING),
        (State.OPEN, False, False, Standing.UNREACHABLE),
        (State.MISSED, False, True, Standing.MISSED),
        (State.SKIPPED, False, True, Standing.SKIPPED),
        (State.PAUSED, True, True, Standing.PAUSED),
        (State.EXCUSED, False, True, Standing.EXCUSED),
        (None, False, True, Standing.NOT_ASKED),
        (None, True, True, Standing.PAUSED),
        (None, True, False, Standing.UNREACHABLE),
    ],
)
def test_where_somebody_stands_today(
    state: State | None, is_paused: bool, is_reachable: bool, standing: Standing
) -> None:
    assert standing == standing_of(state, is_paused=is_paused, is_reachable=is_reachable)


@pytest.mark.parametrize(
    ("values", "is_low"),
    [
        ({"mood": 4, "craving": 4}, False),
        ({"mood": 3, "craving": 0}, True),
        ({"mood": 8, "craving": 5}, True),
        ({"mood": 8, "craving": 0, "tension": 7}, False),
        ({"mood": 8, "craving": 0, "tension": 8}, True),
        ({"tension": 8}, True),
        ({"mood": 8, "craving": 0, "use": 1}, True),
        ({"mood": 8, "craving": 0, "use": 2}, False),
        ({"craving": 5}, True),
    ],
)
def test_low_is_mood_three_or_craving_five_or_tension_eight_or_reported_use(
    values: dict[str, int], is_low: bool
) -> None:
    assert is_low == (low_of([checkin(1, **values)]) is not None)


def test_low_is_read_from_the_latest_answers_only() -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    bad, good = checkin(1, yesterday, mood=1, craving=9), checkin(2, mood=7, craving=1)
    missed = checkin(3, state=State.MISSED)

    assert low_of([bad, good]) is None
    assert Low(1, None, 9, is_use_reported=False, on=yesterday) == low_of([bad, missed])
    assert low_of([]) is None


def evidence(checkins: list[CheckIn], number: int, rule: Rule = Rule.CRAVING, value: int = 9) -> Any:
    return weigh(Found(Cause(rule, value, CheckInId(number)), NOON), checkins)


def test_usual_is_the_middle_of_at_least_five_earlier_answers() -> None:
    four = [checkin(number, craving=number) for number in range(1, 5)]
    five = [*four, checkin(5, craving=5)]

    assert evidence([*four, checkin(9, craving=9)], 9).usual is None
    assert 3 == evidence([*five, checkin(9, craving=9)], 9).usual


def test_what_came_later_is_not_usual() -> None:
    later = [checkin(number, craving=2) for number in range(10, 20)]

    assert evidence([checkin(9, craving=9), *later], 9).usual is None


def test_in_a_row_counts_back_over_those_without_an_answer() -> None:
    checkins = [
        checkin(1, craving=9),
        checkin(2, craving=3),
        checkin(3, craving=8),
        checkin(4, state=State.MISSED),
        checkin(5, craving=9),
    ]

    assert 2 == evidence(checkins, 5).in_a_row


def test_a_mood_in_a_row_is_a_low_one() -> None:
    checkins = [checkin(1, mood=2), checkin(2, mood=1)]

    assert 2 == evidence(checkins, 2, Rule.MOOD, 1).in_a_row


def test_a_cause_that_no_answer_gave_has_nothing_beside_it() -> None:
    found = Found(Cause(Rule.SOS, None, None), NOON)

    assert (None, 0, None) == (
        weigh(found, [checkin(1, craving=9)]).usual,
        weigh(found, []).in_a_row,
        weigh(found, []).corrected_to,
    )
