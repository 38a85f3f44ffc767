"""Reads how a group is doing for its facilitators, and what a group is for its participants; each look is recorded."""

import datetime as dt
from collections.abc import Sequence

from domain.access import Actor, Seat
from domain.groups import Member
from domain.overview import (
    DAYS,
    NOTE_DAYS,
    GroupList,
    GroupToday,
    MemberLine,
    OwnGroup,
    Pause,
    PersonToday,
    low_of,
    standing_of,
)
from domain.progress import course_of
from domain.recurrence import local_date_at
from storage.unit_of_work import UnitOfWork

SEEN_TODAY = "today"
SEEN_GROUP = "group"
"""What these looks are called in the person's list of who looked at what."""


class Groups:
    """The facilitator's glance at the day and at the people."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def today(self, viewer: Actor, now: dt.datetime) -> list[GroupToday]:
        """Return how today is going in each group that the viewer facilitates."""
        unresolved = await self._work.alerts.unresolved(viewer.scope)
        days: list[GroupToday] = []
        for seat in viewer.facilitator_seats:
            members = await self._work.groups.participants(viewer.scope, seat.group_id)
            await self._record(viewer, seat, members, SEEN_TODAY, now)
            days.append(
                GroupToday(
                    group=await self._work.groups.group(seat.group_id),
                    people=tuple([await self._person_today(viewer, member, now) for member in members]),
                    open_alerts=sum(alert.group_id == seat.group_id for alert in unresolved),
                )
            )
        return days

    async def facilitated(self, viewer: Actor, now: dt.datetime) -> list[GroupList]:
        """Return each group that the viewer facilitates, with its people."""
        lists: list[GroupList] = []
        for seat in viewer.facilitator_seats:
            members = await self._work.groups.participants(viewer.scope, seat.group_id)
            await self._record(viewer, seat, members, SEEN_GROUP, now)
            lists.append(
                GroupList(
                    group=await self._work.groups.group(seat.group_id),
                    facilitators=tuple(await self._work.groups.facilitators(seat.group_id)),
                    participants=tuple([await self._line(viewer, member, now) for member in members]),
                )
            )
        return lists

    async def own(self, actor: Actor) -> list[OwnGroup]:
        """Return each group in which the person is a participant; no other participant is named."""
        found: list[OwnGroup] = []
        for seat in actor.participant_seats:
            me = await self._work.groups.member(actor.scope, seat.membership_id)
            found.append(
                OwnGroup(
                    group=await self._work.groups.group(seat.group_id),
                    display_name="" if me is None else me.display_name,
                    facilitators=tuple(await self._work.groups.facilitators(seat.group_id)),
                )
            )
        return found

    async def _person_today(self, viewer: Actor, member: Member, now: dt.datetime) -> PersonToday:
        today = await self._today_of(member, now)
        yesterday = today - dt.timedelta(days=1)
        checkins = await self._work.checkins.between(viewer.scope, member.membership_id, yesterday, today)
        is_reachable = await self._work.people.unreachable_since(member.person_id) is None
        return PersonToday(
            member=member,
            standing=standing_of(
                course_of(checkins, today, today).days[0].state,
                is_paused=await self._pause(viewer, member, today) is not None,
                is_reachable=is_reachable,
            ),
            low=low_of(checkins),
            today=today,
            notes=tuple(
                await self._work.notes.for_facilitator(
                    viewer.scope, member.membership_id, now - dt.timedelta(days=NOTE_DAYS)
                )
            ),
        )

    async def _line(self, viewer: Actor, member: Member, now: dt.datetime) -> MemberLine:
        today = await self._today_of(member, now)
        first = today - dt.timedelta(days=DAYS - 1)
        seat = member.membership_id
        checkins = await self._work.checkins.between(viewer.scope, seat, first, today)
        partners = await self._work.partners.partners_of(viewer.scope, seat)
        return MemberLine(
            member=member,
            stage=await self._work.phases.stage(seat),
            partners=tuple(partner.name for partner in partners),
            course=course_of(checkins, first, today),
            pause=await self._pause(viewer, member, today),
            unreachable_since=await self._work.people.unreachable_since(member.person_id),
        )

    async def _today_of(self, member: Member, now: dt.datetime) -> dt.date:
        person = await self._work.people.actor(member.person_id)
        return local_date_at(now, person.timezone)

    async def _pause(self, viewer: Actor, member: Member, today: dt.date) -> Pause | None:
        schedule = await self._work.schedules.get(viewer.scope, member.membership_id)
        if schedule is None or schedule.paused_until is None or not schedule.is_paused_on(today):
            return None
        return Pause(schedule.paused_until, schedule.pause_reason)

    async def _record(
        self, viewer: Actor, seat: Seat, members: Sequence[Member], what: str, now: dt.datetime
    ) -> None:
        await self._work.disclosures.record(
            [member.person_id for member in members],
            viewer_id=viewer.person_id,
            viewer_membership_id=seat.membership_id,
            what=what,
            now=now,
        )
