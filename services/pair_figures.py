"""Reads how a group's pairs and its week have been for its facilitators: sums alone, and nobody by name."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.alert_figures import AlertFigures, alert_figures
from domain.errors import NotAllowed, Outdated
from domain.groups import Group
from domain.ids import GroupId
from domain.pair_figures import LOOKED_AT, WEEK, Counted, Span, figures
from domain.pair_figures import PairFigures as Figures
from domain.recurrence import local_date_at, occurrence_on
from storage.unit_of_work import UnitOfWork

OLDEST: int = 8
"""Weeks for which a summary can be opened again."""


@dataclasses.dataclass(frozen=True, slots=True)
class GroupWeek:
    """A week of a group in sums; `first` and `last` are its Monday and Sunday in the group's zone."""

    group: Group
    first: dt.date
    last: dt.date
    participants: int
    checkins: Counted
    open_alerts: int
    alerts: AlertFigures
    pairs: Figures


class PairFigures:
    """Figures about the pairs of groups."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of_groups(self, viewer: Actor, now: dt.datetime) -> dict[GroupId, Figures]:
        """Return the figures of each group that the viewer facilitates: the last seven days, and the last four weeks."""
        return {
            seat.group_id: await self._figures(viewer, seat.group_id, Span(now - WEEK, now))
            for seat in viewer.facilitator_seats
        }

    async def week(self, viewer: Actor, group_id: GroupId, week: int, now: dt.datetime) -> GroupWeek:
        """Return a past week, named by the ordinal of its Monday, of a group that the viewer facilitates.

        Raises:
            NotAllowed: the viewer does not facilitate it.
            Outdated: there is no such week, or it is too long ago.
        """
        if group_id not in viewer.scope.facilitated:
            raise NotAllowed("system.not_yours")
        group = await self._work.groups.group(group_id)
        first = monday_of(local_date_at(now, group.timezone)).toordinal()
        if not (0 < first - week <= OLDEST * 7 and (first - week) % 7 == 0):
            raise Outdated("system.old_button")
        begins_on = dt.date.fromordinal(week)
        span = Span(
            occurrence_on(begins_on, 0, group.timezone),
            occurrence_on(begins_on + WEEK, 0, group.timezone),
        )
        alerts = await self._work.alerts.unresolved(viewer.scope)
        return GroupWeek(
            group=group,
            first=begins_on,
            last=begins_on + WEEK - dt.timedelta(days=1),
            participants=len(await self._work.groups.participants(viewer.scope, group_id)),
            checkins=await self._work.pair_figures.checkins(viewer.scope, group_id, span),
            alerts=alert_figures(await self._work.alerts_answered.of_group(viewer.scope, group_id, span)),
            open_alerts=sum(alert.group_id == group_id for alert in alerts),
            pairs=await self._figures(viewer, group_id, span),
        )

    async def _figures(self, viewer: Actor, group_id: GroupId, week: Span) -> Figures:
        period = Span(week.ends_at - LOOKED_AT, week.ends_at)
        pairs = await self._work.pair_figures.of_group(viewer.scope, group_id, period.begins_at)
        return figures(pairs, week, period)


def monday_of(date: dt.date) -> dt.date:
    """Return the Monday of the week that holds a date."""
    return date - dt.timedelta(days=date.weekday())
