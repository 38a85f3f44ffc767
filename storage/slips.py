"""Keeps what people tell of a return to use, sealed with their own key; only they read it. It tells nobody."""

import datetime as dt
from typing import Final

from sqlalchemy import Select, delete, func, select, update

from domain.access import Scope
from domain.ids import CheckInId, MembershipId, NoteId, PersonId, SlipId
from domain.slips import CHIPS, Account, Slip, SlipState, SlipStep
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.setbacks import SlipRow
from storage.types import new_id
from storage.vault import PersonCipher

_COLUMNS: Final = {
    SlipStep.BEFORE: "before",
    SlipStep.DURING: "during",
    SlipStep.AFTERWARDS: "afterwards",
    SlipStep.NEXT: "next_step",
}


class Slips(Repository):
    """What people told of returns to use; every reading is of one's own."""

    async def create(
        self, membership_id: MembershipId, checkin_id: CheckInId | None, now: dt.datetime
    ) -> SlipId:
        """Begin an empty one, at its first question."""
        row = SlipRow(
            id=new_id(),
            membership_id=membership_id,
            state=SlipState.DRAFT,
            step=SlipStep.SAFETY,
            checkin_id=checkin_id,
            begun_at=now,
            messages={},
        )
        self.session.add(row)
        await self.session.flush()
        return SlipId(row.id)

    async def own(self, scope: Scope, slip_id: SlipId) -> Slip | None:
        """Return one that the person told; None when it is somebody else's or is gone."""
        found = await self._many(_own(scope).where(SlipRow.id == slip_id))
        return found[0] if found else None

    async def draft(self, scope: Scope) -> Slip | None:
        """Return the one that the person has left half-way; None when there is none."""
        query = _own(scope).where(SlipRow.state == SlipState.DRAFT).order_by(SlipRow.begun_at.desc())
        found = await self._many(query.limit(1))
        return found[0] if found else None

    async def of_checkin(self, scope: Scope, checkin_id: CheckInId) -> Slip | None:
        """Return the one in which the person told of what this check-in reported; None when there is none."""
        found = await self._many(_own(scope).where(SlipRow.checkin_id == checkin_id).limit(1))
        return found[0] if found else None

    async def kept(self, scope: Scope, limit: int, offset: int) -> list[Slip]:
        """Return those that the person has told to the end, latest first."""
        query = _own(scope).where(SlipRow.state == SlipState.KEPT)
        latest = func.coalesce(SlipRow.used_on, func.date(SlipRow.begun_at))
        query = query.order_by(latest.desc(), SlipRow.begun_at.desc(), SlipRow.id.desc())
        return await self._many(query.limit(limit).offset(offset))

    async def count(self, scope: Scope) -> int:
        """Return how many the person has told to the end."""
        kept = _own(scope).where(SlipRow.state == SlipState.KEPT).subquery()
        return int(await self.session.scalar(select(func.count()).select_from(kept)) or 0)

    async def told(self, membership_id: MembershipId) -> list[Slip]:
        """Return those of a seat that its facilitators know of, without their words."""
        query = select(SlipRow).where(SlipRow.membership_id == membership_id, SlipRow.told_at.is_not(None))
        rows = await self.session.scalars(query.execution_options(populate_existing=True))
        return [_slip(row, {}) for row in rows]

    async def at_message(self, scope: Scope, message_id: int, since: dt.datetime) -> SlipId | None:
        """Return the one, begun after a moment, that a message of the person's own belongs to; None when it belongs to none."""
        rows = await self.session.scalars(_own(scope).where(SlipRow.begun_at >= since))
        return next((SlipId(row.id) for row in rows if message_id in row.messages.values()), None)

    async def step_of_message(self, scope: Scope, slip_id: SlipId, message_id: int) -> SlipStep | None:
        """Return which question a message of the person's own answered; None when it answered none alone."""
        row = await self.session.scalar(_own(scope).where(SlipRow.id == slip_id))
        given = {} if row is None else row.messages
        return next((SlipStep(step) for step, known in given.items() if known == message_id), None)

    async def message_of(self, scope: Scope, slip_id: SlipId, step: SlipStep) -> int | None:
        """Return the person's one message that gave the words of an answer; None when none or several did."""
        row = await self.session.scalar(_own(scope).where(SlipRow.id == slip_id))
        return None if row is None else row.messages.get(step)

    async def set_step(self, slip_id: SlipId, step: SlipStep | None) -> None:
        """Say what is asked now."""
        await self._set(slip_id, step=step)

    async def set_used_on(self, slip_id: SlipId, on: dt.date | None) -> None:
        """Say on which date it was."""
        await self._set(slip_id, used_on=on)

    async def set_account(
        self, person_id: PersonId, slip_id: SlipId, step: SlipStep, account: Account, message_id: int | None
    ) -> None:
        """Keep an answer; `message_id` is the one message that gave its words, None when none or several did."""
        cipher = await self.keys.of(person_id)
        column = _COLUMNS[step]
        sealed = None if account.is_empty else cipher.seal(f"slips.{column}", slip_id, account.pack())
        row = await self.session.get_one(SlipRow, slip_id)
        others = {known: number for known, number in row.messages.items() if known != step}
        messages = others if message_id is None else others | {step.value: message_id}
        await self._set(slip_id, **{column: sealed, "messages": messages})

    async def keep(self, slip_id: SlipId, now: dt.datetime) -> None:
        """Let it be told to the end."""
        await self._set(slip_id, state=SlipState.KEPT, step=None, kept_at=now)

    async def set_told(
        self, slip_id: SlipId, membership_id: MembershipId, note_id: NoteId | None, now: dt.datetime
    ) -> None:
        """Say that the facilitators of this seat know of it, and what of the person's words they were given."""
        await self._set(slip_id, membership_id=membership_id, note_id=note_id, told_at=now)

    async def remove(self, slip_id: SlipId) -> None:
        """Delete it."""
        await self.session.execute(delete(SlipRow).where(SlipRow.id == slip_id))

    async def _set(self, slip_id: SlipId, **values: object) -> None:
        await self.session.execute(update(SlipRow).where(SlipRow.id == slip_id).values(**values))

    async def _many(self, query: Select[SlipRow]) -> list[Slip]:
        rows = (await self.session.scalars(query.execution_options(populate_existing=True))).all()
        return [await self._opened(row) for row in rows]

    async def _opened(self, row: SlipRow) -> Slip:
        member = await self.session.get_one(MembershipRow, row.membership_id)
        cipher = await self.keys.of(PersonId(member.person_id))
        return _slip(row, {step: _account(row, step, cipher) for step in CHIPS})


def _own(scope: Scope) -> Select[SlipRow]:
    return (
        select(SlipRow)
        .join(MembershipRow, MembershipRow.id == SlipRow.membership_id)
        .where(MembershipRow.person_id == scope.person_id)
    )


def _account(row: SlipRow, step: SlipStep, cipher: PersonCipher) -> Account:
    sealed = getattr(row, _COLUMNS[step])
    field = f"slips.{_COLUMNS[step]}"
    return Account() if sealed is None else Account.unpack(cipher.open(field, row.id, sealed))


def _slip(row: SlipRow, accounts: dict[SlipStep, Account]) -> Slip:
    return Slip(
        slip_id=SlipId(row.id),
        membership_id=MembershipId(row.membership_id),
        state=SlipState(row.state),
        step=None if row.step is None else SlipStep(row.step),
        used_on=row.used_on,
        accounts={step: account for step, account in accounts.items() if not account.is_empty},
        begun_at=row.begun_at,
        kept_at=row.kept_at,
        told_at=row.told_at,
        note_id=None if row.note_id is None else NoteId(row.note_id),
        checkin_id=None if row.checkin_id is None else CheckInId(row.checkin_id),
    )
