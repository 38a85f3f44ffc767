"""Looks whether somebody's partner is away and asks somebody to stand in; served by the tick, pair by pair. It blames nobody."""

import datetime as dt
from collections.abc import Sequence

from domain.access import SYSTEM
from domain.ids import GroupId, PairId, PersonId
from domain.messages import CoverOffered, LookedAfter, PairEnded, WithoutPartner
from domain.pairing import Candidate
from domain.partners import Answer, EndReason, Pair, PairState, Side
from domain.repairs import (
    ASKED_AT_MOST,
    RETURN_SEEN,
    Absence,
    Alone,
    Cover,
    Fate,
    Presence,
    decent_from,
    fate_of,
    helpers,
    next_look,
)
from services.outbox import Outbox
from services.partings import Partings
from services.proposing import proposed_key
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a pair waits that could not be looked at."""
_TWO = 2


class Repairs:
    """Pairs of which one is away."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._partings = Partings(work, outbox)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the pairs that are looked at now, earliest first, and those for which no moment is set yet."""
        return [int(found) for found in await self._work.repairs.due(now, limit)]

    async def look(self, pair_id: PairId, now: dt.datetime) -> None:
        """Ask somebody to stand in where one is away, end what is no longer needed, and set the next look."""
        pair = await self._work.partners.pair(SYSTEM, pair_id, is_locked=True)
        planned_at = await self._work.repairs.planned_at(pair_id)
        if pair is None or not pair.is_open or (planned_at is not None and planned_at > now):
            return
        cover = await self._work.repairs.cover(pair_id)
        if cover is not None:
            await self._look_at_cover(pair, cover, now)
        else:
            await self._look_at_pair(pair, now)

    async def postpone(self, pair_id: PairId, now: dt.datetime) -> None:
        """Let a pair wait that could not be looked at."""
        await self._work.repairs.set_next(pair_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next pair is looked at; None when none is."""
        return await self._work.repairs.next_at()

    async def _look_at_pair(self, pair: Pair, now: dt.datetime) -> None:
        timezone = (await self._work.groups.group(pair.group_id)).timezone
        sides = [side for side in pair.sides if side.answer is Answer.ACCEPTED]
        begun_at = pair.started_at or pair.proposed_at
        known = [(side, await self._work.repairs.presence(side, begun_at)) for side in sides]
        away = [(side, presence) for side, presence in known if presence.absence(now) is not None]
        there = [side for side, presence in known if presence.absence(now) is None]
        if len(sides) == _TWO and len(away) == 1 and decent_from(timezone, now) == now:
            await self._repair(pair, there[0], *away[0], now)
        coming = [presence.silent_at() for _, presence in known]
        await self._work.repairs.set_next(pair.pair_id, next_look(timezone, now, coming))

    async def _repair(
        self, pair: Pair, alone: Side, absent: Side, presence: Presence, now: dt.datetime
    ) -> None:
        """Ask one after the other to stand in; the facilitators hear of it, once, where nobody can or will."""
        absence = presence.absence(now)
        if absence is None:
            return
        began_at = presence.began_at(absence)
        covers = await self._work.repairs.covers_of(pair.pair_id)
        asked = [
            one for one in covers if one.absent_id == absent.membership_id and one.proposed_at >= began_at
        ]
        fates = [await self._fate(one, alone) for one in asked]
        if any(one.is_open for one in covers) or not {Fate.STOOD_IN, Fate.NOT_WANTED}.isdisjoint(fates):
            return
        # Whoever has left an offer unanswered is not asked day after day.
        is_asked_on = Fate.UNANSWERED not in fates and len(asked) < ASKED_AT_MOST
        found = await self._helper(pair, alone, asked, now) if is_asked_on else None
        if found is None:
            why = Alone.NOT_ACCEPTED if asked else Alone.NOBODY_CAN
            message = WithoutPartner(pair.group_id, alone.membership_id, why, absent.membership_id)
            await self._tell_facilitators(pair.group_id, message, began_at, now)
            return
        seats = (alone.membership_id, found.membership_id)
        cover_id = await self._work.partners.propose(pair.group_id, seats, [], now)
        await self._work.repairs.make_cover(cover_id, pair.pair_id, absent.membership_id)
        await self._work.repairs.set_next(cover_id, now + RETURN_SEEN)
        for person_id, timezone in ((alone.person_id, alone.timezone), (found.person_id, found.timezone)):
            await self._outbox.post(
                CoverOffered(cover_id),
                to=person_id,
                key=proposed_key(cover_id),
                now=now,
                not_before=await self._decent(person_id, timezone, now),
            )
        if absence is Absence.SILENT:
            await self._outbox.post(
                LookedAfter(pair.pair_id, absent.membership_id),
                to=absent.person_id,
                key=f"looked-after:{cover_id}",
                now=now,
                not_before=await self._decent(absent.person_id, absent.timezone, now),
            )

    async def _fate(self, offer: Cover, alone: Side) -> Fate:
        pair = await self._work.partners.pair(SYSTEM, offer.pair_id)
        return Fate.NOT_WANTED if pair is None else fate_of(pair, alone.person_id)

    async def _helper(
        self, pair: Pair, alone: Side, asked: Sequence[Cover], now: dt.datetime
    ) -> Candidate | None:
        """Return who had best stand in; None when nobody can, or whoever is alone cannot be asked now."""
        group_id = pair.group_id
        seated = await self._work.pairing.seated(SYSTEM, group_id)
        people = [one.candidate for one in seated if one.left_out(now) is None]
        lonely = next((one for one in people if one.membership_id == alone.membership_id), None)
        if lonely is None:
            return None
        out = {side.membership_id for side in pair.sides} | await self._work.repairs.said_no(pair.pair_id)
        for cover in asked:
            offered = await self._work.partners.pair(SYSTEM, cover.pair_id)
            out |= set() if offered is None else {side.membership_id for side in offered.sides}
        taken = await self._work.repairs.standing_in()
        free = [one for one in people if one.membership_id not in out and one.person_id not in taken]
        past = await self._work.pairing.past(SYSTEM, group_id, now)
        bounds = await self._work.pairing.bounds(SYSTEM, group_id, [one.person_id for one in people])
        busy = await self._work.repairs.busy(group_id)
        for one in helpers(lonely, free, past, bounds, now, busy=busy):
            if await self._is_there(one, now):
                return one
        return None

    async def _is_there(self, one: Candidate, now: dt.datetime) -> bool:
        presence = await self._work.repairs.presence_of(
            one.membership_id, one.person_id, one.timezone, one.joined_at
        )
        return presence.absence(now) is None

    async def _look_at_cover(self, pair: Pair, cover: Cover, now: dt.datetime) -> None:
        covered = await self._work.partners.pair(SYSTEM, cover.covered_id)
        absent = (
            None
            if covered is None
            else next(
                (side for side in covered.sides if side.membership_id == cover.absent_id and side.is_in_it),
                None,
            )
        )
        if covered is None or not covered.is_active or absent is None:
            if not pair.is_active or await self._has_partner_again(pair, cover):
                await self._end(pair, EndReason.REGROUPED, now)
                return
        else:
            presence = await self._work.repairs.presence(absent, covered.started_at or covered.proposed_at)
            if presence.is_back(now):
                await self._end(pair, EndReason.RETURNED, now)
                return
            if not pair.is_active and cover.is_lapsed(now):
                await self._end(pair, EndReason.REGROUPED, now)
                await self._work.repairs.set_next(covered.pair_id, now)
                return
        await self._work.repairs.set_next(pair.pair_id, now + RETURN_SEEN)

    async def _has_partner_again(self, pair: Pair, cover: Cover) -> bool:
        """Tell whether whoever was alone has a partner of their own again, now that the covered pair is over."""
        covered = await self._work.partners.pair(SYSTEM, cover.covered_id)
        for side in pair.sides:
            if covered is None or covered.side_of(side.person_id) is None:
                continue
            for other in await self._work.partners.open_of(SYSTEM, side.membership_id):
                is_cover = await self._work.repairs.cover(other.pair_id) is not None
                if other.is_active and not is_cover:
                    return True
        return False

    async def _end(self, pair: Pair, reason: EndReason, now: dt.datetime) -> None:
        """End it kindly; of an offer only those hear who had said yes."""
        yes = [side for side in pair.sides if side.answer is Answer.ACCEPTED]
        was_asked = pair.state is PairState.PROPOSED
        await self._partings.end(pair, reason, now)
        for side in yes if was_asked else ():
            key = f"pair-ended:{pair.pair_id}:{reason}"
            await self._outbox.post(PairEnded(pair.pair_id), to=side.person_id, key=key, now=now)

    async def _tell_facilitators(
        self, group_id: GroupId, message: WithoutPartner, since: dt.datetime, now: dt.datetime
    ) -> None:
        for facilitator in await self._work.groups.facilitators(group_id):
            actor = await self._work.people.actor(facilitator.person_id)
            await self._outbox.post(
                message,
                to=facilitator.person_id,
                key=f"without:{message.membership_id}:{message.absent_id}:{since:%Y%m%d%H%M}",
                now=now,
                not_before=await self._decent(facilitator.person_id, actor.timezone, now),
            )

    async def _decent(self, person_id: PersonId, timezone: str, now: dt.datetime) -> dt.datetime:
        """Return when somebody can be told: at a decent hour of theirs, after their quiet hours."""
        return await quiet_end(self._work, person_id, decent_from(timezone, now))
