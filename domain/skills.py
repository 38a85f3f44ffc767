"""Chooses the skill that a hard check-in hands back, by need and date; it knows no wording and learns nothing about anybody."""

import datetime as dt
import enum
from typing import Final

from domain.progress import CRAVING_HARD, MOOD_HARD, TENSION_HARD


class Need(enum.StrEnum):
    """What is hard at the moment."""

    CRAVING = "craving"
    LOW_MOOD = "low_mood"
    TENSION = "tension"


class Skill(enum.StrEnum):
    """Something a person can do by themselves in the next minutes."""

    RIDE_THE_WAVE = "ride_the_wave"
    WAIT_AND_CALL = "wait_and_call"
    LEAVE_THE_PLACE = "leave_the_place"
    PLAY_IT_FORWARD = "play_it_forward"
    BODY_FIRST = "body_first"
    ONE_SMALL_THING = "one_small_thing"
    TELL_ONE_PERSON = "tell_one_person"
    STEP_OUTSIDE = "step_outside"
    KIND_WORDS = "kind_words"
    LONG_BREATH = "long_breath"
    FIVE_SENSES = "five_senses"
    LET_GO = "let_go"
    COLD_WATER = "cold_water"
    PARK_IT = "park_it"


SKILLS: Final = {
    Need.CRAVING: (
        Skill.RIDE_THE_WAVE,
        Skill.WAIT_AND_CALL,
        Skill.LEAVE_THE_PLACE,
        Skill.PLAY_IT_FORWARD,
        Skill.BODY_FIRST,
    ),
    Need.LOW_MOOD: (
        Skill.ONE_SMALL_THING,
        Skill.TELL_ONE_PERSON,
        Skill.STEP_OUTSIDE,
        Skill.KIND_WORDS,
    ),
    Need.TENSION: (
        Skill.LONG_BREATH,
        Skill.FIVE_SENSES,
        Skill.LET_GO,
        Skill.COLD_WATER,
        Skill.PARK_IT,
    ),
}
"""What helps with what; each need has enough that no skill comes back within three days."""


def need_of(mood: int | None, craving: int | None, tension: int | None) -> Need | None:
    """Return what a check-in calls for; None when nothing is hard. What was not answered is not hard.

    A craving comes first: it is the one that passes within the hour.
    """
    if craving is not None and craving >= CRAVING_HARD:
        return Need.CRAVING
    if mood is not None and mood <= MOOD_HARD:
        return Need.LOW_MOOD
    if tension is not None and tension >= TENSION_HARD:
        return Need.TENSION
    return None


def skill_for(need: Need, local_date: dt.date) -> Skill:
    """Return the skill of the day for a need: the same one all day long, another one on each of the next days."""
    skills = SKILLS[need]
    return skills[local_date.toordinal() % len(skills)]
