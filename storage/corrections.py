"""Finds what a message of somebody's own gave, so that its edit can correct it; it changes nothing."""

import datetime as dt

from sqlalchemy import select

from domain.access import Scope
from domain.ids import CheckInId, MeasureId, NoteId
from domain.items import ItemId
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow
from storage.tables.groups import MembershipRow
from storage.tables.measures import MeasureAnswerRow, MeasureRow
from storage.tables.notes import NoteRow


class Corrections(Repository):
    """The person's own messages by what was made of them; ids of messages are those of the person's one chat."""

    async def answer(
        self, scope: Scope, message_id: int, since: dt.datetime
    ) -> tuple[CheckInId, ItemId] | None:
        """Return the check-in and item that a message answered after a moment; None when it answered nothing."""
        query = (
            select(AnswerRow.checkin_id, AnswerRow.item)
            .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                MembershipRow.person_id == scope.person_id,
                AnswerRow.message_id == message_id,
                AnswerRow.answered_at >= since,
            )
            .order_by(AnswerRow.answered_at.desc())
            .limit(1)
        )
        found = (await self.session.execute(query)).first()
        return None if found is None else (CheckInId(found.checkin_id), ItemId(found.item))

    async def measure_answer(
        self, scope: Scope, message_id: int, since: dt.datetime
    ) -> tuple[MeasureId, str] | None:
        """Return the questionnaire and item that a message answered after a moment; None when it answered nothing."""
        query = (
            select(MeasureAnswerRow.measure_id, MeasureAnswerRow.item)
            .join(MeasureRow, MeasureRow.id == MeasureAnswerRow.measure_id)
            .join(MembershipRow, MembershipRow.id == MeasureRow.membership_id)
            .where(
                MembershipRow.person_id == scope.person_id,
                MeasureAnswerRow.message_id == message_id,
                MeasureAnswerRow.answered_at >= since,
            )
            .order_by(MeasureAnswerRow.answered_at.desc())
            .limit(1)
        )
        found = (await self.session.execute(query)).first()
        return None if found is None else (MeasureId(found.measure_id), found.item)

    async def note(self, scope: Scope, message_id: int, since: dt.datetime) -> NoteId | None:
        """Return the note that a message became after a moment; None when it became none."""
        query = select(NoteRow.id).where(
            NoteRow.person_id == scope.person_id,
            NoteRow.message_id == message_id,
            NoteRow.written_at >= since,
        )
        found = await self.session.scalar(query.order_by(NoteRow.written_at.desc()).limit(1))
        return None if found is None else NoteId(found)

    async def message_of(self, scope: Scope, note_id: NoteId) -> int | None:
        """Return the person's message that became a note; None when there is none, or several did."""
        query = select(NoteRow.message_id).where(NoteRow.id == note_id, NoteRow.person_id == scope.person_id)
        return await self.session.scalar(query)
