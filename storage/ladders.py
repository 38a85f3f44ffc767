"""Keeps how far the ladder of each open check-in has come; it decides no step."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.checkins import Rung
from domain.ids import CheckInId
from storage.outbox import SENT
from storage.repository import Repository
from storage.tables.checkins import CheckInRow
from storage.tables.outbox import OutboxRow


class Ladders(Repository):
    """What each open check-in waits for."""

    async def move(
        self, checkin_id: CheckInId, rung: Rung, next_step_at: dt.datetime, closes_at: dt.datetime
    ) -> None:
        """Move the ladder on."""
        await self._set(checkin_id, ladder_step=rung, next_step_at=next_step_at, closes_at=closes_at)

    async def ask_from(
        self,
        checkin_id: CheckInId,
        asked_at: dt.datetime,
        closes_at: dt.datetime,
        next_step_at: dt.datetime,
        *,
        snoozed_until: dt.datetime | None,
    ) -> None:
        """Let the ladder begin (again) at a moment."""
        await self._set(
            checkin_id,
            asked_at=asked_at,
            closes_at=closes_at,
            next_step_at=next_step_at,
            snoozed_until=snoozed_until,
            ladder_step=Rung.REMIND,
        )

    async def due(self, now: dt.datetime, limit: int) -> list[CheckInId]:
        """Return whose ladder moves on, earliest first."""
        query = (
            select(CheckInRow.id)
            .where(CheckInRow.next_step_at <= now)
            .order_by(CheckInRow.next_step_at)
            .limit(limit)
        )
        return [CheckInId(found) for found in (await self.session.execute(query)).scalars()]

    async def next_step_at(self) -> dt.datetime | None:
        """Return when the next ladder moves on; None when none does."""
        return (await self.session.execute(select(func.min(CheckInRow.next_step_at)))).scalar_one()

    async def postpone(self, checkin_id: CheckInId, until: dt.datetime) -> None:
        """Look at this ladder again at a later moment."""
        await self._set(checkin_id, next_step_at=until)

    async def was_sent(self, dedup_key: str) -> bool:
        """Tell whether a message went out; also true when none of this key was needed."""
        query = select(OutboxRow.state).where(OutboxRow.dedup_key == dedup_key)
        return (await self.session.scalar(query)) in {None, SENT}

    async def _set(self, checkin_id: CheckInId, **values: object) -> None:
        await self.session.execute(update(CheckInRow).where(CheckInRow.id == checkin_id).values(**values))
