"""Lets the longer questionnaires wait that a short one's answers ask for, also when those are corrected; it asks nothing."""

import datetime as dt

from domain.access import Actor
from domain.instruments.catalogue import in_use, version_of
from domain.instruments.version import Kind
from domain.measures import GROWS, LASTS, Measure, State, carried, growths
from services.measure_steps import DIALOGUE
from storage.unit_of_work import UnitOfWork


class Growing:
    """What questionnaires grow into."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def grow(self, actor: Actor, measure: Measure, now: dt.datetime) -> None:
        """Let the longer questionnaires wait that a short one's answers ask for, with its answers in them."""
        for kinds in growths(measure.version, measure.values):
            await self._add(actor, measure, kinds, now)

    async def follow(self, actor: Actor, before: Measure, after: Measure, now: dt.datetime) -> None:
        """Let what a completed short form grew into follow a corrected answer of it.

        What is asked for now waits; what is asked for no more falls away, unless it was begun; the answer that it took over is
        corrected in it too, and it is scored anew, unless the person has given another one there.
        """
        earlier = growths(before.version, before.values)
        wanted = growths(after.version, after.values)
        for kinds in GROWS.values():
            grown = await self._grown(actor, before, kinds)
            if grown is None:
                if kinds in wanted and kinds not in earlier:
                    await self._add(actor, after, kinds, now)
            elif (
                kinds in earlier and kinds not in wanted and grown.state is State.OPEN and not grown.is_begun
            ):
                await self._withdraw(actor, grown, now)
            else:
                await self._carry(actor, after, grown, now)

    async def _add(self, actor: Actor, measure: Measure, kinds: tuple[Kind, ...], now: dt.datetime) -> None:
        offered = in_use(await self._work.measures.choices())
        versions = [version_of(kind, actor.language, offered) for kind in kinds]
        version = next((one for one in versions if one is not None), None)
        if version is not None:
            await self._work.measures.add(
                measure.membership_id,
                version,
                State.OPEN,
                now,
                closes_at=now + LASTS,
                answers=carried(measure, version),
            )

    async def _grown(self, actor: Actor, short: Measure, kinds: tuple[Kind, ...]) -> Measure | None:
        """Return what a completed short form grew into, as far as it was not left out."""
        for one in await self._work.measures.of(actor.scope, short.membership_id):
            is_later = short.ended_at is not None and one.offered_at >= short.ended_at
            if is_later and one.version.kind in kinds and one.state is not State.DECLINED:
                return one
        return None

    async def _withdraw(self, actor: Actor, grown: Measure, now: dt.datetime) -> None:
        await self._work.measures.end(grown.measure_id, State.DECLINED, None, now)
        await self._work.dialogues.close(actor.person_id, DIALOGUE, grown.measure_id)

    async def _carry(self, actor: Actor, short: Measure, long: Measure, now: dt.datetime) -> None:
        if long.state is State.EXPIRED:
            return
        is_over = long.state is State.COMPLETED
        for item, given in carried(short, long.version).items():
            known = long.answers.get(item)
            if known is not None and known.answered_at <= long.offered_at and known.value != given.value:
                # Kept as taken over: it does not make the longer one begun.
                await self._work.measures.keep_answer(
                    long.measure_id,
                    item,
                    given.value,
                    known.answered_at,
                    corrected_at=now if is_over else None,
                )
        scored = await self._work.measures.get(actor.scope, long.measure_id)
        if is_over and scored is not None:
            await self._work.measures.set_total(long.measure_id, scored.score.total)
