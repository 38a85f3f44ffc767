"""Keeps the calls that partners arrange, as moments in UTC; only the two themselves reach them."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import select, update

from domain.access import Scope
from domain.calls import Call, CallKind, CallState
from domain.ids import CallId, MembershipId, PairId
from storage.partner_reach import in_lasting_pair
from storage.repository import Repository
from storage.tables.exchanges import CallRow
from storage.types import new_id


class Calls(Repository):
    """Calls and walks."""

    async def add(
        self,
        pair_id: PairId,
        offered_by: MembershipId,
        kind: CallKind,
        moments: Sequence[dt.datetime],
        now: dt.datetime,
    ) -> CallId:
        """Keep an offer of one to three moments, soonest first."""
        first, second, third = (*moments, None, None)[:3]
        row = CallRow(
            id=new_id(),
            pair_id=pair_id,
            offered_by=offered_by,
            kind=kind,
            first_at=first,
            second_at=second,
            third_at=third,
            state=CallState.OFFERED,
            offered_at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return CallId(row.id)

    async def get(self, scope: Scope, call_id: CallId) -> Call | None:
        """Return a call of a pair that one is in now; None otherwise."""
        query = select(CallRow).where(CallRow.id == call_id, in_lasting_pair(scope, CallRow.pair_id))
        row = await self.session.scalar(query.execution_options(populate_existing=True))
        return None if row is None else _call(row)

    async def latest(self, scope: Scope, pair_id: PairId) -> Call | None:
        """Return what a pair that one is in now arranged last; None when it never did."""
        query = (
            select(CallRow)
            .where(CallRow.pair_id == pair_id, in_lasting_pair(scope, CallRow.pair_id))
            .order_by(CallRow.offered_at.desc(), CallRow.id)
            .limit(1)
            .execution_options(populate_existing=True)
        )
        row = await self.session.scalar(query)
        return None if row is None else _call(row)

    async def move(
        self,
        call_id: CallId,
        state: CallState,
        *,
        since: Collection[CallState],
        chosen_at: dt.datetime | None = None,
    ) -> bool:
        """Move a call on, if it still stands at one of `since`; tell whether it did. `chosen_at` None keeps the moment."""
        values = {"state": state} if chosen_at is None else {"state": state, "chosen_at": chosen_at}
        result = await self.session.execute(
            update(CallRow)
            .where(CallRow.id == call_id, CallRow.state.in_(since))
            .values(values)
            .returning(CallRow.id)
        )
        return result.first() is not None


def _call(row: CallRow) -> Call:
    offered = (row.first_at, row.second_at, row.third_at)
    return Call(
        call_id=CallId(row.id),
        pair_id=PairId(row.pair_id),
        kind=CallKind(row.kind),
        state=CallState(row.state),
        offered_by=MembershipId(row.offered_by),
        offered=tuple(sorted(moment for moment in offered if moment is not None)),
        chosen_at=row.chosen_at,
    )
