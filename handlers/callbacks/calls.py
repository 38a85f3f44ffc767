"""What the buttons of a call or a walk mean; moments are numbers of quarter hours, several are joined in a text."""

import dataclasses
from collections.abc import Sequence
from typing import ClassVar

from domain.calls import CallKind
from domain.ids import CallId, PairId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class PlanCall(Press):
    """Arrange a call or a walk with this partner."""

    prefix: ClassVar[str] = "ca.plan"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class PickTimes(Press):
    """Show the times to offer, from a day on, with those that are picked so far."""

    prefix: ClassVar[str] = "ca.pick"
    pair_id: PairId
    kind: CallKind
    day: int
    times: str


@dataclasses.dataclass(frozen=True, slots=True)
class OfferTimes(Press):
    """Offer the picked times."""

    prefix: ClassVar[str] = "ca.offer"
    pair_id: PairId
    kind: CallKind
    times: str


@dataclasses.dataclass(frozen=True, slots=True)
class ShowCall(Press):
    """Show where this call stands."""

    prefix: ClassVar[str] = "ca.show"
    call_id: CallId


@dataclasses.dataclass(frozen=True, slots=True)
class TimeAgreed(Press):
    """This time suits me."""

    prefix: ClassVar[str] = "ca.yes"
    call_id: CallId
    moment: int


@dataclasses.dataclass(frozen=True, slots=True)
class NoneFits(Press):
    """None of these times suits me."""

    prefix: ClassVar[str] = "ca.none"
    call_id: CallId


@dataclasses.dataclass(frozen=True, slots=True)
class CancelCall(Press):
    """This call won't be."""

    prefix: ClassVar[str] = "ca.stop"
    call_id: CallId


@dataclasses.dataclass(frozen=True, slots=True)
class TookPlace(Press):
    """The call took place (1), or it didn't (0)."""

    prefix: ClassVar[str] = "ca.was"
    call_id: CallId
    is_so: int


def times_of(numbers: Sequence[int]) -> str:
    """Return several moments as the text that a button carries."""
    return ".".join(str(number) for number in numbers)


def numbers_in(times: str) -> list[int]:
    """Return the moments that such a text names; whatever is none is left out."""
    return [int(part) for part in times.split(".") if part.isascii() and part.isdigit()]
