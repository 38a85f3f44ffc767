"""Keeps what a group is asked: items switched and ordered, and questions of its own; it decides nothing about them."""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import delete, select, update

from domain.ids import GroupId
from domain.items import OWN_PREFIX, Direction, Item, ItemId, Scale, Viewer
from domain.templates import Setting
from storage.repository import Repository
from storage.tables.questions import GroupItemRow, QuestionRow
from storage.types import new_id

_SOURCE: Final = "a question of the group's own"
_ID_BYTES: Final = 6


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
            .where(QuestionRow.group_id == group_id)
            .order_by(QuestionRow.created_at, QuestionRow.id)
        )
        return tuple(_item(row) for row in await self.session.scalars(query))

    async def add(
        self, group_id: GroupId, scale: Scale, wording: str, choices: Sequence[str], now: dt.datetime
    ) -> Item:
        """Keep a new question of the group's own; its id is fresh and lasts as long as its answers."""
        row = QuestionRow(
            id=new_id(),
            group_id=group_id,
            item=f"{OWN_PREFIX}{secrets.token_hex(_ID_BYTES)}",
            scale=scale,
            text=wording,
            choices="\n".join(choices),
            is_removed=False,
            created_at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return _item(row)

    async def remove(self, group_id: GroupId, item: ItemId) -> bool:
        """Ask it no more; its wording stays for old answers. Tell whether it was there."""
        result = await self.session.execute(
            update(QuestionRow)
            .where(
                QuestionRow.group_id == group_id,
                QuestionRow.item == str(item),
                QuestionRow.is_removed.is_(False),
            )
            .values(is_removed=True)
            .returning(QuestionRow.id)
        )
        return result.first() is not None


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
        is_removed=row.is_removed,
    )
