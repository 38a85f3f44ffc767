"""Makes single calls to Telegram: with patience, and with the words alone where markup is refused; it places nothing.

What certainly did not arrive is tried again for as long as a reply is worth it; what may have arrived is tried once more
at most, unless trying again does no harm (edits).
"""

import asyncio
import dataclasses
import itertools
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import InputMediaPhoto, Message, ReplyParameters
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from handlers.edge.failures import Verdict, verdict
from handlers.edge.forms import formatted, is_settled, keyboard, send_media
from handlers.edge.sheets import Key, Sheet
from handlers.pictures.picture import Picture

NOTICE_CHARACTERS = 200

_T = TypeVar("_T")
Draw = Callable[[Picture], Awaitable[bytes]]
"""Makes the image of a picture."""


@dataclasses.dataclass(frozen=True, slots=True)
class Patience:
    """How long calls are tried again, in seconds.

    Attributes:
        not_sent_for: a call that certainly had no effect.
        edits: tries of an edit whose result is unsure; twice does nothing, so there are many.
        sends: tries of a new message whose result is unsure; twice is seen, so there are few, `send_again_after` apart.
    """

    not_sent_for: float = 600
    first_wait: float = 0.5
    longest_wait: float = 15
    edits: int = 8
    sends: int = 2
    send_again_after: float = 5


NO_PATIENCE = Patience(not_sent_for=0, edits=1, sends=1)
"""One try: whoever calls keeps the message and decides."""


def insistent(patience: Patience) -> Patience:
    """Return the same for a message that is better sent twice than not at all: the time alone ends the tries."""
    return dataclasses.replace(patience, sends=sys.maxsize, send_again_after=patience.first_wait)


