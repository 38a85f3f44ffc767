"""Lets facilitators move people on through the program, and tells those people what changes for them."""

import dataclasses
import datetime as dt

from domain.access import Actor, Role
from domain.errors import NotAllowed
from domain.groups import Group, Member
from domain.ids import GroupId, MembershipId, PersonId
from domain.items import Item, chosen
from domain.messages import StageChanged
from domain.phases import Phase, Stage, Track
from domain.recurrence import local_date_at
from domain.templates import questions_of
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

SEEN_PHASES = "phases"
"""What a look at the phases of a group is called in a person's list of who looked at what."""


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """A participant and where they stand."""

    member: Member
    stage: Stage


@dataclasses.dataclass(frozen=True, slots=True)
class OwnStage:
    """Where somebody stands, as they are told.

    Attributes:
        before: where they stood before that; None when they were never moved.
        moved_by: the display name of who moved them; "" when that is not known any more.
        items: what they are asked from the next check-in on; of those that take turns, today's.
    """

    stage: Stage
    before: Stage | None
    moved_by: str
    items: tuple[Item, ...]


class Phases:
    """Phases and tracks of participants."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def members(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> list[Placed]:
        """Return where each participant of the group stands, by joining; the look is recorded.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        seat = next((seat for seat in actor.facilitator_seats if seat.group_id == group_id), None)
        if seat is None:
            raise NotAllowed("system.not_yours")
        members = await self._work.groups.participants(actor.scope, group_id)
        await self._record(actor, seat.membership_id, [one.person_id for one in members], now)
        stages = await self._work.phases.stages(group_id)
        return [Placed(one, stages[one.membership_id]) for one in members]

    async def member(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> Placed:
        """Return where one participant stands; the look is recorded.

        Raises:
            NotAllowed: the person does not facilitate the participant's group.
        """
        member = await self._participant(actor, membership_id)
        seat = next(seat for seat in actor.facilitator_seats if seat.group_id == member.group_id)
        await self._record(actor, seat.membership_id, [member.person_id], now)
        return Placed(member, await self._work.phases.stage(membership_id))

    async def move(
        self, actor: Actor, membership_id: MembershipId, phase: Phase, track: Track, now: dt.datetime
    ) -> bool:
        """Move a participant and let them know; tell whether that changes anything.

        Raises:
            NotAllowed: the person does not facilitate the participant's group.
        """
        member = await self._participant(actor, membership_id)
        stage = await self._work.phases.stage(membership_id)
        if (stage.phase, stage.track) == (phase, track):
            return False
        person = await self._work.people.actor(member.person_id)
        await self._work.phases.move(membership_id, phase, track, local_date_at(now, person.timezone))
        await self._outbox.post(
            StageChanged(membership_id, phase, track, actor.person_id),
            to=member.person_id,
            key=f"stage:{membership_id}:{now.timestamp():.0f}",
            now=now,
            not_before=await self._quiet_end(person, now),
        )
        return True

    async def own(
        self, actor: Actor, membership_id: MembershipId, moved_by: PersonId, now: dt.datetime
    ) -> OwnStage:
        """Return where the person stands in one of their seats, and who moved them there.

        Raises:
            NotAllowed: it is not the person's seat, or not any more.
        """
        seat = next((one for one in actor.participant_seats if one.membership_id == membership_id), None)
        if seat is None:
            raise NotAllowed("system.not_yours")
        history = await self._work.phases.history(membership_id)
        facilitators = await self._work.groups.facilitators(seat.group_id)
        stage = await self._work.phases.stage(membership_id)
        own = await self._work.questions.own(seat.group_id)
        settings = await self._work.questions.settings(seat.group_id)
        partners = await self._work.partners.partners_of(actor.scope, membership_id)
        today = local_date_at(now, actor.timezone)
        ids = questions_of(stage, settings, own, today, has_partner=bool(partners))
        return OwnStage(
            stage=stage,
            before=history[-2] if len(history) > 1 else None,
            moved_by=next((one.display_name for one in facilitators if one.person_id == moved_by), ""),
            items=chosen(ids, own),
        )

    async def _quiet_end(self, person: Actor, now: dt.datetime) -> dt.datetime:
        """Return when the person's quiet hours are over; `now` when they are not running."""
        quiet = await self._work.people.quiet(person.person_id)
        return now if quiet is None else quiet.ends_at(now, person.timezone)

    async def _participant(self, actor: Actor, membership_id: MembershipId) -> Member:
        member = await self._work.groups.member(actor.scope, membership_id)
        is_reachable = (
            member is not None
            and member.is_active
            and member.role is Role.PARTICIPANT
            and member.group_id in actor.scope.facilitated
        )
        if member is None or not is_reachable:
            raise NotAllowed("system.not_yours")
        return member

    async def _record(
        self, actor: Actor, seat: MembershipId, people: list[PersonId], now: dt.datetime
    ) -> None:
        await self._work.disclosures.record(
            people, viewer_id=actor.person_id, viewer_membership_id=seat, what=SEEN_PHASES, now=now
        )
