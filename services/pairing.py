"""Proposes pairs, asks for each side's yes, and lets a pair begin; it never says who wanted somebody else but to facilitators."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed
from domain.groups import Group
from domain.ids import GroupId, PairId, PersonId
from domain.messages import PairDeclined, PairFormed, PairProposed, about_pair
from domain.pairing import Bounds, Plan, plan, shuffled
from domain.partners import Answer, LeftOut, Pair, PairState
from services.outbox import Outbox
from services.partings import Partings
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """What a facilitator is shown before anybody is asked.

    Attributes:
        alone: the name of the only one who is free; None when there are none or more.
        left_out: names of participants who cannot be paired now, each with why.
        pairs: the pairs that there are, agreed or asked.
        is_current: the press that led here belonged to this plan; False when the group has changed since.
    """

    group: Group
    plan: Plan
    alone: str | None
    left_out: tuple[tuple[str, LeftOut], ...]
    pairs: tuple[Pair, ...]
    is_current: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """Where a pair stands after somebody's answer; `is_stale` when the answer came too late to count."""

    pair: Pair
    is_stale: bool


class Pairing:
    """From a facilitator's wish for pairs to two who said yes."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._partings = Partings(work, outbox)

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def propose(
        self, actor: Actor, group_id: GroupId, now: dt.datetime, seed: int = 0, *, is_other: bool = False
    ) -> Proposal:
        """Return the plan of this seed, or with `is_other` another than that; nobody is asked.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        pairs = await self._work.partners.open_in(actor.scope, group_id)
        engaged = {side.membership_id for pair in pairs for side in pair.sides if side.is_in_it}
        people, left_out = [], []
        for seated in await self._work.pairing.seated(actor.scope, group_id):
            if seated.candidate.membership_id in engaged:
                continue
            reason = seated.left_out(now)
            if reason is None:
                people.append(seated.candidate)
            else:
                left_out.append((seated.candidate.name, reason))
        past = await self._work.pairing.past(actor.scope, group_id, now)
        made = (shuffled if is_other else plan)(people, past, Bounds(), now, seed)
        group = await self._work.groups.group(group_id)
        alone = people[0].name if len(people) == 1 else None
        if alone is None:
            left_out += [(one.name, reason) for one, reason in made.unmatched]
        return Proposal(group, made, alone, tuple(left_out), tuple(pairs))

    async def send(
        self, actor: Actor, group_id: GroupId, seed: int, fingerprint: int, now: dt.datetime
    ) -> Proposal:
        """Ask everybody of the plan that was shown; when the group has changed since, ask nobody.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id in actor.scope.facilitated:
            await self._work.pairing.alone(group_id)
        proposal = await self.propose(actor, group_id, now, seed)
        if not proposal.plan.matches or proposal.plan.fingerprint != fingerprint:
            return dataclasses.replace(await self.propose(actor, group_id, now), is_current=False)
        for match in proposal.plan.matches:
            pair_id = await self._work.partners.propose(
                group_id, [one.membership_id for one in match.members], match.reasons, now
            )
            for one in match.members:
                await self._outbox.post(
                    PairProposed(pair_id), to=one.person_id, key=f"pair-proposed:{pair_id}", now=now
                )
        return proposal

    async def take_back(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> Proposal:
        """Withdraw what has been asked and not agreed, without a word to those asked; return the new plan.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        for pair in (await self.propose(actor, group_id, now)).pairs:
            if pair.state is PairState.PROPOSED:
                await self._work.partners.close(pair.pair_id, PairState.WITHDRAWN, now)
                await self._outbox.cancel_about(about_pair(pair.pair_id), now)
        return await self.propose(actor, group_id, now)

    async def accept(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Answered:
        """Say yes; with the last yes the pair begins and the others are told.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, answer = await self._own(actor, pair_id)
        if pair.state is not PairState.PROPOSED or answer is not Answer.ASKED:
            return Answered(pair, is_stale=answer is not Answer.ACCEPTED or not pair.is_open)
        await self._answer(actor, pair, Answer.ACCEPTED, now)
        return Answered(await self._settle(actor, pair_id, now), is_stale=False)

    async def decline(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Answered:
        """Ask for somebody else, also after a yes, until the pair has begun; only facilitators are told.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, answer = await self._own(actor, pair_id)
        if pair.state is not PairState.PROPOSED or answer not in {Answer.ASKED, Answer.ACCEPTED}:
            return Answered(pair, is_stale=answer is not Answer.DECLINED)
        await self._answer(actor, pair, Answer.DECLINED, now)
        for facilitator in await self._work.groups.facilitators(pair.group_id):
            await self._outbox.post(
                PairDeclined(pair_id, actor.person_id),
                to=facilitator.person_id,
                key=f"pair-declined:{pair_id}:{actor.person_id}",
                now=now,
            )
        return Answered(await self._settle(actor, pair_id, now), is_stale=False)

    async def pair(self, actor: Actor, pair_id: PairId) -> Pair | None:
        """Return a pair that the person is in or facilitates; None when it is neither."""
        return await self._work.partners.pair(actor.scope, pair_id)

    async def _own(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Answer]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        side = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or side is None:
            raise NotAllowed("system.not_yours")
        return pair, side.answer

    async def _answer(self, actor: Actor, pair: Pair, answer: Answer, now: dt.datetime) -> None:
        side = pair.side_of(actor.person_id)
        if side is not None:
            await self._work.partners.set_answer(pair.pair_id, side.membership_id, answer, now)

    async def _settle(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Pair:
        """Let the pair begin when all who are left said yes; end the proposal when fewer than two are left."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        if pair is None:
            raise NotAllowed("system.not_yours")
        left = [side for side in pair.sides if side.is_in_it]
        if len(left) < 2:  # noqa: PLR2004 two make a pair
            await self._partings.refused(pair, actor.person_id, now)
        elif all(side.answer is Answer.ACCEPTED for side in left):
            await self._work.partners.activate(pair_id, now)
            await self._tell_begun([side.person_id for side in left], actor, pair_id, now)
        return await self._work.partners.pair(actor.scope, pair_id) or pair

    async def _tell_begun(
        self, people: list[PersonId], actor: Actor, pair_id: PairId, now: dt.datetime
    ) -> None:
        for person_id in people:
            if person_id != actor.person_id:
                await self._outbox.post(
                    PairFormed(pair_id), to=person_id, key=f"pair-formed:{pair_id}", now=now
                )
