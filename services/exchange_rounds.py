"""Asks pairs what they are asked together when its evening has come; served by the tick, pair by pair.

Each side is asked at most one thing of this kind a day, never again, and not while one of them is away.
"""

import datetime as dt

from domain.access import SYSTEM
from domain.exchange_prompts import prompt_of
from domain.exchanges import (
    SHARE,
    STALE,
    THIS_WEEK,
    Coming,
    Kind,
    asked_at,
    closes_at,
    goes_first,
    next_exchange,
    week_of,
)
from domain.ids import ExchangeId, MembershipId, PairId, PersonId
from domain.messages import ExchangeAsked
from domain.pair_figures import WEEK, Span, has_talked
from domain.partners import Answer, Pair, Side
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a pair waits that could not be asked."""
SETTLING = dt.timedelta(hours=2)
"""A pair that has just begun is not asked anything at once."""
_TWO = 2


class ExchangeRounds:
    """Pairs whose evening has come."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the pairs that are asked now, earliest first, and those for which no moment is set yet."""
        return [int(found) for found in await self._work.exchange_rounds.due(now, limit)]

    async def ask(self, pair_id: PairId, now: dt.datetime) -> None:
        """Ask a pair what its evening brings, and set the next one; what our outage delayed too long is left out."""
        pair = await self._work.partners.pair(SYSTEM, pair_id, is_locked=True)
        planned_at = await self._work.exchange_rounds.planned_at(pair_id)
        if pair is None or not pair.is_active or (planned_at is not None and planned_at > now):
            return
        zones = [side.timezone for side in pair.sides if side.answer is Answer.ACCEPTED]
        is_first = await self._work.exchanges.count(pair_id, Kind.LISTENING) == 0
        after = now + SETTLING if is_first else now
        if planned_at is not None:
            coming = next_exchange(zones, now - STALE, is_first=is_first)
            if coming.due_at <= now:
                after = now
                await self._ask(pair, coming, now)
                is_first = await self._work.exchanges.count(pair_id, Kind.LISTENING) == 0
        following = next_exchange(zones, after, is_first=is_first)
        await self._work.exchange_rounds.set_next(pair_id, following.due_at)

    async def postpone(self, pair_id: PairId, now: dt.datetime) -> None:
        """Let a pair wait that could not be asked."""
        await self._work.exchange_rounds.set_next(pair_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next pair is asked; None when none is."""
        return await self._work.exchange_rounds.next_at()

    async def _ask(self, pair: Pair, coming: Coming, now: dt.datetime) -> None:
        askable = await self._askable(pair, coming.on, now)
        if len(askable) < _TWO:
            return
        asked: dict[MembershipId, ExchangeId] = {}
        for kind in coming.kinds:
            sides = await self._asked_of(pair, kind, coming, askable)
            if not sides:
                continue
            exchange_id = await self._work.exchanges.add(
                pair.pair_id,
                kind,
                await self._prompt(pair, kind),
                coming.due_at,
                closes_at(kind, coming.on, [side.timezone for side in askable]),
            )
            for side in sides if exchange_id is not None else ():
                asked.setdefault(side.membership_id, exchange_id or ExchangeId(0))
        for side in askable:
            if side.membership_id in asked:
                await self._post(pair, side, asked[side.membership_id], coming.on, now)

    async def _askable(self, pair: Pair, on: dt.date, now: dt.datetime) -> list[Side]:
        if await self._work.exchange_rounds.is_covered(pair.pair_id):
            return []
        present = await self._work.exchange_rounds.present(pair.pair_id, now)
        return [
            side
            for side in pair.sides
            if side.membership_id in present
            and not await self._is_paused(side, on)
            and await self._has_its_turn(side.person_id, pair.pair_id, on)
        ]

    async def _asked_of(self, pair: Pair, kind: Kind, coming: Coming, askable: list[Side]) -> list[Side]:
        """Return of whom this is asked: nobody, where it is known or there is nothing to look back on."""
        if kind is Kind.TALKED:
            group = await self._work.groups.group(pair.group_id)
            week = Span(*week_of(coming.due_at, group.timezone))
            facts = await self._work.pair_figures.of_pair(pair.pair_id, week.begins_at)
            return [] if has_talked(facts, week) else askable
        if kind is Kind.REVIEW:
            last = await self._work.exchanges.latest(SYSTEM, pair.pair_id, Kind.COMMITMENT)
            if last is None or coming.due_at - last.due_at > WEEK:
                return []
            given = await self._work.exchanges.has_given(last.exchange_id)
            return [side for side in askable if given.get(side.membership_id)]
        return askable

    async def _prompt(self, pair: Pair, kind: Kind) -> str:
        if kind is Kind.CHECKIN:
            asked_before = await self._work.exchanges.count(pair.pair_id, kind)
            return prompt_of(pair.pair_id, asked_before).prompt_id
        return SHARE if kind is Kind.LISTENING else THIS_WEEK

    async def _post(
        self, pair: Pair, side: Side, exchange_id: ExchangeId, on: dt.date, now: dt.datetime
    ) -> None:
        evening = max(now, asked_at(on, side.timezone))
        # The key knows no pair: of all the pairs that somebody is in, one asks on a date.
        await self._outbox.post(
            ExchangeAsked(exchange_id, pair.pair_id),
            to=side.person_id,
            key=f"together:{on:%Y%m%d}",
            now=now,
            not_before=await quiet_end(self._work, side.person_id, evening),
        )

    async def _is_paused(self, side: Side, on: dt.date) -> bool:
        schedule = await self._work.schedules.get(SYSTEM, side.membership_id)
        return schedule is not None and schedule.is_paused_on(on)

    async def _has_its_turn(self, person_id: PersonId, pair_id: PairId, on: dt.date) -> bool:
        others = await self._work.exchange_rounds.others_of(person_id, pair_id)
        return goes_first(pair_id, others, on)
