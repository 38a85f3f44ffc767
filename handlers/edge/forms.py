"""Puts sheets into Telegram's forms: keyboards, markup that may be refused, media by their names; it decides nothing."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest
from telegram.ext import ExtBot

from domain.relays import Media, RelayKind
from handlers.edge import markup
from handlers.edge.failures import Verdict, says, verdict
from handlers.edge.sheets import Key

_T = TypeVar("_T")


async def send_media(bot: ExtBot[Any], chat_id: int, media: Media, manner: dict[str, Any]) -> Message:
    """Send what is kept at Telegram once more; a photo is covered, so that a lock screen does not show it."""
    if media.kind is RelayKind.VOICE:
        return await bot.send_voice(chat_id, media.file_id, **manner)
    if media.kind is RelayKind.PHOTO:
        return await bot.send_photo(chat_id, media.file_id, has_spoiler=True, **manner)
    bare = {name: value for name, value in manner.items() if name not in {"caption", "parse_mode"}}
    return await bot.send_sticker(chat_id, media.file_id, **bare)


def is_settled(error: BadRequest) -> bool:
    """Tell whether a refused edit left the message as it should be; false: it needs a new message."""
    if says(error, "can't parse entities") or verdict(error) is Verdict.GONE:
        raise error
    return says(error, "message is not modified")


async def formatted(send: Callable[..., Awaitable[_T]], text: str) -> _T:
    """Send as it is; should Telegram not understand the markup, send the words without it."""
    try:
        return await send(text)
    except BadRequest as error:
        if not says(error, "can't parse entities"):
            raise
    return await send(markup.plain(text), parse_mode=None)


def keyboard(rows: tuple[tuple[Key, ...], ...]) -> InlineKeyboardMarkup | None:
    """Return the buttons; None when there are none."""
    return InlineKeyboardMarkup([[_button(key) for key in row] for row in rows]) if rows else None


def _button(key: Key) -> InlineKeyboardButton:
    return InlineKeyboardButton(key.label, callback_data=key.data, url=key.url, style=key.style)
