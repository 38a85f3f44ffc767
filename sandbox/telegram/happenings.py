"""Turn what people do into messages and the updates that Telegram would send. Bots' doings are elsewhere."""

import datetime as dt
import hashlib

from sandbox.telegram.chats import Chat, ChatKind, Membership
from sandbox.telegram.entities import utf16_slice
from sandbox.telegram.errors import Json
from sandbox.telegram.messages import Message
from sandbox.telegram.state import Event, EventKind, State
from sandbox.telegram.updates import QUERY_LIFETIME
from sandbox.telegram.wire import chat_json, inaccessible_json, member_json, message_json, unix, user_json

# Source: telegram-bot-api Client.cpp: an edit of an older message makes no update.
_EDIT_WINDOW = dt.timedelta(hours=24)


def new_message(state: State, chat: Chat, sender_id: int) -> Message:
    """Make an empty message with the chat's next id; `announce` or `State.post` puts it there."""
    return Message(chat.id, chat.next_message_id(), sender_id, state.now)


def announce(state: State, message: Message) -> Message:
    """Put a person's message into its chat and send the update, when the bot may see it."""
    state.post(message)
    if _bot_sees(state, message):
        state.push("message", message_json(state, message), key=message.chat_id)
    return message


def announce_service(state: State, chat: Chat, sender_id: int, service: Json) -> Message:
    """Put a service message into a chat and send the update."""
    message = new_message(state, chat, sender_id)
    message.service = service
    return announce(state, message)


def announce_edit(state: State, message: Message) -> None:
    """Show an edited message and send the update, unless the message is older than a day."""
    state.changed(message)
    if state.now - message.sent_at <= _EDIT_WINDOW and _bot_sees(state, message):
        state.push("edited_message", message_json(state, message), key=message.chat_id)


def announce_press(state: State, user_id: int, chat: Chat, message_id: int, data: str) -> str:
    """Send a callback query and return its id."""
    press = state.desk.add(user_id=user_id, chat_id=chat.id, message_id=message_id, data=data, now=state.now)
    message = chat.messages.get(message_id)
    payload: Json = {
        "id": press.id,
        "from": user_json(state, user_id),
        "message": message_json(state, message) if message else inaccessible_json(state, chat, message_id),
        "chat_instance": _chat_instance(state, chat),
        "data": data,
    }
    state.push("callback_query", payload, key=user_id, lifetime=QUERY_LIFETIME)
    return press.id


def announce_reaction(state: State, user_id: int, message: Message, new: list[Json]) -> None:
    """Show somebody's reaction and send the update; in groups the bot must be an administrator."""
    chat = state.chats[message.chat_id]
    old = message.reactions.get(user_id, [])
    message.reactions[user_id] = new
    state.changed(message, EventKind.REACTION)
    if chat.is_private or chat.bot in {Membership.ADMINISTRATOR, Membership.CREATOR}:
        payload: Json = {
            "chat": chat_json(state, chat),
            "message_id": message.id,
            "user": user_json(state, user_id),
            "date": unix(state.now),
            "old_reaction": old,
            "new_reaction": new,
        }
        state.push("message_reaction", payload, key=chat.id)


def announce_membership(
    state: State, chat: Chat, by_id: int, old: Membership, new: Membership, *, user_id: int | None = None
) -> None:
    """Send my_chat_member for the bot (no user_id) or chat_member for somebody else."""
    subject = state.bot.id if user_id is None else user_id
    payload: Json = {
        "chat": chat_json(state, chat),
        "from": user_json(state, by_id),
        "date": unix(state.now),
        "old_chat_member": member_json(state, subject, old),
        "new_chat_member": member_json(state, subject, new),
    }
    if user_id is None:
        state.push("my_chat_member", payload, key=chat.id)
    elif chat.bot is Membership.ADMINISTRATOR:
        state.push("chat_member", payload, key=chat.id)
    state.tell(Event(EventKind.MEMBERSHIP, chat.id))


def _bot_sees(state: State, message: Message) -> bool:
    """Apply privacy mode: in groups a bot sees commands, mentions, replies to it and service messages."""
    chat = state.chats[message.chat_id]
    if chat.kind is ChatKind.PRIVATE or message.service is not None:
        return True
    if not chat.bot.is_present:
        return False
    if state.bot.reads_groups or chat.bot is Membership.ADMINISTRATOR:
        return True
    replied = chat.messages.get(message.reply_to) if message.reply_to is not None else None
    return (replied is not None and replied.sender_id == state.bot.id) or _names_bot(state, message)


def _names_bot(state: State, message: Message) -> bool:
    own = f"@{state.bot.username}".lower()
    for entity in message.entities:
        covered = utf16_slice(message.text, entity.offset, entity.length).lower()
        if entity.type == "mention" and covered == own:
            return True
        if entity.type == "bot_command" and ("@" not in covered or covered.endswith(own)):
            return True
    return False


def _chat_instance(state: State, chat: Chat) -> str:
    digest = hashlib.sha256(f"{state.bot.id}:{chat.id}".encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))
