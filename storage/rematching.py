"""Keeps when those of a group without a partner are looked after, and which pair another one grows out of; it matches nobody."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.ids import GroupId, MembershipId, PairId
from domain.pairing import Couple
from domain.partners import Answer, PairKind, PairState
from storage.repository import Repository
from storage.tables.matching import RotationRow
from storage.tables.partners import PairMemberRow, PairRow


class Rematching(Repository):
    """Who has no partner, and pairs that take the place of others."""

    async def due(self, now: dt.datetime, limit: int) -> list[GroupId]:
        """Return the groups in which those without a partner are looked after now, earliest first."""
        query = (
            select(RotationRow.group_id)
            .where(RotationRow.rematch_at <= now)
            .order_by(RotationRow.rematch_at, RotationRow.group_id)
            .limit(limit)
        )
        return [GroupId(found) for found in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return when the next group is looked after; None when none waits."""
        return await self.session.scalar(select(func.min(RotationRow.rematch_at)))

    async def planned_at(self, group_id: GroupId) -> dt.datetime | None:
        """Return when those of a group without a partner are looked after; None when nobody waits."""
        query = select(RotationRow.rematch_at).where(RotationRow.group_id == group_id)
        return await self.session.scalar(query)

    async def set_next(self, group_id: GroupId, at: dt.datetime | None) -> None:
        """Let those of a group without a partner be looked after at a moment; None is not at present."""
        await self.session.execute(
            update(RotationRow).where(RotationRow.group_id == group_id).values(rematch_at=at)
        )

    async def grow(self, pair_id: PairId, from_id: PairId) -> None:
        """Let a pair that is asked take the place of another, or take one of its people, once all have said yes."""
        await self.session.execute(
            update(PairRow).where(PairRow.id == pair_id).values(covers_pair_id=from_id)
        )

    async def grows_from(self, pair_id: PairId) -> PairId | None:
        """Return the pair that another, once agreed, takes the place of; None when it takes none."""
        query = select(PairRow.covers_pair_id).where(PairRow.id == pair_id, PairRow.kind == PairKind.REGULAR)
        found = await self.session.scalar(query)
        return None if found is None else PairId(found)

    async def growing(self, group_id: GroupId) -> set[PairId]:
        """Return the pairs of a group whose people are asked to be another pair."""
        query = select(PairRow.covers_pair_id).where(
            PairRow.group_id == group_id,
            PairRow.kind == PairKind.REGULAR,
            PairRow.state == PairState.PROPOSED,
            PairRow.covers_pair_id.is_not(None),
        )
        return {PairId(found) for found in await self.session.scalars(query) if found is not None}

    async def parted(self, group_id: GroupId, since: dt.datetime) -> set[Couple]:
        """Return the couples of a group of whom one went by choice, or said no, after a moment."""
        query = (
            select(PairMemberRow)
            .join(PairRow, PairRow.id == PairMemberRow.pair_id)
            .where(PairRow.group_id == group_id, PairRow.kind == PairKind.REGULAR)
        )
        rows = (await self.session.scalars(query.execution_options(populate_existing=True))).all()
        gone = [
            row
            for row in rows
            if row.answer in {Answer.LEFT, Answer.DECLINED}
            and row.answered_at is not None
            and row.answered_at > since
        ]
        return {
            frozenset({MembershipId(one.membership_id), MembershipId(row.membership_id)})
            for one in gone
            for row in rows
            if row.pair_id == one.pair_id and row.membership_id != one.membership_id
        }
