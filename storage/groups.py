"""Finds and keeps programs, groups and seats; it decides nothing about who may join."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Select, select, update

from domain.access import Role, Scope
from domain.errors import NotAllowed
from domain.groups import Delays, Group, Member, MemberState
from domain.ids import GroupId, MembershipId, PersonId, ProgramId
from storage.reach import within
from storage.repository import Repository
from storage.tables.groups import GroupRow, MembershipRow, ProgramRow
from storage.types import new_id

_NAME = "memberships.display_name"
_MINUTE = dt.timedelta(minutes=1)


class Groups(Repository):
    """Programs, groups, and who sits in them."""

    async def program(self, name: str, now: dt.datetime) -> ProgramId:
        """Return the program of this name, made if there is none."""
        found = await self.session.scalar(select(ProgramRow.id).where(ProgramRow.name == name))
        if found is None:
            found = new_id()
            self.session.add(ProgramRow(id=found, name=name, created_at=now))
            await self.session.flush()
        return ProgramId(found)

    async def program_name(self, program_id: ProgramId) -> str:
        """Return the program's name."""
        return (await self.session.get_one(ProgramRow, program_id)).name

    async def create(
        self, program_id: ProgramId, name: str, timezone: str, checkin_minute: int, now: dt.datetime
    ) -> GroupId | None:
        """Create a group; None when the program already has one of this name."""
        taken = select(GroupRow.id).where(GroupRow.program_id == program_id, GroupRow.name == name)
        if await self.session.scalar(taken) is not None:
            return None
        row = GroupRow(
            id=new_id(),
            program_id=program_id,
            name=name,
            timezone=timezone,
            checkin_minute=checkin_minute,
            created_at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return GroupId(row.id)

    async def group(self, group_id: GroupId) -> Group:
        """Return the group's own facts, which name nobody.

        Raises:
            NotAllowed: there is no such group.
        """
        row = await self.session.get(GroupRow, group_id)
        if row is None:
            raise NotAllowed("system.not_yours")
        return _group(row)

    async def set_delays(self, group_id: GroupId, delays: Delays) -> None:
        """Change how soon the group's unanswered check-ins climb their ladder; open ones climb by it from now on."""
        await self._set(
            group_id,
            remind_after=delays.remind_after // _MINUTE,
            nudge_after=delays.nudge_after // _MINUTE,
            close_after=delays.close_after // _MINUTE,
        )

    async def set_default_times(self, group_id: GroupId, minute: int, weekdays: int) -> None:
        """Change when new members are asked; those who are there keep their plans."""
        await self._set(group_id, checkin_minute=minute, checkin_weekdays=weekdays)

    async def every(self) -> list[tuple[str, Group]]:
        """Return all groups, each with its program's name, in the order of names; for the operator."""
        query = (
            select(ProgramRow.name, GroupRow)
            .join(ProgramRow, ProgramRow.id == GroupRow.program_id)
            .order_by(ProgramRow.name, GroupRow.name)
        )
        return [(program, _group(row)) for program, row in await self.session.execute(query)]

    async def member(self, scope: Scope, membership_id: MembershipId) -> Member | None:
        """Return the seat, taken or left; None when it is out of reach."""
        query = select(MembershipRow).where(MembershipRow.id == membership_id, within(scope, also_left=True))
        return await self._one(query)

    async def seat(self, scope: Scope, group_id: GroupId, person_id: PersonId) -> Member | None:
        """Return the person's seat in the group, taken or left; None when there is none in reach."""
        query = select(MembershipRow).where(
            MembershipRow.group_id == group_id,
            MembershipRow.person_id == person_id,
            within(scope, also_left=True),
        )
        return await self._one(query)

    async def of(self, scope: Scope, group_id: GroupId) -> list[Member]:
        """Return the active members of the group in reach, by joining."""
        return await self._many(_active(group_id).where(within(scope)))

    async def participants(self, scope: Scope, group_id: GroupId) -> list[Member]:
        """Return the active participants of the group in reach, by joining."""
        query = _active(group_id).where(MembershipRow.role == Role.PARTICIPANT, within(scope))
        return await self._many(query)

    async def facilitators(self, group_id: GroupId) -> list[Member]:
        """Return the active facilitators of the group, by joining; their names are known to the whole group."""
        return await self._many(_active(group_id).where(MembershipRow.role == Role.FACILITATOR))

    async def seats(self, scope: Scope, person_id: PersonId) -> list[Member]:
        """Return the person's active seats in reach, by joining."""
        query = (
            select(MembershipRow)
            .where(
                MembershipRow.person_id == person_id,
                MembershipRow.state == MemberState.ACTIVE,
                within(scope),
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        return await self._many(query)

    async def join(
        self, group_id: GroupId, person_id: PersonId, role: Role, display_name: str, now: dt.datetime
    ) -> MembershipId:
        """Give the person an active seat: a new one, or the one that they left."""
        query = select(MembershipRow).where(
            MembershipRow.group_id == group_id, MembershipRow.person_id == person_id
        )
        row = await self.session.scalar(query)
        cipher = await self.keys.of(person_id)
        if row is None:
            row = MembershipRow(id=new_id(), group_id=group_id, person_id=person_id)
            self.session.add(row)
        row.role = role
        row.state = MemberState.ACTIVE
        row.display_name = cipher.seal(_NAME, row.id, display_name)
        row.joined_at = now
        row.left_at = None
        await self.session.flush()
        return MembershipId(row.id)

    async def leave(self, membership_id: MembershipId, now: dt.datetime) -> bool:
        """End the seat; tell whether it was taken."""
        result = await self.session.execute(
            update(MembershipRow)
            .where(MembershipRow.id == membership_id, MembershipRow.state == MemberState.ACTIVE)
            .values(state=MemberState.LEFT, left_at=now)
            .returning(MembershipRow.id)
        )
        return result.first() is not None

    async def _set(self, group_id: GroupId, **values: int) -> None:
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(**values))

    async def _one(self, query: Select[MembershipRow]) -> Member | None:
        row = await self.session.scalar(query)
        return None if row is None else await self._member(row)

    async def _many(self, query: Select[MembershipRow]) -> list[Member]:
        rows: Sequence[MembershipRow] = (await self.session.scalars(query)).all()
        return [await self._member(row) for row in rows]

    async def _member(self, row: MembershipRow) -> Member:
        name = ""
        if row.display_name is not None:
            cipher = await self.keys.of(PersonId(row.person_id))
            name = cipher.open(_NAME, row.id, row.display_name)
        return Member(
            membership_id=MembershipId(row.id),
            person_id=PersonId(row.person_id),
            group_id=GroupId(row.group_id),
            role=Role(row.role),
            display_name=name,
            joined_at=row.joined_at,
            state=MemberState(row.state),
        )


def _active(group_id: GroupId) -> Select[MembershipRow]:
    return (
        select(MembershipRow)
        .where(MembershipRow.group_id == group_id, MembershipRow.state == MemberState.ACTIVE)
        .order_by(MembershipRow.joined_at, MembershipRow.id)
    )


def _group(row: GroupRow) -> Group:
    return Group(
        group_id=GroupId(row.id),
        program_id=ProgramId(row.program_id),
        name=row.name,
        timezone=row.timezone,
        checkin_minute=row.checkin_minute,
        checkin_weekdays=row.checkin_weekdays,
        delays=Delays(
            remind_after=dt.timedelta(minutes=row.remind_after),
            nudge_after=dt.timedelta(minutes=row.nudge_after),
            close_after=dt.timedelta(minutes=row.close_after),
        ),
    )
