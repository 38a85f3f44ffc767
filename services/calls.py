"""Lets partners arrange a call or a walk: some times offered, one of them chosen, and a word shortly before."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from domain.access import Actor
from domain.calls import MOST_OFFERED, REMIND_BEFORE, Call, CallKind, CallState, packed, unpacked
from domain.errors import NothingToDo
from domain.ids import CallId, PairId
from domain.messages import CallAnswered, CallCancelled, CallOffered, CallReminder, Message
from domain.partners import Pair, Side
from services.exchange_parts import side_of
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

_LASTING = (CallState.OFFERED, CallState.AGREED)


@dataclasses.dataclass(frozen=True, slots=True)
class Arranged:
    """A call as one side sees it; `offered_by` is the side that offered."""

    call: Call
    mine: Side
    others: tuple[Side, ...]
    offered_by: Side | None

    @property
    def is_my_offer(self) -> bool:
        """Tell whether this side offered the times."""
        return self.call.offered_by == self.mine.membership_id


class Calls:
    """Calls and walks."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def current(self, actor: Actor, pair_id: PairId) -> Arranged | None:
        """Return what the two arranged last; None when they did not, or are no longer partners."""
        call = await self._work.calls.latest(actor.scope, pair_id)
        return None if call is None else await self._arranged(actor, call)

    async def find(self, actor: Actor, call_id: CallId) -> Arranged | None:
        """Return a call as it stands; None when it is not theirs, or they are no longer partners."""
        call = await self._work.calls.get(actor.scope, call_id)
        return None if call is None else await self._arranged(actor, call)

    async def show(self, actor: Actor, call_id: CallId) -> Arranged:
        """Return a call as it stands.

        Raises:
            NothingToDo: it is not theirs, or they are no longer partners.
        """
        found = await self.find(actor, call_id)
        if found is None:
            raise NothingToDo("calls.gone")
        return found

    async def partners(self, actor: Actor, pair_id: PairId) -> tuple[Side, ...]:
        """Return with whom the person may arrange a call.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair, _ = await self._present(actor, pair_id)
        return pair.others(actor.person_id)

    async def offer(
        self, actor: Actor, pair_id: PairId, kind: CallKind, moments: Sequence[dt.datetime], now: dt.datetime
    ) -> Arranged:
        """Offer one to three moments; an offer or a plan before this one gives way to it.

        Raises:
            NothingToDo: they are no partners any more, or none of the moments lies ahead.
        """
        pair, mine = await self._present(actor, pair_id)
        offered = unpacked([packed(moment) for moment in moments], now)[:MOST_OFFERED]
        if not offered:
            raise NothingToDo("calls.times_gone")
        before = await self._work.calls.latest(actor.scope, pair_id)
        if before is not None and await self._work.calls.move(
            before.call_id, CallState.WITHDRAWN, since=[CallState.OFFERED]
        ):
            await self._take_back(before, pair, now)
        call_id = await self._work.calls.add(pair_id, mine.membership_id, kind, offered, now)
        for side in pair.others(actor.person_id):
            await self._tell(CallOffered(call_id, pair_id), side, f"call:{call_id}:offered", now)
        return await self.show(actor, call_id)

    async def choose(self, actor: Actor, call_id: CallId, moment: dt.datetime, now: dt.datetime) -> Arranged:
        """Agree on one of the offered moments; all are reminded of it shortly before.

        Raises:
            NothingToDo: it stands otherwise by now, or the moment has passed.
        """
        found, pair = await self._locked(actor, call_id)
        if found.call.state is CallState.AGREED and found.call.chosen_at == moment:
            return found
        if found.is_my_offer or moment not in found.call.still_possible(now):
            raise NothingToDo("calls.times_gone")
        await self._work.calls.move(call_id, CallState.AGREED, since=[CallState.OFFERED], chosen_at=moment)
        for side in pair.others(actor.person_id):
            await self._tell(CallAnswered(call_id, pair.pair_id), side, f"call:{call_id}:agreed", now)
        remind_at = moment - REMIND_BEFORE
        for side in (found.mine, *pair.others(actor.person_id)) if remind_at > now else ():
            # Both chose this hour, so that it comes in quiet hours too.
            await self._outbox.post(
                CallReminder(call_id, pair.pair_id),
                to=side.person_id,
                key=f"call:{call_id}:soon",
                now=now,
                not_before=remind_at,
            )
        return await self.show(actor, call_id)

    async def refuse(self, actor: Actor, call_id: CallId, now: dt.datetime) -> Arranged:
        """Say that none of the offered moments fits; nobody is asked why.

        Raises:
            NothingToDo: it is not theirs, or they are no longer partners.
        """
        found, pair = await self._locked(actor, call_id)
        if not found.is_my_offer and await self._work.calls.move(
            call_id, CallState.NONE_FITS, since=[CallState.OFFERED]
        ):
            for side in pair.others(actor.person_id):
                await self._tell(CallAnswered(call_id, pair.pair_id), side, f"call:{call_id}:none", now)
        return await self.show(actor, call_id)

    async def cancel(self, actor: Actor, call_id: CallId, now: dt.datetime) -> Arranged:
        """Take back an offer of one's own, or cancel what was agreed on; the other is told kindly.

        Raises:
            NothingToDo: it is not theirs, or they are no longer partners.
        """
        found, pair = await self._locked(actor, call_id)
        if found.call.state is CallState.OFFERED and not found.is_my_offer:
            return found
        if await self._work.calls.move(call_id, CallState.CANCELLED, since=_LASTING):
            await self._take_back(found.call, pair, now)
            for side in pair.others(actor.person_id) if found.call.is_agreed(now) else ():
                await self._tell(CallCancelled(call_id, pair.pair_id), side, f"call:{call_id}:cancelled", now)
        return await self.show(actor, call_id)

    async def took_place(self, actor: Actor, call_id: CallId, is_so: bool, now: dt.datetime) -> Arranged:
        """Say whether an agreed call took place; only then does it count as contact.

        Raises:
            NothingToDo: it is not theirs, or it lies ahead.
        """
        found, pair = await self._locked(actor, call_id)
        if not found.call.may_have_been(now):
            raise NothingToDo("calls.gone")
        state = CallState.HAPPENED if is_so else CallState.NOT_NOW
        if await self._work.calls.move(call_id, state, since=[CallState.AGREED]) and is_so:
            await self._work.exchange_rounds.met(pair.pair_id, found.call.chosen_at or now)
        return await self.show(actor, call_id)

    async def _locked(self, actor: Actor, call_id: CallId) -> tuple[Arranged, Pair]:
        found = await self.show(actor, call_id)
        pair, _ = await self._present(actor, found.call.pair_id)
        return await self.show(actor, call_id), pair

    async def _present(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Side]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        mine = None if pair is None else side_of(pair, actor)
        if pair is None or mine is None:
            raise NothingToDo("partners.no_longer")
        return pair, mine

    async def _arranged(self, actor: Actor, call: Call) -> Arranged | None:
        pair = await self._work.partners.pair(actor.scope, call.pair_id)
        mine = None if pair is None else side_of(pair, actor)
        if pair is None or mine is None:
            return None
        offered_by = next((side for side in pair.sides if side.membership_id == call.offered_by), None)
        return Arranged(call, mine, pair.others(actor.person_id), offered_by)

    async def _take_back(self, call: Call, pair: Pair, now: dt.datetime) -> None:
        for side in pair.sides:
            for step in ("offered", "agreed", "soon"):
                await self._outbox.cancel(f"call:{call.call_id}:{step}", side.person_id, now)

    async def _tell(self, message: Message, side: Side, key: str, now: dt.datetime) -> None:
        not_before = await quiet_end(self._work, side.person_id, now)
        await self._outbox.post(message, to=side.person_id, key=key, now=now, not_before=not_before)
