"""Tell about chats and members, and leave chats. It sends no message."""

from sandbox.telegram.access import readable_chat
from sandbox.telegram.chats import Chat, Membership
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.happenings import announce_membership
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State
from sandbox.telegram.wire import chat_json, member_json, message_json

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_MAX_REACTIONS = 11


def get_chat(state: State, parameters: Parameters) -> Json:
    """Describe a chat in full."""
    chat = readable_chat(state, parameters)
    body = chat_json(state, chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": _MAX_REACTIONS,
        "accepted_gift_types": dict.fromkeys(_GIFTS, chat.is_private),
    }
    if chat.is_private and chat_json(state, chat).get("username"):
        body["active_usernames"] = [body["username"]]
    if not chat.is_private:
        body["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    if chat.pinned:
        body["pinned_message"] = message_json(state, chat.messages[chat.pinned[-1]], with_reply=False)
    return body


def get_chat_member(state: State, parameters: Parameters) -> Json:
    """Tell what somebody is in a chat."""
    chat = readable_chat(state, parameters)
    user_id = parameters.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if user_id == state.bot.id:
        return member_json(state, user_id, chat.bot)
    if user_id not in state.accounts:
        raise bad_request("member not found" if chat.is_private else "PARTICIPANT_ID_INVALID")
    if chat.is_private:
        return member_json(state, user_id, Membership.MEMBER if user_id == chat.id else Membership.LEFT)
    return member_json(state, user_id, chat.members.get(user_id, Membership.LEFT))


def get_chat_administrators(state: State, parameters: Parameters) -> list[Json]:
    """List who runs a group."""
    chat = _group(state, parameters, "there are no administrators in the private chat")
    everybody = {**chat.members, state.bot.id: chat.bot}
    return [
        member_json(state, user_id, standing)
        for user_id, standing in everybody.items()
        if standing in {Membership.CREATOR, Membership.ADMINISTRATOR}
    ]


def get_chat_member_count(state: State, parameters: Parameters) -> int:
    """Count the members, the bot among them."""
    chat = readable_chat(state, parameters)
    return 2 if chat.is_private else len(chat.members) + chat.bot.is_present


def leave_chat(state: State, parameters: Parameters) -> bool:
    """Leave a group."""
    chat = _group(state, parameters, "chat member status can't be changed in private chats")
    old, chat.bot = chat.bot, Membership.LEFT
    announce_membership(state, chat, state.bot.id, old, Membership.LEFT)
    return True


def _group(state: State, parameters: Parameters, refusal: str) -> Chat:
    chat = readable_chat(state, parameters)
    if chat.is_private:
        raise bad_request(refusal)
    return chat
