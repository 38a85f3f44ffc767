"""Answer button presses and put reactions. It sends no message."""

import datetime as dt

from sandbox.telegram.access import find_message, readable_chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import Event, EventKind, State, Toast

MAX_ANSWER = 200
# Source: Bot API reference, ReactionTypeEmoji: the emoji a bot may use.
_REACTION_LIST = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎
👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = frozenset(_REACTION_LIST.split())


def answer_callback_query(state: State, parameters: Parameters) -> bool:
    """End a button's spinning, perhaps with a toast or a dialog; each press can be answered once, in time."""
    text = parameters.text("text")
    url = parameters.text("url") or None
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url is not None and not url.startswith((f"https://t.me/{state.bot.username}?", "tg://resolve?")):
        raise bad_request("URL_INVALID")
    lifetime = dt.timedelta(seconds=state.limits.callback_answer_seconds)
    press = state.desk.answer(parameters.text("callback_query_id"), state.now, lifetime)
    toast = Toast(press.id, press.user_id, text, parameters.boolean("show_alert"), url)
    state.tell(Event(EventKind.TOAST, press.chat_id, toast=toast))
    return True


def set_message_reaction(state: State, parameters: Parameters) -> bool:
    """Put the bot's reaction under a message in place of its earlier one; no update is made."""
    reactions = _reactions(parameters)
    chat = readable_chat(state, parameters)
    message = find_message(chat, parameters.integer("message_id"), "to react")
    if message.service is not None:
        raise bad_request("the message can't be reacted to")
    message.reactions[state.bot.id] = reactions
    state.changed(message, EventKind.REACTION)
    return True


def _reactions(parameters: Parameters) -> list[Json]:
    value = parameters.decoded("reaction", "can't parse reaction types JSON object")
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("expected an Array of ReactionType")
    for each in value:
        if not isinstance(each, dict) or str(each.get("type")) not in {"emoji", "custom_emoji", "paid"}:
            raise bad_request("can't parse ReactionType: Unsupported type specified")
        if each["type"] == "emoji" and str(each.get("emoji", "")).rstrip("\ufe0f") not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    if len(value) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    return [dict(each) for each in value]
