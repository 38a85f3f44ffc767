"""Says what one partner may send the other and how much of it; it reads and sends nothing."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence
from typing import Final, Self

from domain.ids import PairId, PersonId, RelayId

LONGEST_RELAY: Final = 3_500
"""Characters of one message to a partner: with who it is from and the markup it stays one message in the app."""
LONGEST_CAPTION: Final = 900
"""Characters below a photo or a voice message, for the same reason."""
UNANSWERED_PER_HOUR: Final = 5
"""Messages in own words that one side may send in any hour while the other has not answered.
Source: docs/decisions/0014-how-much-a-partner-carries.md."""
RELAYS_PER_HOUR: Final = 30
"""Messages that one side of a pair may send in any hour, answered or not."""
RELAYS_PER_DAY: Final = 200
RELAY_WINDOW: Final = dt.timedelta(hours=1)
DAY_WINDOW: Final = dt.timedelta(days=1)
BURST: Final = dt.timedelta(minutes=1)
"""What is written so soon after a message that had to wait is added to it without another word."""
TAKEN_BACK_FOR: Final = dt.timedelta(hours=48)
"""Telegram deletes no message that is older. Source: Bot API reference, deleteMessage."""
KEPT_AFTER_TAKING_BACK: Final = dt.timedelta(days=30)
"""What was taken back can be reported for so long; then it goes unless it was."""
MUTED_FOR: Final = dt.timedelta(hours=8)


class RelayState(enum.StrEnum):
    """Whether a message to a partner has been let go; a held one waits for a tap."""

    HELD = "held"
    SENT = "sent"


class RelayKind(enum.StrEnum):
    """What can be carried."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"


@dataclasses.dataclass(frozen=True, slots=True)
class Media:
    """A voice message, photo or sticker by the name under which the messaging app keeps it; `seconds` of a voice message."""

    kind: RelayKind
    file_id: str
    seconds: int = 0

    def pack(self) -> str:
        """Return it as a text, without its kind."""
        return f"{self.seconds} {self.file_id}"

    @classmethod
    def unpack(cls, kind: RelayKind, packed: str) -> Self:
        """Return what `pack` was given."""
        seconds, _, file_id = packed.partition(" ")
        return cls(kind, file_id, int(seconds))


@dataclasses.dataclass(frozen=True, slots=True)
class Content:
    """What somebody sends.

    Attributes:
        text: the words, or those below what was sent.
        media: what was sent besides words; None for a text.
        reply_to_id: the message of the two that it answers.
        message_id: the sender's own message that it came in; None for one without, such as a ready answer.
    """

    text: str
    media: Media | None = None
    reply_to_id: RelayId | None = None
    message_id: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Relay:
    """A message from one partner to the other; `withdrawn_at` is when its sender took it back."""

    relay_id: RelayId
    pair_id: PairId
    sender_id: PersonId
    content: Content
    state: RelayState
    written_at: dt.datetime
    edited_at: dt.datetime | None = None
    withdrawn_at: dt.datetime | None = None

    @property
    def text(self) -> str:
        """Return the words, or those below what was sent."""
        return self.content.text

    @property
    def media(self) -> Media | None:
        """Return what was sent besides words; None for a text."""
        return self.content.media

    @property
    def kind(self) -> RelayKind:
        """Return what it is."""
        return RelayKind.TEXT if self.content.media is None else self.content.media.kind


def longest(media: Media | None) -> int:
    """Return how many characters may go with it; a sticker has none."""
    if media is None:
        return LONGEST_RELAY
    return 0 if media.kind is RelayKind.STICKER else LONGEST_CAPTION


def free_at(
    sent: Sequence[tuple[dt.datetime, bool]], answered_at: dt.datetime | None, now: dt.datetime
) -> dt.datetime | None:
    """Return when one side may write again to the other; None is now.

    Args:
        sent: what that side sent in the last day, oldest first: when, and whether in own words (not ready, no thanks).
        answered_at: when the other last wrote or reacted; None when never.
        now: the moment of writing.
    """
    times = [at for at, _ in sent]
    unanswered = [at for at, is_own in sent if is_own and (answered_at is None or at > answered_at)]
    waits = (
        _wait(unanswered, UNANSWERED_PER_HOUR, RELAY_WINDOW),
        _wait(times, RELAYS_PER_HOUR, RELAY_WINDOW),
        _wait(times, RELAYS_PER_DAY, DAY_WINDOW),
    )
    latest = max((moment for moment in waits if moment is not None), default=None)
    return latest if latest is not None and latest > now else None


def anchor_of(relay_id: RelayId | str) -> str:
    """Return the name under which one message of the receiver's chat shows a message; "" is the beginning of them all."""
    return f"relay:{relay_id}"


def in_order(end: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Return a moment within a second after the end of quiet hours, so that what waits for it comes as it was written."""
    return now if end <= now else end + (dt.timedelta(seconds=1) * max(0.0, 1 - (end - now) / DAY_WINDOW))


def _wait(times: Sequence[dt.datetime], limit: int, window: dt.timedelta) -> dt.datetime | None:
    return None if len(times) < limit else times[-limit] + window
