"""What the buttons of phases and tracks mean; each carries what it leads to."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, MembershipId, PersonId
from domain.phases import Track
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowPhases(Press):
    """Show where the people of this group stand."""

    prefix: ClassVar[str] = "ph.list"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseStage(Press):
    """Show what would change for somebody in this phase (1-4) and on this track."""

    prefix: ClassVar[str] = "ph.see"
    membership_id: MembershipId
    phase: int
    track: Track


@dataclasses.dataclass(frozen=True, slots=True)
class StageSet(Press):
    """Move somebody to this phase (1-4) and track."""

    prefix: ClassVar[str] = "ph.set"
    membership_id: MembershipId
    phase: int
    track: Track


@dataclasses.dataclass(frozen=True, slots=True)
class ShowOwnStage(Press):
    """Show me what changes in my check-ins; `moved_by` is who changed it."""

    prefix: ClassVar[str] = "ph.mine"
    membership_id: MembershipId
    moved_by: PersonId
