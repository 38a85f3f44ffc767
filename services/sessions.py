"""Lets facilitators note who was missing at a group session, and tells of it where the group wants that."""

import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed, NothingToDo
from domain.groups import Group
from domain.ids import GroupId, MembershipId
from domain.recurrence import local_date_at
from domain.sessions import COUNTED, Session, cause_of_no_show, may_be_marked
from domain.setbacks import Rule
from services.alarm import Alarm
from storage.unit_of_work import UnitOfWork


class Sessions:
    """Group sessions, for the group's facilitators."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def session(
        self, actor: Actor, group_id: GroupId, held_on: dt.date | None, now: dt.datetime
    ) -> Session:
        """Return the group's session of a date, None for today's.

        Raises:
            NotAllowed: the person does not facilitate the group.
            NothingToDo: the date is to come, or more than a week ago.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        group = await self._work.groups.group(group_id)
        today = local_date_at(now, group.timezone)
        on = today if held_on is None else held_on
        if not may_be_marked(on, today):
            raise NothingToDo("sessions.not_this_week")
        members = tuple(await self._work.groups.participants(actor.scope, group_id))
        marked = await self._work.no_shows.of_day([one.membership_id for one in members], on)
        return Session(
            group=group,
            held_on=on,
            today=today,
            participants=members,
            absent=frozenset(marked),
            untold=frozenset(seat for seat, told_at in marked.items() if told_at is None),
            is_watched=(await self._work.thresholds.of_group(group_id)).has(Rule.NO_SHOW),
        )

    async def mark(
        self,
        actor: Actor,
        group_id: GroupId,
        membership_id: MembershipId,
        held_on: dt.date,
        now: dt.datetime,
        *,
        is_absent: bool,
    ) -> Session:
        """Note that somebody was missing, or was there after all; nobody is told before `tell`.

        Raises:
            NotAllowed: as `session` does, or they are no participant of the group.
            NothingToDo: likewise.
        """
        session = await self.session(actor, group_id, held_on, now)
        if membership_id not in {one.membership_id for one in session.participants}:
            raise NotAllowed("system.not_yours")
        if is_absent:
            await self._work.no_shows.mark(membership_id, held_on, now)
        else:
            await self._work.no_shows.unmark(membership_id, held_on)
        return await self.session(actor, group_id, held_on, now)

    async def tell(self, actor: Actor, group_id: GroupId, held_on: dt.date, now: dt.datetime) -> Session:
        """Let what was marked be told, each no-show once; return the session as it was told.

        Raises:
            NotAllowed, NothingToDo: as `session` does.
        """
        session = await self.session(actor, group_id, held_on, now)
        for seat in session.untold:
            if session.is_watched:
                count = await self._work.no_shows.count(seat, session.today - COUNTED)
                await self._alarm.raise_alert(seat, [cause_of_no_show(held_on, count)], now)
            await self._work.no_shows.tell(seat, held_on, now)
        return session