class Calls:
    """Calls of one kind of message: replies are patient, unasked messages have a priority and one try."""

    def __init__(self, bot: ExtBot[Any], patience: Patience, draw: Draw, *, priority: object = None) -> None:
        self._bot = bot
        self._draw = draw
        self._patience = patience
        self._priority = priority

    async def acknowledge(self, query_id: str, notice: str | None) -> None:
        """Answer a press, with a line over the chat if there is one; that it is too late harms nobody."""
        try:
            await self._bot.answer_callback_query(query_id, text=notice and notice[:NOTICE_CHARACTERS])
        except TelegramError:
            return

    async def strip(self, chat_id: int, message_id: int, kept: tuple[tuple[Key, ...], ...] = ()) -> None:
        """Take the buttons off a message but for those kept; where that fails they stay: each press checks what it may do."""
        try:
            await self._bot.edit_message_reply_markup(
                chat_id, message_id, reply_markup=keyboard(kept), rate_limit_args=self._priority
            )
        except TelegramError:
            return

    async def remove(self, chat_id: int, message_id: int) -> None:
        """Take a message away, or at least its buttons: Telegram deletes none that is older than two days."""
        try:
            await self._bot.delete_message(chat_id, message_id, rate_limit_args=self._priority)
        except TelegramError:
            await self.strip(chat_id, message_id)

    async def edit_text(
        self, chat_id: int, message_id: int, text: str, rows: tuple[tuple[Key, ...], ...]
    ) -> bool:
        """Put a text in a message's place; false when that message cannot be edited."""

        async def edit(body: str, **more: Any) -> bool:
            try:
                await self._bot.edit_message_text(
                    body,
                    chat_id,
                    message_id,
                    reply_markup=keyboard(rows),
                    rate_limit_args=self._priority,
                    **more,
                )
            except BadRequest as error:
                return is_settled(error)
            return True

        return await self._try(lambda: formatted(edit, text), self._patience.edits)

    async def edit_caption(
        self, chat_id: int, message_id: int, text: str, rows: tuple[tuple[Key, ...], ...]
    ) -> bool:
        """Put other words below a picture or sound; false when that message cannot be edited."""

        async def edit(body: str, **more: Any) -> bool:
            try:
                await self._bot.edit_message_caption(
                    chat_id,
                    message_id,
                    caption=body,
                    reply_markup=keyboard(rows),
                    rate_limit_args=self._priority,
                    **more,
                )
            except BadRequest as error:
                return is_settled(error)
            return True

        return await self._try(lambda: formatted(edit, text), self._patience.edits)

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Take a message away; false where Telegram does not, since it is older than two days or gone."""

        async def delete() -> bool:
            try:
                return await self._bot.delete_message(chat_id, message_id, rate_limit_args=self._priority)
            except BadRequest:
                return False

        return await self._try(delete, self._patience.edits)

    async def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        """Put a reaction under a message in place of the bot's earlier one, or take that away."""
        await self._try(
            lambda: self._bot.set_message_reaction(
                chat_id, message_id, emoji, rate_limit_args=self._priority
            ),
            self._patience.edits,
        )

    async def edit_picture(self, chat_id: int, message_id: int, sheet: Sheet) -> bool:
        """Put a picture in a picture's place; false when that message cannot be edited."""
        picture = await self._drawn(sheet.picture)

        async def edit(body: str, **more: Any) -> bool:
            media = InputMediaPhoto(picture, caption=body or None, filename="picture.png", **more)
            try:
                await self._bot.edit_message_media(
                    media, chat_id, message_id, reply_markup=keyboard(sheet.rows)
                )
            except BadRequest as error:
                return is_settled(error)
            return True

        return await self._try(lambda: formatted(edit, sheet.text), self._patience.edits)

    async def send_text(self, chat_id: int, sheet: Sheet) -> int:
        """Send a text of at most one message; return its id."""

        async def send(body: str, **more: Any) -> Message:
            return await self._bot.send_message(chat_id, body, **self._manner(sheet), **more)

        return (
            await self._try(
                lambda: formatted(send, sheet.text), self._patience.sends, self._patience.send_again_after
            )
        ).message_id

    async def send_file(self, chat_id: int, sheet: Sheet) -> int:
        """Send a picture, a document or a voice note with its caption; return its id."""
        picture = None if sheet.picture is None else await self._drawn(sheet.picture)

        async def send(body: str, **more: Any) -> Message:
            more |= self._manner(sheet) | {"caption": body or None}
            if sheet.media is not None:
                return await send_media(self._bot, chat_id, sheet.media, more)
            if sheet.voice is not None:
                return await self._bot.send_voice(chat_id, sheet.voice.file_id, **more)
            if sheet.document is not None:
                content, name = sheet.document.content, sheet.document.name
                return await self._bot.send_document(chat_id, content, filename=name, **more)
            return await self._bot.send_photo(chat_id, picture or b"", filename="picture.png", **more)

        return (
            await self._try(
                lambda: formatted(send, sheet.text), self._patience.sends, self._patience.send_again_after
            )
        ).message_id

    async def _drawn(self, picture: bytes | Picture | None) -> bytes:
        return await self._draw(picture) if isinstance(picture, Picture) else picture or b""

    def _manner(self, sheet: Sheet) -> dict[str, Any]:
        return {
            "reply_markup": keyboard(sheet.rows),
            "protect_content": sheet.is_protected or None,
            "disable_notification": sheet.is_silent or None,
            "reply_parameters": (
                None
                if sheet.reply_to is None
                else ReplyParameters(sheet.reply_to, allow_sending_without_reply=True)
            ),
            "rate_limit_args": self._priority,
        }

    async def _try(
        self, call: Callable[[], Awaitable[_T]], tries_if_unsure: int, wait_if_unsure: float = 0.0
    ) -> _T:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._patience.not_sent_for
        wait = self._patience.first_wait
        for count in itertools.count(1):
            try:
                return await call()
            except TelegramError as error:
                meaning = verdict(error)
                is_harmless = meaning in {Verdict.NOT_SENT, Verdict.SYSTEM} or (
                    meaning is Verdict.UNSURE and count < tries_if_unsure
                )
                if not is_harmless or loop.time() + wait > deadline:
                    raise
            await asyncio.sleep(max(wait, wait_if_unsure) if meaning is Verdict.UNSURE else wait)
            wait = min(wait * 2, self._patience.longest_wait)
        raise AssertionError("the loop above ends by itself")
