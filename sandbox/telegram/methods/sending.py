"""Send what bots send: texts, pictures, files, copies. Edits and deletions are elsewhere."""

import dataclasses

from sandbox.telegram.access import find_message, readable_chat, writable_chat
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.formatting import MAX_CAPTION, MAX_TEXT, Formatted, read_formatted, settle
from sandbox.telegram.keyboards import check_markup, read_markup
from sandbox.telegram.messages import Media, Message
from sandbox.telegram.methods.uploads import chosen_file, chosen_photo
from sandbox.telegram.parameters import Parameters, field
from sandbox.telegram.state import Event, EventKind, State
from sandbox.telegram.wire import message_json, unix, user_json

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    }
)
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


def send_message(state: State, parameters: Parameters) -> Json:
    """Send a text."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    formatted = read_formatted(parameters, "text", "parse_mode", "entities")
    preview = read_link_preview(parameters)
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    message = _begin(state, parameters, chat, markup)
    _fill(state, message, formatted, MAX_TEXT, "message is too long")
    message.link_preview = preview
    return _deliver(state, message)


def send_photo(state: State, parameters: Parameters) -> Json:
    """Send a picture."""
    sizes = chosen_photo(state, parameters, "photo")
    return _send_media(state, parameters, Media("photo", sizes=sizes))


def send_document(state: State, parameters: Parameters) -> Json:
    """Send a file."""
    file = chosen_file(state, parameters, "document", folder="documents")
    facts = {"file_name": file.name, "mime_type": file.mime_type}
    return _send_media(state, parameters, Media("document", file, facts=facts))


def send_voice(state: State, parameters: Parameters) -> Json:
    """Send a voice message."""
    file = chosen_file(state, parameters, "voice", folder="voice")
    facts: Json = {"duration": parameters.integer("duration"), "mime_type": file.mime_type}
    return _send_media(state, parameters, Media("voice", file, facts=facts))


def send_sticker(state: State, parameters: Parameters) -> Json:
    """Send a sticker, which has no caption."""
    file = chosen_file(state, parameters, "sticker", folder="stickers")
    facts: Json = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    message = _begin(state, parameters, chat, markup)
    message.media = Media("sticker", file, facts=facts)
    return _deliver(state, message)


def send_chat_action(state: State, parameters: Parameters) -> bool:
    """Show that the bot is busy."""
    chat = writable_chat(state, parameters)
    action = parameters.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.tell(Event(EventKind.ACTION, chat.id, action=action))
    return True


def forward_message(state: State, parameters: Parameters) -> Json:
    """Send a message on, naming where it came from."""
    chat, source = _source(state, parameters, "to forward")
    if source.service is not None:
        raise bad_request("the message can't be forwarded")
    message = _begin(state, parameters, chat, None)
    _take_content(message, source)
    message.origin = source.origin or {
        "type": "user",
        "date": unix(source.sent_at),
        "sender_user": user_json(state, source.sender_id),
    }
    return _deliver(state, message)


def copy_message(state: State, parameters: Parameters) -> Json:
    """Send a message again as the bot's own, perhaps with another caption."""
    markup = read_markup(parameters)
    chat, source = _source(state, parameters, "to copy")
    if source.service is not None:
        raise bad_request("the message can't be copied")
    message = _begin(state, parameters, chat, markup)
    _take_content(message, source)
    if source.media is not None and "caption" in parameters.values:
        caption = read_formatted(parameters, "caption", "parse_mode", "caption_entities")
        _fill(state, message, caption, MAX_CAPTION, "message caption is too long", may_be_empty=True)
    return {"message_id": _deliver(state, message)["message_id"]}


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


def resolve_mentions(state: State, formatted: Formatted, *, is_strict: bool) -> Formatted:
    """Drop mentions of people the bot does not know, or refuse them when they came as entities."""
    known = tuple(
        each
        for each in formatted.entities
        if each.user_id is None
        or each.user_id == state.bot.id
        or (each.user_id in state.accounts and state.bot_knows(each.user_id))
    )
    if is_strict and len(known) != len(formatted.entities):
        raise bad_request("user not found")
    return dataclasses.replace(formatted, entities=known)


def _send_media(state: State, parameters: Parameters, media: Media) -> Json:
    caption = read_formatted(parameters, "caption", "parse_mode", "caption_entities")
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    message = _begin(state, parameters, chat, markup)
    message.media = media
    message.caption_above = parameters.boolean("show_caption_above_media")
    _fill(state, message, caption, MAX_CAPTION, "message caption is too long", may_be_empty=True)
    return _deliver(state, message)


def _begin(state: State, parameters: Parameters, chat: Chat, markup: Json | None) -> Message:
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


def _fill(
    state: State,
    message: Message,
    formatted: Formatted,
    limit: int,
    too_long: str,
    *,
    may_be_empty: bool = False,
) -> None:
    settled = settle(formatted, limit, too_long, may_be_empty=may_be_empty)
    settled = resolve_mentions(state, settled, is_strict=False)
    message.text, message.entities = settled.text, settled.entities


def _deliver(state: State, message: Message) -> Json:
    """Give the message its place, once nothing can refuse it any more."""
    state.flood.spend(message.chat_id)
    message.id = state.chats[message.chat_id].next_message_id()
    return message_json(state, state.post(message))


def _source(state: State, parameters: Parameters, purpose: str) -> tuple[Chat, Message]:
    origin = readable_chat(state, parameters, "from_chat_id")
    source = find_message(origin, parameters.integer("message_id"), purpose)
    chat = writable_chat(state, parameters)
    if source.is_protected:
        raise bad_request("message has protected content and can't be forwarded")
    return chat, source


def _take_content(message: Message, source: Message) -> None:
    message.text = source.text
    message.entities = source.entities
    message.media = source.media
    message.link_preview = source.link_preview
