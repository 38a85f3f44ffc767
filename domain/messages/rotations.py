"""Unasked messages about the change of pairs: to facilitators, and a goodbye to those whose time ends."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, PairId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class RotationComing(Message):
    """To a facilitator: the pairs change tomorrow; `number` counts the changes before it."""

    kind: ClassVar[str] = "rotation.coming"
    lane: ClassVar[Lane] = Lane.NOTICE
    repeats_when_unsure: ClassVar[bool] = False
    group_id: GroupId
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class GoodbyeComing(Message):
    """To each of a pair: your time together ends soon; a thank-you is a good goodbye."""

    kind: ClassVar[str] = "rotation.goodbye"
    lane: ClassVar[Lane] = Lane.NOTICE
    repeats_when_unsure: ClassVar[bool] = False
    pair_id: PairId
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class PairGoesOn(Message):
    """To each of a pair that was told of its end: it goes on after all."""

    kind: ClassVar[str] = "rotation.off"
    lane: ClassVar[Lane] = Lane.NOTICE
    repeats_when_unsure: ClassVar[bool] = False
    pair_id: PairId
    number: int
