"""Finds whom an alert may be told to and when it is told again, and keeps who was told; what an alert is stands in `storage.alerts`."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, select, true, update
from sqlalchemy.orm import aliased

from domain.access import Role
from domain.escalation import Facilitator, Rung
from domain.groups import MemberState
from domain.ids import AlertId, GroupId, MembershipId, PersonId
from domain.joining import NAMES_THE_PROGRAM, PROGRAM_CONSENT
from domain.on_call import Hours
from domain.setbacks import Level
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.alerts import AlertRow
from storage.tables.escalation import AlertTellingRow, CoverRow, OnCallRow
from storage.tables.groups import ConsentRow, GroupRow, MembershipRow
from storage.tables.people import PersonRow

IS_OPEN = AlertRow.state == literal_column("'open'")
"""Written out, so that the index of open alerts serves it."""
_FACILITATES = (MembershipRow.role == Role.FACILITATOR) & (MembershipRow.state == MemberState.ACTIVE)


class AlertRounds(Repository):
    """The tellings of alerts."""

    async def tellable(self, group_id: GroupId) -> list[tuple[PersonId, bool]]:
        """Return the active facilitators of the group, by joining, each with whether messages reach them."""
        query = (
            select(PersonRow.id, PersonRow.unreachable_since)
            .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
            .where(MembershipRow.group_id == group_id, _FACILITATES)
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        return [(PersonId(row[0]), row[1] is None) for row in await self.session.execute(query)]

    async def team(self, group_id: GroupId, now: dt.datetime) -> list[Facilitator]:
        """Return the facilitators of the group, then those of the program's other groups as guests, each by joining."""
        program = select(GroupRow.program_id).where(GroupRow.id == group_id).scalar_subquery()
        query = (
            select(MembershipRow, PersonRow.timezone, PersonRow.unreachable_since, OnCallRow)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .join(GroupRow, GroupRow.id == MembershipRow.group_id)
            .outerjoin(OnCallRow, OnCallRow.membership_id == MembershipRow.id)
            .where(GroupRow.program_id == program, _FACILITATES)
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        rows = (await self.session.execute(query)).all()
        away = await self._away([seat.id for seat, *_ in rows], now)
        own = {seat.person_id for seat, *_ in rows if seat.group_id == group_id}
        found = [
            Facilitator(
                person_id=PersonId(seat.person_id),
                membership_id=MembershipId(seat.id),
                timezone=timezone,
                is_reachable=unreachable_since is None,
                is_guest=seat.group_id != group_id,
                is_backup=seat.is_backup,
                hours=None if hours is None else Hours(hours.weekdays, hours.from_minute, hours.until_minute),
                is_away=seat.id in away,
                covered_by=away.get(seat.id),
            )
            for seat, timezone, unreachable_since, hours in rows
            if seat.group_id == group_id or seat.person_id not in own
        ]
        return sorted(found, key=lambda one: one.is_guest)

    async def may_be_lent(self, alert_id: AlertId, now: dt.datetime) -> bool:
        """Tell whether facilitators of the program's other groups may hear of an alert: its person's consent names them.

        A drill is about nobody.
        """
        query = select(AlertRow.id).where(
            AlertRow.id == alert_id, AlertRow.is_drill | _names_the_program(now)
        )
        return await self.session.scalar(query) is not None

    async def told(
        self,
        alert_id: AlertId,
        rung: Rung,
        people: Collection[Facilitator],
        now: dt.datetime,
        *,
        is_heard: bool,
    ) -> None:
        """Note how far the alert has climbed, who is told in this round, and since when nobody can be reached."""
        since = None if is_heard else func.coalesce(AlertRow.unheard_since, now)
        await self.session.execute(
            update(AlertRow).where(AlertRow.id == alert_id).values(rung=rung, unheard_since=since)
        )
        for one in people:
            noted = insert(self.session, AlertTellingRow).values(
                alert_id=alert_id, person_id=one.person_id, told_at=now, is_guest=one.is_guest
            )
            values = {"told_at": now, "is_guest": one.is_guest}
            await self.session.execute(
                noted.on_conflict_do_update(index_elements=["alert_id", "person_id"], set_=values)
            )

    async def reaches_anybody(self, alert_id: AlertId) -> bool:
        """Tell whether anybody who was told in the latest round can be reached."""
        query = (
            select(AlertTellingRow.alert_id)
            .join(AlertRow, AlertRow.id == AlertTellingRow.alert_id)
            .join(PersonRow, PersonRow.id == AlertTellingRow.person_id)
            .where(
                AlertRow.id == alert_id,
                AlertTellingRow.told_at >= AlertRow.sent_at,
                PersonRow.unreachable_since.is_(None),
            )
            .limit(1)
        )
        return await self.session.scalar(query) is not None

    async def open_told_to(self, person_id: PersonId) -> list[AlertId]:
        """Return the open alerts that this person was told of, oldest first."""
        query = (
            select(AlertRow.id)
            .join(AlertTellingRow, AlertTellingRow.alert_id == AlertRow.id)
            .where(AlertTellingRow.person_id == person_id, IS_OPEN)
            .order_by(AlertRow.raised_at, AlertRow.id)
        )
        return [AlertId(found) for found in await self.session.scalars(query)]

    async def unheard(self, person_id: PersonId) -> list[AlertId]:
        """Return the open alerts that reach nobody, of the programs in which this person facilitates, oldest first."""
        mine = select(GroupRow.program_id).join(MembershipRow, MembershipRow.group_id == GroupRow.id)
        query = (
            select(AlertRow.id)
            .join(GroupRow, GroupRow.id == AlertRow.group_id)
            .where(
                IS_OPEN,
                AlertRow.unheard_since.is_not(None),
                GroupRow.program_id.in_(mine.where(MembershipRow.person_id == person_id, _FACILITATES)),
            )
            .order_by(AlertRow.raised_at, AlertRow.id)
        )
        return [AlertId(found) for found in await self.session.scalars(query)]

    async def due(self, now: dt.datetime, limit: int) -> list[AlertId]:
        """Return the open alerts whose next round is due, earliest first."""
        query = (
            select(AlertRow.id)
            .where(AlertRow.next_round_at <= now)
            .order_by(AlertRow.next_round_at, AlertRow.id)
            .limit(limit)
        )
        return [AlertId(found) for found in await self.session.scalars(query)]

    async def next_due_at(self) -> dt.datetime | None:
        """Return when the next round of any alert is due; None when none is."""
        found: dt.datetime | None = await self.session.scalar(select(func.min(AlertRow.next_round_at)))
        return found

    async def postpone(self, alert_id: AlertId, until: dt.datetime) -> None:
        """Move the next round, or give the alert one that lacks it; one that was seen or closed meanwhile stays as it is."""
        waits = AlertRow.next_round_at.is_not(None) | (IS_OPEN & (AlertRow.level != Level.WATCH))
        await self.session.execute(
            update(AlertRow).where(AlertRow.id == alert_id, waits).values(next_round_at=until)
        )

    async def hasten(self, alert_id: AlertId, until: dt.datetime) -> None:
        """Let the next round come no later than this, if there is one."""
        await self.session.execute(
            update(AlertRow)
            .where(AlertRow.id == alert_id, AlertRow.next_round_at > until)
            .values(next_round_at=until)
        )

    async def _away(self, seats: Collection[int], now: dt.datetime) -> dict[int, MembershipId | None]:
        query = select(CoverRow.membership_id, CoverRow.covered_by).where(
            CoverRow.membership_id.in_(seats), CoverRow.from_at <= now, CoverRow.until_at > now
        )
        return {
            seat: None if cover is None else MembershipId(cover)
            for seat, cover in await self.session.execute(query.order_by(CoverRow.made_at))
        }


def _names_the_program(now: dt.datetime | None = None) -> ColumnElement[bool]:
    """Return the condition for alerts about somebody whose consent names the facilitators of the program's other groups.

    Without a moment one that has run out since the alert was told counts too: the alert is still theirs to close.
    """
    seat = aliased(MembershipRow)
    lasts = true() if now is None else ConsentRow.expires_at.is_(None) | (ConsentRow.expires_at > now)
    return exists().where(
        seat.id == AlertRow.membership_id,
        ConsentRow.person_id == seat.person_id,
        ConsentRow.group_id == seat.group_id,
        ConsentRow.kind == PROGRAM_CONSENT,
        ConsentRow.version.in_(NAMES_THE_PROGRAM),
        ConsentRow.revoked_at.is_(None),
        lasts,
    )


def lent_to(person_id: PersonId) -> ColumnElement[bool]:
    """Return the condition for alerts that a facilitator of another group may take: told to them, and not resolved.

    Whoever no longer facilitates in the program has no such right, whatever they were told; nor has anybody once the person
    has taken their consent back.
    """
    # Of their own: a query for alerts has the seat of whom they are about in it already.
    own, other, seat = aliased(GroupRow), aliased(GroupRow), aliased(MembershipRow)
    is_told = exists().where(
        AlertTellingRow.alert_id == AlertRow.id,
        AlertTellingRow.person_id == person_id,
        AlertTellingRow.is_guest,
    )
    is_of_program = exists().where(
        seat.person_id == person_id,
        seat.role == Role.FACILITATOR,
        seat.state == MemberState.ACTIVE,
        other.id == seat.group_id,
        own.id == AlertRow.group_id,
        own.program_id == other.program_id,
    )
    is_real = AlertRow.is_drill.is_(False)
    return and_(AlertRow.resolved_at.is_(None), is_real, is_told, is_of_program, _names_the_program())
