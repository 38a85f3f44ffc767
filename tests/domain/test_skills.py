import datetime as dt

import pytest

from domain.skills import SKILLS, Need, Skill, need_of, skill_for

MONDAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("mood", "craving", "tension", "need"),
    [
        (4, 4, 7, None),
        (None, None, None, None),
        (9, 5, 0, Need.CRAVING),
        (3, 4, 7, Need.LOW_MOOD),
        (4, 4, 8, Need.TENSION),
        (4, None, 10, Need.TENSION),
        (0, 5, 10, Need.CRAVING),
        (0, 4, 10, Need.LOW_MOOD),
    ],
)
def test_craving_from_5_mood_down_from_3_and_tension_from_8_call_for_a_skill(
    mood: int | None, craving: int | None, tension: int | None, need: Need | None
) -> None:
    assert need == need_of(mood, craving, tension)


@pytest.mark.parametrize("need", Need)
def test_no_skill_comes_back_within_three_days(need: Need) -> None:
    days = [skill_for(need, MONDAY + dt.timedelta(days=day)) for day in range(40)]

    assert [] == [day for day in range(37) if days[day] in days[day + 1 : day + 4]]


@pytest.mark.parametrize("need", Need)
def test_somebody_who_finds_the_same_weekday_hard_gets_every_skill_in_turn(need: Need) -> None:
    mondays = [skill_for(need, MONDAY + dt.timedelta(weeks=week)) for week in range(len(SKILLS[need]))]

    assert set(SKILLS[need]) == set(mondays)


def test_every_skill_answers_one_need() -> None:
    assert sorted(Skill) == sorted(skill for skills in SKILLS.values() for skill in skills)
