"""Find chats and messages for the bot, with the refusals Telegram gives. It changes nothing."""

from sandbox.telegram.chats import Chat, ChatKind, Membership
from sandbox.telegram.errors import ApiError, bad_request, forbidden
from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State

_CHAT_NAMES = {ChatKind.GROUP: "group chat", ChatKind.SUPERGROUP: "supergroup chat"}


def find_chat(state: State, parameters: Parameters, name: str = "chat_id") -> Chat:
    """Find the chat a request names; raise ApiError when the bot cannot know of it."""
    given = parameters.text(name).strip()
    if not given:
        raise bad_request(f"{name} is empty")
    chat = _by_username(state, given[1:]) if given.startswith("@") else _by_id(state, given)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def readable_chat(state: State, parameters: Parameters, name: str = "chat_id") -> Chat:
    """Find a chat the bot may look into; raise ApiError when it was thrown out or the chat is gone."""
    chat = find_chat(state, parameters, name)
    if not chat.is_private:
        _check_group(chat)
    return chat


def writable_chat(state: State, parameters: Parameters, name: str = "chat_id") -> Chat:
    """Find a chat the bot may write into; raise ApiError when it was blocked, silenced or thrown out."""
    chat = readable_chat(state, parameters, name)
    if not chat.is_private:
        if not chat.bot_can_write:
            raise bad_request("not enough rights to send text messages to the chat")
        return chat
    account = state.accounts[chat.id]
    if account.deactivated:
        raise forbidden("user is deactivated")
    if account.blocked:
        raise forbidden("bot was blocked by the user")
    if not account.has_started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def find_message(chat: Chat, message_id: int, purpose: str) -> Message:
    """Find a message; raise ApiError "message PURPOSE not found" when it is not in the chat."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"message {purpose} not found")
    return message


def require_pin_right(chat: Chat) -> None:
    """Raise ApiError unless the bot may pin here."""
    if not chat.is_private and chat.bot is not Membership.ADMINISTRATOR:
        raise bad_request("not enough rights to manage pinned messages in the chat")


def _by_username(state: State, username: str) -> Chat | None:
    wanted = username.lower()
    return next((chat for chat in state.chats.values() if (chat.username or "").lower() == wanted), None)


def _by_id(state: State, given: str) -> Chat | None:
    try:
        chat_id = int(given)
    except ValueError:
        return None
    if chat_id == state.bot.id:
        raise forbidden("the bot can't send messages to the bot")
    if chat_id in state.accounts:
        return state.private_chat(chat_id) if state.bot_knows(chat_id) else None
    return state.chats.get(chat_id)


def _check_group(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to=chat.migrated_to,
        )
    if chat.is_deleted:
        raise forbidden("the group chat was deleted")
    if chat.bot is Membership.KICKED:
        raise forbidden(f"bot was kicked from the {_CHAT_NAMES[chat.kind]}")
    if chat.bot is Membership.LEFT:
        raise forbidden(f"bot is not a member of the {_CHAT_NAMES[chat.kind]}")
