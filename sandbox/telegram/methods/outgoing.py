"""Prepare, fill and deliver what the sending methods share. It knows no single method."""

import dataclasses

from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.formatting import Formatted, Room, settle
from sandbox.telegram.keyboards import check_markup
from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters, field
from sandbox.telegram.state import State
from sandbox.telegram.wire import message_json

# Source: message effects are documented only as ids; these are the free ones that clients offer.
EFFECTS = frozenset(
    {
        "5104841245755180586",
        "5107584321108051014",
        "5104858069142078462",
        "5159385139981059251",
        "5046509860389126442",
        "5046589136895476101",
    }
)
_GENERAL_TOPIC = 1


def begin(state: State, parameters: Parameters, chat: Chat, markup: Json | None) -> Message:
    """Check what every sending method shares and make the message, which has no place in the chat yet."""
    if parameters.has("business_connection_id"):
        raise bad_request("business connection not found")
    thread_id = parameters.integer("message_thread_id") or None
    if thread_id is not None and (thread_id == _GENERAL_TOPIC or thread_id not in chat.topics):
        raise bad_request("message thread not found")
    reply_to, quote = _reply(parameters, chat)
    check_markup(markup, chat)
    effect = parameters.text("message_effect_id") or None
    if effect is not None and (effect not in EFFECTS or not chat.is_private):
        raise bad_request("EFFECT_ID_INVALID")
    if parameters.boolean("allow_paid_broadcast"):
        raise bad_request("FLOODSKIP_NOT_ALLOWED")
    message = Message(chat.id, 0, state.bot.id, state.now)
    message.markup = markup
    message.thread_id = thread_id
    message.reply_to = reply_to
    message.quote = quote
    message.effect_id = effect
    message.is_protected = parameters.boolean("protect_content")
    message.is_silent = parameters.boolean("disable_notification")
    return message


def settled(state: State, formatted: Formatted, room: Room) -> Formatted:
    """Return the text as it will stand in the chat; raise ApiError when it may not."""
    return _known_mentions(state, settle(formatted, room))


def deliver(state: State, message: Message, formatted: Formatted | None = None) -> Json:
    """Give the message its text and its place, once nothing can refuse it any more."""
    if formatted is not None:
        message.text, message.entities = formatted.text, formatted.entities
    state.flood.spend(message.chat_id)
    message.id = state.chats[message.chat_id].next_message_id()
    return message_json(state, state.post(message))


def read_link_preview(parameters: Parameters) -> Json | None:
    """Return the link preview options, None when there are none; raise ApiError when malformed."""
    value = parameters.decoded("link_preview_options", "can't parse link preview options JSON object")
    if not isinstance(value, dict):
        return {"is_disabled": True} if parameters.boolean("disable_web_page_preview") else None
    kept: Json = {}
    for name in ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"):
        if field(value, name, bool, "Boolean"):
            kept[name] = True
    url = field(value, "url", str, "String")
    if url:
        if "." not in str(url):
            raise bad_request("WEBPAGE_URL_INVALID")
        kept["url"] = url
    return kept or None


def _known_mentions(state: State, formatted: Formatted) -> Formatted:
    """Drop mentions of people the bot does not know, or refuse them when the bot listed them itself."""
    known = tuple(
        each
        for each in formatted.entities
        if each.user_id is None
        or each.user_id == state.bot.id
        or (each.user_id in state.accounts and state.bot_knows(each.user_id))
    )
    if formatted.is_explicit and len(known) != len(formatted.entities):
        raise bad_request("user not found")
    return dataclasses.replace(formatted, entities=known)


def _reply(parameters: Parameters, chat: Chat) -> tuple[int | None, str | None]:
    value = parameters.decoded("reply_parameters", "can't parse reply parameters JSON object")
    if isinstance(value, dict):
        message_id = field(value, "message_id", int, "Number")
        if message_id is None:
            raise bad_request('can\'t find field "message_id"')
        reply_to = int(str(message_id))
        may_miss = bool(field(value, "allow_sending_without_reply", bool, "Boolean"))
        quote = field(value, "quote", str, "String")
    else:
        reply_to = parameters.integer("reply_to_message_id")
        may_miss = parameters.boolean("allow_sending_without_reply")
        quote = None
    if not reply_to:
        return None, None
    replied = chat.messages.get(reply_to)
    if replied is None:
        if may_miss:
            return None, None
        raise bad_request("message to be replied not found")
    if quote and str(quote) not in replied.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return reply_to, str(quote) if quote else None
