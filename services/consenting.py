"""Lets a person choose what each partner sees, by name, item by item and until when; it shows nothing of anybody else."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed, NothingToDo
from domain.ids import MembershipId, PairId
from domain.messages import about_pair
from domain.partners import Answer, Pair, Side
from domain.sharing import SharedItem, Sharing
from services.origins import is_from
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """What one's own side of a pair lets one other side see."""

    pair: Pair
    viewer: Side
    sharing: Sharing


class Consenting:
    """Consents from one partner to the other."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def shown(self, actor: Actor, pair_id: PairId, viewer_id: MembershipId, now: dt.datetime) -> Shown:
        """Return what the person lets this partner see now.

        Raises:
            NothingToDo: they are no partners, or no longer.
            NotAllowed: that member is not the partner.
        """
        pair, mine, viewer = await self._sides(actor, pair_id, viewer_id)
        sharing = await self._work.partner_consents.given(
            actor.scope, pair_id, mine.membership_id, viewer_id, now
        )
        return Shown(pair, viewer, sharing)

    async def every(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> tuple[Shown, ...]:
        """Return what the person lets each partner of the pair see now.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair, _ = await self._own(actor, pair_id)
        others = [side.membership_id for side in pair.others(actor.person_id)]
        return tuple([await self.shown(actor, pair_id, other, now) for other in others])

    async def choose(
        self,
        actor: Actor,
        pair_id: PairId,
        viewer_id: MembershipId,
        *,
        item: SharedItem,
        is_on: bool,
        now: dt.datetime,
    ) -> Shown:
        """Let this partner see an item, for as long as a consent lasts, or no longer: then what waits in line goes too.

        Raises:
            NothingToDo: they are no partners, or no longer.
            NotAllowed: that member is not the partner.
        """
        pair, mine, viewer = await self._sides(actor, pair_id, viewer_id)
        consents = self._work.partner_consents
        if is_on:
            await consents.give(pair_id, mine.membership_id, viewer_id, item, now)
        else:
            await consents.revoke(pair_id, mine.membership_id, viewer_id, item, now)
            await self._take_back(pair, mine, viewer, item, now)
        return await self.shown(actor, pair_id, viewer_id, now)

    async def _take_back(
        self, pair: Pair, mine: Side, viewer: Side, item: SharedItem, now: dt.datetime
    ) -> None:
        for row_id, message in await self._outbox.waiting(about_pair(pair.pair_id), viewer.person_id):
            if message.rests_on is item and await is_from(self._work, message, mine):
                await self._outbox.take_back(row_id, now)

    async def _sides(self, actor: Actor, pair_id: PairId, viewer_id: MembershipId) -> tuple[Pair, Side, Side]:
        pair, mine = await self._own(actor, pair_id)
        for side in pair.others(actor.person_id):
            if side.membership_id == viewer_id:
                return pair, mine, side
        raise NotAllowed("system.not_yours")

    async def _own(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Side]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or mine is None or not pair.is_active or mine.answer is not Answer.ACCEPTED:
            raise NothingToDo("partners.no_longer")
        return pair, mine
