"""The buttons of what partners agree on at the start; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.agreements import Boundary, Reach
from domain.ids import MembershipId, PairId
from domain.sharing import SharedItem
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class AgreementOpened(Press):
    """Show the step that comes next, or, after the last, the first once more."""

    prefix: ClassVar[str] = "ag.open"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class ReachChosen(Press):
    """This is how I may be reached."""

    prefix: ClassVar[str] = "ag.reach"
    pair_id: PairId
    reach: Reach


@dataclasses.dataclass(frozen=True, slots=True)
class AgreedShareChosen(Press):
    """Share an item, or no longer, while agreeing on what is shared."""

    prefix: ClassVar[str] = "ag.share"
    pair_id: PairId
    membership_id: MembershipId
    item: SharedItem
    is_on: int


@dataclasses.dataclass(frozen=True, slots=True)
class BoundaryChosen(Press):
    """This is what I want of advice."""

    prefix: ClassVar[str] = "ag.bound"
    pair_id: PairId
    boundary: Boundary


@dataclasses.dataclass(frozen=True, slots=True)
class StepTaken(Press):
    """Take this step without a choice."""

    prefix: ClassVar[str] = "ag.step"
    pair_id: PairId
    step: int
