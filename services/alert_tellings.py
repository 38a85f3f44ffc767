"""Tells facilitators of an alert, one round of it, on the rung where somebody can be reached; when is decided elsewhere."""

import datetime as dt

from domain.drills import Drill
from domain.escalation import UNHEARD_AGAIN_AFTER, Facilitator, Rung, Telling, telling
from domain.ids import AlertId, GroupId, PersonId
from domain.messages import (
    AlertRaised,
    DrillOver,
    DrillRaised,
    UrgentAlertRaised,
    WatchMorning,
    about_alert,
)
from domain.recurrence import EVERY_DAY, next_occurrence
from domain.setbacks import Level
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

MORNING = 8 * 60
"""The minute of the group's day at which those to be watched are mentioned, unless quiet hours end later."""


class AlertTellings:
    """The rounds of alerts.

    Attributes:
        unheard: alerts that this transaction sent and that no facilitator can receive at present; the bot says so loudly.
        unseen: alerts that have climbed to the operator: everybody was told, and nobody has seen them.
        drills: those that this transaction has ended.
    """

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self.unheard: list[AlertId] = []
        self.unseen: list[AlertId] = []
        self.drills: list[Drill] = []

    async def tell(
        self,
        alert_id: AlertId,
        now: dt.datetime,
        *,
        group_id: GroupId,
        level: Level,
        number: int,
        rung: Rung,
        only: PersonId | None = None,
        is_drill: bool = False,
    ) -> None:
        """Put this round in line; `only` is one facilitator of the group to whom it goes as long as they can be reached."""
        if level is Level.WATCH and only is None:
            await self._mention_in_the_morning(group_id, now)
            return
        team = await self._team(alert_id, group_id, now)
        chosen = _to_one(team, only, rung, now) or telling(rung, level, team, now)
        kind = DrillRaised if is_drill else UrgentAlertRaised if level is Level.URGENT else AlertRaised
        for one, at in chosen.told:
            await self._outbox.post(
                kind(alert_id, number),
                to=one.person_id,
                key=f"alert:{alert_id}:{number}",
                now=now,
                not_before=at,
            )
        people = [one for one, _ in chosen.told]
        await self._work.mails.post(alert_id, number, {one.person_id: at for one, at in chosen.told})
        await self._work.alert_rounds.told(alert_id, chosen.rung, people, now, is_heard=chosen.is_heard)
        if not chosen.is_heard:
            await self._work.alert_rounds.hasten(alert_id, now + UNHEARD_AGAIN_AFTER)
            self.unheard.append(alert_id)
        elif chosen.rung is Rung.OPERATOR and not is_drill:
            self.unseen.append(alert_id)

    async def _team(self, alert_id: AlertId, group_id: GroupId, now: dt.datetime) -> list[Facilitator]:
        """Return who may hear of an alert; those of the program's other groups only where its person's consent names them."""
        team = await self._work.alert_rounds.team(group_id, now)
        may_be_lent = await self._work.alert_rounds.may_be_lent(alert_id, now)
        return [one for one in team if may_be_lent or not one.is_guest]

    async def _mention_in_the_morning(self, group_id: GroupId, now: dt.datetime) -> None:
        """Put one message for the coming morning in line, however many are to be watched."""
        group = await self._work.groups.group(group_id)
        morning = next_occurrence(MORNING, EVERY_DAY, group.timezone, now)
        for member in await self._work.groups.facilitators(group_id):
            await self._outbox.post(
                WatchMorning(group_id),
                to=member.person_id,
                key=f"watch:{group_id}:{morning.local_date:%Y%m%d}",
                now=now,
                not_before=await quiet_end(self._work, member.person_id, morning.at),
            )

    async def quieten(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Take back what still waits to tell of an alert."""
        await self._outbox.cancel_about(about_alert(alert_id), now)
        await self._work.mails.cancel_about(alert_id, now)

    async def end_drill(self, alert_id: AlertId, now: dt.datetime, by: PersonId | None) -> None:
        """End a drill that runs, as seen by somebody or (None) by nobody, and tell the group's facilitators how it went."""
        if not await self._work.drills.end(alert_id, now, by):
            return
        await self.quieten(alert_id, now)
        drill = await self._work.drills.get(alert_id)
        if drill is None:
            return
        self.drills.append(drill)
        for one in await self._work.groups.facilitators(drill.group_id):
            await self._outbox.post(
                DrillOver(alert_id), to=one.person_id, key=f"drill-over:{alert_id}", now=now
            )

    async def has_better(
        self, alert_id: AlertId, group_id: GroupId, level: Level, rung: Rung, now: dt.datetime
    ) -> Rung | None:
        """Return the rung on which an alert belongs because those who were told cannot be reached; None when it is well."""
        chosen = telling(rung, level, await self._team(alert_id, group_id, now), now)
        if chosen.rung > rung:
            return chosen.rung
        return None if await self._work.alert_rounds.reaches_anybody(alert_id) else chosen.rung


def _to_one(team: list[Facilitator], only: PersonId | None, rung: Rung, now: dt.datetime) -> Telling | None:
    found = [(one, now) for one in team if one.person_id == only and one.is_reachable and not one.is_guest]
    return Telling(rung, tuple(found), is_heard=True) if found else None
