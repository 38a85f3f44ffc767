"""Says what became of something written to a partner; it sends nothing."""

import dataclasses
import datetime as dt
import enum

from domain.ids import NoteId, RelayId
from domain.partners import Pair


class Fate(enum.Enum):
    """What became of a message.

    On its way, waiting for a tap (and why), added to what waits already, not carried now, sent before, or kept since there
    is no partner.
    """

    SENT = "sent"
    HELD_FOR_CONTACTS = "held_for_contacts"
    HELD_FOR_LIMIT = "held_for_limit"
    ADDED = "added"
    NOT_NOW = "not_now"
    SENT_BEFORE = "sent_before"
    NO_PARTNER = "no_partner"


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """What became of a message.

    Attributes:
        pair: between whom; None when there is no such pair any more.
        relay_id: the message, on its way or held.
        note_id: the draft that keeps a message for which there is no partner any more; None where nothing could be kept.
        contacts: what in it leads outside.
        free_at: when the next message may go.
        arrives_at: the end of the receiver's quiet hours; None when it goes at once.
        is_unreached: messages don't reach the receiver at present.
        is_first: the person has sent this partner nothing for a while, and is told once more what can be done about it.
    """

    fate: Fate
    pair: Pair | None = None
    relay_id: RelayId | None = None
    note_id: NoteId | None = None
    contacts: tuple[str, ...] = ()
    free_at: dt.datetime | None = None
    arrives_at: dt.datetime | None = None
    is_unreached: bool = False
    is_first: bool = False
