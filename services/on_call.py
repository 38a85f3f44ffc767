"""Lets facilitators say when alerts reach them, who covers while they are away, and who is a backup; it tells no alert."""

import dataclasses
import datetime as dt
from typing import Final

from domain.access import Actor, Seat
from domain.errors import NotAllowed, NotUnderstood
from domain.groups import Group, Member
from domain.ids import GroupId, MembershipId
from domain.messages import CoverGiven
from domain.on_call import LONGEST_ABSENCE, Cover, Hours, first_gap
from domain.recurrence import local_date_at, next_occurrence, occurrence_on
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

DRILL_MINUTE: Final = 10 * 60
DRILL_DAY: Final = 0b0000010
"""Weekly drills come on Tuesdays at ten in the morning, by the group's clock."""
HOURS_DIALOGUE: Final = "cover.hours"
AWAY_DIALOGUE: Final = "cover.away"
_DAY: Final = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Post:
    """How alerts of one group reach one of its facilitators.

    Attributes:
        hours: None is always.
        cover: the absence that is running or comes next; None when none does.
        covered_by: the display name of who covers; None for everybody else of the group.
        others: the group's other facilitators.
        gap: the next stretch of a week in which nobody is on call; None when there is none.
        drill_at: the next weekly drill; None for none.
    """

    membership_id: MembershipId
    group: Group
    hours: Hours | None
    is_backup: bool
    cover: Cover | None
    covered_by: str | None
    others: tuple[Member, ...]
    gap: tuple[dt.datetime, dt.datetime] | None
    drill_at: dt.datetime | None

    def is_away(self, now: dt.datetime) -> bool:
        """Tell whether the absence is running."""
        return self.cover is not None and self.cover.from_at <= now


@dataclasses.dataclass(frozen=True, slots=True)
class Covering:
    """Whose alerts of which group somebody has, until when; `membership_id` is the cover's own."""

    name: str
    group_name: str
    until_at: dt.datetime
    membership_id: MembershipId


