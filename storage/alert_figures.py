"""Reads how the alerts of a group were answered in a stretch of time, for its facilitators; it sums up nothing."""

from sqlalchemy import func, select

from domain.access import Scope
from domain.alert_figures import Raised
from domain.ids import GroupId
from domain.pair_figures import Span
from domain.setbacks import Level, Outcome, Step
from storage.repository import Repository
from storage.tables.alerts import AlertRow, AlertStepRow


class AlertsAnswered(Repository):
    """Alerts with when they were first seen."""

    async def of_group(self, scope: Scope, group_id: GroupId, span: Span) -> list[Raised]:
        """Return the alerts raised in that time, without drills; none where the viewer does not facilitate the group."""
        if group_id not in scope.facilitated:
            return []
        seen_at = (
            select(func.min(AlertStepRow.done_at))
            .where(AlertStepRow.alert_id == AlertRow.id, AlertStepRow.step == Step.ACKNOWLEDGED)
            .scalar_subquery()
        )
        query = select(AlertRow.level, AlertRow.raised_at, seen_at, AlertRow.outcome).where(
            AlertRow.group_id == group_id,
            AlertRow.raised_at >= span.begins_at,
            AlertRow.raised_at < span.ends_at,
            AlertRow.is_drill.is_(False),
        )
        return [
            Raised(Level(level), raised_at, seen, None if outcome is None else Outcome(outcome))
            for level, raised_at, seen, outcome in await self.session.execute(query)
        ]
