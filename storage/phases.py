"""Keeps in which phase and on which track participants are, and since when; it moves nobody by itself."""

import datetime as dt

from sqlalchemy import delete, select, update

from domain.access import Role
from domain.errors import NotAllowed
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId
from domain.phases import Phase, Stage, Track
from storage.repository import Repository
from storage.tables.groups import MembershipRow, PhaseChangeRow
from storage.types import new_id


class Phases(Repository):
    """The way of participants through the program. Callers see to it that the seat is in the viewer's reach."""

    async def stage(self, membership_id: MembershipId) -> Stage:
        """Return where the participant stands now.

        Raises:
            NotAllowed: there is no such seat.
        """
        row = await self.session.get(MembershipRow, membership_id, populate_existing=True)
        if row is None:
            raise NotAllowed("system.not_yours")
        return _stage(row, await self.history(membership_id))

    async def stages(self, group_id: GroupId) -> dict[MembershipId, Stage]:
        """Return where each active participant of the group stands, by joining."""
        query = (
            select(MembershipRow)
            .where(
                MembershipRow.group_id == group_id,
                MembershipRow.role == Role.PARTICIPANT,
                MembershipRow.state == MemberState.ACTIVE,
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
            .execution_options(populate_existing=True)
        )
        rows = (await self.session.scalars(query)).all()
        return {MembershipId(row.id): _stage(row, await self.history(MembershipId(row.id))) for row in rows}

    async def history(self, membership_id: MembershipId) -> tuple[Stage, ...]:
        """Return every stage of the participant, oldest first; at most one begins on a date."""
        query = (
            select(PhaseChangeRow)
            .where(PhaseChangeRow.membership_id == membership_id)
            .order_by(PhaseChangeRow.since_on)
        )
        rows = await self.session.scalars(query)
        return tuple(Stage(Phase(row.phase), Track(row.track), row.since_on) for row in rows)

    async def begin(self, membership_id: MembershipId, phase: Phase, track: Track, on: dt.date) -> None:
        """Let a participant who joins, or joins again, stand here; `on` is the person's own date."""
        await self.move(membership_id, phase, track, on)

    async def move(self, membership_id: MembershipId, phase: Phase, track: Track, on: dt.date) -> None:
        """Move the participant; `on` is the person's own date.

        A further change on the same date takes the place of the earlier one; undone on the same date, nothing is left of it.
        """
        await self.session.execute(
            update(MembershipRow).where(MembershipRow.id == membership_id).values(phase=phase, track=track)
        )
        await self.session.execute(
            delete(PhaseChangeRow).where(
                PhaseChangeRow.membership_id == membership_id, PhaseChangeRow.since_on >= on
            )
        )
        history = await self.history(membership_id)
        if history and (history[-1].phase, history[-1].track) == (phase, track):
            return
        self.session.add(
            PhaseChangeRow(id=new_id(), membership_id=membership_id, phase=phase, track=track, since_on=on)
        )
        await self.session.flush()


def _stage(row: MembershipRow, history: tuple[Stage, ...]) -> Stage:
    if history:
        since_on = history[-1].since_on
    else:
        since_on = dt.date.min if row.joined_at is None else row.joined_at.date()
    return Stage(Phase(row.phase), Track(row.track), since_on)
