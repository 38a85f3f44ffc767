"""Compares open alerts with what is under way about them: finds those that are stuck, and counts them; it mends nothing."""

import dataclasses
import datetime as dt

from sqlalchemy import ColumnElement, String, cast, func, literal, or_, select

from domain.escalation import Rung
from domain.ids import AlertId
from domain.setbacks import Level
from storage.alert_rounds import IS_OPEN
from storage.outbox import NEW, SENDING, SENT, UNSURE
from storage.repository import Repository
from storage.tables.alerts import AlertRow
from storage.tables.outbox import OutboxRow

UNDER_WAY = (NEW, SENDING, SENT, UNSURE)
"""The states of a message that has reached somebody, or may have, or still may."""


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """How alerts stand; drills do not count.

    Attributes:
        open: that nobody has seen.
        unheard: of these, with nobody who can be reached.
        oldest_raised_at: of the open ones that are told at once; None when there is none.
    """

    open: int
    unheard: int
    oldest_raised_at: dt.datetime | None


class AlertAudit(Repository):
    """Open alerts beside their messages."""

    async def stuck(self, limit: int) -> list[AlertId]:
        """Return the open alerts that nothing would tell anybody of, oldest first."""
        query = select(AlertRow.id).where(*_is_stuck()).order_by(AlertRow.raised_at, AlertRow.id).limit(limit)
        return [AlertId(found) for found in await self.session.scalars(query)]

    async def is_stuck(self, alert_id: AlertId) -> bool:
        """Tell whether an alert is one of them."""
        query = select(AlertRow.id).where(AlertRow.id == alert_id, *_is_stuck())
        return await self.session.scalar(query) is not None

    async def figures(self) -> Figures:
        """Return how the open alerts stand."""
        is_told = AlertRow.level != Level.WATCH
        query = select(
            func.count(),
            func.count(AlertRow.unheard_since),
            func.min(AlertRow.raised_at).filter(is_told),
        ).where(IS_OPEN, AlertRow.is_drill.is_(False))
        found = (await self.session.execute(query)).one()
        return Figures(found[0], found[1], found[2])


def _is_stuck() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions: no next round, or all of this round's messages failed and there is a rung left to climb."""
    under_way = (
        select(OutboxRow.id)
        .where(
            OutboxRow.about == literal("alert:") + cast(AlertRow.id, String),
            OutboxRow.not_before >= AlertRow.sent_at,
            OutboxRow.state.in_(UNDER_WAY),
        )
        .exists()
    )
    return (
        IS_OPEN,
        AlertRow.level != Level.WATCH,
        or_(AlertRow.next_round_at.is_(None), (AlertRow.rung < Rung.OPERATOR) & ~under_way),
    )
