"""Knows which group sessions a no-show can be noted for, and what one is as a setback; it notes none."""

import dataclasses
import datetime as dt
from typing import Final

from domain.groups import Group, Member
from domain.ids import MembershipId
from domain.setbacks import ON, Cause, Rule

DAYS_BACK: Final = 7
"""So many days back a session can still be marked."""
COUNTED: Final = dt.timedelta(days=28)
"""No-shows of so long are counted together."""


@dataclasses.dataclass(frozen=True, slots=True)
class Session:
    """A group's session of one day.

    Attributes:
        held_on: local date of the group.
        participants: who is in the group now, by joining.
        absent: of these, who was marked as missing without a word.
        untold: of these, whose facilitators have not been told yet.
        is_watched: the group wants to be told of no-shows.
    """

    group: Group
    held_on: dt.date
    today: dt.date
    participants: tuple[Member, ...]
    absent: frozenset[MembershipId]
    untold: frozenset[MembershipId]
    is_watched: bool


def may_be_marked(held_on: dt.date, today: dt.date) -> bool:
    """Tell whether a session of that date can be marked: today's, and those of the last week."""
    return 0 <= (today - held_on).days <= DAYS_BACK


def cause_of_no_show(held_on: dt.date, count: int) -> Cause:
    """Return the cause that a no-show is; `count` is how many there were in `COUNTED`, this one included.

    Source: product rule; missed sessions are among the usual warning signs of leaving treatment.
    """
    return Cause(Rule.NO_SHOW, count, None, threshold=ON, detail=held_on.isoformat())
