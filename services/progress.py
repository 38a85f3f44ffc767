"""Reads a person's course over time for whoever may see it; it keeps nothing."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor, Scope
from domain.checkins import CheckIn
from domain.errors import NotAllowed
from domain.ids import MembershipId, PersonId
from domain.progress import USUAL_OF, Course, Observation, course_of, observation, run_of
from domain.recurrence import local_date_at
from domain.retrospect import Retrospect, Theme, bands_of
from storage.unit_of_work import UnitOfWork

SHORT_DAYS = 7
"""Days of the spark line at the end of a check-in."""
CHECKINS_READ = 1_500
"""Check-ins looked back on to count a run: more than a year at three a day."""


@dataclasses.dataclass(frozen=True, slots=True)
class Receipt:
    """What a check-in hands back at its end.

    Attributes:
        week: the last seven days, the check-in's own date last.
        observation: what stands out; None when nothing does.
        told: display names of the facilitators whom an alert from this check-in was sent to.
        days: dates on which the person ever answered.
        run: of the dates on which the person was asked, how many in a row, up to the last, were answered.
        has_partner: there is somebody to write to.
    """

    week: Course
    observation: Observation | None
    told: tuple[str, ...]
    days: int
    has_partner: bool
    run: int = 0


class Progress:
    """A person's course over time."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def course(self, scope: Scope, membership_id: MembershipId, days: int, now: dt.datetime) -> Course:
        """Return the last days of a participant, today in the participant's own zone being the last.

        Raises:
            NotAllowed: the participant is out of reach.
        """
        owner = await self._owner(scope, membership_id)
        return await self._until(scope, membership_id, local_date_at(now, owner.timezone), days)

    async def retrospect(
        self, scope: Scope, membership_id: MembershipId, days: int, now: dt.datetime
    ) -> Retrospect:
        """Return the last days of a participant with what stands beside them.

        Raises:
            NotAllowed: the participant is out of reach.
        """
        owner = await self._owner(scope, membership_id)
        course = await self.course(scope, membership_id, days, now)
        first, last = course.days[0].on, course.days[-1].on
        told = await self._work.history.told_at(scope, membership_id, now - dt.timedelta(days=days + 1))
        dates = {local_date_at(moment, owner.timezone) for moment in told}
        return Retrospect(
            course=course,
            bands=bands_of(await self._work.phases.history(membership_id), course),
            told=tuple(sorted(date for date in dates if first <= date <= last)),
            theme=await self._work.people.theme(owner.person_id),
            slips=tuple(one.on(owner.timezone) for one in await self._work.slips.told(membership_id)),
        )

    async def set_theme(self, person_id: PersonId, theme: Theme) -> None:
        """Draw a person's pictures in these colours from now on."""
        await self._work.people.set_theme(person_id, theme)

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
            run=run_of(await self._work.history.asked(scope, checkin.membership_id, CHECKINS_READ)),
        )

    async def _owner(self, scope: Scope, membership_id: MembershipId) -> Actor:
        member = await self._work.groups.member(scope, membership_id)
        if member is None:
            raise NotAllowed("system.not_yours")
        return await self._work.people.actor(member.person_id)

    async def _until(self, scope: Scope, membership_id: MembershipId, last: dt.date, days: int) -> Course:
        first = last - dt.timedelta(days=days - 1)
        return course_of(await self._work.checkins.between(scope, membership_id, first, last), first, last)
