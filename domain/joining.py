"""Says what an invitation is good for and what an enrolment asks next; it reads no text but names."""

import dataclasses
import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from domain.access import Role
from domain.errors import NotUnderstood
from domain.ids import EnrolmentId, GroupId, InviteId, PersonId
from domain.phases import Track
from domain.timezones import folded

LINK_LIVES: Final = dt.timedelta(hours=72)
LINKS_AT_ONCE: Final = 20
"""Links that one command may make: more than a group has members."""
OPEN_LINKS: Final = 60
"""Unused links that one group may have."""
MISSES_ALLOWED: Final = 5
"""Wrong links that one account may try within `MISS_WINDOW`."""
MISS_WINDOW: Final = dt.timedelta(hours=1)
CONSENT_VERSION: Final = "2026-11.2"
"""Names the wording of the consent; a test ties it to the text in every language."""
NAMES_THE_PROGRAM: Final = frozenset({"2026-11.2"})
"""The wordings of the consent that name the facilitators of the program's other groups; under any other they see nothing."""
CONSENT_LASTS: Final = dt.timedelta(days=365)
LONGEST_NAME: Final = 40
LONGEST_SIGNATURE: Final = 80
PROGRAM_CONSENT: Final = "program"
"""The consent without which there is no seat."""

_MARKS_IN_A_ROW = 2
_CONTACT = re.compile(r"@|://|\bwww\.|\bt\.me\b|\.(com|org|net|me|io)\b|(\d[\s().+-]*){7}", re.IGNORECASE)


class Step(enum.StrEnum):
    """A question of the enrolment."""

    WELCOME = "welcome"
    SIGHT = "sight"
    CONSENT = "consent"
    SIGNATURE = "signature"
    NAME = "name"
    ZONE = "zone"
    TIME = "time"
    TRACK = "track"
    DONE = "done"


ORDER: Final[dict[Role, tuple[Step, ...]]] = {
    Role.PARTICIPANT: tuple(Step),
    Role.FACILITATOR: (Step.WELCOME, Step.NAME, Step.DONE),
}
"""The questions of each role, in order."""
TYPED: Final = frozenset({Step.SIGNATURE, Step.NAME, Step.ZONE, Step.TIME})
"""The questions that can be answered by typing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Invite:
    """A link as its makers see it; its token is known to nobody any more."""

    invite_id: InviteId
    group_id: GroupId
    role: Role
    created_at: dt.datetime
    expires_at: dt.datetime
    is_used: bool
    is_revoked: bool

    def is_open(self, now: dt.datetime) -> bool:
        """Tell whether somebody can still come in by it."""
        return not self.is_used and not self.is_revoked and now < self.expires_at


@dataclasses.dataclass(frozen=True, slots=True)
class Enrolment:
    """What somebody has answered so far on the way to a seat; None is not answered yet."""

    enrolment_id: EnrolmentId
    person_id: PersonId
    group_id: GroupId
    role: Role
    has_read_welcome: bool
    has_read_sight: bool
    agreed_at: dt.datetime | None
    signature: str | None
    display_name: str | None
    timezone: str | None
    checkin_minute: int | None
    track: Track | None
    is_finished: bool

    @property
    def step(self) -> Step:
        """Return the first question without an answer."""
        if self.is_finished:
            return Step.DONE
        answered = {
            Step.WELCOME: self.has_read_welcome,
            Step.SIGHT: self.has_read_sight,
            Step.CONSENT: self.agreed_at is not None,
            Step.SIGNATURE: self.signature is not None,
            Step.NAME: self.display_name is not None,
            Step.ZONE: self.timezone is not None,
            Step.TIME: self.checkin_minute is not None,
            Step.TRACK: self.track is not None,
            Step.DONE: False,
        }
        return next(step for step in ORDER[self.role] if not answered[step])

    @property
    def previous(self) -> Step | None:
        """Return the question before this one; None at the first and after the last."""
        place = ORDER[self.role].index(self.step)
        return None if place == 0 or self.is_finished else ORDER[self.role][place - 1]


@dataclasses.dataclass(frozen=True, slots=True)
class Consent:
    """A consent given; it counts until it expires or is revoked, and stays as a record."""

    group_id: GroupId
    kind: str
    version: str
    given_at: dt.datetime
    expires_at: dt.datetime | None
    revoked_at: dt.datetime | None

    def counts_at(self, moment: dt.datetime) -> bool:
        """Tell whether it holds at that moment."""
        return self.revoked_at is None and (self.expires_at is None or moment < self.expires_at)


def name_from(text: str) -> str:
    """Return the display name that was typed, without what cannot be seen.

    Raises:
        NotUnderstood: nothing is left, it is too long, or it is a way to reach somebody.
    """
    name = _visible(text)
    if not any(unicodedata.category(c)[0] in "LNS" for c in name):
        raise NotUnderstood("joining.name_empty")
    if len(name) > LONGEST_NAME:
        raise NotUnderstood("joining.name_too_long", {"limit": LONGEST_NAME})
    if _CONTACT.search(name):
        raise NotUnderstood("joining.name_is_contact")
    return name


def signature_from(text: str) -> str:
    """Return the name typed as signature, without what cannot be seen.

    Raises:
        NotUnderstood: it holds no letter, or is too long for a name.
    """
    name = _visible(text)
    if not any(c.isalpha() for c in name):
        raise NotUnderstood("joining.signature_empty")
    if len(name) > LONGEST_SIGNATURE:
        raise NotUnderstood("joining.signature_too_long", {"limit": LONGEST_SIGNATURE})
    return name


def is_taken(name: str, others: Iterable[str]) -> bool:
    """Tell whether somebody could take one name for another: case and accents do not count."""
    return _seen_as(name) in {_seen_as(other) for other in others}


def _visible(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if char.isspace() or kind in {"Zl", "Zp"}:
            kept.append(" ")
        elif kind[0] != "C" and marks <= _MARKS_IN_A_ROW:
            kept.append(char)
    return " ".join("".join(kept).split())


def _seen_as(name: str) -> str:
    return folded(name) or unicodedata.normalize("NFKC", name).casefold()