class OnCall:
    """Who is on call. Each use case raises `NotAllowed` where the seat is none of the viewer's as facilitator."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def posts(self, viewer: Actor, now: dt.datetime) -> list[Post]:
        """Return the viewer's posts, oldest seat first."""
        return [await self.post(viewer, seat.membership_id, now) for seat in viewer.facilitator_seats]

    async def post(self, viewer: Actor, membership_id: MembershipId, now: dt.datetime) -> Post:
        """Return one of the viewer's posts."""
        seat = _seat(viewer, membership_id)
        found = await self._work.groups.facilitators(seat.group_id)
        others = tuple(one for one in found if one.person_id != viewer.person_id)
        cover = await self._work.on_call.cover(membership_id, now)
        return Post(
            membership_id=membership_id,
            group=await self._work.groups.group(seat.group_id),
            hours=await self._work.on_call.hours(membership_id),
            is_backup=await self._work.on_call.is_backup(membership_id),
            cover=cover,
            covered_by=None if cover is None else _name_of(others, cover.covered_by),
            others=others,
            gap=await self._gap(seat.group_id, now),
            drill_at=await self._work.on_call.drill_at(seat.group_id),
        )

    async def set_hours(
        self, viewer: Actor, membership_id: MembershipId, hours: Hours | None, now: dt.datetime
    ) -> Post:
        """Be on call in these hours, by the viewer's own clock; None is always."""
        await self._work.on_call.set_hours(_seat(viewer, membership_id).membership_id, hours)
        return await self.post(viewer, membership_id, now)

    async def set_backup(
        self, viewer: Actor, membership_id: MembershipId, now: dt.datetime, *, is_backup: bool
    ) -> Post:
        """Be the backup, who hears of what the others have not seen, or be one of the others."""
        seat = _seat(viewer, membership_id)
        await self._work.on_call.set_backup(seat.membership_id, is_backup=is_backup)
        return await self.post(viewer, membership_id, now)

    async def go_away(
        self,
        viewer: Actor,
        membership_id: MembershipId,
        dates: tuple[dt.date, dt.date],
        covered_by: MembershipId | None,
        now: dt.datetime,
    ) -> Post:
        """Be away on these dates, the last one included, by the viewer's own calendar; from now on where the first is today.

        Raises:
            NotUnderstood: they are over, in the wrong order, or too long.
            NotAllowed: also where the cover does not facilitate the group.
        """
        post = await self.post(viewer, membership_id, now)
        cover = next((one for one in post.others if one.membership_id == covered_by), None)
        if covered_by is not None and cover is None:
            raise NotAllowed("cover.not_there")
        from_at, until_at = away_between(dates, viewer.timezone, now)
        await self._work.on_call.replace_cover(Cover(membership_id, covered_by, from_at, until_at), now)
        if cover is not None:
            await self._outbox.post(
                CoverGiven(membership_id=membership_id),
                to=cover.person_id,
                key=f"cover:{membership_id}:{covered_by}:{now:%Y%m%d%H%M%S}",
                now=now,
            )
        return await self.post(viewer, membership_id, now)

    async def come_back(self, viewer: Actor, membership_id: MembershipId, now: dt.datetime) -> Post:
        """Have one's alerts again from now on."""
        await self._work.on_call.end_covers(_seat(viewer, membership_id).membership_id, now)
        return await self.post(viewer, membership_id, now)

    async def given(self, viewer: Actor, membership_id: MembershipId, now: dt.datetime) -> Covering | None:
        """Return whose alerts the viewer has; None when that is not so any more."""
        cover = await self._work.on_call.cover(membership_id, now)
        seats = {seat.membership_id: seat for seat in viewer.facilitator_seats}
        if cover is None or cover.covered_by not in seats:
            return None
        seat = seats[cover.covered_by]
        group_id = seat.group_id
        found = await self._work.groups.facilitators(group_id)
        away = next((one for one in found if one.membership_id == membership_id), None)
        if away is None:
            return None
        group = await self._work.groups.group(group_id)
        return Covering(away.display_name, group.name, cover.until_at, seat.membership_id)

    async def set_drill(
        self, viewer: Actor, membership_id: MembershipId, now: dt.datetime, *, is_on: bool
    ) -> Post:
        """Let the group have a drill each week, or none."""
        group = await self._work.groups.group(_seat(viewer, membership_id).group_id)
        drill_at = next_drill_at(group.timezone, now) if is_on else None
        await self._work.on_call.set_drill(group.group_id, drill_at)
        return await self.post(viewer, membership_id, now)

    async def listen(self, viewer: Actor, kind: str, membership_id: MembershipId, now: dt.datetime) -> None:
        """Let what is typed next belong to this question about a post."""
        _seat(viewer, membership_id)
        await self._work.dialogues.open(viewer.person_id, kind, membership_id, now)

    async def stop_listening(self, viewer: Actor) -> None:
        """Let what is typed next be something else again."""
        for kind in (HOURS_DIALOGUE, AWAY_DIALOGUE):
            await self._work.dialogues.close(viewer.person_id, kind)

    async def _gap(self, group_id: GroupId, now: dt.datetime) -> tuple[dt.datetime, dt.datetime] | None:
        """Return when nobody is on call, backups and guests aside; whoever is away counts while somebody covers."""
        team = await self._work.alert_rounds.team(group_id, now)
        on_call = [
            one
            for one in team
            if not one.is_guest and not one.is_backup and (not one.is_away or one.covered_by is not None)
        ]
        return first_gap([one.hours for one in on_call], [one.timezone for one in on_call], now)


def away_between(
    dates: tuple[dt.date, dt.date], timezone: str, now: dt.datetime
) -> tuple[dt.datetime, dt.datetime]:
    """Return from when until when somebody is away on these dates, the last one included.

    Raises:
        NotUnderstood: they are over, in the wrong order, or too long.
    """
    first, last = dates
    today = local_date_at(now, timezone)
    if not today <= first <= last <= today + 4 * LONGEST_ABSENCE or last - first > LONGEST_ABSENCE:
        raise NotUnderstood("cover.no_dates")
    return max(now, occurrence_on(first, 0, timezone)), occurrence_on(last + _DAY, 0, timezone)


def next_drill_at(timezone: str, now: dt.datetime) -> dt.datetime:
    """Return when the next weekly drill of a group comes."""
    return next_occurrence(DRILL_MINUTE, DRILL_DAY, timezone, now).at


def _seat(viewer: Actor, membership_id: MembershipId) -> Seat:
    found = next((one for one in viewer.facilitator_seats if one.membership_id == membership_id), None)
    if found is None:
        raise NotAllowed("system.not_yours")
    return found


def _name_of(others: tuple[Member, ...], membership_id: MembershipId | None) -> str | None:
    return next((one.display_name for one in others if one.membership_id == membership_id), None)
