"""Reads when pairs had to do with each other, for figures; never what they wrote, and no name."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, or_, select

from domain.access import Scope
from domain.calls import CallState
from domain.checkins import State
from domain.exchanges import Kind, Talked
from domain.ids import GroupId, MembershipId, PairId, PersonId
from domain.pair_figures import Counted, PairFacts, Span
from domain.partners import Answer, EndReason, PairKind
from domain.relays import RelayState
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import CheckInRow
from storage.tables.exchanges import CallRow, ExchangeAnswerRow, ExchangeRow
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.relays import RelayRow

_ANSWERED = (State.COMPLETED, State.PARTIAL)


class PairFigures(Repository):
    """What figures about pairs are made from."""

    async def of_group(self, scope: Scope, group_id: GroupId, since: dt.datetime) -> list[PairFacts]:
        """Return the pairs of a group that one facilitates which lasted or were asked after a moment, oldest first."""
        if not scope.is_system and group_id not in scope.facilitated:
            return []
        query = (
            select(PairRow)
            .where(
                PairRow.group_id == group_id,
                or_(PairRow.ended_at.is_(None), PairRow.ended_at > since),
            )
            .order_by(PairRow.proposed_at, PairRow.id)
        )
        return await self._facts(list(await self.session.scalars(query)), since)

    async def of_pair(self, pair_id: PairId, since: dt.datetime) -> PairFacts:
        """Return one pair with its contacts after a moment, for the product itself."""
        row = await self.session.get_one(PairRow, pair_id)
        return (await self._facts([row], since))[0]

    async def checkins(self, scope: Scope, group_id: GroupId, span: Span) -> Counted:
        """Return how many check-ins of a group were answered, of those asked in a stretch of time."""
        query = select(func.count(), func.count().filter(CheckInRow.state.in_(_ANSWERED))).where(
            CheckInRow.membership_id == MembershipRow.id,
            MembershipRow.group_id == group_id,
            CheckInRow.state.in_([state for state in State if state.was_asked]),
            CheckInRow.due_at >= span.begins_at,
            CheckInRow.due_at < span.ends_at,
            within(scope),
        )
        asked, answered = (await self.session.execute(query)).one()
        return Counted(answered, asked)

    async def _facts(self, rows: Collection[PairRow], since: dt.datetime) -> list[PairFacts]:
        pair_ids = [row.id for row in rows]
        members = await self._members(pair_ids)
        said, called = await self._said(pair_ids, since), await self._called(pair_ids, since)
        written = await self._written(pair_ids, since)
        return [
            PairFacts(
                pair_id=PairId(row.id),
                kind=PairKind(row.kind),
                proposed_at=row.proposed_at,
                started_at=row.started_at,
                ended_at=row.ended_at,
                end_reason=None if row.end_reason is None else EndReason(row.end_reason),
                first_contact_at=row.first_contact_at,
                members=frozenset(members[row.id]),
                said_at=tuple(said[row.id]),
                written=tuple(written[row.id]),
                called_at=tuple(called[row.id]),
            )
            for row in rows
        ]

    async def _members(self, pair_ids: Collection[int]) -> dict[int, list[MembershipId]]:
        query = select(PairMemberRow.pair_id, PairMemberRow.membership_id).where(
            PairMemberRow.pair_id.in_(pair_ids), PairMemberRow.answer.in_([Answer.ACCEPTED, Answer.LEFT])
        )
        found: dict[int, list[MembershipId]] = defaultdict(list)
        for pair_id, seat in await self.session.execute(query):
            found[pair_id].append(MembershipId(seat))
        return found

    async def _said(self, pair_ids: Collection[int], since: dt.datetime) -> dict[int, list[dt.datetime]]:
        query = (
            select(ExchangeRow.pair_id, ExchangeRow.due_at)
            .join(ExchangeAnswerRow, ExchangeAnswerRow.exchange_id == ExchangeRow.id)
            .where(
                ExchangeRow.pair_id.in_(pair_ids),
                ExchangeRow.kind == Kind.TALKED,
                ExchangeRow.due_at >= since,
                ExchangeAnswerRow.value == int(Talked.YES),
            )
        )
        found: dict[int, list[dt.datetime]] = defaultdict(list)
        for pair_id, at in await self.session.execute(query):
            found[pair_id].append(at)
        return found

    async def _called(self, pair_ids: Collection[int], since: dt.datetime) -> dict[int, list[dt.datetime]]:
        query = select(CallRow.pair_id, CallRow.chosen_at).where(
            CallRow.pair_id.in_(pair_ids), CallRow.state == CallState.HAPPENED, CallRow.chosen_at >= since
        )
        found: dict[int, list[dt.datetime]] = defaultdict(list)
        for pair_id, at in await self.session.execute(query):
            if at is not None:
                found[pair_id].append(at)
        return found

    async def _written(
        self, pair_ids: Collection[int], since: dt.datetime
    ) -> dict[int, list[tuple[PersonId, dt.datetime]]]:
        query = (
            select(RelayRow.pair_id, RelayRow.sender_id, RelayRow.written_at)
            .where(
                RelayRow.pair_id.in_(pair_ids),
                RelayRow.state != RelayState.HELD,
                RelayRow.written_at >= since,
            )
            .order_by(RelayRow.written_at, RelayRow.id)
        )
        found: dict[int, list[tuple[PersonId, dt.datetime]]] = defaultdict(list)
        for pair_id, sender, at in await self.session.execute(query):
            found[pair_id].append((PersonId(sender), at))
        return found
