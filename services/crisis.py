"""Asking for help now, and what the person is told about it; the numbers to call need no service."""

import dataclasses
import datetime as dt

from domain.access import Actor, Seat
from domain.ids import AlertId, MembershipId, PersonId
from domain.setbacks import Cause, Rule, Step
from services.alarm import Alarm
from storage.unit_of_work import UnitOfWork

ASK_AGAIN_AFTER = dt.timedelta(hours=24)
"""So long nobody is asked again what they meant after they said that it was not danger; clear words are answered every time."""

_SAID_NO = "crisis:not-meant"


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """Who learns that somebody asked for help.

    Attributes:
        names: display names of the facilitators whom messages reach.
        is_reached: there is at least one of them.
        has_alert: an alert about the person is not resolved.
    """

    names: tuple[str, ...]
    is_reached: bool
    has_alert: bool
    has_partner: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """That a facilitator has seen an alert; `name` is "" when unknown."""

    name: str
    seen_at: dt.datetime


class Crisis:
    """A person in a crisis, and those who are told."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def ask_for_help(self, actor: Actor, now: dt.datetime) -> Told:
        """Raise an urgent alert in every group where the person is a participant."""
        for seat in actor.participant_seats:
            await self._alarm.raise_alert(seat.membership_id, [Cause(Rule.SOS, None, None)], now)
        return await self._told(actor)

    async def heard(self, actor: Actor, rule: Rule, now: dt.datetime) -> Told:
        """Raise an urgent alert in every group of the person because of words that they wrote; the words are not kept by it."""
        for seat in actor.participant_seats:
            await self._alarm.raise_alert(seat.membership_id, [Cause(rule, None, None)], now)
        return await self._told(actor)

    async def is_to_ask(self, actor: Actor, now: dt.datetime) -> bool:
        """Tell whether to ask what somebody meant; not for a day after they said that it was not danger."""
        said_no_at = await self._work.anchors.saved_at(actor.person_id, _SAID_NO)
        return said_no_at is None or now - said_no_at >= ASK_AGAIN_AFTER

    async def said_no(self, actor: Actor, now: dt.datetime) -> None:
        """Note that somebody who was asked said that it was not danger."""
        await self._work.anchors.save(actor.person_id, _SAID_NO, 0, now)

    async def told_of(self, actor: Actor, membership_id: MembershipId) -> Told:
        """Return who learns of an alert that was raised about one of the person's seats."""
        return await self._told(
            actor, tuple(seat for seat in actor.participant_seats if seat.membership_id == membership_id)
        )

    async def safe_for_now(self, actor: Actor, now: dt.datetime) -> Told:
        """Note on the person's unresolved alerts that they say they are safe for the moment; none is closed by it."""
        for seat in actor.participant_seats:
            alert = await self._work.alerts.unresolved_of(seat.membership_id)
            if alert is not None:
                await self._work.alert_steps.add_step(alert, Step.SAFE_FOR_NOW, actor.person_id, now)
        return await self._told(actor)

    async def seen(self, actor: Actor, alert_id: AlertId) -> Seen | None:
        """Return who has seen an alert about this person; None when that no longer stands or they know nothing of it."""
        alert = await self._work.alerts.about(actor.person_id, alert_id)
        if alert is None or alert.acknowledged_at is None or not alert.is_known_to_the_person:
            return None
        facilitators = await self._work.groups.facilitators(alert.group_id)
        named = {one.person_id: one.display_name for one in facilitators}
        name = "" if alert.acknowledged_by is None else named.get(alert.acknowledged_by, "")
        return Seen(name, alert.acknowledged_at)

    async def _told(self, actor: Actor, seats: tuple[Seat, ...] | None = None) -> Told:
        names: dict[PersonId, str] = {}
        has_alert = has_partner = False
        for seat in actor.participant_seats if seats is None else seats:
            reached = {
                person_id
                for person_id, is_reachable in await self._work.alert_rounds.tellable(seat.group_id)
                if is_reachable
            }
            for member in await self._work.groups.facilitators(seat.group_id):
                if member.person_id in reached and member.person_id != actor.person_id:
                    names[member.person_id] = member.display_name
            has_alert |= await self._work.alerts.unresolved_of(seat.membership_id) is not None
            has_partner |= bool(await self._work.partners.partners_of(actor.scope, seat.membership_id))
        return Told(tuple(names.values()), bool(names), has_alert, has_partner)
