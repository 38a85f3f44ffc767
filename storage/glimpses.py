"""Reads what a partner may see of somebody's day, item by item as shared at this moment; nothing else of a check-in."""

import datetime as dt
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.checkins import State
from domain.ids import CheckInId
from domain.items import CRAVING, MOOD, ItemId
from domain.partners import Glimpse, Side
from domain.sharing import SharedItem
from storage.consents import PartnerConsents
from storage.partner_reach import shown_to_partner
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow

_ANSWERED = (State.COMPLETED, State.PARTIAL)
_TAKEN_UP = (State.IN_PROGRESS, *_ANSWERED)
_WAITING = (State.OPEN, State.MISSED)
_ASKED_AS: Final[dict[SharedItem, ItemId]] = {SharedItem.MOOD: MOOD, SharedItem.CRAVING: CRAVING}


class Glimpses(Repository):
    """What one side of a pair lets the other see; every query holds the consent itself."""

    async def of_day(self, scope: Scope, side: Side, local_date: dt.date, now: dt.datetime) -> Glimpse:
        """Return what this partner shares of a local date of theirs; numbers are those of its latest check-in."""
        has_checked_in = None
        consents = PartnerConsents(self.session, self.keys, self.bot_id)
        if await consents.is_shown(scope, side.membership_id, SharedItem.CHECKED_IN, now):
            query = select(CheckInRow.id).where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
                shown_to_partner(scope, CheckInRow.membership_id, SharedItem.CHECKED_IN, now),
            )
            has_checked_in = (await self.session.execute(query.limit(1))).first() is not None
        return Glimpse(
            has_checked_in=has_checked_in,
            mood=await self._value(scope, side, local_date, SharedItem.MOOD, now),
            craving=await self._value(scope, side, local_date, SharedItem.CRAVING, now),
        )

    async def is_missing(self, scope: Scope, side: Side, checkin_id: CheckInId, now: dt.datetime) -> bool:
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
            shown_to_partner(scope, CheckInRow.membership_id, SharedItem.CHECKED_IN, now),
        )
        return (await self.session.execute(query)).first() is not None

    async def _value(
        self, scope: Scope, side: Side, local_date: dt.date, item: SharedItem, now: dt.datetime
    ) -> int | None:
        query = (
            select(AnswerRow.value)
            .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
            .where(
                CheckInRow.membership_id == side.membership_id,
                CheckInRow.local_date == local_date,
                CheckInRow.state.in_(_ANSWERED),
                AnswerRow.item == _ASKED_AS[item],
                AnswerRow.value.is_not(None),
                shown_to_partner(scope, CheckInRow.membership_id, item, now),
            )
            .order_by(CheckInRow.due_at.desc())
            .limit(1)
        )
        return await self.session.scalar(query)
