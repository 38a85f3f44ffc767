"""Write accounts, chats and messages as Bot API objects. It reads no request and changes nothing."""

import datetime as dt

from sandbox.telegram.chats import Chat, Membership
from sandbox.telegram.entities import Entity
from sandbox.telegram.errors import Json
from sandbox.telegram.messages import Media, Message
from sandbox.telegram.state import State

_NO_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_promote_members",
    "can_change_info",
    "can_restrict_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_invite_users",
    "can_pin_messages",
)


def unix(moment: dt.datetime) -> int:
    """Write a moment in whole seconds."""
    return int(moment.timestamp())


def bot_json(state: State) -> Json:
    """Write the bot as a User."""
    return {"id": state.bot.id, "is_bot": True, "first_name": state.bot.name, "username": state.bot.username}


def user_json(state: State, user_id: int) -> Json:
    """Write an account as a User, without the fields Telegram leaves out."""
    if user_id == state.bot.id:
        return bot_json(state)
    account = state.accounts[user_id]
    body: Json = {"id": account.id, "is_bot": False, "first_name": account.name}
    if account.username:
        body["username"] = account.username
    body["language_code"] = account.language_code
    return body


def chat_json(state: State, chat: Chat) -> Json:
    """Write a Chat."""
    body: Json = {"id": chat.id, "type": str(chat.kind)}
    if chat.is_private:
        account = state.accounts[chat.id]
        body["first_name"] = account.name
        if account.username:
            body["username"] = account.username
        return body
    body["title"] = chat.title
    if chat.username:
        body["username"] = chat.username
    if chat.is_forum:
        body["is_forum"] = True
    return body


def member_json(state: State, user_id: int, standing: Membership) -> Json:
    """Write a ChatMember of any standing."""
    body: Json = {"user": user_json(state, user_id), "status": str(standing)}
    if standing is Membership.ADMINISTRATOR:
        body |= dict.fromkeys(_NO_RIGHTS, False) | dict.fromkeys(_RIGHTS, True)
    elif standing is Membership.CREATOR:
        body["is_anonymous"] = False
    elif standing is Membership.KICKED:
        body["until_date"] = 0
    return body


def entity_json(state: State, entity: Entity) -> Json:
    """Write a MessageEntity."""
    body: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    for name in ("url", "language", "custom_emoji_id", "unix_time", "date_time_format"):
        value = getattr(entity, name)
        if value is not None:
            body[name] = value
    if entity.user_id is not None:
        body["user"] = user_json(state, entity.user_id)
    return body


def message_json(state: State, message: Message, *, with_reply: bool = True) -> Json:
    """Write a Message; what it replies to is written without its own reply."""
    chat = state.chats[message.chat_id]
    body: Json = {
        "message_id": message.id,
        "from": user_json(state, message.sender_id),
        "chat": chat_json(state, chat),
        "date": unix(message.sent_at),
    }
    if message.edited_at is not None:
        body["edit_date"] = unix(message.edited_at)
    replied = chat.messages.get(message.reply_to) if message.reply_to is not None else None
    if with_reply and replied is not None:
        body["reply_to_message"] = message_json(state, replied, with_reply=False)
    if message.quote is not None:
        body["quote"] = {"text": message.quote, "position": 0, "is_manual": True}
    return body | _marks_json(message) | _content_json(state, message) | (message.service or {})


def inaccessible_json(state: State, chat: Chat, message_id: int) -> Json:
    """Write an InaccessibleMessage, as for a button under a deleted message."""
    return {"chat": chat_json(state, chat), "message_id": message_id, "date": 0}


def _marks_json(message: Message) -> Json:
    marks: Json = {
        "message_thread_id": message.thread_id,
        "is_topic_message": message.thread_id is not None,
        "forward_origin": message.origin,
        "media_group_id": message.album_id,
        "has_protected_content": message.is_protected,
        "effect_id": message.effect_id,
        "show_caption_above_media": message.caption_above,
        "link_preview_options": message.link_preview,
        "reply_markup": {"inline_keyboard": message.inline_keyboard} if message.inline_keyboard else None,
    }
    return {name: value for name, value in marks.items() if value}


def _content_json(state: State, message: Message) -> Json:
    entities = [entity_json(state, entity) for entity in message.entities]
    body: Json = media_json(message.media) if message.media else {}
    prefix = "caption" if message.media else "text"
    if message.text:
        body[prefix] = message.text
    if entities:
        body["caption_entities" if message.media else "entities"] = entities
    return body


def media_json(media: Media) -> Json:
    """Write a message's media under its own field."""
    if media.sizes:
        return {
            "photo": [
                {
                    "file_id": size.file.file_id,
                    "file_unique_id": size.file.unique_id,
                    "file_size": len(size.file.content),
                    "width": size.width,
                    "height": size.height,
                }
                for size in media.sizes
            ]
        }
    if media.kind == "venue":
        return {"venue": media.facts, "location": media.facts["location"]}
    body = dict(media.facts)
    if media.file is not None:
        body |= {
            "file_id": media.file.file_id,
            "file_unique_id": media.file.unique_id,
            "file_size": len(media.file.content),
        }
    return {media.kind: body}
