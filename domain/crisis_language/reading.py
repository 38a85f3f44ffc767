"""Reads a message for danger: every cue in its surroundings, weighed together; it keeps no words and tells nobody."""

import dataclasses
import enum
from collections.abc import Mapping
from typing import Final

from domain.crisis_language.context import is_about_another, is_denied, is_joked, is_past, is_told
from domain.crisis_language.cues import LANGUAGES, About, Cue
from domain.crisis_language.plain import sentences


class Finding(enum.StrEnum):
    """What was found, the most pressing first."""

    OVERDOSE = "overdose"
    DANGER = "danger"
    THREAT = "threat"
    SOMEBODY = "somebody"
    DOUBT = "doubt"


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a message was found to say; `rule` names the cue that weighed most. Nothing found proves nothing."""

    finding: Finding | None = None
    rule: str | None = None


ENOUGH: Final = 3.0
"""Points from which on it is danger."""
ENOUGH_DESPAIR: Final = 4.5
"""The same where nothing but despair was found: a bad day has many words, and a question is the better answer to most of them."""
ASKED_FROM: Final = 1.5
"""Points from which on it is worth a question."""

_JUDGED: Final = (
    ({About.OVERDOSE}, ENOUGH, Finding.OVERDOSE),
    ({About.DEATH, About.HARM}, ENOUGH, Finding.DANGER),
    ({About.THREAT}, ASKED_FROM, Finding.THREAT),
    ({About.SOMEBODY}, ASKED_FROM, Finding.SOMEBODY),
)
"""What is looked for first, with the points that it takes."""


def read(text: str) -> Reading:
    """Return what a message says of danger: its sentences each, then all of them together."""
    points: dict[Cue, float] = {}
    for sentence in map(_without_idioms, sentences(text)):
        share = 0.5 if is_joked(sentence) else 1.0
        for cue in (cue for language in LANGUAGES for cue in language.cues):
            if cue.points * share > points.get(cue, 0) and _holds(cue, sentence):
                points[cue] = cue.points * share
    return _judge(points)


def may_mean_danger(text: str) -> bool:
    """Tell whether the words may mean that somebody's life is in danger."""
    return read(text).finding is not None


def _without_idioms(sentence: str) -> str:
    for language in LANGUAGES:
        sentence = language.idioms.sub(" ", sentence)
    return sentence


def _holds(cue: Cue, sentence: str) -> bool:
    """Tell whether a cue stands somewhere in a sentence, neither denied nor about somebody else."""
    for found in cue.pattern.finditer(sentence):
        # "Suicidal" says neither whose danger it is nor whether there is any: that stands before the word itself.
        is_named = cue.about is About.DEATH and not cue.is_own
        core = found.start() + found[0].rfind(" ") + 1
        at = core if is_named else found.start()
        is_meant = not (
            is_denied(sentence, at) or is_told(sentence, at, found.end()) or is_past(sentence, found.end())
        )
        if is_meant and not ((is_named or cue.may_tell) and is_about_another(sentence, core)):
            return True
    return False


def _judge(points: Mapping[Cue, float]) -> Reading:
    for abouts, needed, finding in _JUDGED:
        meant = [cue for cue in points if cue.about in abouts]
        if sum(points[cue] for cue in meant) >= needed:
            return Reading(finding, max(meant, key=lambda cue: points[cue]).rule)
    total = sum(points.values())
    if total < ASKED_FROM:
        return Reading()
    strongest = max(points, key=lambda cue: points[cue])
    is_despair_alone = all(cue.about is About.DESPAIR for cue in points)
    enough = ENOUGH_DESPAIR if is_despair_alone else ENOUGH
    return Reading(Finding.DANGER if total >= enough else Finding.DOUBT, strongest.rule)
