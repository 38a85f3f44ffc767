"""Reads a person's course over time for whoever may see it; it keeps nothing."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Scope
from domain.checkins import CheckIn
from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.progress import USUAL_OF, Course, Observation, course_of, observation
from domain.recurrence import local_date_at
from storage.unit_of_work import UnitOfWork

SHORT_DAYS = 7
"""Days of the spark line at the end of a check-in."""


@dataclasses.dataclass(frozen=True, slots=True)
class Receipt:
    """What a check-in hands back at its end.

    Attributes:
        week: the last seven days, the check-in's own date last.
        observation: what stands out; None when nothing does.
        told: display names of the facilitators whom an alert from this check-in was sent to.
        days: dates on which the person ever answered.
        has_partner: there is somebody to write to.
    """

    week: Course
    observation: Observation | None
    told: tuple[str, ...]
    days: int
    has_partner: bool


class Progress:
    """A person's course over time."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def course(self, scope: Scope, membership_id: MembershipId, days: int, now: dt.datetime) -> Course:
        """Return the last days of a participant, today in the participant's own zone being the last.

        Raises:
            NotAllowed: the participant is out of reach.
        """
        member = await self._work.groups.member(scope, membership_id)
        if member is None:
            raise NotAllowed("system.not_yours")
        owner = await self._work.people.actor(member.person_id)
        return await self._until(scope, membership_id, local_date_at(now, owner.timezone), days)

    async def receipt(self, scope: Scope, checkin: CheckIn) -> Receipt:
        """Return what the end of a check-in hands back to its person."""
        course = await self._until(scope, checkin.membership_id, checkin.local_date, USUAL_OF.days + 1)
        told: tuple[str, ...] = ()
        if await self._work.history.has_raised_alert(scope, checkin.id):
            facilitators = await self._work.groups.facilitators(checkin.group_id)
            told = tuple(one.display_name for one in facilitators if one.person_id != checkin.person_id)
        return Receipt(
            week=course.last(SHORT_DAYS),
            observation=observation(course),
            told=told,
            days=await self._work.history.days_answered(scope, checkin.membership_id),
            has_partner=bool(await self._work.partners.partners_of(SYSTEM, checkin.membership_id)),
        )

    async def _until(self, scope: Scope, membership_id: MembershipId, last: dt.date, days: int) -> Course:
        first = last - dt.timedelta(days=days - 1)
        return course_of(await self._work.checkins.between(scope, membership_id, first, last), first, last)
