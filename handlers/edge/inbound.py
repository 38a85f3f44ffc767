"""Reads from an update what happened and who did it; it decides nothing about it."""

import dataclasses
import enum
import re

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
)

from domain.relays import Media
from domain.voices import Voice
from handlers.edge.contents import attachment_of, media_of, place_of, voice_of
from handlers.edge.sheets import Key
from handlers.request import Attachment
from handlers.texts.crisis import HELP_NOW

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+|$)")
_PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}
SOS = "sos"
"""The command that the words of the button for help mean."""
_CALLS_FOR_HELP = {SOS, *(words.casefold() for words in (HELP_NOW.en, HELP_NOW.es))}
_UNSENDABLE = {code: None for code in range(32) if chr(code) not in "\n\t"}


class Happening(enum.Enum):
    """What somebody did."""

    COMMAND = "command"
    PRESSED = "pressed"
    TYPED = "typed"
    EDITED = "edited"
    REACTED = "reacted"
    CALLED_IN_GROUP = "called_in_group"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    NOTHING = "nothing"


@dataclasses.dataclass(frozen=True, slots=True)
class Arrival:
    """One update, as far as we are concerned with it.

    Attributes:
        chat_id: where the answer goes.
        command: its name in lower case, without slash and bot.
        text: what was typed, or what stood after the command; a caption where there is an attachment. As it reads
            now where it was edited.
        data: what the pressed button carries.
        message_id: the pressed message, or the one that arrived.
        is_picture: the pressed message shows a picture.
        rows: the buttons of the pressed message.
        voice: the voice note that came.
        place: latitude and longitude of the place that was shared, in degrees.
        media: the voice message, photo or sticker that came.
        reply_to: the message of the chat that it answers.
        username: of who did it.
        emoji: what somebody reacted with to `message_id`; None takes a reaction away.
    """

    update_id: int
    happening: Happening
    chat_id: int = 0
    language_code: str | None = None
    command: str = ""
    text: str = ""
    data: str = ""
    query_id: str | None = None
    message_id: int | None = None
    is_picture: bool = False
    rows: tuple[tuple[Key, ...], ...] = ()
    attachment: Attachment | None = None
    is_forwarded: bool = False
    voice: Voice | None = None
    place: tuple[float, float] | None = None
    media: Media | None = None
    reply_to: int | None = None
    username: str | None = None
    emoji: str | None = None


def arrival_of(update: Update, bot_username: str) -> Arrival:
    """Return what happened; whatever does not concern us is NOTHING.

    Channel posts, other bots' messages and service messages are no answers of anybody.
    """
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query)
    if update.message is not None:
        return _message(update.update_id, update.message, bot_username)
    if update.edited_message is not None:
        return _edit(update.update_id, update.edited_message, bot_username)
    if update.message_reaction is not None:
        return _reaction(update.update_id, update.message_reaction)
    if update.my_chat_member is not None:
        return _standing(update.update_id, update.my_chat_member)
    return Arrival(update.update_id, Happening.NOTHING)


def cleaned(text: str) -> str:
    """Return the text without what no encoding and no database takes: lone surrogates, control characters."""
    return text.encode("utf-8", "replace").decode().translate(_UNSENDABLE)


def is_call_for_help(text: str, *, is_forwarded: bool) -> bool:
    """Tell whether a text is /sos, or the words of the button in somebody's own hand: they mean the button."""
    command = _COMMAND.match(text)
    if command:
        return command[1].lower() == SOS
    return not is_forwarded and " ".join(text.split()).strip(" .!¡").casefold() in _CALLS_FOR_HELP


def _press(update_id: int, query: CallbackQuery) -> Arrival:
    message = query.message
    if message is None or message.chat.type != Chat.PRIVATE or query.data is None:
        return Arrival(update_id, Happening.NOTHING, query_id=query.id)
    return Arrival(
        update_id,
        Happening.PRESSED,
        chat_id=message.chat.id,
        language_code=query.from_user.language_code,
        data=query.data,
        query_id=query.id,
        message_id=message.message_id,
        is_picture=isinstance(message, Message) and bool(message.photo),
        username=query.from_user.username,
        rows=_rows(message) if isinstance(message, Message) else (),
    )


def _rows(message: Message) -> tuple[tuple[Key, ...], ...]:
    if message.reply_markup is None:
        return ()
    return tuple(
        tuple(
            Key(
                key.text,
                key.callback_data if isinstance(key.callback_data, str) else None,
                key.url,
                key.style,
            )
            for key in row
        )
        for row in message.reply_markup.inline_keyboard
    )


def _message(update_id: int, message: Message, bot_username: str) -> Arrival:
    nothing = Arrival(update_id, Happening.NOTHING)
    if message.from_user is None or message.sender_chat is not None or message.via_bot is not None:
        return nothing
    command = _COMMAND.match(message.text or "")
    if message.chat.type != Chat.PRIVATE:
        is_ours = command and (command[2] or "").lower() in {"", bot_username.lower()}
        return _called(update_id, message.chat) if is_ours else nothing
    attachment = attachment_of(message)
    if message.text is None and attachment is None:
        return nothing
    text = message.text if message.text is not None else (message.caption or "")
    is_forwarded = message.forward_origin is not None
    name = command[1].lower() if command else ""
    if is_call_for_help(message.text or "", is_forwarded=is_forwarded):
        name = SOS
    return Arrival(
        update_id,
        Happening.COMMAND if name else Happening.TYPED,
        chat_id=message.chat.id,
        language_code=message.from_user.language_code,
        command=name,
        text=cleaned(text[command.end() :].strip() if command else text),
        message_id=message.message_id,
        attachment=attachment,
        is_forwarded=is_forwarded,
        voice=voice_of(message),
        place=place_of(message),
        media=media_of(message),
        reply_to=None if message.reply_to_message is None else message.reply_to_message.message_id,
        username=message.from_user.username,
    )


def _edit(update_id: int, message: Message, bot_username: str) -> Arrival:
    """Return what an earlier message says now; in a group nobody's edit concerns us."""
    arrival = _message(update_id, message, bot_username)
    if arrival.happening not in {Happening.COMMAND, Happening.TYPED}:
        return Arrival(update_id, Happening.NOTHING)
    return dataclasses.replace(arrival, happening=Happening.EDITED)


def _reaction(update_id: int, change: MessageReactionUpdated) -> Arrival:
    """Return a reaction with an emoji that everybody has, or that there is none any more; others concern nobody."""
    emoji = next((one.emoji for one in change.new_reaction if isinstance(one, ReactionTypeEmoji)), None)
    is_ours = change.chat.type == Chat.PRIVATE and (emoji is not None or not change.new_reaction)
    if not is_ours:
        return Arrival(update_id, Happening.NOTHING)
    return Arrival(
        update_id,
        Happening.REACTED,
        chat_id=change.chat.id,
        message_id=change.message_id,
        emoji=emoji,
    )


def _standing(update_id: int, change: ChatMemberUpdated) -> Arrival:
    is_present = change.new_chat_member.status in _PRESENT
    if change.chat.type == Chat.PRIVATE:
        happening = Happening.UNBLOCKED if is_present else Happening.BLOCKED
        return Arrival(update_id, happening, chat_id=change.chat.id)
    was_present = change.old_chat_member.status in _PRESENT
    if is_present and not was_present and change.chat.type != Chat.CHANNEL:
        return _called(update_id, change.chat)
    return Arrival(update_id, Happening.NOTHING)


def _called(update_id: int, chat: Chat) -> Arrival:
    return Arrival(update_id, Happening.CALLED_IN_GROUP, chat_id=chat.id)
