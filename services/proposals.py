"""Shows a facilitator who could be partners, takes what is set by hand, and asks them; the answers are taken elsewhere."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from domain.access import Actor, Role
from domain.errors import NotAllowed
from domain.groups import Group
from domain.ids import GroupId, MembershipId
from domain.messages import about_pair
from domain.pair_drafts import Draft
from domain.partners import PairState
from services.outbox import Outbox
from services.proposing import Proposal, Proposing
from storage.unit_of_work import UnitOfWork


class Proposals:
    """From a facilitator's wish for pairs to the question to each."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._proposing = Proposing(work, outbox)

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def propose(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> Proposal:
        """Return the plan as it stands, with what was set by hand; nobody is asked.

        Once a change is announced, it is the plan after that change.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        return await self._proposal(actor, group_id, await self._work.pair_drafts.get(group_id), now)

    async def shuffle(self, actor: Actor, group_id: GroupId, seed: int, now: dt.datetime) -> Proposal:
        """Return another plan than that of this seed, if there is one as good, and go on from it.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        draft = (await self._work.pair_drafts.get(group_id)).mixed(seed)
        proposal = await self._proposal(actor, group_id, draft, now, is_other=True)
        await self._work.pair_drafts.keep(group_id, draft.mixed(proposal.plan.seed))
        return proposal

    async def pin(self, actor: Actor, one: MembershipId, other: MembershipId, now: dt.datetime) -> Proposal:
        """Put two together in the proposal.

        Raises:
            NotAllowed: the person does not facilitate the group of both.
            Refused: a hard rule stands between them, or they are one.
        """
        return await self._by_hand(actor, one, other, lambda draft, _: draft.pin(one, other), now)

    async def forbid(
        self, actor: Actor, one: MembershipId, other: MembershipId, now: dt.datetime
    ) -> Proposal:
        """Keep two apart in this proposal alone.

        Raises:
            NotAllowed: the person does not facilitate the group of both.
            Refused: they are one.
        """
        return await self._by_hand(actor, one, other, lambda draft, _: draft.forbid(one, other), now)

    async def swap(self, actor: Actor, one: MembershipId, other: MembershipId, now: dt.datetime) -> Proposal:
        """Put two in each other's place, and leave all other matches as they are.

        Raises:
            NotAllowed: the person does not facilitate the group of both.
            Refused: a hard rule stands against it, or they are not in two matches.
        """
        return await self._by_hand(
            actor, one, other, lambda draft, shown: draft.swap(one, other, shown.plan.matches), now
        )

    async def start_over(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> Proposal:
        """Forget what was set by hand.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        self._must_facilitate(actor, group_id)
        await self._work.pair_drafts.drop(group_id)
        return await self.propose(actor, group_id, now)

    async def send(self, actor: Actor, group_id: GroupId, fingerprint: int, now: dt.datetime) -> Proposal:
        """Ask everybody of the plan that was shown; when the group has changed since, ask nobody.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        self._must_facilitate(actor, group_id)
        await self._work.pairing.alone(group_id)
        proposal = await self.propose(actor, group_id, now)
        is_shown = proposal.plan.matches and proposal.plan.fingerprint == fingerprint
        if not is_shown or proposal.change_at is not None:
            return dataclasses.replace(proposal, is_current=False)
        await self._proposing.ask(group_id, proposal.plan.matches, now)
        await self._work.pair_drafts.drop(group_id)
        rotation = await self._work.rotations.get(group_id)
        await self._work.rotations.keep(rotation.begun(proposal.group.timezone, now))
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

    async def _by_hand(
        self,
        actor: Actor,
        one: MembershipId,
        other: MembershipId,
        change: Callable[[Draft, Proposal], Draft],
        now: dt.datetime,
    ) -> Proposal:
        group_id = await self._group_of(actor, one, other)
        draft = await self._work.pair_drafts.get(group_id)
        changed = change(draft, await self._proposal(actor, group_id, draft, now))
        proposal = await self._proposal(actor, group_id, changed, now, is_strict=True)
        await self._work.pair_drafts.keep(group_id, changed)
        return proposal

    async def _proposal(
        self,
        actor: Actor,
        group_id: GroupId,
        draft: Draft,
        now: dt.datetime,
        *,
        is_other: bool = False,
        is_strict: bool = False,
    ) -> Proposal:
        self._must_facilitate(actor, group_id)
        rotation = await self._work.rotations.get(group_id)
        change_at = rotation.next_at if rotation.is_announced else None
        return await self._proposing.proposal(
            actor.scope, group_id, draft, now, change_at, is_other=is_other, is_strict=is_strict
        )

    async def _group_of(self, actor: Actor, *seats: MembershipId) -> GroupId:
        found = {await self._facilitated(actor, seat) for seat in seats}
        if len(found) != 1:
            raise NotAllowed("system.not_yours")
        return found.pop()

    async def _facilitated(self, actor: Actor, seat: MembershipId) -> GroupId:
        member = await self._work.groups.member(actor.scope, seat)
        if member is None or not member.is_active or member.role is not Role.PARTICIPANT:
            raise NotAllowed("system.not_yours")
        self._must_facilitate(actor, member.group_id)
        return member.group_id

    def _must_facilitate(self, actor: Actor, group_id: GroupId) -> None:
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
