"""Shows each partner what the other shares, and lets them change, worry and part; it carries no message."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor
from domain.errors import NotAllowed, NothingToDo
from domain.groups import Group
from domain.ids import CheckInId, MembershipId, PairId
from domain.partners import Answer, EndReason, Glimpse, Pair, ReadyAnswer, Side
from domain.recurrence import local_date_at
from domain.setbacks import Cause, Rule
from services.alarm import Alarm
from services.consenting import Consenting, Shown
from services.outbox import Outbox
from services.partings import Partings
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerPage:
    """A pair as one of its sides sees it: `mine`, each other side with what it shares, and what is `given` to each."""

    pair: Pair
    mine: Side
    others: tuple[tuple[Side, Glimpse], ...]
    given: tuple[Shown, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Nudge:
    """Somebody who has not checked in, as the partner is told; `ready` are the ready answers not yet sent."""

    pair_id: PairId
    checkin_id: CheckInId
    name: str
    ready: tuple[ReadyAnswer, ...]


class Partners:
    """What partners see of each other and decide about it."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm
        self._partings = Partings(work, outbox)
        self._consenting = Consenting(work, outbox)

    async def pairs(self, actor: Actor) -> list[tuple[Group, Pair]]:
        """Return the pairs that the person is in or is asked to join, each with its group, oldest seat first."""
        return [
            (await self._work.groups.group(seat.group_id), pair)
            for seat in actor.participant_seats
            for pair in await self._work.partners.open_of(actor.scope, seat.membership_id)
        ]

    async def page(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> PartnerPage:
        """Return the pair as the person sees it now.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair, mine = await self._active(actor, pair_id)
        others = [(side, await self._glimpse(actor, side, now)) for side in pair.others(actor.person_id)]
        return PartnerPage(pair, mine, tuple(others), await self._consenting.every(actor, pair_id, now))

    async def end(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Pair:
        """End the pairing for this person, at once; the other is told kindly. Return it as it was.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair, mine = await self._active(actor, pair_id)
        await self._partings.part(pair, mine.membership_id, EndReason.PARTED, now)
        return pair

    async def worry(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId, now: dt.datetime
    ) -> Side:
        """Tell the facilitators that the person is worried about a partner, who is not told; return that partner.

        Raises:
            NothingToDo: they are no partners, or no longer.
            NotAllowed: that member is not the partner.
        """
        side = await self.partner(actor, pair_id, membership_id)
        _, mine = await self._active(actor, pair_id)
        cause = Cause(Rule.CONCERN, None, None, raised_by=mine.membership_id)
        await self._alarm.raise_alert(membership_id, [cause], now)
        return side

    async def partner(self, actor: Actor, pair_id: PairId, membership_id: MembershipId) -> Side:
        """Return the partner with this seat.

        Raises:
            NothingToDo: they are no partners, or no longer.
            NotAllowed: that member is not the partner.
        """
        pair, _ = await self._active(actor, pair_id)
        found = [side for side in pair.others(actor.person_id) if side.membership_id == membership_id]
        if not found:
            raise NotAllowed("system.not_yours")
        return found[0]

    async def facilitator_names(self, pair: Pair) -> list[str]:
        """Return the names of those who facilitate the pair's group."""
        return [member.display_name for member in await self._work.groups.facilitators(pair.group_id)]

    async def nudge(
        self, actor: Actor, pair_id: PairId, checkin_id: CheckInId, now: dt.datetime
    ) -> Nudge | None:
        """Return what a partner is told of a check-in not taken.

        None when it has been taken meanwhile, is no longer shared, or they are no longer partners.
        """
        pair = await self._work.partners.pair(actor.scope, pair_id)
        for side in pair.others(actor.person_id) if pair is not None and pair.is_active else ():
            if await self._work.glimpses.is_missing(actor.scope, side, checkin_id, now):
                sent = await self._work.relays.causes(pair_id, actor.person_id, f"nudge:{checkin_id}:")
                ready = tuple(one for one in ReadyAnswer if f"nudge:{checkin_id}:{one}" not in sent)
                return Nudge(pair_id, checkin_id, side.name, ready)
        return None

    async def pause(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId
    ) -> tuple[str, dt.date] | None:
        """Return who takes a break that a partner is told of, and until which date of theirs.

        None when the break has ended meanwhile, or they are no longer partners.
        """
        pair = await self._work.partners.pair(actor.scope, pair_id)
        for side in pair.others(actor.person_id) if pair is not None and _is_partner(pair, actor) else ():
            schedule = await self._work.schedules.get(SYSTEM, membership_id)
            if side.membership_id == membership_id and schedule is not None and schedule.paused_until:
                return side.name, schedule.paused_until
        return None

    async def _active(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Side]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or mine is None or not _is_partner(pair, actor):
            raise NothingToDo("partners.no_longer")
        return pair, mine

    async def _glimpse(self, actor: Actor, side: Side, now: dt.datetime) -> Glimpse:
        today = local_date_at(now, side.timezone)
        glimpse = await self._work.glimpses.of_day(actor.scope, side, today, now)
        note = await self._work.notes.for_partner(actor.scope, side.membership_id)
        if note is None:
            return glimpse
        spoken = None if note.voice is None else (note.note_id, note.voice)
        return dataclasses.replace(glimpse, note=note.text, spoken=spoken)


def _is_partner(pair: Pair, actor: Actor) -> bool:
    side = pair.side_of(actor.person_id)
    return pair.is_active and side is not None and side.answer is Answer.ACCEPTED
