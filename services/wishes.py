"""Lets people say what they wish for in a partner; it shows nobody's wishes to anybody else."""

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.wishes import Gender, Language, Wishes
from storage.unit_of_work import UnitOfWork


class PairWishes:
    """The wishes of the person who asks, for each of their seats."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def seats(self, actor: Actor) -> list[tuple[MembershipId, str]]:
        """Return the person's seats as participant, oldest first, each with the name of its group."""
        return [
            (seat.membership_id, (await self._work.groups.group(seat.group_id)).name)
            for seat in actor.participant_seats
        ]

    async def own(self, actor: Actor, membership_id: MembershipId) -> Wishes:
        """Return what the person wishes for in one group.

        Raises:
            NotAllowed: it is not their seat as participant.
        """
        if membership_id not in {seat.membership_id for seat in actor.participant_seats}:
            raise NotAllowed("system.not_yours")
        return await self._work.pair_wishes.get(membership_id, actor.language)

    async def turn_language(self, actor: Actor, membership_id: MembershipId, language: Language) -> Wishes:
        """Add a language, or take it away; one always stays.

        Raises:
            NotAllowed: it is not their seat as participant.
        """
        wishes = await self.own(actor, membership_id)
        return await self._keep(membership_id, wishes.with_language(language))

    async def set_gender(self, actor: Actor, membership_id: MembershipId, gender: Gender | None) -> Wishes:
        """Keep what the person tells about themselves; None is rather not.

        Raises:
            NotAllowed: it is not their seat as participant.
        """
        wishes = await self.own(actor, membership_id)
        return await self._keep(membership_id, wishes.with_gender(gender))

    async def set_same_gender(self, actor: Actor, membership_id: MembershipId, *, is_wanted: bool) -> Wishes:
        """Keep whether only somebody of the same gender fits.

        Raises:
            NotAllowed: it is not their seat as participant.
            NotUnderstood: the person's own gender is not told.
        """
        wishes = await self.own(actor, membership_id)
        return await self._keep(membership_id, wishes.with_same_gender(is_wanted=is_wanted))

    async def set_capacity(self, actor: Actor, membership_id: MembershipId, capacity: int) -> Wishes:
        """Keep how many partners at once the person has room for, 0 to 2.

        Raises:
            NotAllowed: it is not their seat as participant.
            NotUnderstood: it is less or more.
        """
        wishes = await self.own(actor, membership_id)
        return await self._keep(membership_id, wishes.with_capacity(capacity))

    async def _keep(self, membership_id: MembershipId, wishes: Wishes) -> Wishes:
        await self._work.pair_wishes.keep(membership_id, wishes)
        return wishes
