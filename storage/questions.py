"""Keeps what a group is asked: items switched and ordered, and questions of its own; it decides nothing about them."""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Select, delete, select, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import CheckInId, GroupId, PersonId, QuestionId
from domain.items import OWN_PREFIX, Direction, Item, ItemId, Scale, Viewer
from domain.questions import Draft, OwnAnswer, OwnState
from domain.templates import Setting
from domain.voices import Voice
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow
from storage.tables.groups import MembershipRow
from storage.tables.questions import GroupItemRow, QuestionRow
from storage.types import new_id

_SOURCE: Final = "a question of the group's own"
_ID_BYTES: Final = 6
_NAME: Final = "memberships.display_name"
_TEXT: Final = "answers.text"
_VOICE: Final = "answers.voice"
_DRAFTS_LAST: Final = dt.timedelta(days=1)


class Questions(Repository):
    """The questions of groups; they are about nobody."""

    async def settings(self, group_id: GroupId) -> tuple[Setting, ...]:
        """Return what the group's facilitators have set, by position; empty when the template holds as it is."""
        query = (
            select(GroupItemRow)
            .where(GroupItemRow.group_id == group_id)
            .order_by(GroupItemRow.position, GroupItemRow.item)
        )
        rows = await self.session.scalars(query)
        return tuple(Setting(ItemId(row.item), row.position, row.is_on) for row in rows)

    async def set_settings(self, group_id: GroupId, settings: Iterable[Setting]) -> None:
        """Put these in place of all that were set; with none the template holds again."""
        await self.session.execute(delete(GroupItemRow).where(GroupItemRow.group_id == group_id))
        self.session.add_all(
            GroupItemRow(group_id=group_id, item=str(one.item), position=one.position, is_on=one.is_on)
            for one in settings
        )
        await self.session.flush()

    async def own(self, group_id: GroupId) -> tuple[Item, ...]:
        """Return every question of the group's own, oldest first, removed ones (`is_removed`) too."""
        query = (
            select(QuestionRow)
            .where(QuestionRow.group_id == group_id, QuestionRow.state != OwnState.DRAFT)
            .order_by(QuestionRow.created_at, QuestionRow.id)
        )
        return tuple(_item(row) for row in await self.session.scalars(query))

    async def worded(self, ids: Iterable[ItemId]) -> tuple[Item, ...]:
        """Return the questions of any group's own with these ids, oldest first, removed ones too; others are left out."""
        query = (
            select(QuestionRow)
            .where(QuestionRow.item.in_({str(one) for one in ids}), QuestionRow.state != OwnState.DRAFT)
            .order_by(QuestionRow.created_at, QuestionRow.id)
        )
        return tuple(_item(row) for row in await self.session.scalars(query))

    async def add(
        self, group_id: GroupId, scale: Scale, wording: str, choices: Sequence[str], now: dt.datetime
    ) -> Item:
        """Keep a new question of the group's own; its id is fresh and lasts as long as its answers."""
        question_id = await self.begin(group_id, scale, now)
        await self.write(question_id, wording, choices)
        await self.keep(question_id)
        return _item(await self.session.get_one(QuestionRow, question_id, populate_existing=True))

    async def begin(self, group_id: GroupId, scale: Scale, now: dt.datetime) -> QuestionId:
        """Begin a draft without words; old drafts of the group that nobody finished go."""
        await self.session.execute(
            delete(QuestionRow).where(
                QuestionRow.group_id == group_id,
                QuestionRow.state == OwnState.DRAFT,
                QuestionRow.created_at < now - _DRAFTS_LAST,
            )
        )
        row = QuestionRow(
            id=new_id(),
            group_id=group_id,
            item=f"{OWN_PREFIX}{secrets.token_hex(_ID_BYTES)}",
            scale=scale,
            text="",
            choices="",
            state=OwnState.DRAFT,
            created_at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return QuestionId(row.id)

    async def draft(self, question_id: QuestionId) -> Draft | None:
        """Return a question of a group's own by its row, whatever its state; None when it was dropped."""
        row = await self.session.get(QuestionRow, question_id, populate_existing=True)
        return None if row is None else _draft(row)

    async def write(self, question_id: QuestionId, wording: str, choices: Sequence[str]) -> None:
        """Put these words into a draft."""
        await self._change(question_id, text=wording, choices="\n".join(choices))

    async def keep(self, question_id: QuestionId) -> None:
        """Let a draft be asked."""
        await self._change(question_id, state=OwnState.KEPT)

    async def drop(self, question_id: QuestionId) -> None:
        """Delete a draft."""
        await self.session.execute(
            delete(QuestionRow).where(QuestionRow.id == question_id, QuestionRow.state == OwnState.DRAFT)
        )

    async def remove(self, group_id: GroupId, item: ItemId) -> bool:
        """Ask it no more; its wording stays for old answers. Tell whether it was there."""
        result = await self.session.execute(
            update(QuestionRow)
            .where(
                QuestionRow.group_id == group_id,
                QuestionRow.item == str(item),
                QuestionRow.state == OwnState.KEPT,
            )
            .values(state=OwnState.REMOVED)
            .returning(QuestionRow.id)
        )
        return result.first() is not None

    async def answers(
        self, scope: Scope, group_id: GroupId, item: Item, since_on: dt.date
    ) -> list[OwnAnswer]:
        """Return the answers to a question of the group's own by active participants in reach, latest first.

        Words are opened for it, since whoever answers is told that facilitators see them; of any other question none come.
        """
        query = (
            _own_answers(scope, item.id)
            .where(MembershipRow.group_id == group_id, CheckInRow.local_date >= since_on)
            .order_by(CheckInRow.local_date.desc(), AnswerRow.answered_at.desc())
        )
        rows = (await self.session.execute(query)).all()
        return [await self._answer(answer, on, seat) for answer, on, seat in rows]

    async def answer(self, scope: Scope, checkin_id: CheckInId, item: ItemId) -> OwnAnswer | None:
        """Return one answer to a question of a group's own as `answers` does; None when it is out of reach."""
        query = _own_answers(scope, item).where(AnswerRow.checkin_id == checkin_id)
        found = (await self.session.execute(query)).first()
        return None if found is None else await self._answer(*found)

    async def _answer(self, answer: AnswerRow, on: dt.date, seat: MembershipRow) -> OwnAnswer:
        cipher, row_id = await self.keys.of(PersonId(seat.person_id)), answer.checkin_id
        voice = None if answer.voice is None else Voice.unpack(cipher.open(_VOICE, row_id, answer.voice))
        return OwnAnswer(
            checkin_id=CheckInId(row_id),
            group_id=GroupId(seat.group_id),
            person_id=PersonId(seat.person_id),
            name="" if seat.display_name is None else cipher.open(_NAME, seat.id, seat.display_name),
            local_date=on,
            value=answer.value,
            text=None if answer.text is None else cipher.open(_TEXT, row_id, answer.text),
            voice=voice,
        )

    async def _change(self, question_id: QuestionId, **values: object) -> None:
        await self.session.execute(
            update(QuestionRow)
            .where(QuestionRow.id == question_id, QuestionRow.state == OwnState.DRAFT)
            .values(**values)
        )


def _own_answers(scope: Scope, item: ItemId) -> Select[AnswerRow, dt.date, MembershipRow]:
    return (
        select(AnswerRow, CheckInRow.local_date, MembershipRow)
        .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
        .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
        .where(
            MembershipRow.state == MemberState.ACTIVE,
            within(scope),
            AnswerRow.item == str(item),
            AnswerRow.item.startswith(OWN_PREFIX),
            AnswerRow.is_skipped.is_(False),
        )
    )


def _draft(row: QuestionRow) -> Draft:
    return Draft(QuestionId(row.id), GroupId(row.group_id), _item(row), OwnState(row.state))


def _item(row: QuestionRow) -> Item:
    return Item(
        id=ItemId(row.item),
        scale=Scale(row.scale),
        direction=Direction.NEITHER,
        seen_by=frozenset({Viewer.FACILITATOR}),
        code=row.item,
        source=_SOURCE,
        wording=row.text,
        choices=tuple(row.choices.split("\n")) if row.choices else (),
        is_removed=row.state == OwnState.REMOVED,
    )
