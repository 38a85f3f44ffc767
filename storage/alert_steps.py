"""Keeps what facilitators do about an alert, each step once; it decides nothing and tells nobody."""

import datetime as dt

from sqlalchemy import ColumnElement, update

from domain.alerts import Alert
from domain.ids import AlertId, PersonId
from domain.setbacks import AlertState, Outcome, Step
from storage.repository import Repository
from storage.tables.alerts import AlertRow, AlertStepRow
from storage.types import new_id

SAME_TAP = dt.timedelta(minutes=1)
"""The same step by the same person within this time is a double tap."""


class AlertSteps(Repository):
    """What was done about alerts."""

    async def add_step(self, alert: Alert, step: Step, person_id: PersonId, now: dt.datetime) -> None:
        """Append what somebody did, unless it is a double tap."""
        last = alert.latest(step)
        if last is None or last.person_id != person_id or now - last.done_at > SAME_TAP:
            self.session.add(
                AlertStepRow(
                    id=new_id(), alert_id=alert.alert_id, step=step, person_id=person_id, done_at=now
                )
            )
            await self.session.flush()

    async def acknowledge(self, alert_id: AlertId, person_id: PersonId, now: dt.datetime) -> bool:
        """Mark an open alert as seen and end its rounds; tell whether it was open."""
        return await self._change(
            alert_id,
            AlertRow.state == AlertState.OPEN,
            state=AlertState.ACKNOWLEDGED,
            acknowledged_by=person_id,
            acknowledged_at=now,
            owner_id=person_id,
            unheard_since=None,
            next_round_at=None,
        )

    async def resolve(
        self, alert_id: AlertId, person_id: PersonId, outcome: Outcome, now: dt.datetime
    ) -> bool:
        """Close an alert with its outcome; tell whether it was unresolved."""
        return await self._change(
            alert_id,
            AlertRow.resolved_at.is_(None),
            state=AlertState.RESOLVED,
            resolved_by=person_id,
            resolved_at=now,
            outcome=outcome,
            snoozed_until=None,
            unheard_since=None,
            next_round_at=None,
        )

    async def snooze(self, alert_id: AlertId, person_id: PersonId, until: dt.datetime) -> bool:
        """Let whoever has seen an alert be told of it again then; tell whether it is theirs and not closed."""
        return await self._change(
            alert_id,
            AlertRow.state == AlertState.ACKNOWLEDGED,
            AlertRow.acknowledged_by == person_id,
            owner_id=person_id,
            snoozed_until=until,
            next_round_at=until,
        )

    async def own(self, alert_id: AlertId, person_id: PersonId) -> bool:
        """Make somebody the one who looks after an alert; tell whether it is not closed."""
        return await self._change(alert_id, AlertRow.resolved_at.is_(None), owner_id=person_id)

    async def _change(self, alert_id: AlertId, *conditions: ColumnElement[bool], **values: object) -> bool:
        statement = update(AlertRow).where(AlertRow.id == alert_id, *conditions).values(**values)
        return (await self.session.execute(statement.returning(AlertRow.id))).first() is not None
