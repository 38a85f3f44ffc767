"""Reads the cues of each language from their files: ways of putting danger into words, with how much each weighs."""

import dataclasses
import enum
import importlib.resources
import re
import tomllib
from typing import Final


class About(enum.StrEnum):
    """What a cue speaks of."""

    DEATH = "death"
    HARM = "harm"
    OVERDOSE = "overdose"
    THREAT = "threat"
    SOMEBODY = "somebody"
    DESPAIR = "despair"


@dataclasses.dataclass(frozen=True, slots=True)
class Cue:
    """One cue.

    Attributes:
        rule: its short name; the words of a person are never kept.
        points: 3 is enough alone, from 1.5 on it is worth a question, smaller ones only count together.
        is_own: the words themselves say that it is about the writer, or it does not matter whom it is about.
        may_tell: the same words may tell of somebody else, who is named before them; then they are not the writer's.
    """

    rule: str
    about: About
    points: float
    is_own: bool
    may_tell: bool
    pattern: re.Pattern[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language, and the ways of speaking that only sound like danger."""

    cues: tuple[Cue, ...]
    idioms: re.Pattern[str]


def _cues_of(language: str) -> Cues:
    path = importlib.resources.files("domain.crisis_language") / f"{language}.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    cues = tuple(
        Cue(
            rule=one["rule"],
            about=About(one["about"]),
            points=one["points"],
            is_own=one.get("is_own", True),
            may_tell=one.get("may_tell", False),
            pattern=_any_of(one["patterns"], read["lists"]),
        )
        for one in read["cues"]
    )
    return Cues(cues, _any_of(read["idioms"], read["lists"]))


def _any_of(patterns: list[str], lists: dict[str, str]) -> re.Pattern[str]:
    """Return what matches any of the patterns from the beginning of a word."""
    joined = "|".join(patterns)
    for name, words in lists.items():
        joined = joined.replace(f"<{name}>", words)
    return re.compile(rf"\b(?:{joined})")


LANGUAGES: Final = (_cues_of("english"), _cues_of("spanish"))
"""Every message is read in all of them: people mix them, and write in the one that is nearer to them in a bad hour."""
