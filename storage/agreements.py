"""Keeps what each side of a pair said about how it wants to be met; it decides nothing about when two have agreed."""

from sqlalchemy import update

from domain.agreements import Terms
from domain.ids import MembershipId, PairId
from storage.repository import Repository
from storage.tables.partners import PairMemberRow, PairRow


class Agreements(Repository):
    """What partners agreed on at the start."""

    async def set_terms(self, pair_id: PairId, membership_id: MembershipId, terms: Terms) -> None:
        """Keep what one side said, and how far it has come."""
        # On PostgreSQL a step taken at the same moment must see this one: the changed row makes it begin anew.
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(state=PairRow.state))
        await self.session.execute(
            update(PairMemberRow)
            .where(PairMemberRow.pair_id == pair_id, PairMemberRow.membership_id == membership_id)
            .values(contract_step=terms.steps, reach=terms.reach or "", boundaries=terms.boundary or "")
        )
