"""What the buttons of a group's questions mean; each carries the state it leads to, so that a double tap changes nothing."""

import dataclasses
import enum
from typing import ClassVar

from domain.ids import CheckInId, GroupId, QuestionId
from domain.items import ItemId, Scale
from handlers.callbacks.payload import Press


class Switch(enum.StrEnum):
    """When a question is asked: as the template says, never, or in every phase."""

    USUAL = "usual"
    OFF = "off"
    ALWAYS = "always"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowQuestions(Press):
    """Show what this group is asked."""

    prefix: ClassVar[str] = "qs.list"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class OpenQuestion(Press):
    """Show one question with what can be changed about it."""

    prefix: ClassVar[str] = "qs.item"
    group_id: GroupId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class QuestionSwitched(Press):
    """Ask it so from now on."""

    prefix: ClassVar[str] = "qs.set"
    group_id: GroupId
    item: ItemId
    switch: Switch


@dataclasses.dataclass(frozen=True, slots=True)
class QuestionMoved(Press):
    """Ask it at this place, from 0."""

    prefix: ClassVar[str] = "qs.move"
    group_id: GroupId
    item: ItemId
    position: int


@dataclasses.dataclass(frozen=True, slots=True)
class PreviewQuestion(Press):
    """Show it as people see it."""

    prefix: ClassVar[str] = "qs.see"
    group_id: GroupId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class PreviewCheckIn(Press):
    """Show what is asked today, one after the other."""

    prefix: ClassVar[str] = "qs.all"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class PreviewPressed(Press):
    """A button of a preview, which does nothing."""

    prefix: ClassVar[str] = "qs.no"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowAnswers(Press):
    """Show what people answered lately to a question of the group's own."""

    prefix: ClassVar[str] = "qs.given"
    group_id: GroupId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class HearOwnAnswer(Press):
    """Play what somebody said in answer to this question of the group's own."""

    prefix: ClassVar[str] = "qs.hear"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class RemoveQuestion(Press):
    """Ask once more before a question of the group's own goes."""

    prefix: ClassVar[str] = "qs.del"
    group_id: GroupId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class RemoveQuestionConfirmed(Press):
    """Ask it no more."""

    prefix: ClassVar[str] = "qs.gone"
    group_id: GroupId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class ResetQuestions(Press):
    """Ask once more before the template holds again."""

    prefix: ClassVar[str] = "qs.back"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ResetQuestionsConfirmed(Press):
    """Let the template hold again."""

    prefix: ClassVar[str] = "qs.usual"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class AddQuestion(Press):
    """Begin a question of the group's own."""

    prefix: ClassVar[str] = "qs.add"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ScaleChosen(Press):
    """It is answered like this."""

    prefix: ClassVar[str] = "qs.scale"
    group_id: GroupId
    scale: Scale


@dataclasses.dataclass(frozen=True, slots=True)
class Reword(Press):
    """Write the words of a draft anew."""

    prefix: ClassVar[str] = "qs.words"
    question_id: QuestionId


@dataclasses.dataclass(frozen=True, slots=True)
class Rechoose(Press):
    """Write the choices of a draft anew."""

    prefix: ClassVar[str] = "qs.lines"
    question_id: QuestionId


@dataclasses.dataclass(frozen=True, slots=True)
class KeepQuestion(Press):
    """Ask it from now on."""

    prefix: ClassVar[str] = "qs.keep"
    question_id: QuestionId


@dataclasses.dataclass(frozen=True, slots=True)
class DropQuestion(Press):
    """Let go of a draft."""

    prefix: ClassVar[str] = "qs.drop"
    question_id: QuestionId
