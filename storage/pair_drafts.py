"""Keeps what a facilitator set by hand in a proposal that is not sent yet; it plans and asks nothing."""

from collections.abc import Iterable

from sqlalchemy import delete

from domain.ids import GroupId, MembershipId
from domain.pair_drafts import Draft
from domain.pairing import Couple
from storage.repository import Repository
from storage.tables.matching import PairDraftRow


class PairDrafts(Repository):
    """One draft for each group. Callers see to it that the viewer facilitates the group."""

    async def get(self, group_id: GroupId) -> Draft:
        """Return the group's draft; an empty one when nothing was set."""
        row = await self.session.get(PairDraftRow, group_id, populate_existing=True)
        if row is None:
            return Draft()
        return Draft(row.seed, _couples(row.pinned), _couples(row.held), _couples(row.forbidden))

    async def keep(self, group_id: GroupId, draft: Draft) -> None:
        """Keep the group's draft in the place of an earlier one."""
        row = await self.session.get(PairDraftRow, group_id)
        if row is None:
            row = PairDraftRow(group_id=group_id)
            self.session.add(row)
        row.seed = draft.seed
        row.pinned, row.held = _plain(draft.pinned), _plain(draft.held)
        row.forbidden = _plain(draft.forbidden)
        await self.session.flush()

    async def drop(self, group_id: GroupId) -> None:
        """Forget the group's draft."""
        await self.session.execute(delete(PairDraftRow).where(PairDraftRow.group_id == group_id))


def _plain(couples: Iterable[Couple]) -> list[list[int]]:
    return sorted(sorted(couple) for couple in couples)


def _couples(plain: list[list[int]]) -> frozenset[Couple]:
    return frozenset(frozenset(MembershipId(one) for one in couple) for couple in plain)
