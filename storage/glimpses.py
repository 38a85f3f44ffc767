"""Reads what a partner may see of somebody's day, item by item as shared at this moment; nothing else of a check-in."""

import datetime as dt

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from domain.ids import CheckInId, MembershipId
from domain.partners import Glimpse, Missing, Side
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow

_ANSWERED = ("completed", "partial")
_TAKEN_UP = ("in_progress", *_ANSWERED)
_WAITING = ("open", "missed")


class Glimpses(Repository):
    """What one side of a pair lets the other see; whoever asks has made sure that they are partners."""

    async def of_day(self, side: Side, local_date: dt.date) -> Glimpse:
        """Return what this side shares of its own local date; numbers are those of the latest check-in of the day."""
        has_checked_in = None
        if side.sharing.checked_in:
            query = select(CheckInRow.id).where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
            )
            has_checked_in = (await self.session.execute(query.limit(1))).first() is not None
        return Glimpse(
            has_checked_in=has_checked_in,
            mood=await self._value(side, local_date, "mood") if side.sharing.mood else None,
            craving=await self._value(side, local_date, "craving") if side.sharing.craving else None,
        )

    async def missing(self, checkin_id: CheckInId) -> Missing | None:
        """Return whose check-in it is and whether that day is still without one; None when there is no such check-in."""
        other = aliased(CheckInRow)
        is_taken_up = exists().where(
            other.membership_id == CheckInRow.membership_id,
            other.local_date == CheckInRow.local_date,
            other.state.in_(_TAKEN_UP),
        )
        query = select(CheckInRow.membership_id, CheckInRow.state, is_taken_up).where(
            CheckInRow.id == checkin_id
        )
        row = (await self.session.execute(query)).first()
        if row is None:
            return None
        membership_id, state, has_another = row
        return Missing(MembershipId(membership_id), checkin_id, state in _WAITING and not has_another)

    async def _value(self, side: Side, local_date: dt.date, item: str) -> int | None:
        query = (
            select(AnswerRow.value)
            .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
            .where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
                AnswerRow.item == item,
                AnswerRow.value.is_not(None),
            )
            .order_by(CheckInRow.due_at.desc())
            .limit(1)
        )
        return await self.session.scalar(query)
