"""Keeps how one side of a pair wants to be met: without sound for a while, and by which username after a swap."""

import datetime as dt

from sqlalchemy import select, update

from domain.ids import MembershipId, PairId, PersonId
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow

_USERNAME = "pair_members.username"


class PairSides(Repository):
    """One side of a pair by itself."""

    async def muted_until(self, pair_id: PairId, person_id: PersonId) -> dt.datetime | None:
        """Return until when somebody wants no sound in a pair; None, or a past moment, is never."""
        query = (
            select(PairMemberRow.muted_until)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .where(PairMemberRow.pair_id == pair_id, MembershipRow.person_id == person_id)
        )
        return await self.session.scalar(query)

    async def mute(self, pair_id: PairId, membership_id: MembershipId, until: dt.datetime | None) -> None:
        """Let what comes in a pair make no sound until a moment, or again with None."""
        await self._set(pair_id, membership_id, muted_until=until)

    async def agree_to_swap(
        self, pair_id: PairId, membership_id: MembershipId, username: str, now: dt.datetime
    ) -> None:
        """Keep one side's yes to a swap with the username that it had then."""
        cipher = await self.keys.of(await self._person(membership_id))
        # The pair's id opens it, as the first column of the key does for every row of a personal copy.
        sealed = cipher.seal(_USERNAME, pair_id, username)
        await self._set(pair_id, membership_id, swap_agreed_at=now, username=sealed)

    async def refuse_swap(self, pair_id: PairId, membership_id: MembershipId) -> None:
        """Take one side's yes to a swap back."""
        await self._set(pair_id, membership_id, swap_agreed_at=None, username=None)

    async def usernames(self, pair_id: PairId) -> dict[MembershipId, str]:
        """Return the usernames of the sides that agreed to a swap."""
        query = (
            select(PairMemberRow, MembershipRow.person_id)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .where(PairMemberRow.pair_id == pair_id, PairMemberRow.username.is_not(None))
            .execution_options(populate_existing=True)
        )
        found: dict[MembershipId, str] = {}
        for row, person_id in await self.session.execute(query):
            cipher = await self.keys.of(PersonId(person_id))
            if row.username is not None:
                found[MembershipId(row.membership_id)] = cipher.open(_USERNAME, pair_id, row.username)
        return found

    async def _person(self, membership_id: MembershipId) -> PersonId:
        return PersonId((await self.session.get_one(MembershipRow, membership_id)).person_id)

    async def _set(self, pair_id: PairId, membership_id: MembershipId, **values: object) -> None:
        await self.session.execute(
            update(PairMemberRow)
            .where(PairMemberRow.pair_id == pair_id, PairMemberRow.membership_id == membership_id)
            .values(**values)
        )
