"""Reads what a partner may see of somebody's day, item by item as shared at this moment; nothing else of a check-in."""

import datetime as dt

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.checkins import State
from domain.ids import CheckInId
from domain.items import CRAVING, MOOD, ItemId
from domain.partners import Glimpse, SharedItem, Side
from storage.partner_reach import shown_to_partner
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow

_ANSWERED = (State.COMPLETED, State.PARTIAL)
_TAKEN_UP = (State.IN_PROGRESS, *_ANSWERED)
_WAITING = (State.OPEN, State.MISSED)


class Glimpses(Repository):
    """What one side of a pair lets the other see; every query holds the consent itself."""

    async def of_day(self, scope: Scope, side: Side, local_date: dt.date) -> Glimpse:
        """Return what this partner shares of a local date of theirs; numbers are those of its latest check-in."""
        has_checked_in = None
        if side.sharing.checked_in:
            query = select(CheckInRow.id).where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
                shown_to_partner(scope, CheckInRow.membership_id, SharedItem.CHECKED_IN),
            )
            has_checked_in = (await self.session.execute(query.limit(1))).first() is not None
        return Glimpse(
            has_checked_in=has_checked_in,
            mood=await self._value(scope, side, local_date, MOOD, SharedItem.MOOD),
            craving=await self._value(scope, side, local_date, CRAVING, SharedItem.CRAVING),
        )

    async def is_missing(self, scope: Scope, side: Side, checkin_id: CheckInId) -> bool:
        """Tell whether this partner's check-in, and every other of that day, is not taken, as far as they share that."""
        other = aliased(CheckInRow)
        is_taken_up = exists().where(
            other.membership_id == CheckInRow.membership_id,
            other.local_date == CheckInRow.local_date,
            other.state.in_(_TAKEN_UP),
        )
        query = select(CheckInRow.id).where(
            CheckInRow.id == checkin_id,
            CheckInRow.membership_id == side.membership_id,
            CheckInRow.state.in_(_WAITING),
            ~is_taken_up,
            shown_to_partner(scope, CheckInRow.membership_id, SharedItem.CHECKED_IN),
        )
        return (await self.session.execute(query)).first() is not None

    async def _value(
        self, scope: Scope, side: Side, local_date: dt.date, item: ItemId, shared: SharedItem
    ) -> int | None:
        query = (
            select(AnswerRow.value)
            .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
            .where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
                AnswerRow.item == item,
                AnswerRow.value.is_not(None),
                shown_to_partner(scope, CheckInRow.membership_id, shared),
            )
            .order_by(CheckInRow.due_at.desc())
            .limit(1)
        )
        return await self.session.scalar(query)
