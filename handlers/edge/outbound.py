"""Shows sheets in chats: in place where possible, as new messages where not; it knows no person and no row."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from telegram.error import BadRequest
from telegram.ext import ExtBot

from handlers.edge import markup
from handlers.edge.calls import NO_PATIENCE, Calls, Draw, Patience, insistent
from handlers.edge.failures import Verdict, verdict
from handlers.edge.sheets import Delivery, Sheet
from handlers.request import Placing, Reaction


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """Where a sheet goes: over a message (None: a new one), with one whose buttons are then outdated.

    `is_moved`: the outdated message showed the same thing and goes, so that the thing stands below what was typed.
    """

    over: int | None = None
    is_over_picture: bool = False
    outdated: int | None = None
    is_moved: bool = False


class Outbound:
    """The way to Telegram for everything that people see."""

    def __init__(self, bot: ExtBot[Any], draw: Draw, patience: Patience | None = None) -> None:
        self._bot = bot
        self._draw = draw
        self._patience = patience or Patience()
        self._replies = Calls(bot, self._patience, draw)

    async def acknowledge(self, query_id: str, notice: str | None = None) -> None:
        """Answer a press, with a line over the chat if there is one; that it is too late harms nobody."""
        await self._replies.acknowledge(query_id, notice)

    async def deliver(self, delivery: Delivery) -> dict[str, int]:
        """Show every sheet; return which message now shows each anchored thing that has moved.

        Raises:
            TelegramError: it could not be delivered; what came before it has been.
        """
        moved: dict[str, int] = {}
        for index, sheet in enumerate(delivery.sheets):
            place = _first_place(delivery, sheet) if index == 0 else _next_place(delivery, sheet)
            shown_id = await self._show(delivery.chat_id, sheet, place)
            if place.outdated is not None and place.outdated != shown_id:
                leave = self._replies.remove if place.is_moved else self._replies.strip
                await leave(delivery.chat_id, place.outdated)
            if sheet.anchor is not None and delivery.anchors.get(sheet.anchor) != shown_id:
                moved[sheet.anchor] = shown_id
        if delivery.kept_rows is not None and delivery.pressed_id is not None:
            await self._replies.strip(delivery.chat_id, delivery.pressed_id, delivery.kept_rows)
        return moved

    async def insist(self, chat_id: int, sheet: Sheet) -> None:
        """Send what must arrive even if it then arrives more than once.

        Raises:
            TelegramError: it was refused, or nothing helped for as long as a reply is worth it.
        """
        await _send(Calls(self._bot, insistent(self._patience), self._draw), chat_id, sheet)

    async def post(
        self, chat_id: int, sheet: Sheet | Reaction, priority: object, shown_id: int | None = None
    ) -> int | None:
        """Send an unasked message once, without another try; return its id. `priority` is what the limiter takes.

        `shown_id` is the message that shows its thing so far: what only changes that one does nothing without it.

        Raises:
            TelegramError: it was not, or may not have been, delivered.
        """
        calls = Calls(self._bot, NO_PATIENCE, self._draw, priority=priority)
        if isinstance(sheet, Reaction):
            await calls.react(chat_id, sheet.message_id, sheet.emoji)
            return None
        if sheet.placing is Placing.BELOW:
            return await _send(calls, chat_id, sheet)
        if shown_id is not None:
            await _change(calls, chat_id, shown_id, sheet)
        return shown_id

    async def clear(self, chat_id: int, message_ids: Iterable[int], priority: int) -> None:
        """Take away messages that another one has replaced, or at least their buttons; what cannot be changed stays."""
        calls = Calls(self._bot, NO_PATIENCE, self._draw, priority=priority)
        for message_id in message_ids:
            await calls.remove(chat_id, message_id)

    async def _show(self, chat_id: int, sheet: Sheet, place: _Place) -> int:
        if place.over is None:
            return await _send(self._replies, chat_id, sheet)
        if (sheet.picture is not None) == place.is_over_picture and not _is_file(sheet):
            shown_id = await self._edit(chat_id, place.over, sheet)
            if shown_id is not None:
                return shown_id
        shown_id = await _send(self._replies, chat_id, sheet)
        await self._replies.strip(chat_id, place.over)
        return shown_id

    async def _edit(self, chat_id: int, message_id: int, sheet: Sheet) -> int | None:
        """Edit in place; return the id of the message that ends the sheet, or None when it cannot be edited."""
        if sheet.picture is not None:
            fits = markup.length(sheet.text) <= markup.CAPTION_CHARACTERS
            return (
                message_id if fits and await self._replies.edit_picture(chat_id, message_id, sheet) else None
            )
        first, *rest = _pages(sheet)
        if not await self._replies.edit_text(chat_id, message_id, first.text, first.rows):
            return None
        for page in rest:
            message_id = await self._replies.send_text(chat_id, page)
        return message_id


async def _send(calls: Calls, chat_id: int, sheet: Sheet) -> int:
    """Send in as many messages as it takes; return the id of the last, which has the buttons."""
    if sheet.picture is not None or _is_file(sheet):
        has_room = markup.length(sheet.text) <= markup.CAPTION_CHARACTERS
        try:
            file_id = await calls.send_file(
                chat_id, sheet if has_room else dataclasses.replace(sheet, text="", rows=())
            )
        except BadRequest as error:
            if not sheet.unplayed or verdict(error) is not Verdict.REFUSED:
                raise
            sheet = dataclasses.replace(sheet, text="\n\n".join(filter(None, (sheet.unplayed, sheet.text))))
        else:
            if has_room:
                return file_id
        sheet = dataclasses.replace(sheet, picture=None, document=None, voice=None, media=None)
    message_id = 0
    for page in _pages(sheet):
        message_id = await calls.send_text(chat_id, page)
    return message_id


async def _change(calls: Calls, chat_id: int, message_id: int, sheet: Sheet) -> None:
    """Change a message where it stands, or take it away; what cannot be changed stays."""
    if sheet.placing is Placing.AWAY and await calls.delete(chat_id, message_id):
        return
    # One of the two fits what is there; a sticker has no words at all.
    if not await calls.edit_text(chat_id, message_id, sheet.text, sheet.rows):
        await calls.edit_caption(chat_id, message_id, sheet.text, sheet.rows)


def _is_file(sheet: Sheet) -> bool:
    """Tell whether it is something that no edit turns a text into."""
    return sheet.document is not None or sheet.voice is not None or sheet.media is not None


def _pages(sheet: Sheet) -> list[Sheet]:
    *before, last = markup.split(sheet.text)
    return [
        *(dataclasses.replace(sheet, text=text, rows=()) for text in before),
        dataclasses.replace(sheet, text=last),
    ]


def _first_place(delivery: Delivery, sheet: Sheet) -> _Place:
    if delivery.pressed_id is None or delivery.is_below:
        return _next_place(delivery, sheet)
    if delivery.is_new:
        return _Place(outdated=delivery.pressed_id if delivery.kept_rows is None else None)
    anchored = delivery.anchors.get(sheet.anchor or "")
    return _Place(delivery.pressed_id, delivery.is_pressed_picture, outdated=anchored)


def _next_place(delivery: Delivery, sheet: Sheet) -> _Place:
    anchored = delivery.anchors.get(sheet.anchor or "")
    if anchored is None:
        return _Place()
    if delivery.arrived_id is not None and delivery.arrived_id > anchored:
        return _Place(outdated=anchored, is_moved=True)
    return _Place(anchored)
