"""Looks at open alerts a second time, beside what is under way about them; what it finds stuck, the alarm tells again."""

import datetime as dt

from domain.ids import AlertId
from services.alarm import POSTPONE
from storage.alert_audit import Figures
from storage.unit_of_work import UnitOfWork


class AlertAudit:
    """The second look."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the open alerts that nothing would tell anybody of, oldest first."""
        del now
        return [int(alert_id) for alert_id in await self._work.alert_audit.stuck(limit)]

    async def postpone(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Let the next round do it, soon."""
        await self._work.alert_rounds.postpone(alert_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return None: nothing becomes stuck at a moment that is known before."""
        return None

    async def figures(self) -> Figures:
        """Return how the open alerts stand."""
        return await self._work.alert_audit.figures()
