"""Shows alerts to those who may see them, and records each look; what is done about one is `services.alert_steps`."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor, Role
from domain.alerts import Alert, StepTaken
from domain.checkins import CheckIn
from domain.errors import NotAllowed
from domain.evidence import DAYS, JUDGED_DAYS, JUDGED_FROM, Card, Details, Done, Evidence, Judged, weigh
from domain.groups import Member
from domain.ids import AlertId, GroupId, PersonId
from domain.progress import course_of
from domain.recurrence import local_date_at
from domain.retrospect import Retrospect
from domain.setbacks import Found, Rule
from services.plans import shown_plan
from services.progress import Progress
from storage.unit_of_work import UnitOfWork

SEEN_ALERT = "alert"
"""What a look at an alert is called in the person's list of who looked at what."""


class Alerts:
    """Alerts as the people around them see them."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def card(self, viewer: Actor, alert_id: AlertId) -> Card | None:
        """Return what may stand on a lock screen; None when the viewer does not facilitate the group now, nor was told."""
        alert = await self._work.alerts.of(viewer.scope, alert_id, also_lent=True)
        return None if alert is None else await self._card(alert, is_lent=_is_lent(viewer, alert))

    async def unresolved(self, viewer: Actor, now: dt.datetime) -> list[Card]:
        """Return the unresolved alerts of the viewer's groups, oldest first."""
        alerts = await self._work.alerts.unresolved(viewer.scope)
        for alert in alerts:
            await self._record(viewer, alert, now)
        return [await self._card(alert) for alert in alerts]

    async def details(self, viewer: Actor, alert_id: AlertId, now: dt.datetime) -> Details:
        """Return all that a facilitator may see, and record the look.

        One of another group of the program, who was told because nobody else had seen it, sees the evidence alone.

        Raises:
            NotAllowed: there is no such alert in the viewer's groups, nor was it told to them.
        """
        alert = await self._work.alerts.of(viewer.scope, alert_id, also_lent=True)
        if alert is None:
            raise NotAllowed("system.not_yours")
        await self._record(viewer, alert, now)
        if _is_lent(viewer, alert):
            return await self._lent(alert)
        return await self._details(viewer, alert, now)

    async def retrospect(self, viewer: Actor, alert_id: AlertId, now: dt.datetime) -> Retrospect:
        """Return the last days of the person whom an alert is about, in the viewer's colours, and record the look.

        Raises:
            NotAllowed: there is no such alert in the viewer's groups, or the person is no member any more.
        """
        alert = (await self.details(viewer, alert_id, now)).alert
        if _is_lent(viewer, alert):
            raise NotAllowed("system.not_yours")
        look = await Progress(self._work).retrospect(viewer.scope, alert.membership_id, DAYS, now)
        return dataclasses.replace(look, theme=await self._work.people.theme(viewer.person_id))

    async def _record(self, viewer: Actor, alert: Alert, now: dt.datetime) -> None:
        seats = sorted(viewer.facilitator_seats, key=lambda seat: seat.group_id != alert.group_id)
        await self._work.disclosures.record(
            [alert.person_id],
            viewer_id=viewer.person_id,
            viewer_membership_id=seats[0].membership_id,
            what=SEEN_ALERT,
            now=now,
        )

    async def _card(self, alert: Alert, *, is_lent: bool = False) -> Card:
        member = await self._member(alert)
        group = await self._work.groups.group(alert.group_id)
        return Card(alert, "" if member is None else member.display_name, group.name, is_lent)

    async def _lent(self, alert: Alert) -> Details:
        facilitators = await self._work.groups.facilitators(alert.group_id)
        seen_by = await self._seen_by(alert)
        return Details(
            card=await self._card(alert, is_lent=True),
            evidence=tuple([await self._evidence(found, []) for found in alert.found]),
            done=(),
            acknowledged_by=seen_by,
            resolved_by=None,
            is_member=(member := await self._member(alert)) is not None and member.is_active,
            course=None,
            notes=(),
            wrote_to_partner=None,
            measures=(),
            lent_by=tuple(one.display_name for one in facilitators),
        )

    async def _seen_by(self, alert: Alert) -> str | None:
        if alert.acknowledged_at is None:
            return None
        return await self._name(alert.group_id, alert.acknowledged_by)

    async def _details(self, viewer: Actor, alert: Alert, now: dt.datetime) -> Details:
        member = await self._member(alert)
        card = await self._card(alert)
        is_member = member is not None and member.is_active
        person = await self._work.people.actor(alert.person_id)
        today = local_date_at(now, person.timezone)
        first = today - dt.timedelta(days=DAYS - 1)
        checkins = await self._work.checkins.between(viewer.scope, alert.membership_id, first, today)
        since = now - dt.timedelta(days=DAYS)
        judged = await self._judged(viewer, alert, now)
        facilitators = await self._work.groups.facilitators(alert.group_id)
        return Details(
            card=card,
            evidence=tuple(
                [
                    dataclasses.replace(
                        await self._evidence(found, checkins), judged=judged.get(found.cause.rule)
                    )
                    for found in alert.found
                ]
            ),
            done=tuple([await self._done(alert, taken) for taken in alert.steps]),
            acknowledged_by=await self._seen_by(alert),
            resolved_by=(
                None if alert.resolved_at is None else await self._name(alert.group_id, alert.resolved_by)
            ),
            is_member=is_member,
            course=course_of(checkins, first, today) if is_member else None,
            notes=tuple(await self._work.notes.for_facilitator(viewer.scope, alert.membership_id, since)),
            wrote_to_partner=await self._wrote_to_partner(viewer, alert),
            measures=tuple(
                await self._work.measures.completed_since(viewer.scope, alert.membership_id, since)
            ),
            reported=tuple(await self._work.relay_reports.reported(viewer.scope, alert.membership_id)),
            has_others=any(one.person_id != viewer.person_id for one in facilitators),
            plan=await shown_plan(self._work, alert.person_id) if is_member else None,
            owner=None if alert.owner_id is None else await self._name(alert.group_id, alert.owner_id),
        )

    async def _judged(self, viewer: Actor, alert: Alert, now: dt.datetime) -> dict[Rule, Judged]:
        rules = {found.cause.rule for found in alert.found}
        counts = await self._work.alerts.judged(viewer.scope, rules, now - dt.timedelta(days=JUDGED_DAYS))
        return {rule: Judged(*count) for rule, count in counts.items() if count[0] >= JUDGED_FROM}

    async def _wrote_to_partner(self, viewer: Actor, alert: Alert) -> bool | None:
        scope, seat = viewer.scope, alert.membership_id
        if await self._work.relays.wrote_since(scope, seat, alert.raised_at):
            return True
        return False if await self._work.partners.partners_of(scope, seat) else None

    async def _evidence(self, found: Found, checkins: list[CheckIn]) -> Evidence:
        raised_by = None
        if found.cause.raised_by is not None:
            partner = await self._work.groups.member(SYSTEM, found.cause.raised_by)
            raised_by = "" if partner is None else partner.display_name
        return weigh(found, checkins, raised_by)

    async def _done(self, alert: Alert, taken: StepTaken) -> Done:
        return Done(taken.step, await self._name(alert.group_id, taken.person_id), taken.done_at)

    async def _member(self, alert: Alert) -> Member | None:
        return await self._work.groups.member(SYSTEM, alert.membership_id)

    async def _name(self, group_id: GroupId, person_id: PersonId | None) -> str:
        if person_id is None:
            return ""
        member = await self._work.groups.seat(SYSTEM, group_id, person_id)
        if member is None:
            # Somebody of another group of the program has taken it.
            seats = await self._work.groups.seats(SYSTEM, person_id)
            member = next((seat for seat in seats if seat.role is Role.FACILITATOR), None)
        return "" if member is None else member.display_name


def _is_lent(viewer: Actor, alert: Alert) -> bool:
    return alert.group_id not in viewer.scope.facilitated
