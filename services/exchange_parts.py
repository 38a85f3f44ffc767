"""Puts together what one side of a pair sees of an exchange; it holds nothing back that the query has not held back."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from domain.access import SYSTEM, Actor
from domain.exchanges import HEARD, SHARE, Exchange, Kind, Part
from domain.ids import ExchangeId, MembershipId
from domain.pair_figures import WEEK
from domain.partners import Answer, Pair, Side
from domain.recurrence import local_date_at
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """One exchange as one side sees it.

    Attributes:
        mine: None while this side has not answered.
        others: the others' parts, once this side gave its own; a pass is among them.
        waiting: the others who have not answered yet.
        about: what it looks back on: the others' words in the listening exercise, one's own plan at its review.
        companions: everybody else in the pair.
        next_step: the exchange that follows from this one and waits for this side; None when none does.
    """

    exchange: Exchange
    mine: Part | None
    others: tuple[tuple[Side, Part], ...]
    waiting: tuple[Side, ...]
    about: tuple[tuple[Side, Part], ...]
    is_open: bool
    companions: tuple[Side, ...]
    next_step: ExchangeId | None = None

    @property
    def is_given(self) -> bool:
        """Tell whether this side gave its part."""
        return self.mine is not None and self.mine.is_given

    @property
    def is_settled(self) -> bool:
        """Tell whether this side has seen a part of the others, so that its own stands."""
        return self.is_given and any(part.is_given for _, part in self.others)

    @property
    def is_asked(self) -> bool:
        """Tell whether this side is asked: what looks back on something needs something to look back on."""
        is_review = self.exchange.kind is Kind.REVIEW or self.exchange.prompt == HEARD
        return bool(self.about) or not is_review

    @property
    def has_its_words(self) -> bool:
        """Tell whether words can no longer be taken: the others have seen those that are there."""
        return self.is_settled and self.mine is not None and self.mine.words is not None


class ExchangeParts:
    """Exchanges as their sides see them."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def shown(self, actor: Actor, exchange: Exchange, now: dt.datetime) -> Shown | None:
        """Return an exchange as the person sees it; None when they are no partners, or no longer."""
        pair = await self._work.partners.pair(actor.scope, exchange.pair_id)
        side = None if pair is None else side_of(pair, actor)
        if pair is None or side is None:
            return None
        sides = [one for one in pair.sides if one.answer is Answer.ACCEPTED]
        parts = await self._work.exchanges.parts(actor.scope, exchange.exchange_id)
        answered = await self._work.exchanges.has_given(exchange.exchange_id)
        others = [one for one in sides if one is not side]
        return Shown(
            exchange=exchange,
            mine=next((part for part in parts if part.membership_id == side.membership_id), None),
            others=_with_sides(others, parts),
            waiting=tuple(one for one in others if one.membership_id not in answered),
            about=await self._about(actor, exchange, sides, side),
            is_open=exchange.is_open(now),
            companions=tuple(others),
            next_step=await self._next_step(actor, exchange, side.membership_id, now),
        )

    async def _about(
        self, actor: Actor, exchange: Exchange, sides: Sequence[Side], mine: Side
    ) -> tuple[tuple[Side, Part], ...]:
        if exchange.kind is Kind.LISTENING and exchange.prompt == HEARD:
            told = await self._work.exchanges.latest(actor.scope, exchange.pair_id, Kind.LISTENING, SHARE)
            wanted = [one for one in sides if one is not mine]
        elif exchange.kind is Kind.REVIEW:
            told = await self._work.exchanges.latest(actor.scope, exchange.pair_id, Kind.COMMITMENT)
            wanted = [mine]
        else:
            return ()
        if told is None or exchange.due_at - told.due_at > WEEK:
            return ()
        parts = await self._work.exchanges.parts(actor.scope, told.exchange_id)
        return tuple(one for one in _with_sides(wanted, parts) if one[1].is_given)

    async def _next_step(
        self, actor: Actor, exchange: Exchange, seat: MembershipId, now: dt.datetime
    ) -> ExchangeId | None:
        if exchange.kind is not Kind.LISTENING or exchange.prompt != SHARE:
            return None
        heard = await self._work.exchanges.latest(actor.scope, exchange.pair_id, Kind.LISTENING, HEARD)
        if heard is None or not heard.is_open(now):
            return None
        answered = await self._work.exchanges.has_given(heard.exchange_id)
        return None if seat in answered else heard.exchange_id

    async def can_be_asked(self, actor: Actor, exchange: Exchange, now: dt.datetime) -> bool:
        """Tell whether the person may be asked unasked now: not on a pause, not muted, and nobody stands in."""
        if await self._work.exchange_rounds.is_covered(exchange.pair_id):
            return False
        present = await self._work.exchange_rounds.present(exchange.pair_id, now)
        seat = next((one for one, person in present.items() if person == actor.person_id), None)
        if seat is None:
            return False
        schedule = await self._work.schedules.get(SYSTEM, seat)
        return schedule is None or not schedule.is_paused_on(local_date_at(now, actor.timezone))


def side_of(pair: Pair, actor: Actor) -> Side | None:
    """Return the person's side of a pair that lasts; None when they are not in it, or not any more."""
    side = pair.side_of(actor.person_id)
    return side if pair.is_active and side is not None and side.answer is Answer.ACCEPTED else None


def _with_sides(sides: Sequence[Side], parts: Sequence[Part]) -> tuple[tuple[Side, Part], ...]:
    by_seat = {part.membership_id: part for part in parts}
    return tuple((side, by_seat[side.membership_id]) for side in sides if side.membership_id in by_seat)
