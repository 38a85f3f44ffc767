"""Keeps what people answer on the way to a seat, sealed where it is a name; it decides nothing."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, select, true, update

from domain.access import Role, Scope
from domain.ids import EnrolmentId, GroupId, InviteId, PersonId
from domain.joining import Enrolment, Step
from domain.phases import Track
from storage.repository import Repository
from storage.tables.enrolments import EnrolmentRow
from storage.types import Sealed, new_id

_UNANSWERED: dict[Step, dict[str, Any]] = {
    Step.WELCOME: {"has_read_welcome": False},
    Step.SIGHT: {"has_read_sight": False},
    Step.CONSENT: {"agreed_at": None},
    Step.SIGNATURE: {"signature": None},
    Step.NAME: {"display_name": None},
    Step.ZONE: {"timezone": None},
    Step.TIME: {"checkin_minute": None},
    Step.TRACK: {"track": None},
}


class Enrolments(Repository):
    """One row for each invitation that somebody opened."""

    async def begin(
        self, invite_id: InviteId, group_id: GroupId, person_id: PersonId, role: Role, now: dt.datetime
    ) -> EnrolmentId:
        """Begin an enrolment with nothing answered."""
        row = EnrolmentRow(
            id=new_id(),
            invite_id=invite_id,
            group_id=group_id,
            person_id=person_id,
            role=role,
            started_at=now,
            has_read_welcome=False,
            has_read_sight=False,
        )
        self.session.add(row)
        await self.session.flush()
        return EnrolmentId(row.id)

    async def get(self, scope: Scope, enrolment_id: EnrolmentId) -> Enrolment | None:
        """Return one's own enrolment; None when it is somebody else's or there is none."""
        return await self._one(scope, EnrolmentRow.id == enrolment_id)

    async def by_invite(self, scope: Scope, invite_id: InviteId) -> Enrolment | None:
        """Return one's own enrolment by this invitation; None when it is somebody else's or there is none."""
        return await self._one(scope, EnrolmentRow.invite_id == invite_id)

    async def unfinished(
        self, scope: Scope, group_id: GroupId | None = None, *, besides: Collection[GroupId] = ()
    ) -> Enrolment | None:
        """Return one's own latest enrolment on its way, of one group or (None) of any, `besides` some."""
        in_group = true() if group_id is None else EnrolmentRow.group_id == group_id
        elsewhere = EnrolmentRow.group_id.not_in(besides)
        return await self._one(scope, and_(EnrolmentRow.finished_at.is_(None), in_group, elsewhere))

    async def read(self, enrolment_id: EnrolmentId, step: Step) -> None:
        """Write down that the welcome, or who sees what, was read."""
        column = {Step.WELCOME: "has_read_welcome", Step.SIGHT: "has_read_sight"}[step]
        await self._set(enrolment_id, **{column: True})

    async def agree(self, enrolment_id: EnrolmentId, now: dt.datetime) -> None:
        """Write down the consent that the signature will complete."""
        await self._set(enrolment_id, agreed_at=now)

    async def sign(self, scope: Scope, enrolment_id: EnrolmentId, name: str) -> None:
        """Write down the signature."""
        await self._seal(scope, enrolment_id, "signature", name)

    async def name(self, scope: Scope, enrolment_id: EnrolmentId, display_name: str) -> None:
        """Write down the display name."""
        await self._seal(scope, enrolment_id, "display_name", display_name)

    async def place(self, enrolment_id: EnrolmentId, timezone: str) -> None:
        """Write down the zone."""
        await self._set(enrolment_id, timezone=timezone)

    async def time(self, enrolment_id: EnrolmentId, checkin_minute: int) -> None:
        """Write down the time of the check-in."""
        await self._set(enrolment_id, checkin_minute=checkin_minute)

    async def track(self, enrolment_id: EnrolmentId, track: Track) -> None:
        """Write down the track."""
        await self._set(enrolment_id, track=track)

    async def forget(self, enrolment_id: EnrolmentId, step: Step) -> None:
        """Take back one answer."""
        await self._set(enrolment_id, **_UNANSWERED[step])

    async def finish(self, enrolment_id: EnrolmentId, now: dt.datetime) -> None:
        """End the enrolment; the names are dropped: seat and consent have them."""
        await self._set(enrolment_id, finished_at=now, signature=None, display_name=None)

    async def _seal(self, scope: Scope, enrolment_id: EnrolmentId, column: str, text: str) -> None:
        cipher = await self.keys.of(_owner(scope))
        await self._set(enrolment_id, **{column: cipher.seal(f"enrolments.{column}", enrolment_id, text)})

    async def _set(self, enrolment_id: EnrolmentId, **values: Any) -> None:
        await self.session.execute(
            update(EnrolmentRow).where(EnrolmentRow.id == enrolment_id).values(**values)
        )

    async def _one(self, scope: Scope, condition: ColumnElement[bool]) -> Enrolment | None:
        own = true() if scope.is_system else EnrolmentRow.person_id == scope.person_id
        query = (
            select(EnrolmentRow)
            .where(condition, own)
            .order_by(EnrolmentRow.started_at.desc(), EnrolmentRow.id)
            .limit(1)
            .execution_options(populate_existing=True)
        )
        row = await self.session.scalar(query)
        return None if row is None else await self._enrolment(row)

    async def _enrolment(self, row: EnrolmentRow) -> Enrolment:
        return Enrolment(
            enrolment_id=EnrolmentId(row.id),
            person_id=PersonId(row.person_id),
            group_id=GroupId(row.group_id),
            role=Role(row.role),
            has_read_welcome=row.has_read_welcome,
            has_read_sight=row.has_read_sight,
            agreed_at=row.agreed_at,
            signature=await self._opened(row, "signature", row.signature),
            display_name=await self._opened(row, "display_name", row.display_name),
            timezone=row.timezone,
            checkin_minute=row.checkin_minute,
            track=None if row.track is None else Track(row.track),
            is_finished=row.finished_at is not None,
        )

    async def _opened(self, row: EnrolmentRow, column: str, sealed: Sealed | None) -> str | None:
        if sealed is None:
            return None
        cipher = await self.keys.of(PersonId(row.person_id))
        return cipher.open(f"enrolments.{column}", row.id, sealed)


def _owner(scope: Scope) -> PersonId:
    if scope.person_id is None:
        raise ValueError("an enrolment is answered by its person")
    return scope.person_id
