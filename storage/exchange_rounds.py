"""Says which pairs are next asked something together and who of them can be asked now; it reads nobody's answers."""

import datetime as dt

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.groups import MemberState
from domain.ids import MembershipId, PairId, PersonId
from domain.partners import Answer, PairKind, PairState
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import PersonRow


class ExchangeRounds(Repository):
    """When each pair is next asked."""

    async def due(self, now: dt.datetime, limit: int) -> list[PairId]:
        """Return the pairs whose moment has come, earliest first, and those for which none is set yet."""
        query = (
            select(PairRow.id)
            .where(*_is_asked(), or_(PairRow.next_exchange_at <= now, PairRow.next_exchange_at.is_(None)))
            .order_by(PairRow.next_exchange_at, PairRow.id)
            .limit(limit)
        )
        return [PairId(found) for found in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return the earliest moment of all; None when no pair waits for one."""
        return await self.session.scalar(select(func.min(PairRow.next_exchange_at)).where(*_is_asked()))

    async def planned_at(self, pair_id: PairId) -> dt.datetime | None:
        """Return when a pair is next asked; None when that is not set yet."""
        return await self.session.scalar(select(PairRow.next_exchange_at).where(PairRow.id == pair_id))

    async def set_next(self, pair_id: PairId, at: dt.datetime) -> None:
        """Let a pair wait for its next moment."""
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(next_exchange_at=at))

    async def is_covered(self, pair_id: PairId) -> bool:
        """Tell whether somebody stands in for one of the pair at present."""
        query = select(PairRow.id).where(
            PairRow.covers_pair_id == pair_id,
            PairRow.kind == PairKind.COVER,
            PairRow.state == PairState.ACTIVE,
        )
        return await self.session.scalar(query.limit(1)) is not None

    async def present(self, pair_id: PairId, now: dt.datetime) -> dict[MembershipId, PersonId]:
        """Return the sides whom messages reach and who have not muted this pair; a pause is looked up elsewhere."""
        query = (
            select(PairMemberRow.membership_id, MembershipRow.person_id)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .where(
                PairMemberRow.pair_id == pair_id,
                PairMemberRow.answer == Answer.ACCEPTED,
                or_(PairMemberRow.muted_until.is_(None), PairMemberRow.muted_until <= now),
                MembershipRow.state == MemberState.ACTIVE,
                PersonRow.unreachable_since.is_(None),
            )
        )
        return {MembershipId(seat): PersonId(person) for seat, person in await self.session.execute(query)}

    async def others_of(self, person_id: PersonId, pair_id: PairId) -> list[PairId]:
        """Return the other pairs of a person that are asked things together."""
        side, seat = aliased(PairMemberRow), aliased(MembershipRow)
        is_in_it = exists().where(
            side.pair_id == PairRow.id,
            side.answer == Answer.ACCEPTED,
            seat.id == side.membership_id,
            seat.person_id == person_id,
            seat.state == MemberState.ACTIVE,
        )
        query = select(PairRow.id).where(*_is_asked(), PairRow.id != pair_id, is_in_it)
        return [PairId(found) for found in await self.session.scalars(query)]

    async def met(self, pair_id: PairId, at: dt.datetime) -> None:
        """Note when the two had to do with each other for the first time; later times change nothing."""
        await self.session.execute(
            update(PairRow)
            .where(PairRow.id == pair_id, PairRow.first_contact_at.is_(None))
            .values(first_contact_at=at)
        )


def _is_asked() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on `PairRow`: partners of their own, as long as it lasts; who stands in is not asked."""
    return PairRow.state == PairState.ACTIVE, PairRow.kind == PairKind.REGULAR
