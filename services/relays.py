"""Carries what one partner sends the other; it holds back what the sender should look at once more and loses nothing."""

import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.ids import CheckInId, NoteId, PairId, RelayId
from domain.names import contacts_in
from domain.notes import NoteState
from domain.partners import Pair, ReadyAnswer
from domain.relays import (
    BURST,
    DAY_WINDOW,
    LONGEST_RELAY,
    Content,
    Media,
    RelayKind,
    RelayState,
    free_at,
    longest,
)
from domain.voices import Voice
from services.handing import Handing
from services.outbox import Outbox
from services.present import present_pair, require_present
from services.written import Fate, Written
from storage.unit_of_work import UnitOfWork

DIALOGUE = "partner"


class Relays:
    """Messages between partners."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._handing = Handing(work, outbox)

    async def begin(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Pair:
        """Let what the person sends next go to the partner.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        await self._work.dialogues.open(actor.person_id, DIALOGUE, pair_id, now)
        return pair

    async def stop(self, actor: Actor) -> None:
        """Let what the person sends next go to nobody."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def write(
        self,
        actor: Actor,
        pair_id: PairId,
        text: str,
        now: dt.datetime,
        *,
        media: Media | None = None,
        reply_to_id: RelayId | None = None,
        message_id: int | None = None,
    ) -> Written:
        """Send something to the partner, or hold it for a tap; without a partner it is kept as a draft.

        Args:
            actor: who writes.
            pair_id: to whom.
            text: the words, or those below `media`.
            now: when.
            media: what is sent besides words.
            reply_to_id: the message of the two that it answers.
            message_id: the person's own message, whose edit changes what the partner sees.

        Raises:
            NotUnderstood: it is too long for one message.
        """
        content = Content(text, media, reply_to_id, message_id)
        _refuse_long(content)
        pair = await present_pair(self._work, actor, pair_id)
        if pair is None:
            return await self._put_aside(actor, content, now)
        free = await self._free_at(actor, pair_id, now)
        if free is not None:
            return await self._wait(actor, pair, content, free, now)
        contacts = tuple(contacts_in(text))
        state = RelayState.HELD if contacts else RelayState.SENT
        relay_id = await self._work.relays.add(pair_id, actor.person_id, content, state=state, now=now)
        if contacts:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, pair_id, now)
            return Written(Fate.HELD_FOR_CONTACTS, pair, relay_id, contacts=contacts)
        await self.stop(actor)
        return await self._handing.hand(actor, pair, relay_id, now)

    async def write_draft(self, actor: Actor, note_id: NoteId, pair_id: PairId, now: dt.datetime) -> Written:
        """Send what the person typed or said without being asked, which until now waits as a draft.

        Raises:
            NothingToDo: the draft is gone, or they are no partners any more.
            NotUnderstood: it is too long for one message.
        """
        note = await self._work.notes.own(actor.scope, note_id)
        if note is None or note.state is not NoteState.DRAFT:
            raise NothingToDo("notes.gone")
        await require_present(self._work, actor, pair_id)
        media = None if note.voice is None else _spoken(note.voice)
        message_id = await self._work.corrections.message_of(actor.scope, note_id)
        written = await self.write(actor, pair_id, note.text, now, media=media, message_id=message_id)
        if written.fate is not Fate.NOT_NOW:
            await self._work.notes.delete(actor.scope, note_id)
        return written

    async def send_held(
        self, actor: Actor, relay_id: RelayId, now: dt.datetime, *, is_sure: bool = False
    ) -> Written:
        """Send a held message after all; the limits still hold, and so does the partnership.

        `is_sure` means that the person has been warned of what in it leads outside.

        Raises:
            NothingToDo: it is gone.
        """
        relay = await self._work.relays.own(actor.scope, relay_id)
        if relay is None:
            raise NothingToDo("partners.message_gone")
        pair = await present_pair(self._work, actor, relay.pair_id)
        if relay.state is RelayState.SENT:
            return Written(Fate.SENT_BEFORE, pair, relay_id)
        if pair is None:
            await self._work.relays.drop(actor.scope, relay_id)
            return await self._put_aside(actor, relay.content, now)
        free = await self._free_at(actor, pair.pair_id, now)
        if free is not None:
            return Written(Fate.HELD_FOR_LIMIT, pair, relay_id, free_at=free)
        contacts = tuple(contacts_in(relay.text))
        if contacts and not is_sure:
            return Written(Fate.HELD_FOR_CONTACTS, pair, relay_id, contacts=contacts)
        await self.stop(actor)
        await self._work.relays.release(actor.scope, relay_id, now)
        return await self._handing.hand(actor, pair, relay_id, now)

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
        return await self.write_once(actor, pair_id, text, cause=f"nudge:{checkin_id}:{answer}", now=now)

    async def write_once(
        self, actor: Actor, pair_id: PairId, text: str, *, cause: str, now: dt.datetime
    ) -> Written:
        """Send words of a button (a ready answer, thanks) once for each `cause`; they wait for no answer of the other's.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        if cause in await self._work.relays.causes(pair_id, actor.person_id, cause):
            return Written(Fate.SENT_BEFORE, pair)
        free = await self._free_at(actor, pair_id, now, is_ready=True)
        if free is not None:
            return Written(Fate.HELD_FOR_LIMIT, pair, free_at=free)
        relay_id = await self._work.relays.add(
            pair_id, actor.person_id, Content(text), state=RelayState.SENT, now=now, cause=cause
        )
        return await self._handing.hand(actor, pair, relay_id, now)

    async def _free_at(
        self, actor: Actor, pair_id: PairId, now: dt.datetime, *, is_ready: bool = False
    ) -> dt.datetime | None:
        """Return when the person may write again to this partner; None is now."""
        sent = await self._work.relay_marks.sent_since(pair_id, actor.person_id, now - DAY_WINDOW)
        answered_at = now if is_ready else await self._work.relay_marks.answered_at(pair_id, actor.person_id)
        return free_at(sent, answered_at, now)

    async def _wait(
        self, actor: Actor, pair: Pair, content: Content, free: dt.datetime, now: dt.datetime
    ) -> Written:
        """Keep a text until it may go, in one with what waits already; sound and pictures stay where they are."""
        if content.media is not None:
            return Written(Fate.NOT_NOW, pair, free_at=free)
        await self._work.dialogues.open(actor.person_id, DIALOGUE, pair.pair_id, now)
        waiting = await self._work.relays.waiting(pair.pair_id, actor.person_id)
        if waiting is None or len(waiting.text) + len(content.text) + 1 > LONGEST_RELAY:
            relay_id = await self._work.relays.add_waiting(pair.pair_id, actor.person_id, content, now=now)
            return Written(Fate.HELD_FOR_LIMIT, pair, relay_id, free_at=free)
        await self._work.relays.set_text(waiting, f"{waiting.text}\n{content.text}", now)
        # An edit of one part says nothing about the others.
        await self._work.relays.forget_message(waiting.relay_id)
        fate = Fate.ADDED if now - waiting.written_at < BURST else Fate.HELD_FOR_LIMIT
        return Written(fate, pair, waiting.relay_id, free_at=free)

    async def _put_aside(self, actor: Actor, content: Content, now: dt.datetime) -> Written:
        await self.stop(actor)
        media = content.media
        if media is not None and media.kind is not RelayKind.VOICE:
            return Written(Fate.NO_PARTNER)
        voice = None if media is None else Voice(media.file_id, media.seconds)
        note_id = await self._work.notes.add(
            actor.person_id, content.text, NoteState.DRAFT, now, voice=voice, message_id=content.message_id
        )
        return Written(Fate.NO_PARTNER, note_id=note_id)


def _spoken(voice: Voice) -> Media:
    return Media(RelayKind.VOICE, voice.file_id, voice.seconds)


def _refuse_long(content: Content) -> None:
    length, limit = len(content.text), longest(content.media)
    if length > limit:
        raise NotUnderstood("partners.too_long", {"length": length, "limit": limit})
