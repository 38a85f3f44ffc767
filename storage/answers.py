"""Keeps the answers of check-ins, words and voice notes sealed with the key of who gave them; it asks nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from domain.checkins import Answer, CheckIn
from domain.ids import PersonId
from domain.items import ItemId
from domain.voices import Voice
from storage.repository import Repository
from storage.tables.checkins import AnswerRow
from storage.vault import PersonCipher

_TEXT = "answers.text"
_FIRST_TEXT = "answers.first_text"
_VOICE = "answers.voice"
_FIRST_VOICE = "answers.first_voice"


class Answers(Repository):
    """Answers, each one of an item of a check-in."""

    async def keep_answer(
        self,
        checkin: CheckIn,
        item: ItemId,
        now: dt.datetime,
        *,
        value: int | None = None,
        text: str | None = None,
        voice: str | None = None,
        message_id: int | None = None,
        is_correction: bool = False,
    ) -> None:
        """Keep the answer to an item in place of any earlier one; neither number, words nor voice is a skip.

        `message_id` is the person's own message that gave it, None for a tap. A correction (of a check-in that had ended)
        keeps what was answered first beside it.
        """
        cipher = await self.keys.of(checkin.person_id)
        row = await self.session.get(AnswerRow, (checkin.id, item))
        if row is None:
            row = AnswerRow(checkin_id=checkin.id, item=item)
            self.session.add(row)
        elif is_correction:
            if row.corrected_at is None:
                _keep_first(row, cipher)
            row.corrected_at = now
        row.value = value
        row.text = None if text is None else cipher.seal(_TEXT, checkin.id, text)
        row.voice = None if voice is None else cipher.seal(_VOICE, checkin.id, voice)
        row.is_skipped = value is None and text is None and voice is None
        row.answered_at = now
        row.message_id = message_id
        await self.session.flush()

    async def lengthen_answer(self, checkin: CheckIn, item: ItemId, text: str, now: dt.datetime) -> None:
        """Put longer words in place of those of a written answer; a voice note beside them stays.

        It then comes from several messages, so that an edit of one of them must not replace it.
        """
        row = await self.session.get(AnswerRow, (checkin.id, item))
        if row is None:
            await self.keep_answer(checkin, item, now, text=text)
            return
        row.text = (await self.keys.of(checkin.person_id)).seal(_TEXT, checkin.id, text)
        row.is_skipped, row.answered_at, row.message_id = False, now, None
        await self.session.flush()

    async def _rows(self, checkin_ids: Sequence[int]) -> Mapping[int, list[AnswerRow]]:
        found: dict[int, list[AnswerRow]] = defaultdict(list)
        if checkin_ids:
            query = select(AnswerRow).where(AnswerRow.checkin_id.in_(checkin_ids))
            for row in (await self.session.execute(query)).scalars():
                found[row.checkin_id].append(row)
        return found

    async def _opened(self, row: AnswerRow, owner: PersonId | None) -> Answer:
        text = voice = None
        if owner is not None and row.text is not None:
            text = (await self.keys.of(owner)).open(_TEXT, row.checkin_id, row.text)
        if owner is not None and row.voice is not None:
            voice = Voice.unpack((await self.keys.of(owner)).open(_VOICE, row.checkin_id, row.voice))
        return Answer(
            value=row.value,
            text=text,
            is_skipped=row.is_skipped,
            answered_at=row.answered_at,
            first_value=row.first_value,
            corrected_at=row.corrected_at,
            has_voice=row.voice is not None,
            voice=voice,
        )


def _keep_first(row: AnswerRow, cipher: PersonCipher) -> None:
    row.first_value = row.value
    if row.text is not None:
        words = cipher.open(_TEXT, row.checkin_id, row.text)
        row.first_text = cipher.seal(_FIRST_TEXT, row.checkin_id, words)
    if row.voice is not None:
        voice = cipher.open(_VOICE, row.checkin_id, row.voice)
        row.first_voice = cipher.seal(_FIRST_VOICE, row.checkin_id, voice)
