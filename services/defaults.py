"""Lets facilitators set when newcomers are asked, and how soon an unanswered check-in is mentioned again."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed
from domain.groups import Delays, Group, check_defaults, check_delays
from domain.ids import GroupId
from storage.unit_of_work import UnitOfWork


class Defaults:
    """What a group does where nobody has chosen otherwise."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def group(self, actor: Actor, group_id: GroupId) -> Group:
        """Return the group with its defaults.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        return await self._work.groups.group(group_id)

    async def set_times(self, actor: Actor, group_id: GroupId, minute: int, weekdays: int) -> Group:
        """Ask people who join from now on at this minute of the day (0-1439), on these weekdays (seven bits from Monday).

        Raises:
            NotAllowed: the person does not facilitate the group.
            NotUnderstood: it is no minute of a day, or there is no weekday.
        """
        group = await self.group(actor, group_id)
        check_defaults(minute, weekdays)
        await self._work.groups.set_default_times(group_id, minute, weekdays)
        return dataclasses.replace(group, checkin_minute=minute, checkin_weekdays=weekdays)

    async def set_delays(self, actor: Actor, group_id: GroupId, delays: Delays) -> Group:
        """Let unanswered check-ins be mentioned again, told to the partner and closed after so long.

        Raises:
            NotAllowed: the person does not facilitate the group.
            NotUnderstood: the steps are not in an order in which they can be climbed.
        """
        group = await self.group(actor, group_id)
        check_delays(delays)
        await self._work.groups.set_delays(group_id, delays)
        return dataclasses.replace(group, delays=delays)

    async def listen(self, actor: Actor, kind: str, group_id: GroupId, now: dt.datetime) -> None:
        """Let what the person types next be a time of day for the group.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        await self.group(actor, group_id)
        await self._work.dialogues.open(actor.person_id, kind, group_id, now)

    async def stop_listening(self, actor: Actor, kind: str) -> None:
        """Let what the person types next be something else again."""
        await self._work.dialogues.close(actor.person_id, kind)
