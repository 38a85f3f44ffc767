"""Knows what somebody may tell of a return to use, in which order it is asked, and which dates count; it tells nobody."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterable
from typing import Final

from domain.checkins import CheckIn
from domain.ids import CheckInId, MembershipId, NoteId, SlipId
from domain.items import USE, Use
from domain.recurrence import local_date_at
from domain.skills import Skill

RETURNS_NOTED: Final = 3
"""So many dates with a return to use, within `NOTED_WITHIN`, are a reason to look at the level of care. Source: product rule."""
NOTED_WITHIN: Final = dt.timedelta(days=30)
LONGEST_ACCOUNT: Final = 20_500
"""Characters of one answer: five full messages of the app."""
SPLIT_FROM: Final = 4_000
"""A text from this length on may be the first part of one that the messaging app cut (at 4,096)."""
SKILLS_AFTER: Final = (
    Skill.KIND_WORDS,
    Skill.TELL_ONE_PERSON,
    Skill.BODY_FIRST,
    Skill.WAIT_AND_CALL,
    Skill.LEAVE_THE_PLACE,
    Skill.LONG_BREATH,
)
"""What helps in the hours after a return to use, kindness first: shame is what drives the next one."""


class SlipState(enum.StrEnum):
    """Whether somebody is still telling of it."""

    DRAFT = "draft"
    KEPT = "kept"


class SlipStep(enum.StrEnum):
    """What is asked, in this order; whether somebody is safe comes before everything else."""

    SAFETY = "safety"
    WHEN = "when"
    BEFORE = "before"
    DURING = "during"
    AFTERWARDS = "afterwards"
    NEXT = "next"


class Chip(enum.StrEnum):
    """A ready answer; several can be chosen."""

    STRESS = "stress"
    LOW = "low"
    CRAVING = "craving"
    TIRED = "tired"
    PEOPLE = "people"
    PLACE = "place"
    CELEBRATION = "party"
    ALONE = "alone"
    TOGETHER = "together"
    ONCE = "once"
    LONGER = "longer"
    MORE = "more"
    STOPPED = "stopped"
    RELIEF = "relief"
    SAD = "sad"
    ASHAMED = "ashamed"
    AFRAID = "afraid"
    NUMB = "numb"
    DETERMINED = "on"
    TOLD = "told"
    REST = "rest"
    COMPANY = "company"
    CALL = "call"
    AWAY = "away"
    GROUP = "group"
    MEDICAL = "medical"


CHIPS: Final = {
    SlipStep.BEFORE: (
        Chip.STRESS,
        Chip.LOW,
        Chip.CRAVING,
        Chip.TIRED,
        Chip.PEOPLE,
        Chip.PLACE,
        Chip.CELEBRATION,
    ),
    SlipStep.DURING: (Chip.ALONE, Chip.TOGETHER, Chip.ONCE, Chip.LONGER, Chip.MORE, Chip.STOPPED),
    SlipStep.AFTERWARDS: (
        Chip.RELIEF,
        Chip.SAD,
        Chip.ASHAMED,
        Chip.AFRAID,
        Chip.NUMB,
        Chip.DETERMINED,
        Chip.TOLD,
    ),
    SlipStep.NEXT: (Chip.REST, Chip.COMPANY, Chip.CALL, Chip.AWAY, Chip.GROUP, Chip.MEDICAL),
}
"""The ready answers of each question that has some."""

_ORDER: Final = tuple(SlipStep)


@dataclasses.dataclass(frozen=True, slots=True)
class Account:
    """One answer: what was chosen, and what was written beside it; either may be empty."""

    chips: tuple[Chip, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said."""
        return not self.chips and not self.text

    def with_chip(self, chip: Chip) -> "Account":
        """Return the answer with a ready answer more, or without it where it was chosen already."""
        if chip in self.chips:
            return dataclasses.replace(self, chips=tuple(one for one in self.chips if one is not chip))
        return dataclasses.replace(self, chips=(*self.chips, chip))

    def with_text(self, text: str) -> "Account":
        """Return the answer with a further text below the one that is there, cut at what is kept."""
        whole = f"{self.text}\n{text}" if self.text else text
        return dataclasses.replace(self, text=whole[:LONGEST_ACCOUNT])

    def pack(self) -> str:
        """Return the answer as one text: the ready answers on the first line, then the words."""
        return f"{','.join(self.chips)}\n{self.text}"

    @classmethod
    def unpack(cls, packed: str) -> "Account":
        """Return the answer from its one text; ready answers that this version does not know are left out."""
        first, _, text = packed.partition("\n")
        return cls(tuple(Chip(one) for one in first.split(",") if one in set(Chip)), text)


@dataclasses.dataclass(frozen=True, slots=True)
class Slip:
    """What a person told of a return to use; every part but where it stands may be missing.

    Attributes:
        step: what is asked now; None when nothing is.
        used_on: the person's own date; None when they did not say.
        accounts: the answers by question, without those that were skipped.
        told_at: when the person let the facilitators of the seat's group know; None while it is theirs alone.
        note_id: the note with which they gave their words to the facilitators.
        checkin_id: the check-in in which they had reported it; None when they came by themselves.
    """

    slip_id: SlipId
    membership_id: MembershipId
    state: SlipState
    step: SlipStep | None
    used_on: dt.date | None
    accounts: dict[SlipStep, Account]
    begun_at: dt.datetime
    kept_at: dt.datetime | None = None
    told_at: dt.datetime | None = None
    note_id: NoteId | None = None
    checkin_id: CheckInId | None = None

    @property
    def has_words(self) -> bool:
        """Tell whether anything but the date was said."""
        return any(not account.is_empty for account in self.accounts.values())

    def account(self, step: SlipStep) -> Account:
        """Return the answer to a question, an empty one where there is none."""
        return self.accounts.get(step, Account())

    def on(self, timezone: str) -> dt.date:
        """Return the date it counts for: the one that was said, else the one on which the person told of it."""
        return self.used_on or local_date_at(self.begun_at, timezone)


@dataclasses.dataclass(frozen=True, slots=True)
class SlipPage:
    """Some of a person's slips, latest first; `page` counts from 0, `pages` is at least 1."""

    slips: tuple[Slip, ...]
    page: int
    pages: int


def step_after(step: SlipStep) -> SlipStep | None:
    """Return what is asked next; None when that was the last question."""
    return None if step is _ORDER[-1] else _ORDER[_ORDER.index(step) + 1]


def step_before(step: SlipStep) -> SlipStep:
    """Return what was asked before; from the first question on about what happened there is no way back to safety."""
    return _ORDER[max(_ORDER.index(step) - 1, 1)]


def is_same_return(slip: Slip, checkin: CheckIn, timezone: str) -> bool:
    """Tell whether a check-in reports the return to use that a slip tells of."""
    if slip.checkin_id == checkin.id:
        return True
    return slip.checkin_id is None and slip.on(timezone) == checkin.local_date


def returned_on(
    told: Iterable[Slip], checkins: Iterable[CheckIn], today: dt.date, timezone: str
) -> tuple[dt.date, ...]:
    """Return the dates, oldest first, on which facilitators know of a return to use, within `NOTED_WITHIN` up to today.

    `told` are slips that the person let the facilitators know; a check-in that reported one of them counts for its date alone.
    """
    slips = tuple(told)
    dates = {slip.on(timezone) for slip in slips}
    dates |= {
        one.local_date
        for one in checkins
        if one.value(USE) == Use.YES and not any(is_same_return(slip, one, timezone) for slip in slips)
    }
    return tuple(sorted(date for date in dates if today - NOTED_WITHIN < date <= today))
