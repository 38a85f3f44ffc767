"""Change and remove the bot's messages with Telegram's refusals. It sends nothing new."""

import dataclasses
import datetime as dt

from sandbox.telegram.access import find_message, readable_chat, require_pin_right, writable_chat
from sandbox.telegram.chats import Chat, Membership
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.formatting import CAPTION_ROOM, TEXT_ROOM, Formatted, read_formatted
from sandbox.telegram.happenings import new_message
from sandbox.telegram.keyboards import check_markup, read_markup
from sandbox.telegram.messages import Media, Message
from sandbox.telegram.methods.outgoing import read_link_preview, settled
from sandbox.telegram.methods.uploads import chosen_file, chosen_photo
from sandbox.telegram.parameters import Parameters, field
from sandbox.telegram.state import EventKind, State
from sandbox.telegram.wire import message_json

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
_MAX_DELETED_AT_ONCE = 100


@dataclasses.dataclass(frozen=True, slots=True)
class _Change:
    formatted: Formatted
    media: Media | None
    markup: Json | None
    preview: Json | None = None


def edit_message_text(state: State, parameters: Parameters) -> Json:
    """Write another text into a text message; buttons go unless they are sent again."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    formatted = read_formatted(parameters, "text", "parse_mode", "entities")
    preview = read_link_preview(parameters)
    markup = read_markup(parameters)
    message = _editable(state, parameters, markup)
    if message.media is not None or message.service is not None:
        raise bad_request("there is no text in the message to edit")
    new = settled(state, formatted, TEXT_ROOM)
    return _apply(state, message, _Change(new, message.media, markup, preview))


def edit_message_caption(state: State, parameters: Parameters) -> Json:
    """Write another caption under media."""
    formatted = read_formatted(parameters, "caption", "parse_mode", "caption_entities")
    markup = read_markup(parameters)
    message = _editable(state, parameters, markup)
    if message.media is None or message.media.kind in {"sticker", "location", "venue", "contact"}:
        raise bad_request("there is no caption in the message to edit")
    new = settled(state, formatted, CAPTION_ROOM)
    return _apply(state, message, _Change(new, message.media, markup))


def edit_message_media(state: State, parameters: Parameters) -> Json:
    """Put another picture or file into a message."""
    value = parameters.decoded("media", "can't parse input media JSON object")
    if not isinstance(value, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    inner = Parameters(value, parameters.uploads)
    media = _input_media(state, inner)
    formatted = read_formatted(inner, "caption", "parse_mode", "caption_entities")
    markup = read_markup(parameters)
    message = _editable(state, parameters, markup)
    if message.media is None:
        raise bad_request("there is no media in the message to edit")
    new = settled(state, formatted, CAPTION_ROOM)
    return _apply(state, message, _Change(new, media, markup))


def edit_message_reply_markup(state: State, parameters: Parameters) -> Json:
    """Change only the buttons, or take them away."""
    markup = read_markup(parameters)
    message = _editable(state, parameters, markup)
    current = Formatted(message.text, message.entities)
    return _apply(state, message, _Change(current, message.media, markup, message.link_preview))


def delete_message(state: State, parameters: Parameters) -> bool:
    """Delete one message, within two days."""
    chat = readable_chat(state, parameters)
    message = find_message(chat, parameters.integer("message_id"), "to delete")
    _check_deletable(state, chat, message)
    state.remove(message)
    return True


def delete_messages(state: State, parameters: Parameters) -> bool:
    """Delete up to a hundred messages; those that are gone are passed over."""
    chat = readable_chat(state, parameters)
    for message_id in _message_ids(parameters):
        message = chat.messages.get(message_id)
        if message is not None:
            _check_deletable(state, chat, message)
            state.remove(message)
    return True


def pin_chat_message(state: State, parameters: Parameters) -> bool:
    """Pin a message, leaving the service message that says so."""
    chat = writable_chat(state, parameters)
    message = find_message(chat, parameters.integer("message_id"), "to pin")
    require_pin_right(chat)
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        note = new_message(state, chat, state.bot.id)
        note.service = {"pinned_message": message_json(state, message, with_reply=False)}
        note.is_silent = parameters.boolean("disable_notification")
        state.post(note)
        state.changed(message, EventKind.PINNED)
    return True


def unpin_chat_message(state: State, parameters: Parameters) -> bool:
    """Unpin a message, or the latest one when none is named."""
    chat = writable_chat(state, parameters)
    require_pin_right(chat)
    if parameters.has("message_id"):
        message = find_message(chat, parameters.integer("message_id"), "to unpin")
    elif chat.pinned:
        message = chat.messages[chat.pinned[-1]]
    else:
        raise bad_request("message to unpin not found")
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
        state.changed(message, EventKind.PINNED)
    return True


def unpin_all_chat_messages(state: State, parameters: Parameters) -> bool:
    """Unpin everything."""
    chat = writable_chat(state, parameters)
    require_pin_right(chat)
    chat.pinned.clear()
    return True


def _editable(state: State, parameters: Parameters, markup: Json | None) -> Message:
    if parameters.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = readable_chat(state, parameters)
    if not parameters.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = find_message(chat, parameters.integer("message_id"), "to edit")
    if message.sender_id != state.bot.id or message.origin is not None or message.service is not None:
        raise bad_request("message can't be edited")
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    check_markup(markup, chat)
    return message


def _apply(state: State, message: Message, change: _Change) -> Json:
    old = _Change(
        Formatted(message.text, message.entities), message.media, message.markup, message.link_preview
    )
    if change == old:
        raise bad_request(_NOT_MODIFIED)
    state.flood.spend(message.chat_id)
    message.text, message.entities = change.formatted.text, change.formatted.entities
    message.media, message.markup, message.link_preview = change.media, change.markup, change.preview
    message.edited_at = state.now
    state.changed(message)
    return message_json(state, message)


def _input_media(state: State, inner: Parameters) -> Media:
    kind = inner.text("type")
    if kind == "photo":
        return Media("photo", sizes=chosen_photo(state, inner, "media"))
    if kind == "document":
        file = chosen_file(state, inner, "media", folder="documents")
        return Media("document", file, facts={"file_name": file.name, "mime_type": file.mime_type})
    raise bad_request("can't parse InputMedia: Unsupported type specified")


def _check_deletable(state: State, chat: Chat, message: Message) -> None:
    if state.now - message.sent_at >= dt.timedelta(hours=state.limits.delete_window_hours):
        raise bad_request("message can't be deleted for everyone")
    is_foreign = message.sender_id != state.bot.id
    if is_foreign and not chat.is_private and chat.bot is not Membership.ADMINISTRATOR:
        raise bad_request("message can't be deleted")


def _message_ids(parameters: Parameters) -> list[int]:
    value = parameters.decoded("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(value, list) or not value:
        raise bad_request("message identifiers are not specified")
    if len(value) > _MAX_DELETED_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    for each in value:
        field({"message_id": each}, "message_id", int, "Number")
    return [int(each) for each in value]
