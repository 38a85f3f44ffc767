"""Lets partners stand by each other in a hard moment: a shared craving, a wish for a word, thanks; it carries no words itself."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from domain.access import SYSTEM, Actor, Scope
from domain.checkins import CheckIn
from domain.errors import NothingToDo
from domain.ids import CheckInId, MembershipId, PairId, RelayId
from domain.items import CRAVING
from domain.messages import CravingShared, Message, SupportAsked, ThanksArrived
from domain.nudges import CRAVING_TOLD, minute_of, turn_of
from domain.partners import Answer, Pair, ReadyAnswer, Side
from domain.sharing import SharedItem
from services.outbox import Outbox
from services.present import require_present
from services.quiet import quiet_end
from services.relays import Relays
from services.written import Written
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What became of a wish for a word.

    Attributes:
        told: who is told, or was a little while ago.
        unshared: who is not told, because the person does not share that with them.
        arrives_at: when quiet hours let it through to the first of them; None when it is there at once.
        is_repeated: it was asked a little while ago, and nothing is sent again.
        is_unreached: messages reach none of them at present.
    """

    pair_id: PairId
    told: tuple[str, ...]
    unshared: tuple[str, ...]
    arrives_at: dt.datetime | None = None
    is_repeated: bool = False
    is_unreached: bool = False


class Nudges:
    """Small things that partners do for each other."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def tell_craving(self, checkin: CheckIn, now: dt.datetime) -> None:
        """Let the partners know who are shown a craving that is this strong; once a day for each pair."""
        if not _is_strong(checkin) or checkin.late_at is not None:
            return
        own, consents = Scope(person_id=checkin.person_id), self._work.partner_consents
        if not await consents.is_shown_to_anybody(own, checkin.membership_id, SharedItem.CRAVING, now):
            return
        for partner in await self._work.partners.partners_of(SYSTEM, checkin.membership_id):
            viewer = Scope(person_id=partner.person_id)
            if await self._is_shown(viewer, checkin.membership_id, SharedItem.CRAVING, now):
                await self._outbox.post(
                    CravingShared(partner.pair_id, checkin.id),
                    to=partner.person_id,
                    key=f"craving:{partner.pair_id}:{checkin.local_date.isoformat()}",
                    now=now,
                    not_before=await quiet_end(self._work, partner.person_id, now),
                )

    async def craving(
        self, actor: Actor, pair_id: PairId, checkin_id: CheckInId, now: dt.datetime
    ) -> Side | None:
        """Return the partner whose check-in tells of a strong craving; None when it does not, or is not shared now."""
        checkin = await self._work.checkins.get(SYSTEM, checkin_id)
        if checkin is None or not checkin.state.is_answered or not _is_strong(checkin):
            return None
        side = await self._other(actor, pair_id, checkin.membership_id)
        if side is None:
            return None
        shown = await self._is_shown(actor.scope, side.membership_id, SharedItem.CRAVING, now)
        return side if shown else None

    async def ask(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Wish:
        """Let the partners of a pair know that a word would do the person good; twice in an hour is once.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        mine = _side(pair, actor)
        told, unshared, moments, posted, reached = [], [], [], [], []
        for side in pair.others(actor.person_id):
            viewer = Scope(person_id=side.person_id)
            if not await self._is_shown(viewer, mine.membership_id, SharedItem.SUPPORT, now):
                unshared.append(side.name)
                continue
            until = await quiet_end(self._work, side.person_id, now)
            message = SupportAsked(pair_id, mine.membership_id, minute_of(now))
            key = f"support:{pair_id}:{mine.membership_id}:{turn_of(now)}"
            posted.append(await self._post(message, side, key, now, until))
            told.append(side.name)
            moments.append(until)
            reached.append(await self._work.people.unreachable_since(side.person_id) is None)
        first = min(moments, default=now)
        return Wish(
            pair_id,
            tuple(told),
            tuple(unshared),
            arrives_at=first if first > now else None,
            is_repeated=bool(told) and not any(posted),
            is_unreached=bool(told) and not any(reached),
        )

    async def wish(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId, now: dt.datetime
    ) -> Side | None:
        """Return the partner who asks for a word; None when they are no partners now, or it is not shared any more."""
        side = await self._other(actor, pair_id, membership_id)
        if side is None or not await self._is_shown(actor.scope, membership_id, SharedItem.SUPPORT, now):
            return None
        return side

    async def give_word(
        self,
        actor: Actor,
        pair_id: PairId,
        asked_at: int,
        *,
        answer: ReadyAnswer,
        text: str,
        now: dt.datetime,
    ) -> Written:
        """Send a ready answer to somebody who asked for a word, in the words of its button, once for each wish.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        cause = f"{_word(asked_at)}{answer}"
        return await Relays(self._work, self._outbox).write_once(actor, pair_id, text, cause=cause, now=now)

    async def ready(self, actor: Actor, pair_id: PairId, asked_at: int) -> Sequence[ReadyAnswer]:
        """Return the ready answers that were not yet sent to a wish for a word."""
        sent = await self._work.relays.causes(pair_id, actor.person_id, _word(asked_at))
        return [one for one in ReadyAnswer if f"{_word(asked_at)}{one}" not in sent]

    async def thank(self, actor: Actor, relay_id: RelayId, now: dt.datetime) -> bool:
        """Carry thanks back to whoever wrote a message; tell whether they are new.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        relay = await self._work.relays.received(actor.scope, relay_id)
        if relay is None:
            raise NothingToDo("partners.no_longer")
        pair = await require_present(self._work, actor, relay.pair_id)
        writer = next((side for side in pair.sides if side.person_id == relay.sender_id), None)
        if writer is None:
            raise NothingToDo("partners.no_longer")
        mine = _side(pair, actor)
        message = ThanksArrived(pair.pair_id, mine.membership_id, relay_id)
        until = await quiet_end(self._work, writer.person_id, now)
        return await self._post(message, writer, f"thanks:{relay_id}:{mine.membership_id}", now, until)

    async def thanked(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId, relay_id: RelayId
    ) -> str | None:
        """Return who says thank you for a message of one's own; None when they are no partners now."""
        relay = await self._work.relays.own(actor.scope, relay_id)
        side = await self._other(actor, pair_id, membership_id)
        return None if relay is None or side is None or relay.pair_id != pair_id else side.name

    async def _other(self, actor: Actor, pair_id: PairId, membership_id: MembershipId) -> Side | None:
        """Return the other side with this seat, of a pair that the person is in now."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or mine is None or not pair.is_active or mine.answer is not Answer.ACCEPTED:
            return None
        others = pair.others(actor.person_id)
        return next((side for side in others if side.membership_id == membership_id), None)

    async def _is_shown(
        self, viewer: Scope, membership_id: MembershipId, item: SharedItem, now: dt.datetime
    ) -> bool:
        return await self._work.partner_consents.is_shown(viewer, membership_id, item, now)

    async def _post(
        self, message: Message, side: Side, key: str, now: dt.datetime, not_before: dt.datetime
    ) -> bool:
        return await self._outbox.post(message, to=side.person_id, key=key, now=now, not_before=not_before)


def _is_strong(checkin: CheckIn) -> bool:
    return (checkin.value(CRAVING) or 0) >= CRAVING_TOLD


def _side(pair: Pair, actor: Actor) -> Side:
    return next(side for side in pair.sides if side.person_id == actor.person_id)


def _word(asked_at: int) -> str:
    """Return how the causes of ready answers to one wish begin."""
    return f"word:{asked_at}:"
