"""Hands over what partners sent each other as it is now: arrived, edited, taken back, reacted to; it writes nothing new."""

import dataclasses
import datetime as dt
from typing import Any

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.ids import PersonId, RelayId
from domain.messages import RelayArrived, RelayEdited, RelayLapsed, RelayReacted, RelayWithdrawn
from domain.names import contacts_in
from domain.partners import Pair, Side
from domain.relays import KEPT_AFTER_TAKING_BACK, Relay, RelayState, anchor_of, longest
from services.outbox import Outbox
from services.present import present_pair, require_present
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Arrived:
    """A message as a present partner of its sender gets it; `reply_to` is the message of their chat that it answers."""

    relay: Relay
    sender: Side
    is_muted: bool
    reply_to: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Edited:
    """What became of an edit; `contacts` is what in it leads outside and kept it from being carried."""

    pair: Pair
    relay: Relay
    contacts: tuple[str, ...] = ()


class RelayChanges:
    """Messages between partners after they were written."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def at_message(self, actor: Actor, message_id: int) -> Relay | None:
        """Return what stands in this message of the person's chat, sent or received, also of a pair that is over.

        None when it is nothing between partners, or was not sent.
        """
        own = await self._work.relays.of_message(actor.scope, message_id)
        if own is not None:
            return own if own.state is RelayState.SENT else None
        anchor = await self._work.anchors.at_message(actor.person_id, message_id, anchor_of(""))
        if anchor is None:
            return None
        relay_id = RelayId(int(anchor.removeprefix(anchor_of(""))))
        return next(iter(await self._work.relay_reports.shown_to(actor.scope, relay_id=relay_id)), None)

    async def arrived(self, actor: Actor, relay_id: RelayId, now: dt.datetime) -> Arrived | None:
        """Return a message as the person gets it; None when it was taken back or the two are no longer partners."""
        found = await self._received(actor, relay_id)
        if found is None or found[0].withdrawn_at is not None:
            return None
        relay, sender = found
        muted_until = await self._work.pair_sides.muted_until(relay.pair_id, actor.person_id)
        is_muted = muted_until is not None and muted_until > now
        return Arrived(relay, sender, is_muted, await self._replied(actor, relay))

    async def withdrawn(self, actor: Actor, relay_id: RelayId) -> Side | None:
        """Return who took a message back; None when nobody did or the two are no longer partners."""
        found = await self._received(actor, relay_id)
        return None if found is None or found[0].withdrawn_at is None else found[1]

    async def edit(self, actor: Actor, relay_id: RelayId, text: str, now: dt.datetime) -> Edited | None:
        """Let a message say what the person's own now says; None when that changes nothing.

        What leads outside and was not in it before is not carried by an edit.

        Raises:
            NothingToDo: they are no partners any more.
            NotUnderstood: it is too long for one message.
        """
        relay = await self._work.relays.own(actor.scope, relay_id)
        if relay is None or relay.withdrawn_at is not None or text == relay.text:
            return None
        if not text.strip() and relay.media is None:
            return None
        limit = longest(relay.media)
        if len(text) > limit:
            raise NotUnderstood("partners.too_long", {"length": len(text), "limit": limit})
        pair = await require_present(self._work, actor, relay.pair_id)
        known = contacts_in(relay.text)
        contacts = tuple(one for one in contacts_in(text) if one not in known)
        if contacts and relay.state is RelayState.SENT:
            return Edited(pair, relay, contacts)
        await self._work.relays.set_text(relay, text, now)
        if relay.state is RelayState.SENT:
            for side in pair.others(actor.person_id):
                key = f"relay-edited:{relay_id}:{now:%Y%m%d%H%M%S%f}"
                await self._outbox.post(
                    RelayEdited(relay_id, pair.pair_id), to=side.person_id, key=key, now=now
                )
        return Edited(pair, relay)

    async def take_back(self, actor: Actor, relay_id: RelayId, now: dt.datetime) -> Pair:
        """Take a message back, before or after it arrived; a second time changes nothing.

        Raises:
            NothingToDo: it is gone, or they are no partners any more.
        """
        relay = await self._work.relays.own(actor.scope, relay_id)
        if relay is None or relay.state is not RelayState.SENT:
            raise NothingToDo("partners.message_gone")
        pair = await require_present(self._work, actor, relay.pair_id)
        if await self._work.relays.withdraw(actor.scope, relay_id, now):
            for side in pair.others(actor.person_id):
                await self._outbox.cancel(f"relay:{relay_id}", side.person_id, now)
                key = f"relay-withdrawn:{relay_id}"
                await self._outbox.post(
                    RelayWithdrawn(relay_id, pair.pair_id), to=side.person_id, key=key, now=now
                )
        return pair

    async def react(self, actor: Actor, message_id: int, emoji: str | None, now: dt.datetime) -> None:
        """Carry a reaction to a received message to its sender, or take it away with None; to anything else nothing."""
        relay = await self.at_message(actor, message_id)
        if relay is None or relay.sender_id == actor.person_id or relay.withdrawn_at is not None:
            return
        pair = await present_pair(self._work, actor, relay.pair_id)
        if pair is None or pair.side_of(relay.sender_id) not in pair.others(actor.person_id):
            return
        if emoji is not None:
            await self._work.relay_marks.react(relay.relay_id, actor.person_id, emoji, now)
        elif not await self._work.relay_marks.take_reaction(relay.relay_id, actor.person_id):
            return
        await self._outbox.post(
            RelayReacted(relay.relay_id, pair.pair_id),
            to=relay.sender_id,
            key=f"relay-reacted:{relay.relay_id}:{actor.person_id}:{now:%Y%m%d%H%M%S%f}",
            now=now,
            not_before=await quiet_end(self._work, relay.sender_id, now),
        )

    async def reaction(self, actor: Actor, relay_id: RelayId) -> tuple[int, str | None] | None:
        """Return the sender's own message and the latest reaction to it (None: there is none any more).

        None when there is no such message, or the two are no longer partners.
        """
        relay = await self._work.relays.own(actor.scope, relay_id)
        if relay is None or relay.content.message_id is None or relay.withdrawn_at is not None:
            return None
        pair = await self._work.partners.pair(actor.scope, relay.pair_id)
        if pair is None or not pair.is_active:
            return None
        return relay.content.message_id, await self._work.relay_marks.reaction(relay_id)

    async def missed(self, kind: str, data: dict[str, Any], to: PersonId, now: dt.datetime) -> None:
        """Tell the sender, once a day and pair, that a message could not be handed over."""
        if kind != RelayArrived.kind:
            return
        message = RelayArrived.unpack(data)
        if message.pair_id is None:
            return
        sender_id = await self._work.relay_marks.sender_of(message.relay_id)
        if sender_id is not None:
            await self._outbox.post(
                RelayLapsed(message.relay_id, message.pair_id, to),
                to=sender_id,
                key=f"relay-lapsed:{message.pair_id}:{to}:{now:%Y%m%d}",
                now=now,
                not_before=await quiet_end(self._work, sender_id, now),
            )

    async def lapsed(self, actor: Actor, message: RelayLapsed) -> tuple[Relay, Side, bool] | None:
        """Return what was not handed over, to whom, and whether that is since nothing reaches them at present.

        None when it was taken back, or the two are no longer partners.
        """
        relay = await self._work.relays.own(actor.scope, message.relay_id)
        pair = None if relay is None else await self._work.partners.pair(actor.scope, relay.pair_id)
        if relay is None or pair is None or not pair.is_active or relay.withdrawn_at is not None:
            return None
        side = pair.side_of(message.receiver_id)
        if side is None or not side.is_in_it:
            return None
        return relay, side, await self._work.people.unreachable_since(side.person_id) is not None

    async def purge(self, now: dt.datetime) -> None:
        """Delete what was taken back long ago and never reported."""
        await self._work.relay_reports.purge(now - KEPT_AFTER_TAKING_BACK)

    async def _received(self, actor: Actor, relay_id: RelayId) -> tuple[Relay, Side] | None:
        relay = await self._work.relays.received(actor.scope, relay_id)
        pair = None if relay is None else await self._work.partners.pair(actor.scope, relay.pair_id)
        sender = None if relay is None or pair is None else pair.side_of(relay.sender_id)
        return None if relay is None or sender is None else (relay, sender)

    async def _replied(self, actor: Actor, relay: Relay) -> int | None:
        """Return the message of the receiver's chat that shows what a message answers."""
        answered_id = relay.content.reply_to_id
        if answered_id is None:
            return None
        own = await self._work.relays.own(actor.scope, answered_id)
        if own is not None:
            return own.content.message_id
        anchor = anchor_of(answered_id)
        return (await self._work.anchors.message_ids(actor.person_id, [anchor])).get(anchor)
