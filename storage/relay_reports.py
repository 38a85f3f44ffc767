"""Finds what somebody received and may report, also taken back or of a pair that is over, and what was reported."""

import datetime as dt

from sqlalchemy import ColumnElement, String, and_, cast, delete, exists, literal, or_, select, true
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.ids import MembershipId, PairId, RelayId
from domain.partners import Answer, PairState
from domain.relays import Relay, RelayState
from storage.reach import within
from storage.relays import Relays
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import AnchorRow
from storage.tables.relays import RelayRow, ReportRow


class RelayReports(Relays):
    """Messages as those may see them who report them, or whom they are reported to."""

    async def shown_to(
        self, scope: Scope, *, pair_id: PairId | None = None, relay_id: RelayId | None = None, limit: int = 1
    ) -> list[Relay]:
        """Return what others sent one, latest first, also what was taken back or came before the pair ended: to be reported.

        In a pair, or one message alone. Once the pair is over, only what had reached one's chat.
        """
        mine, seat = aliased(PairMemberRow), aliased(MembershipRow)
        query = (
            select(RelayRow)
            .join(mine, mine.pair_id == RelayRow.pair_id)
            .join(seat, seat.id == mine.membership_id)
            .join(PairRow, PairRow.id == RelayRow.pair_id)
            .where(
                seat.person_id == scope.person_id,
                or_(_are_partners(mine), _has_reached(scope)),
                RelayRow.sender_id != scope.person_id,
                RelayRow.state == RelayState.SENT,
                true() if pair_id is None else RelayRow.pair_id == pair_id,
                true() if relay_id is None else RelayRow.id == relay_id,
            )
            .order_by(RelayRow.written_at.desc(), RelayRow.id)
            .limit(limit)
        )
        return [await self._relay(row) for row in await self.session.scalars(query)]

    async def reported(self, scope: Scope, membership_id: MembershipId) -> list[Relay]:
        """Return the reported messages of a seat in reach, in the order in which they were reported."""
        query = (
            select(RelayRow)
            .join(ReportRow, ReportRow.relay_id == RelayRow.id)
            .join(PairMemberRow, PairMemberRow.pair_id == RelayRow.pair_id)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .where(
                MembershipRow.id == membership_id,
                MembershipRow.person_id == RelayRow.sender_id,
                within(scope),
            )
            .order_by(ReportRow.reported_at)
        )
        return [await self._relay(row) for row in (await self.session.scalars(query)).unique()]

    async def purge(self, withdrawn_before: dt.datetime) -> None:
        """Delete what was taken back long ago, unless it was reported."""
        reported = exists().where(ReportRow.relay_id == RelayRow.id)
        await self.session.execute(
            delete(RelayRow).where(RelayRow.withdrawn_at < withdrawn_before, ~reported)
        )


def _are_partners(mine: type[PairMemberRow]) -> ColumnElement[bool]:
    return and_(PairRow.state == PairState.ACTIVE, mine.answer == Answer.ACCEPTED)


def _has_reached(scope: Scope) -> ColumnElement[bool]:
    """Return the condition that a message stands, or stood, in the chat of the one who asks."""
    anchor = literal("relay:") + cast(RelayRow.id, String)
    return exists().where(AnchorRow.person_id == scope.person_id, AnchorRow.anchor == anchor)
