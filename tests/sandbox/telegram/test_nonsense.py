"""Whatever a request holds, it is answered or refused; the server never stumbles."""

import contextlib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.telegram.errors import ApiError
from sandbox.telegram.methods.table import METHODS
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.world import Limits, World
from tests.sandbox.telegram.caller import TOKEN, Clock

PARAMETERS = (
    "chat_id",
    "from_chat_id",
    "message_id",
    "message_ids",
    "text",
    "parse_mode",
    "entities",
    "caption",
    "caption_entities",
    "media",
    "photo",
    "document",
    "reply_markup",
    "reply_parameters",
    "link_preview_options",
    "message_thread_id",
    "reaction",
    "callback_query_id",
    "commands",
    "scope",
    "language_code",
    "menu_button",
    "user_id",
    "url",
    "secret_token",
    "allowed_updates",
    "file_id",
    "action",
    "name",
)
FIELDS = (
    "type",
    "offset",
    "length",
    "url",
    "user",
    "id",
    "text",
    "inline_keyboard",
    "keyboard",
    "force_reply",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "request_users",
    "request_id",
    "max_quantity",
    "style",
    "media",
    "emoji",
    "message_id",
    "quote",
    "command",
    "description",
    "chat_id",
    "user_id",
    "custom_emoji_id",
    "unix_time",
    "date_time_format",
)
WORDS = st.sampled_from(
    [
        "",
        "x",
        "HTML",
        "MarkdownV2",
        "<b>x</b>",
        "<a href=",
        "*x",
        "photo",
        "document",
        "emoji",
        "👍",
        "bold",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
        "chat_member",
        "chat",
        "web_app",
        "commands",
        "attach://x",
        "{",
        "[1]",
    ]
)
BUTTON_FIELDS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "pay",
    "callback_game",
    "switch_inline_query",
    "request_contact",
    "request_users",
    "request_chat",
    "style",
    "icon_custom_emoji_id",
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 10**13), st.floats(allow_nan=False), WORDS, st.text(max_size=8)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=12,
)


def _world() -> World:
    world = World(Clock(), TOKEN, limits=Limits.off())
    ana = world.add_person("Ana")
    ana.start()
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana, as_admin=True)
    METHODS["sendmessage"](world, Parameters({"chat_id": ana.id, "text": "x"}))
    return world


OBJECTS = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5)
BUTTON = st.fixed_dictionaries({"text": SCALARS}, optional=dict.fromkeys(BUTTON_FIELDS, VALUES))
MARKUP = st.one_of(
    st.builds(
        lambda name, rows: {name: rows},
        st.sampled_from(["inline_keyboard", "keyboard"]),
        st.lists(st.lists(BUTTON, max_size=2), max_size=2),
    ),
    OBJECTS,
    VALUES,
)
ENTITY = st.fixed_dictionaries(
    {"type": WORDS, "offset": st.integers(-1, 3), "length": st.integers(-1, 3)},
    optional=dict.fromkeys(
        ("url", "user", "custom_emoji_id", "unix_time", "date_time_format", "language"), VALUES
    ),
)
SHAPED = {
    "reply_markup": MARKUP,
    "entities": st.lists(ENTITY, max_size=3),
    "caption_entities": st.lists(ENTITY, max_size=3),
    "reply_parameters": OBJECTS,
    "link_preview_options": OBJECTS,
    "commands": st.lists(OBJECTS, max_size=2),
    "scope": OBJECTS,
    "menu_button": OBJECTS,
    "reaction": st.lists(OBJECTS, max_size=2),
    "media": OBJECTS,
}


@settings(max_examples=200, deadline=None)
@given(
    method=st.sampled_from(sorted(set(METHODS) - {"getupdates"})),
    values=st.dictionaries(st.sampled_from(PARAMETERS), VALUES, max_size=4),
    shaped=st.fixed_dictionaries({}, optional=SHAPED),
    text=WORDS,
    is_reachable=st.booleans(),
)
def test_nonsense_is_refused_in_telegrams_words(
    method: str, values: dict[str, Any], shaped: dict[str, Any], text: str, *, is_reachable: bool
) -> None:
    world = _world()
    values |= shaped | {"text": text}
    if is_reachable:
        values |= {
            "chat_id": next(iter(world.people)),
            "message_id": 2,
            "from_chat_id": next(iter(world.people)),
        }
    with contextlib.suppress(ApiError):
        METHODS[method](world, Parameters(values))
