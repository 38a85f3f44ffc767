"""Takes the answers of those who are asked to be there for each other while a partner is away; it looks for nobody itself."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor
from domain.errors import NotAllowed
from domain.ids import MembershipId, PairId
from domain.messages import CoverBegun, WithoutPartner
from domain.partners import Answer, EndReason, Pair, PairState, Side
from domain.repairs import Absence, Cover
from services.outbox import Outbox
from services.partings import Partings
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """A pair in which one stands in while a partner is away, as one of the two sees it.

    Attributes:
        is_helper: it is this person who stands in; the name of whoever is away is then not told.
        other: the name of the other of the two.
        absent: the name of the partner who is away; "" for whoever stands in.
        answer: what this person has answered.
        end_reason: why it is over; None while it lasts, or where somebody would rather not.
    """

    pair: Pair
    is_helper: bool
    other: str
    absent: str
    answer: Answer
    end_reason: EndReason | None


@dataclasses.dataclass(frozen=True, slots=True)
class Lonely:
    """Somebody who is without a partner for now; `absent` and `absence` tell of the partner who is away, if there is one."""

    name: str
    group: str
    absent: str | None = None
    absence: Absence | None = None


class StandingIn:
    """From an offer to stand in to its end."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._partings = Partings(work, outbox)

    async def offer(self, actor: Actor, pair_id: PairId) -> Offer | None:
        """Return an offer, or what became of it; None when the pair is another kind, or the person has no side in it."""
        cover = await self._work.repairs.cover(pair_id)
        pair = await self._work.partners.pair(actor.scope, pair_id)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if cover is None or pair is None or mine is None:
            return None
        covered = await self._work.partners.pair(SYSTEM, cover.covered_id)
        is_helper = covered is None or covered.side_of(actor.person_id) is None
        absent = None if is_helper or covered is None else _side(covered, cover.absent_id)
        return Offer(
            pair,
            is_helper,
            next((side.name for side in pair.sides if side is not mine), ""),
            "" if absent is None else absent.name,
            mine.answer,
            cover.end_reason,
        )

    async def accept(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Offer:
        """Say yes; with the second yes it begins, and the other is told.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, _, mine = await self._own(actor, pair_id)
        if pair.state is PairState.PROPOSED and mine.answer is Answer.ASKED:
            await self._work.partners.set_answer(pair_id, mine.membership_id, Answer.ACCEPTED, now)
            others = pair.others(actor.person_id)
            if all(side.answer is Answer.ACCEPTED for side in others):
                await self._work.partners.activate(pair_id, now)
                for side in others:
                    await self._outbox.post(
                        CoverBegun(pair_id),
                        to=side.person_id,
                        key=f"cover-begun:{pair_id}",
                        now=now,
                        not_before=await quiet_end(self._work, side.person_id, now),
                    )
        return await self._seen(actor, pair_id)

    async def decline(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Offer:
        """Say no, until it has begun; then somebody else is asked, if whoever is alone would like that.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, cover, mine = await self._own(actor, pair_id)
        if pair.state is PairState.PROPOSED and mine.is_in_it:
            await self._work.partners.set_answer(pair_id, mine.membership_id, Answer.DECLINED, now)
            await self._partings.refused(pair, actor.person_id, now)
            await self._work.repairs.set_next(cover.covered_id, now)
        return await self._seen(actor, pair_id)

    async def looked_after(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId
    ) -> list[str] | None:
        """Return whom somebody is asked to be there for, for the partner who is away; None when that is over."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or mine is None or not pair.is_active or mine.membership_id != membership_id:
            return None
        covers = await self._work.repairs.covers_of(pair_id)
        is_on = any(one.is_open and one.absent_id == membership_id for one in covers)
        return [side.name for side in pair.others(actor.person_id)] if is_on else None

    async def lonely(self, actor: Actor, message: WithoutPartner, now: dt.datetime) -> Lonely | None:
        """Return who is without a partner, for a facilitator of the group; None when that is over, or out of reach."""
        member = await self._work.groups.member(actor.scope, message.membership_id)
        if message.group_id not in actor.scope.facilitated or member is None or not member.is_active:
            return None
        group = (await self._work.groups.group(message.group_id)).name
        pairs = [
            pair
            for pair in await self._work.partners.open_of(SYSTEM, message.membership_id)
            if await self._work.repairs.cover(pair.pair_id) is None
        ]
        if message.absent_id is None:
            return None if pairs else Lonely(member.display_name, group)
        for pair in pairs:
            absent = _side(pair, message.absent_id)
            if absent is None or any(one.is_open for one in await self._work.repairs.covers_of(pair.pair_id)):
                continue
            presence = await self._work.repairs.presence(absent, pair.started_at or pair.proposed_at)
            absence = presence.absence(now)
            if absence is not None:
                return Lonely(member.display_name, group, absent.name, absence)
        return None

    async def _own(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Cover, Side]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        mine = None if pair is None else pair.side_of(actor.person_id)
        cover = await self._work.repairs.cover(pair_id)
        if pair is None or mine is None or cover is None:
            raise NotAllowed("system.not_yours")
        return pair, cover, mine

    async def _seen(self, actor: Actor, pair_id: PairId) -> Offer:
        offer = await self.offer(actor, pair_id)
        if offer is None:
            raise NotAllowed("system.not_yours")
        return offer


def _side(pair: Pair, membership_id: MembershipId) -> Side | None:
    return next((side for side in pair.sides if side.membership_id == membership_id), None)
