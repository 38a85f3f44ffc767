"""Carries words from one partner to the other; it holds back what the sender should look at once more and loses nothing."""

import dataclasses
import datetime as dt
import enum

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.ids import CheckInId, NoteId, PairId, RelayId
from domain.messages import RelayArrived
from domain.names import contacts_in
from domain.notes import NoteState
from domain.partners import (
    LONGEST_RELAY,
    RELAY_WINDOW,
    RELAYS_PER_HOUR,
    Answer,
    Pair,
    ReadyAnswer,
    Relay,
    RelayState,
)
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

DIALOGUE = "partner"


class Fate(enum.Enum):
    """What became of a message: on its way, waiting for a tap (and why), sent before, or kept since there is no partner."""

    SENT = "sent"
    HELD_FOR_CONTACTS = "held_for_contacts"
    HELD_FOR_LIMIT = "held_for_limit"
    SENT_BEFORE = "sent_before"
    NO_PARTNER = "no_partner"


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """What became of a message.

    Attributes:
        pair: between whom; None when there is no such pair any more.
        relay_id: the held message.
        note_id: the draft that keeps a message for which there is no partner any more.
        contacts: what in it leads outside.
        free_at: when the next message may go.
    """

    fate: Fate
    pair: Pair | None = None
    relay_id: RelayId | None = None
    note_id: NoteId | None = None
    contacts: tuple[str, ...] = ()
    free_at: dt.datetime | None = None


