"""Takes the answers of somebody who is joining, each in its row at once, and gives the seat after the last one."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor, Role
from domain.errors import NotAllowed, NothingToDo, NotUnderstood, Outdated
from domain.groups import Group
from domain.ids import EnrolmentId
from domain.joining import (
    CONSENT_LASTS,
    CONSENT_VERSION,
    PROGRAM_CONSENT,
    Enrolment,
    Step,
    is_taken,
    name_from,
    signature_from,
)
from domain.messages import MemberJoined
from domain.phases import FIRST_PHASE, USUAL_TRACK, Track
from domain.recurrence import MINUTES_A_DAY, local_date_at
from domain.timezones import is_zone
from services.joining import DIALOGUE
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """An enrolment with what its screens tell about the group.

    Attributes:
        own_name: the display name in the group, "" while there is none.
        is_stale: the answer belonged to another question and was left alone.
        problem: the key of what is wrong with an answer that was good when it was given; None when nothing is.
    """

    enrolment: Enrolment
    group: Group
    program: str
    facilitators: tuple[str, ...]
    own_name: str
    is_stale: bool = False
    problem: str | None = None


class Enrolling:
    """The questions between a link and a seat."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def current(self, actor: Actor) -> EnrolmentId | None:
        """Return the enrolment that the actor has begun and not ended; None when there is none.

        One that another link has made pointless, because the actor sits in that group by now, does not count.
        """
        seated = [seat.group_id for seat in actor.seats]
        found = await self._work.enrolments.unfinished(actor.scope, besides=seated)
        return None if found is None else found.enrolment_id

    async def at(self, actor: Actor, enrolment_id: EnrolmentId, now: dt.datetime) -> Place:
        """Return where the enrolment stands, and let typing go to it while it lasts.

        Raises:
            NotAllowed: it is somebody else's, or there is none.
            Outdated: it ended with a seat that was left since.
        """
        enrolment = await self._work.enrolments.get(actor.scope, enrolment_id)
        if enrolment is None:
            raise NotAllowed("system.not_yours")
        seat = await self._work.groups.seat(actor.scope, enrolment.group_id, actor.person_id)
        if enrolment.is_finished and (seat is None or not seat.is_active):
            raise Outdated("system.old_button")
        if not enrolment.is_finished:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, enrolment_id, now)
        group = await self._work.groups.group(enrolment.group_id)
        facilitators = await self._work.groups.facilitators(enrolment.group_id)
        return Place(
            enrolment=enrolment,
            group=group,
            program=await self._work.groups.program_name(group.program_id),
            facilitators=tuple(member.display_name for member in facilitators),
            own_name=enrolment.display_name or ("" if seat is None else seat.display_name),
        )

    async def read(self, actor: Actor, enrolment_id: EnrolmentId, step: Step, now: dt.datetime) -> Place:
        """Take it that the welcome, or who sees what, was read."""
        place = await self._asked(actor, enrolment_id, step, now)
        if place.is_stale:
            return place
        await self._work.enrolments.read(enrolment_id, step)
        return await self.at(actor, enrolment_id, now)

    async def agree(self, actor: Actor, enrolment_id: EnrolmentId, now: dt.datetime) -> Place:
        """Take the consent that the signature will complete."""
        place = await self._asked(actor, enrolment_id, Step.CONSENT, now)
        if place.is_stale:
            return place
        await self._work.enrolments.agree(enrolment_id, now)
        return await self.at(actor, enrolment_id, now)

    async def sign(self, actor: Actor, enrolment_id: EnrolmentId, text: str, now: dt.datetime) -> Place:
        """Take a name typed as signature.

        Raises:
            NotUnderstood: it is no name.
        """
        place = await self._asked(actor, enrolment_id, Step.SIGNATURE, now)
        if place.is_stale:
            return place
        await self._work.enrolments.sign(actor.scope, enrolment_id, signature_from(text))
        return await self.at(actor, enrolment_id, now)

    async def name(self, actor: Actor, enrolment_id: EnrolmentId, text: str, now: dt.datetime) -> Place:
        """Take a typed display name; a facilitator has the seat with it.

        Raises:
            NotUnderstood: it is no name, or somebody in the group has it.
        """
        place = await self._asked(actor, enrolment_id, Step.NAME, now)
        if place.is_stale:
            return place
        display_name = name_from(text)
        if await self._is_taken(place.enrolment, display_name):
            raise NotUnderstood("joining.name_taken")
        await self._work.enrolments.name(actor.scope, enrolment_id, display_name)
        return await self._onward(actor, enrolment_id, now)

    async def place(self, actor: Actor, enrolment_id: EnrolmentId, zone: str, now: dt.datetime) -> Place:
        """Take a time zone.

        Raises:
            NotUnderstood: there is no such zone.
        """
        place = await self._asked(actor, enrolment_id, Step.ZONE, now)
        if place.is_stale:
            return place
        if not is_zone(zone):
            raise NotUnderstood("joining.zone_unknown")
        await self._work.enrolments.place(enrolment_id, zone)
        return await self.at(actor, enrolment_id, now)

    async def time(self, actor: Actor, enrolment_id: EnrolmentId, minute: int, now: dt.datetime) -> Place:
        """Take the local minute of the day for the check-in.

        Raises:
            NotUnderstood: it is no minute of a day.
        """
        place = await self._asked(actor, enrolment_id, Step.TIME, now)
        if place.is_stale:
            return place
        if not 0 <= minute < MINUTES_A_DAY:
            raise NotUnderstood("joining.time_unclear")
        await self._work.enrolments.time(enrolment_id, minute)
        return await self.at(actor, enrolment_id, now)

    async def track(self, actor: Actor, enrolment_id: EnrolmentId, track: Track, now: dt.datetime) -> Place:
        """Take which program the person is in, and give the seat."""
        place = await self._asked(actor, enrolment_id, Step.TRACK, now)
        if place.is_stale:
            return place
        await self._work.enrolments.track(enrolment_id, track)
        return await self._onward(actor, enrolment_id, now)

    async def back(self, actor: Actor, enrolment_id: EnrolmentId, step: Step, now: dt.datetime) -> Place:
        """Go back from a question to the one before it, whose answer is taken back."""
        place = await self._asked(actor, enrolment_id, step, now)
        if place.is_stale or place.enrolment.previous is None:
            return place
        await self._work.enrolments.forget(enrolment_id, place.enrolment.previous)
        return await self.at(actor, enrolment_id, now)

    async def _asked(self, actor: Actor, enrolment_id: EnrolmentId, step: Step, now: dt.datetime) -> Place:
        place = await self.at(actor, enrolment_id, now)
        return dataclasses.replace(place, is_stale=place.enrolment.step is not step)

    async def _onward(self, actor: Actor, enrolment_id: EnrolmentId, now: dt.datetime) -> Place:
        place = await self.at(actor, enrolment_id, now)
        if place.enrolment.step is not Step.DONE:
            return place
        # Somebody else may have joined under this name between the question and now.
        if await self._is_taken(place.enrolment, place.enrolment.display_name or ""):
            await self._work.enrolments.forget(enrolment_id, Step.NAME)
            again = await self.at(actor, enrolment_id, now)
            return dataclasses.replace(again, problem="joining.name_taken")
        await self._seat(actor, place.enrolment, place.group, now)
        return await self.at(actor, enrolment_id, now)

    async def _seat(self, actor: Actor, enrolment: Enrolment, group: Group, now: dt.datetime) -> None:
        if any(seat.group_id == enrolment.group_id for seat in actor.seats):
            raise NothingToDo("joining.already_in")
        membership_id = await self._work.groups.join(
            enrolment.group_id, actor.person_id, enrolment.role, enrolment.display_name or "", now
        )
        if enrolment.role is Role.PARTICIPANT:
            await self._consent(enrolment, now)
            zone, minute = enrolment.timezone or actor.timezone, enrolment.checkin_minute or 0
            await self._work.people.set_timezone(actor.person_id, zone)
            await self._work.schedules.create(membership_id, (minute,), group.checkin_weekdays, zone, now)
            track = enrolment.track or USUAL_TRACK
            await self._work.phases.begin(membership_id, FIRST_PHASE, track, local_date_at(now, zone))
            await self._work.rotations.want_rematch(enrolment.group_id, now)
            await self._tell_facilitators(enrolment, now)
        await self._work.enrolments.finish(enrolment.enrolment_id, now)
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def _consent(self, enrolment: Enrolment, now: dt.datetime) -> None:
        given_at = enrolment.agreed_at or now
        await self._work.consents.give(
            enrolment.person_id,
            enrolment.group_id,
            kind=PROGRAM_CONSENT,
            version=CONSENT_VERSION,
            signature=enrolment.signature or "",
            given_at=given_at,
            expires_at=given_at + CONSENT_LASTS,
        )

    async def _tell_facilitators(self, enrolment: Enrolment, now: dt.datetime) -> None:
        message = MemberJoined(group_id=enrolment.group_id, person_id=enrolment.person_id)
        for facilitator in await self._work.groups.facilitators(enrolment.group_id):
            key = f"joined:{enrolment.enrolment_id}"
            await self._outbox.post(message, to=facilitator.person_id, key=key, now=now)

    async def _is_taken(self, enrolment: Enrolment, display_name: str) -> bool:
        members = await self._work.groups.of(SYSTEM, enrolment.group_id)
        others = (m.display_name for m in members if m.person_id != enrolment.person_id)
        return is_taken(display_name, others)
