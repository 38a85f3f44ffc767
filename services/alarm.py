"""Raises alerts, lets causes join, and lets them climb until somebody has seen them; the only way to raise one."""

import datetime as dt
from collections.abc import Collection

from domain.access import SYSTEM, Role
from domain.alerts import Alert
from domain.drills import Drill
from domain.escalation import Rung, after
from domain.ids import AlertId, GroupId, MembershipId, PersonId
from domain.rounds import next_round_at
from domain.setbacks import SAME_FOR, AlertState, Cause, Level, fresh, join, level_of
from services.alert_tellings import AlertTellings
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=1)
"""How long a round that could not be posted waits: short, since an alert must not be lost."""


class Alarm:
    """The way from a cause to the facilitators."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._tellings = AlertTellings(work, outbox)

    @property
    def unheard(self) -> list[AlertId]:
        """Return the alerts that this transaction sent and that no facilitator can receive at present."""
        return self._tellings.unheard

    @property
    def unseen(self) -> list[AlertId]:
        """Return the alerts that this transaction brought to the operator: everybody was told, nobody has seen them."""
        return self._tellings.unseen

    @property
    def drills(self) -> list[Drill]:
        """Return the drills that this transaction has ended."""
        return self._tellings.drills

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
            # What nobody has seen yet stays where it has climbed to.
            rung = Rung(alert.rung) if alert.state is AlertState.OPEN else Rung.ON_CALL
            await self._tell_anew(alert, joining.level, rung, now)
        return alert.alert_id

    async def raise_drill(self, group_id: GroupId, now: dt.datetime) -> AlertId | None:
        """Raise a drill, which climbs as an urgent alert does; None where nobody facilitates, or one is running."""
        level = Level.URGENT
        again_at = await self._next_round(group_id, level, now)
        alert_id = await self._work.drills.begin(group_id, now, again_at)
        if alert_id is not None:
            await self._tellings.tell(
                alert_id, now, group_id=group_id, level=level, number=0, rung=Rung.ON_CALL, is_drill=True
            )
        return alert_id

    async def end_drill(self, alert_id: AlertId, now: dt.datetime, by: PersonId | None) -> None:
        """End a drill that runs, as seen by somebody or (None) by nobody."""
        await self._tellings.end_drill(alert_id, now, by)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the alerts that nobody has seen and that are to be sent again, earliest first."""
        return [int(alert_id) for alert_id in await self._work.alert_rounds.due(now, limit)]

    async def tell_again(self, alert_id: AlertId, to: PersonId, now: dt.datetime) -> None:
        """Open the alert anew for one facilitator, who was handed it or put it off; unseen, it goes to the others as ever."""
        alert = await self._work.alerts.of(SYSTEM, alert_id)
        if alert is None or alert.state is AlertState.RESOLVED:
            return
        await self._tell_anew(alert, alert.level, Rung.ON_CALL, now, only=to)

    async def repeat(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Send an alert again if that is due: still nobody has seen it, or whoever has wants to be reminded now."""
        alert = await self._work.alerts.of(SYSTEM, alert_id)
        if alert is None or alert.next_round_at is None or alert.next_round_at > now:
            return
        if alert.state is AlertState.ACKNOWLEDGED and alert.owner_id is not None:
            await self.tell_again(alert_id, alert.owner_id, now)
            return
        if alert.is_drill and alert.rung >= Rung.OPERATOR:
            # It has been through the whole chain.
            await self.end_drill(alert_id, now, None)
            return
        await self._climb(alert, after(Rung(alert.rung)), now)

    async def lost(self, person_id: PersonId, now: dt.datetime) -> None:
        """Let the alerts of which somebody was told who is out of reach climb at once, where nobody else hears of them."""
        for alert_id in await self._work.alert_rounds.open_told_to(person_id):
            alert = await self._work.alerts.of(SYSTEM, alert_id)
            if alert is None:
                continue
            rung = await self._tellings.has_better(
                alert_id, alert.group_id, alert.level, Rung(alert.rung), now
            )
            if rung is not None:
                await self._climb(alert, rung, now)

    async def regained(self, person_id: PersonId, now: dt.datetime) -> None:
        """Tell the alerts that reached nobody again, now that somebody is back."""
        for alert_id in await self._work.alert_rounds.unheard(person_id):
            alert = await self._work.alerts.of(SYSTEM, alert_id)
            if alert is not None:
                await self._climb(alert, Rung.ON_CALL, now)

    async def quieten(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Take back what still waits to tell of an alert: somebody has seen it."""
        await self._tellings.quieten(alert_id, now)

    async def mend(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Tell an open alert again that is stuck: it has no next round, or all messages of this round failed."""
        alert = await self._work.alerts.of(SYSTEM, alert_id)
        if alert is not None and await self._work.alert_audit.is_stuck(alert_id):
            await self._climb(alert, after(Rung(alert.rung)), now)

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
        await self._tellings.tell(alert_id, now, group_id=group_id, level=level, number=0, rung=Rung.ON_CALL)
        return alert_id

    async def _climb(self, alert: Alert, rung: Rung, now: dt.datetime) -> None:
        if alert.state is AlertState.OPEN:
            await self._tell_anew(alert, alert.level, rung, now, is_repeat=True)

    async def _tell_anew(
        self,
        alert: Alert,
        level: Level,
        rung: Rung,
        now: dt.datetime,
        *,
        only: PersonId | None = None,
        is_repeat: bool = False,
    ) -> None:
        again_at = await self._next_round(alert.group_id, level, now)
        number = await self._work.alerts.send_again(alert, level, now, again_at, is_repeat=is_repeat)
        await self._tellings.tell(
            alert.alert_id,
            now,
            group_id=alert.group_id,
            level=level,
            number=number,
            rung=rung,
            only=only,
            is_drill=alert.is_drill,
        )

    async def _next_round(self, group_id: GroupId, level: Level, now: dt.datetime) -> dt.datetime | None:
        group = await self._work.groups.group(group_id)
        return next_round_at(level, now, group.timezone)
