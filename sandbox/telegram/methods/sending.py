"""Send what bots send: texts, pictures, files, copies. Edits and deletions are elsewhere."""

from sandbox.telegram.access import find_message, readable_chat, writable_chat
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.formatting import CAPTION_ROOM, TEXT_ROOM, read_formatted
from sandbox.telegram.keyboards import read_markup
from sandbox.telegram.messages import Media, Message
from sandbox.telegram.methods.outgoing import begin, deliver, read_link_preview, settled
from sandbox.telegram.methods.uploads import chosen_file, chosen_photo
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import Event, EventKind, State
from sandbox.telegram.wire import unix, user_json

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


def send_message(state: State, parameters: Parameters) -> Json:
    """Send a text."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    formatted = read_formatted(parameters, "text", "parse_mode", "entities")
    preview = read_link_preview(parameters)
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    message = begin(state, parameters, chat, markup)
    message.link_preview = preview
    return deliver(state, message, settled(state, formatted, TEXT_ROOM))


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
    if file.type_name != "VoiceNote":
        raise bad_request(f"can't use file of type {file.type_name} as VoiceNote")
    # A sound that is sent again keeps its length, whatever the bot says.
    seconds = file.seconds or parameters.integer("duration")
    facts: Json = {"duration": seconds, "mime_type": file.mime_type}
    return _send_media(state, parameters, Media("voice", file, facts=facts))


def send_sticker(state: State, parameters: Parameters) -> Json:
    """Send a sticker, which has no caption."""
    file = chosen_file(state, parameters, "sticker", folder="stickers")
    facts: Json = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    message = begin(state, parameters, chat, markup)
    message.media = Media("sticker", file, facts=facts)
    return deliver(state, message)


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
    message = begin(state, parameters, chat, None)
    _take_content(message, source)
    message.origin = source.origin or {
        "type": "user",
        "date": unix(source.sent_at),
        "sender_user": user_json(state, source.sender_id),
    }
    return deliver(state, message)


def copy_message(state: State, parameters: Parameters) -> Json:
    """Send a message again as the bot's own, perhaps with another caption."""
    markup = read_markup(parameters)
    chat, source = _source(state, parameters, "to copy")
    if source.service is not None:
        raise bad_request("the message can't be copied")
    message = begin(state, parameters, chat, markup)
    _take_content(message, source)
    caption = None
    if source.media is not None and "caption" in parameters.values:
        given = read_formatted(parameters, "caption", "parse_mode", "caption_entities")
        caption = settled(state, given, CAPTION_ROOM)
    return {"message_id": deliver(state, message, caption)["message_id"]}


def _send_media(state: State, parameters: Parameters, media: Media) -> Json:
    caption = read_formatted(parameters, "caption", "parse_mode", "caption_entities")
    markup = read_markup(parameters)
    chat = writable_chat(state, parameters)
    if media.kind == "voice" and chat.is_private and not state.accounts[chat.id].takes_voice:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    message = begin(state, parameters, chat, markup)
    message.media = media
    message.caption_above = parameters.boolean("show_caption_above_media")
    return deliver(state, message, settled(state, caption, CAPTION_ROOM))


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
