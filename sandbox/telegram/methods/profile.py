"""Set and tell what the bot says about itself. It sends no message."""

import re
from collections.abc import Callable

from sandbox.telegram.access import find_chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.parameters import Parameters, field, refusal
from sandbox.telegram.state import Event, EventKind, State
from sandbox.telegram.wire import bot_json

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_COMMAND_DESCRIPTION = 256
_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPE = "can't parse BotCommandScope"
_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
# Source: Bot API reference: the longest value of each text, in characters, and what a longer one answers.
_TEXTS = {
    "name": (64, "BOT_TITLE_INVALID"),
    "description": (512, "BOT_DESC_INVALID"),
    "short_description": (120, "BOT_SHARETEXT_INVALID"),
}


def get_me(state: State, parameters: Parameters) -> Json:
    """Describe the bot."""
    del parameters
    return bot_json(state) | {
        "can_join_groups": True,
        "can_read_all_group_messages": state.bot.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


def set_my_commands(state: State, parameters: Parameters) -> bool:
    """Set the commands of one scope and language."""
    value = parameters.decoded("commands", "can't parse commands JSON object")
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    if len(value) > MAX_COMMANDS:
        raise bad_request("too many commands specified")
    commands = [_read_command(each) for each in value]
    key = (_scope(state, parameters), _language(parameters))
    if any(not _NAME.fullmatch(each["command"]) for each in commands):
        raise bad_request("BOT_COMMAND_INVALID")
    if commands:
        state.profile.commands[key] = commands
    else:
        state.profile.commands.pop(key, None)
    state.tell(Event(EventKind.PROFILE, 0))
    return True


def get_my_commands(state: State, parameters: Parameters) -> list[Json]:
    """Return the commands of exactly one scope and language."""
    return state.profile.commands.get((_scope(state, parameters), _language(parameters)), [])


def delete_my_commands(state: State, parameters: Parameters) -> bool:
    """Remove the commands of one scope and language."""
    state.profile.commands.pop((_scope(state, parameters), _language(parameters)), None)
    state.tell(Event(EventKind.PROFILE, 0))
    return True


def text_setter(name: str) -> Callable[[State, Parameters], bool]:
    """Make the method that sets a text of the profile: name, description or short_description."""
    longest, too_long = _TEXTS[name]

    def set_text(state: State, parameters: Parameters) -> bool:
        value = parameters.text(name)
        language = _language(parameters)
        if len(value) > longest or (name == "name" and not value and not language):
            raise bad_request(too_long)
        state.profile.set_text(name, language, value)
        if name == "name" and not language:
            state.bot.name = value
        state.tell(Event(EventKind.PROFILE, 0))
        return True

    return set_text


def text_getter(name: str) -> Callable[[State, Parameters], Json]:
    """Make the method that tells a text of the profile."""

    def get_text(state: State, parameters: Parameters) -> Json:
        value = state.profile.text(name, _language(parameters))
        return {name: value or (state.bot.name if name == "name" else "")}

    return get_text


def set_chat_menu_button(state: State, parameters: Parameters) -> bool:
    """Set the menu button of one private chat, or of all."""
    value = parameters.decoded("menu_button", "can't parse menu button JSON object")
    button = _read_menu_button(value)
    if parameters.has("chat_id"):
        find_chat(state, parameters).menu_button = button
    else:
        state.profile.menu_button = button
    state.tell(Event(EventKind.PROFILE, 0))
    return True


def get_chat_menu_button(state: State, parameters: Parameters) -> Json:
    """Return the menu button of one private chat, or the default one."""
    if parameters.has("chat_id"):
        return find_chat(state, parameters).menu_button
    return state.profile.menu_button


def _read_command(value: object) -> Json:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    texts = {}
    for name in ("command", "description"):
        given = field(value, name, str, "String", wrap="can't parse BotCommand")
        if given is None:
            raise refusal(f'Can\'t find field "{name}"', "can't parse BotCommand")
        texts[name] = str(given)
    command = texts["command"].strip().removeprefix("/").lower()
    description = texts["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > MAX_COMMAND:
        raise bad_request(f"command length must not exceed {MAX_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > MAX_COMMAND_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {MAX_COMMAND_DESCRIPTION}")
    return {"command": command, "description": description}


def _scope(state: State, parameters: Parameters) -> str:
    value = parameters.decoded("scope", "can't parse BotCommandScope JSON object")
    if value is None:
        return "default"
    if not isinstance(value, dict):
        raise refusal("expected an Object", _SCOPE)
    kind = str(value.get("type", ""))
    if kind in _PLAIN_SCOPES:
        return kind
    if kind not in _CHAT_SCOPES:
        raise refusal("Unsupported type specified", _SCOPE)
    needed = ("chat_id", "user_id") if kind == "chat_member" else ("chat_id",)
    for name in needed:
        if value.get(name) is None:
            raise refusal(f'Can\'t find field "{name}"', _SCOPE)
    if value["chat_id"] == "":
        raise refusal("Empty chat_id specified", _SCOPE)
    given = Parameters(value)
    if kind == "chat_member" and given.integer("user_id") <= 0:
        raise refusal("Invalid user_id specified", _SCOPE)
    chat = find_chat(state, given)
    if kind == "chat_administrators" and chat.is_private:
        raise bad_request("can't set commands for administrators of a private chat")
    return ":".join([kind, str(chat.id), *([str(given.integer("user_id"))] if kind == "chat_member" else [])])


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _read_menu_button(value: object) -> Json:
    if value is None:
        return {"type": "default"}
    if not isinstance(value, dict):
        raise bad_request("can't parse menu button: expected an Object")
    kind = str(value.get("type"))
    if kind not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if kind != "web_app":
        return {"type": kind}
    web_app = field(value, "web_app", dict, "Object", wrap="can't parse menu button")
    if web_app is None:
        raise refusal('Can\'t find field "web_app"', "can't parse menu button")
    return {"type": kind, "text": str(value.get("text", "")), "web_app": web_app}
