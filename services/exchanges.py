"""Takes what partners give to what they are asked together, and tells whoever gave first; it shows nobody too much."""

import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.exchange_prompts import accepts
from domain.exchanges import HEARD, LASTS, LONGEST_WORDS, SHARE, Exchange, Kind, Talked
from domain.ids import ExchangeId, NoteId, PairId, PersonId
from domain.messages import ExchangeRevealed
from domain.names import contacts_in
from domain.notes import NoteState
from domain.pair_figures import WEEK
from domain.partners import Answer, Pair, Side
from services.exchange_parts import ExchangeParts, Shown, side_of
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

DIALOGUE = "exchange"
_TWO = 2


class Exchanges:
    """What partners are asked together."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._parts = ExchangeParts(work)

    async def asked(self, actor: Actor, exchange_id: ExchangeId, now: dt.datetime) -> list[Shown]:
        """Return what is still asked of the person that evening; none once it is answered, over, or not theirs to answer."""
        exchange = await self._work.exchanges.get(actor.scope, exchange_id)
        if exchange is None or not await self._parts.can_be_asked(actor, exchange, now):
            return []
        return [shown for shown in await self._evening(actor, exchange, now) if shown.mine is None]

    async def revealed(self, actor: Actor, exchange_id: ExchangeId, now: dt.datetime) -> Shown | None:
        """Return an exchange in which the person gave and another did too; None when that no longer holds."""
        exchange = await self._work.exchanges.get(actor.scope, exchange_id)
        shown = None if exchange is None else await self._parts.shown(actor, exchange, now)
        return shown if shown is not None and shown.is_settled else None

    async def evening(self, actor: Actor, exchange_id: ExchangeId, now: dt.datetime) -> list[Shown]:
        """Return what was asked with an exchange: the exchange itself first, then what of it still waits.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        exchange, _, _ = await self._own(actor, exchange_id)
        rest = [
            one
            for one in await self._evening(actor, exchange, now)
            if one.exchange.exchange_id != exchange_id and one.mine is None
        ]
        return [await self._shown(actor, exchange, now), *rest]

    async def choose(self, actor: Actor, exchange_id: ExchangeId, value: int, now: dt.datetime) -> None:
        """Give a number or a choice; one given before is replaced until another's part has been seen.

        Raises:
            NothingToDo: it is over, they are no partners any more, or it is no answer to this.
        """
        exchange, pair, mine = await self._own(actor, exchange_id)
        before = await self._shown(actor, exchange, now)
        if not accepts(exchange, value) or not before.is_asked or not before.is_open:
            raise NothingToDo("exchanges.over")
        if not before.is_settled:
            words = before.mine.words if before.mine is not None and _takes_both(exchange) else None
            await self._give(exchange, pair, mine, now, value=value, words=words)

    async def leave_out(self, actor: Actor, exchange_id: ExchangeId, now: dt.datetime) -> None:
        """Pass this time; what was given before stays.

        Raises:
            NothingToDo: it is over, or they are no partners any more.
        """
        exchange, pair, mine = await self._own(actor, exchange_id)
        before = await self._shown(actor, exchange, now)
        await self._work.dialogues.close(actor.person_id, DIALOGUE)
        if before.mine is None and before.is_open:
            await self._give(exchange, pair, mine, now, value=None, words=None)

    async def begin_writing(self, actor: Actor, exchange_id: ExchangeId, now: dt.datetime) -> Shown:
        """Let the person's next text be their part, or be added to it.

        Raises:
            NothingToDo: it is over, or they are no partners any more.
        """
        exchange, _, _ = await self._own(actor, exchange_id)
        shown = await self._shown(actor, exchange, now)
        if not shown.is_open or not shown.is_asked or shown.has_its_words:
            raise NothingToDo("exchanges.over")
        await self._work.dialogues.open(actor.person_id, DIALOGUE, exchange_id, now)
        return shown

    async def put_away(self, actor: Actor) -> None:
        """Let the person's next text be no part of anything."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def write(
        self, actor: Actor, exchange_id: ExchangeId, text: str, now: dt.datetime
    ) -> Shown | NoteId:
        """Give words; where it is over, or they are no partners any more, the words are kept as a draft.

        Raises:
            NotUnderstood: it is too long, or it holds what leads to somebody's account.
        """
        _refuse_unfit(text)
        found = await self._find(actor, exchange_id)
        shown = None if found is None else await self._shown(actor, found[0], now)
        await self._work.dialogues.close(actor.person_id, DIALOGUE)
        if found is None or shown is None or not shown.is_open or shown.has_its_words:
            return await self._work.notes.add(actor.person_id, text, NoteState.DRAFT, now)
        value = shown.mine.value if shown.mine is not None and _takes_both(found[0]) else None
        await self._give(*found, now, value=value, words=text)
        return await self._shown(actor, found[0], now)

    async def start_listening(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> ExchangeId:
        """Begin the listening exercise without waiting for its evening; where it has begun, return where it stands.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        if pair is None or side_of(pair, actor) is None:
            raise NothingToDo("partners.no_longer")
        begun = await self._work.exchanges.latest(actor.scope, pair_id, Kind.LISTENING)
        if begun is not None:
            return begun.exchange_id
        closes_at = now + LASTS[Kind.LISTENING]
        made = await self._work.exchanges.add(pair_id, Kind.LISTENING, SHARE, now, closes_at)
        if made is None:
            raise NothingToDo("exchanges.over")
        return made

    async def week(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> list[Shown]:
        """Return what the two have between them now: what is open, and this week's plan; none without a pair."""
        found: list[Shown | None] = []
        for kind in (Kind.LISTENING, Kind.CHECKIN, Kind.COMMITMENT):
            exchange = await self._work.exchanges.latest(actor.scope, pair_id, kind)
            if exchange is not None and (exchange.is_open(now) or _is_plan_of_this_week(exchange, now)):
                found.append(await self._parts.shown(actor, exchange, now))
        return [shown for shown in found if shown is not None]

    async def _give(
        self,
        exchange: Exchange,
        pair: Pair,
        mine: Side,
        now: dt.datetime,
        *,
        value: int | None,
        words: str | None,
    ) -> None:
        await self._work.exchanges.keep(
            exchange.exchange_id, mine.membership_id, value=value, words=words, now=now
        )
        if exchange.kind is Kind.TALKED and value == Talked.YES:
            await self._work.exchange_rounds.met(pair.pair_id, now)
        sides = [side for side in pair.sides if side.answer is Answer.ACCEPTED]
        answered = await self._work.exchanges.has_given(exchange.exchange_id)
        givers = [side.person_id for side in sides if answered.get(side.membership_id)]
        if not exchange.kind.is_revealed or len(givers) < _TWO:
            return
        if exchange.kind is Kind.LISTENING and exchange.prompt == SHARE:
            # Whoever listens needs everybody's words first.
            if any(side.membership_id not in answered for side in sides):
                return
            # Of one moment there is one exchange of a kind; a clock may stand still.
            begins_at = max(now, exchange.due_at + dt.timedelta(seconds=1))
            await self._work.exchanges.add(
                pair.pair_id, Kind.LISTENING, HEARD, begins_at, now + LASTS[Kind.LISTENING]
            )
        for person_id in givers:
            if person_id != mine.person_id:
                await self._reveal(exchange, person_id, now)

    async def _reveal(self, exchange: Exchange, person_id: PersonId, now: dt.datetime) -> None:
        await self._outbox.post(
            ExchangeRevealed(exchange.exchange_id, exchange.pair_id),
            to=person_id,
            key=f"exchange-revealed:{exchange.exchange_id}",
            now=now,
            not_before=await quiet_end(self._work, person_id, now),
        )

    async def _evening(self, actor: Actor, exchange: Exchange, now: dt.datetime) -> list[Shown]:
        every = [
            await self._parts.shown(actor, one, now)
            for one in await self._work.exchanges.of_moment(actor.scope, exchange)
        ]
        return [shown for shown in every if shown is not None and shown.is_open and shown.is_asked]

    async def _shown(self, actor: Actor, exchange: Exchange, now: dt.datetime) -> Shown:
        shown = await self._parts.shown(actor, exchange, now)
        if shown is None:
            raise NothingToDo("partners.no_longer")
        return shown

    async def _find(self, actor: Actor, exchange_id: ExchangeId) -> tuple[Exchange, Pair, Side] | None:
        exchange = await self._work.exchanges.get(actor.scope, exchange_id)
        pair = None if exchange is None else await self._work.partners.pair(actor.scope, exchange.pair_id)
        side = None if pair is None else side_of(pair, actor)
        return None if exchange is None or pair is None or side is None else (exchange, pair, side)

    async def _own(self, actor: Actor, exchange_id: ExchangeId) -> tuple[Exchange, Pair, Side]:
        found = await self._find(actor, exchange_id)
        if found is None:
            raise NothingToDo("partners.no_longer")
        return found


def _takes_both(exchange: Exchange) -> bool:
    """Tell whether words stand beside a number or choice; elsewhere they take its place."""
    return exchange.kind is Kind.CHECKIN


def _is_plan_of_this_week(exchange: Exchange, now: dt.datetime) -> bool:
    return exchange.kind is Kind.COMMITMENT and now - exchange.due_at < WEEK


def _refuse_unfit(text: str) -> None:
    if len(text) > LONGEST_WORDS:
        raise NotUnderstood("exchanges.too_long", {"length": len(text), "limit": LONGEST_WORDS})
    contacts = contacts_in(text)
    if contacts:
        raise NotUnderstood("exchanges.has_contacts", {"contacts": ", ".join(contacts)})
