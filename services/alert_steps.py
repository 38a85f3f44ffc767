"""What facilitators do about an alert: see it, reach out, put it off, hand it over, close it; each step happens once."""

import datetime as dt

from domain.access import Actor
from domain.alerts import Alert
from domain.errors import NotAllowed
from domain.groups import Member
from domain.ids import AlertId, MembershipId
from domain.messages import AlertSeen
from domain.setbacks import AlertState, Outcome, Step
from domain.snoozing import Snooze, snoozed_until
from services.alarm import Alarm
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class AlertSteps:
    """Steps from an alert to its end. Each tells whether it was this press that changed something.

    Each raises `NotAllowed` where there is no such alert in the viewer's groups.
    """

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm

    async def acknowledge(self, viewer: Actor, alert_id: AlertId, now: dt.datetime) -> bool:
        """Mark the alert as seen by the viewer, end its repeats, and let the person know."""
        alert = await self._work.alerts.of(viewer.scope, alert_id, also_lent=True)
        if alert is None:
            raise NotAllowed("system.not_yours")
        return await self._acknowledge(viewer, alert, now)

    async def reach_out(self, viewer: Actor, alert_id: AlertId, now: dt.datetime) -> bool:
        """Note that the viewer has reached out; that is seeing it too."""
        alert = await self._own(viewer, alert_id)
        if alert.state is AlertState.RESOLVED:
            return False
        await self._acknowledge(viewer, alert, now)
        await self._work.alert_steps.add_step(alert, Step.REACHED_OUT, viewer.person_id, now)
        return True

    async def snooze(self, viewer: Actor, alert_id: AlertId, choice: Snooze, now: dt.datetime) -> bool:
        """Let the alert come back to the viewer later; that is seeing it too.

        Raises:
            NotAllowed: also where its level, which may have risen meanwhile, does not allow to wait so long.
        """
        alert = await self._own(viewer, alert_id)
        if alert.state is AlertState.RESOLVED:
            return False
        until = snoozed_until(choice, alert.level, now, viewer.timezone)
        if until is None:
            raise NotAllowed("alerts.not_so_long")
        await self._acknowledge(viewer, alert, now)
        is_done = await self._work.alert_steps.snooze(alert_id, viewer.person_id, until)
        if is_done:
            await self._work.alert_steps.add_step(alert, Step.SNOOZED, viewer.person_id, now)
        return is_done

    async def successors(self, viewer: Actor, alert_id: AlertId) -> list[Member]:
        """Return the other active facilitators of the group, by joining."""
        alert = await self._own(viewer, alert_id)
        found = await self._work.groups.facilitators(alert.group_id)
        return [member for member in found if member.person_id != viewer.person_id]

    async def hand_over(
        self, viewer: Actor, alert_id: AlertId, to: MembershipId, now: dt.datetime
    ) -> Member | None:
        """Ask another facilitator to look after the alert, and return who it is; None when it is closed.

        It counts as unseen until they have seen it: if they do not, it climbs as before.

        Raises:
            NotAllowed: also where the other facilitates the group no longer.
        """
        alert = await self._own(viewer, alert_id)
        successor = next(
            (one for one in await self.successors(viewer, alert_id) if one.membership_id == to), None
        )
        if successor is None:
            raise NotAllowed("alerts.not_there")
        if alert.state is AlertState.RESOLVED:
            return None
        await self._work.alert_steps.add_step(alert, Step.HANDED_OVER, viewer.person_id, now)
        await self._work.alert_steps.own(alert_id, successor.person_id)
        await self._alarm.tell_again(alert_id, successor.person_id, now)
        return successor

    async def resolve(self, viewer: Actor, alert_id: AlertId, outcome: Outcome, now: dt.datetime) -> bool:
        """Close the alert with its outcome."""
        alert = await self._own(viewer, alert_id)
        is_done = await self._work.alert_steps.resolve(alert_id, viewer.person_id, outcome, now)
        if is_done:
            await self._alarm.quieten(alert_id, now)
            await self._work.alert_steps.add_step(alert, Step.RESOLVED, viewer.person_id, now)
        return is_done

    async def _own(self, viewer: Actor, alert_id: AlertId) -> Alert:
        alert = await self._work.alerts.of(viewer.scope, alert_id)
        if alert is None:
            raise NotAllowed("system.not_yours")
        return alert

    async def _acknowledge(self, viewer: Actor, alert: Alert, now: dt.datetime) -> bool:
        if not await self._work.alert_steps.acknowledge(alert.alert_id, viewer.person_id, now):
            return False
        await self._alarm.quieten(alert.alert_id, now)
        await self._work.alert_steps.add_step(alert, Step.ACKNOWLEDGED, viewer.person_id, now)
        if alert.is_known_to_the_person:
            await self._outbox.post(
                AlertSeen(alert.alert_id),
                to=alert.person_id,
                key=f"alert-seen:{alert.alert_id}:{alert.round}",
                now=now,
            )
        return True