class Relays:
    """Messages between partners."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def begin(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Pair:
        """Let the person's next text go to the partner.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await self._present(actor, pair_id)
        if pair is None:
            raise NothingToDo("partners.no_longer")
        await self._work.dialogues.open(actor.person_id, DIALOGUE, pair_id, now)
        return pair

    async def stop(self, actor: Actor) -> None:
        """Let the person's next text go to nobody."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def write(self, actor: Actor, pair_id: PairId, text: str, now: dt.datetime) -> Written:
        """Send a text to the partner, or hold it for a tap; without a partner it is kept as a draft.

        Raises:
            NotUnderstood: it is too long for one message.
        """
        _refuse_long(text)
        pair = await self._present(actor, pair_id)
        if pair is None:
            await self.stop(actor)
            note_id = await self._work.notes.add(actor.person_id, text, NoteState.DRAFT, now)
            return Written(Fate.NO_PARTNER, note_id=note_id)
        contacts = tuple(contacts_in(text))
        free_at = await self._free_at(actor, pair_id, now)
        if contacts or free_at is not None:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, pair_id, now)
            relay_id = await self._work.relays.add(
                pair_id, actor.person_id, text, state=RelayState.HELD, now=now
            )
            fate = Fate.HELD_FOR_CONTACTS if contacts else Fate.HELD_FOR_LIMIT
            return Written(fate, pair, relay_id, contacts=contacts, free_at=free_at)
        await self.stop(actor)
        relay_id = await self._work.relays.add(pair_id, actor.person_id, text, state=RelayState.SENT, now=now)
        return await self._sent(actor, pair, relay_id, now)

    async def write_draft(self, actor: Actor, note_id: NoteId, pair_id: PairId, now: dt.datetime) -> Written:
        """Send what the person typed without being asked, which until now waits as a draft.

        Raises:
            NothingToDo: the draft is gone, or they are no partners any more.
            NotUnderstood: it is too long for one message.
        """
        note = await self._work.notes.own(actor.scope, note_id)
        # Sound is not carried yet: a spoken draft stays where it is.
        if note is None or note.state is not NoteState.DRAFT or note.voice is not None:
            raise NothingToDo("notes.gone")
        if await self._present(actor, pair_id) is None:
            raise NothingToDo("partners.no_longer")
        written = await self.write(actor, pair_id, note.text, now)
        await self._work.notes.delete(actor.scope, note_id)
        return written

    async def send_held(self, actor: Actor, relay_id: RelayId, now: dt.datetime) -> Written:
        """Send a held message after all; the hourly limit still holds, and so does the partnership.

        Raises:
            NothingToDo: it is gone.
        """
        relay = await self._work.relays.own(actor.scope, relay_id)
        if relay is None:
            raise NothingToDo("partners.message_gone")
        pair = await self._present(actor, relay.pair_id)
        if relay.state is RelayState.SENT:
            return Written(Fate.SENT_BEFORE, pair)
        if pair is None:
            await self._work.relays.drop(actor.scope, relay_id)
            note_id = await self._work.notes.add(actor.person_id, relay.text, NoteState.DRAFT, now)
            return Written(Fate.NO_PARTNER, note_id=note_id)
        free_at = await self._free_at(actor, pair.pair_id, now)
        if free_at is not None:
            return Written(Fate.HELD_FOR_LIMIT, pair, relay_id, free_at=free_at)
        await self.stop(actor)
        await self._work.relays.release(actor.scope, relay_id, now)
        return await self._sent(actor, pair, relay_id, now)

    async def drop_held(self, actor: Actor, relay_id: RelayId) -> None:
        """Delete a held message.

        Raises:
            NothingToDo: it has been sent, or is gone.
        """
        if not await self._work.relays.drop(actor.scope, relay_id):
            raise NothingToDo("partners.message_gone")

    async def write_ready(
        self,
        actor: Actor,
        pair_id: PairId,
        checkin_id: CheckInId,
        *,
        answer: ReadyAnswer,
        text: str,
        now: dt.datetime,
    ) -> Written:
        """Send a ready answer, in the words that its button showed, once for each check-in.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await self._present(actor, pair_id)
        if pair is None:
            raise NothingToDo("partners.no_longer")
        cause = f"nudge:{checkin_id}:{answer}"
        if cause in await self._work.relays.causes(pair_id, actor.person_id, cause):
            return Written(Fate.SENT_BEFORE, pair)
        free_at = await self._free_at(actor, pair_id, now)
        if free_at is not None:
            return Written(Fate.HELD_FOR_LIMIT, pair, free_at=free_at)
        relay_id = await self._work.relays.add(
            pair_id, actor.person_id, text, state=RelayState.SENT, now=now, cause=cause
        )
        return await self._sent(actor, pair, relay_id, now)

    async def arrived(self, actor: Actor, relay_id: RelayId) -> tuple[str, Relay] | None:
        """Return the sender's display name and the message; None when the two are no longer partners."""
        relay = await self._work.relays.received(actor.scope, relay_id)
        pair = None if relay is None else await self._work.partners.pair(actor.scope, relay.pair_id)
        sender = None if relay is None or pair is None else pair.side_of(relay.sender_id)
        return None if relay is None or sender is None else (sender.name, relay)

    async def _present(self, actor: Actor, pair_id: PairId) -> Pair | None:
        """Return the pair while the person is in it and it is active."""
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        side = None if pair is None else pair.side_of(actor.person_id)
        is_present = pair is not None and pair.is_active and side is not None
        return pair if is_present and side is not None and side.answer is Answer.ACCEPTED else None

    async def _free_at(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> dt.datetime | None:
        """Return when the person may write again to this partner; None is now."""
        sent = await self._work.relays.sent_since(pair_id, actor.person_id, now - RELAY_WINDOW)
        return None if len(sent) < RELAYS_PER_HOUR else sent[-RELAYS_PER_HOUR] + RELAY_WINDOW

    async def _sent(self, actor: Actor, pair: Pair, relay_id: RelayId, now: dt.datetime) -> Written:
        for side in pair.others(actor.person_id):
            await self._outbox.post(
                RelayArrived(relay_id, pair.pair_id), to=side.person_id, key=f"relay:{relay_id}", now=now
            )
        return Written(Fate.SENT, pair)


def _refuse_long(text: str) -> None:
    if len(text) > LONGEST_RELAY:
        raise NotUnderstood("partners.too_long", {"length": len(text), "limit": LONGEST_RELAY})
