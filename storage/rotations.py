"""Keeps when each group's pairs change, and when those without a partner are looked after; it changes no pair."""

import datetime as dt

from sqlalchemy import ColumnElement, case, exists, func, or_, select

from domain.ids import GroupId, MembershipId, PairId
from domain.partners import EndReason, PairKind
from domain.rotations import NOTICE, USUAL_WEEKS, Rotation
from storage.inserting import insert
from storage.outbox import SENDING, SENT
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.matching import RotationRow
from storage.tables.outbox import OutboxRow
from storage.tables.partners import PairMemberRow, PairRow


class Rotations(Repository):
    """The change of pairs, a row for each group. Callers see to it that the viewer facilitates the group."""

    async def get(self, group_id: GroupId) -> Rotation:
        """Return when the group's pairs change; the usual, with nothing planned, where nobody has chosen."""
        row = await self.session.get(RotationRow, group_id, populate_existing=True)
        if row is None:
            return Rotation(group_id)
        return Rotation(group_id, row.every_weeks, row.number, row.seed, row.next_at, row.announced_at)

    async def keep(self, rotation: Rotation) -> None:
        """Keep when a group's pairs change."""
        values = {
            "every_weeks": rotation.every_weeks,
            "number": rotation.number,
            "seed": rotation.seed,
            "next_at": rotation.next_at,
            "announced_at": rotation.announced_at,
        }
        await self.session.execute(
            insert(self.session, RotationRow)
            .values(group_id=rotation.group_id, **values)
            .on_conflict_do_update(index_elements=["group_id"], set_=values)
        )

    async def want_rematch(self, group_id: GroupId, at: dt.datetime) -> None:
        """Let those of a group who have no partner be looked after at a moment, or earlier if somebody waits already.

        A group that never had pairs is left alone.
        """
        if not await self.has_had_pairs(group_id):
            return
        await self.session.execute(
            insert(self.session, RotationRow)
            .values(group_id=group_id, every_weeks=USUAL_WEEKS, number=0, seed=0, rematch_at=at)
            .on_conflict_do_update(
                index_elements=["group_id"],
                set_={"rematch_at": case((RotationRow.rematch_at < at, RotationRow.rematch_at), else_=at)},
            )
        )

    async def has_had_pairs(self, group_id: GroupId) -> bool:
        """Tell whether anybody of the group has ever been asked for a partner."""
        return bool(await self.session.scalar(select(exists().where(PairRow.group_id == group_id))))

    async def due(self, now: dt.datetime, limit: int) -> list[GroupId]:
        """Return the groups whose change is to be announced or made, earliest first."""
        query = (
            select(RotationRow.group_id)
            .where(RotationRow.next_at <= now + NOTICE, or_(RotationRow.next_at <= now, _is_new()))
            .order_by(RotationRow.next_at, RotationRow.group_id)
            .limit(limit)
        )
        return [GroupId(group_id) for group_id in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return when the next change is announced or made; None when none is planned."""
        announced = await self.session.scalar(select(func.min(RotationRow.next_at)).where(~_is_new()))
        new = await self.session.scalar(select(func.min(RotationRow.next_at)).where(_is_new()))
        moments = [announced, None if new is None else new - NOTICE]
        return min((moment for moment in moments if moment is not None), default=None)

    async def covers(self, group_id: GroupId) -> dict[PairId, PairId | None]:
        """Return the pairs of the group in which one stands in for somebody, each with the pair that it stands in for."""
        query = select(PairRow.id, PairRow.covers_pair_id).where(
            PairRow.group_id == group_id, PairRow.kind == PairKind.COVER
        )
        return {
            PairId(pair_id): None if covered is None else PairId(covered)
            for pair_id, covered in await self.session.execute(query)
        }

    async def was_told(self, dedup_key: str) -> bool:
        """Tell whether a message went out, or is in a courier's hands."""
        query = select(OutboxRow.id).where(
            OutboxRow.dedup_key == dedup_key, OutboxRow.state.in_((SENT, SENDING))
        )
        return await self.session.scalar(query) is not None

    async def ended_with(self, membership_id: MembershipId, at: dt.datetime) -> list[PairId]:
        """Return the pairs of a seat that a change ended at exactly this moment."""
        query = (
            select(PairRow.id)
            .join(PairMemberRow, PairMemberRow.pair_id == PairRow.id)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .where(
                PairMemberRow.membership_id == membership_id,
                PairRow.end_reason == EndReason.ROTATED,
                PairRow.ended_at == at,
                PairRow.started_at.is_not(None),
                PairRow.kind == PairKind.REGULAR,
            )
            .order_by(PairRow.started_at, PairRow.id)
        )
        return [PairId(pair_id) for pair_id in await self.session.scalars(query)]


def _is_new() -> ColumnElement[bool]:
    return RotationRow.announced_at.is_(None)
