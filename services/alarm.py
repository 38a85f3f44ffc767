"""Raises alerts, lets causes join, and tells facilitators until somebody has seen them; the only way to raise one."""

import datetime as dt
from collections.abc import Collection

from domain.access import SYSTEM, Role
from domain.ids import AlertId, GroupId, MembershipId, PersonId
from domain.messages import AlertRaised, UrgentAlertRaised
from domain.rounds import next_round_at
from domain.setbacks import SAME_FOR, AlertState, Cause, Level, fresh, join, level_of
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=1)
"""How long a round that could not be posted waits: short, since an alert must not be lost."""


class Alarm:
    """The way from a cause to the facilitators.

    Attributes:
        unheard: alerts that this transaction sent and that no facilitator can receive at present; the bot says so loudly.
    """

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self.unheard: list[AlertId] = []

    async def raise_alert(
        self, membership_id: MembershipId, causes: Collection[Cause], now: dt.datetime
    ) -> AlertId | None:
        """Raise an alert about a participant, or let the causes join the one that is not resolved.

        Returns the alert; None when there is no cause that a closed alert has not told already, or the person has no such
        seat as participant any more. Any number of calls with the same causes is as good as one.
        """
        if not causes:
            return None
        member = await self._work.groups.member(SYSTEM, membership_id)
        if member is None or not member.is_active or member.role is not Role.PARTICIPANT:
            return None
        alert = await self._work.alerts.unresolved_of(membership_id)
        if alert is None:
            told = await self._work.alerts.causes_told(membership_id, now - SAME_FOR)
            return await self._raise(membership_id, member.group_id, fresh(causes, told), now)
        joining = join(alert.standing, causes, now)
        await self._work.alerts.add_causes(alert.alert_id, joining.added, now)
        if joining.is_sent:
            number = await self._work.alerts.send_again(
                alert,
                joining.level,
                now,
                await self._next_round(alert.group_id, joining.level, now),
                is_repeat=False,
            )
            await self._tell(alert.alert_id, alert.group_id, joining.level, number, now)
        return alert.alert_id

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the alerts that nobody has seen and that are to be sent again, earliest first."""
        return [int(alert_id) for alert_id in await self._work.alert_rounds.due(now, limit)]

    async def tell_again(self, alert_id: AlertId, to: PersonId, now: dt.datetime) -> None:
        """Open the alert anew for one facilitator, who was handed it or put it off; unseen, it goes to the others as ever."""
        alert = await self._work.alerts.of(SYSTEM, alert_id)
        if alert is None or alert.state is AlertState.RESOLVED:
            return
        number = await self._work.alerts.send_again(
            alert, alert.level, now, await self._next_round(alert.group_id, alert.level, now), is_repeat=False
        )
        await self._tell(alert_id, alert.group_id, alert.level, number, now, only=to)

    async def repeat(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Send an alert again if that is due: still nobody has seen it, or whoever has wants to be reminded now."""
        alert = await self._work.alerts.of(SYSTEM, alert_id)
        if alert is None or alert.next_round_at is None or alert.next_round_at > now:
            return
        if alert.state is AlertState.ACKNOWLEDGED and alert.owner_id is not None:
            await self.tell_again(alert_id, alert.owner_id, now)
            return
        if alert.state is not AlertState.OPEN:
            return
        number = await self._work.alerts.send_again(
            alert, alert.level, now, await self._next_round(alert.group_id, alert.level, now), is_repeat=True
        )
        await self._tell(alert_id, alert.group_id, alert.level, number, now)

    async def postpone(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Try the next round a little later."""
        await self._work.alert_rounds.postpone(alert_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next alert is to be sent again; None when none is."""
        return await self._work.alert_rounds.next_due_at()

    async def _raise(
        self, membership_id: MembershipId, group_id: GroupId, causes: list[Cause], now: dt.datetime
    ) -> AlertId | None:
        if not causes:
            return None
        level = level_of(causes)
        alert_id = await self._work.alerts.create(
            membership_id, group_id, level, now, await self._next_round(group_id, level, now)
        )
        await self._work.alerts.add_causes(alert_id, causes, now)
        await self._tell(alert_id, group_id, level, 0, now)
        return alert_id

    async def _tell(
        self,
        alert_id: AlertId,
        group_id: GroupId,
        level: Level,
        number: int,
        now: dt.datetime,
        *,
        only: PersonId | None = None,
    ) -> None:
        if level is Level.WATCH and only is None:
            return
        kind = UrgentAlertRaised if level is Level.URGENT else AlertRaised
        facilitators = await self._work.alert_rounds.tellable(group_id)
        if any(person_id == only and is_reachable for person_id, is_reachable in facilitators):
            facilitators = [one for one in facilitators if one[0] == only]
        for person_id, _ in facilitators:
            await self._outbox.post(
                kind(alert_id, number), to=person_id, key=f"alert:{alert_id}:{number}", now=now
            )
        if not any(is_reachable for _, is_reachable in facilitators):
            self.unheard.append(alert_id)

    async def _next_round(self, group_id: GroupId, level: Level, now: dt.datetime) -> dt.datetime | None:
        group = await self._work.groups.group(group_id)
        return next_round_at(level, now, group.timezone)
