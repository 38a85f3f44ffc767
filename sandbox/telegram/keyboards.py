"""Read what a bot attaches under a message and refuse what Telegram refuses. It shows no keyboard."""

from collections.abc import Callable

from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.links import LinkError, check_link, link_user_id
from sandbox.telegram.parameters import Parameters, field, refusal

MAX_CALLBACK_BYTES = 64
MAX_INLINE_BUTTONS = 100
MAX_COPY_TEXT = 256
_MAX_ROW = 12
_MAX_KEPT = 300
_MAX_PLACEHOLDER = 64
_MAX_REQUESTED_USERS = 10
_INLINE = "can't parse inline keyboard button"
_REPLY = "can't parse keyboard button"
_STYLES = frozenset({"default", "primary", "danger", "success"})
_REPLY_FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
_REQUESTS = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}


def read_markup(parameters: Parameters) -> Json | None:
    """Return the reply_markup in its stored form, None when there is none; raise ApiError when malformed."""
    value = parameters.decoded("reply_markup", "can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    rows = field(value, "inline_keyboard", list, "Array")
    if rows is not None:
        kept = _read_rows(rows, "inline keyboard", _read_inline_button)
        return {"inline_keyboard": kept} if kept else None
    rows = field(value, "keyboard", list, "Array")
    if rows is not None:
        flags = {name: True for name in _REPLY_FLAGS if field(value, name, bool, "Boolean")}
        kept = _read_rows(rows, "keyboard", _read_reply_button)
        return {"keyboard": kept, **flags, **_placeholder(value)} if kept else None
    for name in ("remove_keyboard", "force_reply"):
        if field(value, name, bool, "Boolean"):
            selective = {"selective": True} if field(value, "selective", bool, "Boolean") else {}
            return {name: True, **selective, **(_placeholder(value) if name == "force_reply" else {})}
    return None


def check_markup(markup: Json | None, chat: Chat) -> None:
    """Raise ApiError for what only the sending itself refuses: too long data, wrong links, wrong chat."""
    if markup is None:
        return
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    for button in buttons:
        _check_link(button)
    for row in markup.get("keyboard", []):
        for button in row:
            _check_request(button, chat)
    if len(buttons) > MAX_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_content(button)
    if len(markup.get("input_field_placeholder", "")) > _MAX_PLACEHOLDER:
        raise bad_request("PLACEHOLDER_INVALID")


def _placeholder(value: Json) -> Json:
    text = field(value, "input_field_placeholder", str, "String")
    return {"input_field_placeholder": text} if text else {}


def _read_rows(rows: object, name: str, read: Callable[[object], Json]) -> list[list[Json]]:
    kept: list[list[Json]] = []
    total = 0
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, list):
            raise bad_request(f"{name} markup row must be an Array".replace("keyboard markup", "keyboard"))
        # What follows the twelfth button of a row is dropped without a word, as Telegram does.
        buttons = [button for button in map(read, row) if button["text"]][: min(_MAX_ROW, _MAX_KEPT - total)]
        total += len(buttons)
        if buttons:
            kept.append(buttons)
    return kept


def _read_inline_button(value: object) -> Json:
    body, button = _button_base(value, _INLINE)
    for name, kind, type_name in (
        ("url", str, "String"),
        ("callback_data", str, "String"),
        ("callback_game", dict, "Object"),
        ("pay", bool, "Boolean"),
        ("switch_inline_query", str, "String"),
        ("switch_inline_query_chosen_chat", dict, "Object"),
        ("switch_inline_query_current_chat", str, "String"),
        ("login_url", dict, "Object"),
        ("web_app", dict, "Object"),
        ("copy_text", dict, "Object"),
    ):
        given = field(body, name, kind, type_name, wrap=_INLINE)
        may_be_empty = name.startswith("switch_inline") or name == "callback_game"
        if given or (may_be_empty and given is not None):
            return button | {name: given}
    raise refusal("Text buttons are unallowed in the inline keyboard", _INLINE)


def _read_reply_button(value: object) -> Json:
    if isinstance(value, str):
        return {"text": value}
    body, button = _button_base(value, _REPLY)
    for name in _REQUESTS:
        given = body.get(name)
        if name in {"request_contact", "request_location"}:
            given = field(body, name, bool, "Boolean", wrap=_REPLY)
        elif given is not None:
            given = field(body, name, dict, "Object", wrap=_REPLY)
        if not given and given != {}:
            continue
        if name in {"request_users", "request_chat"} and "request_id" not in body[name]:
            raise refusal('Can\'t find field "request_id"', _REPLY)
        return button | {name: given}
    return button


def _button_base(value: object, wrap: str) -> tuple[Json, Json]:
    if not isinstance(value, dict):
        raise refusal("expected an Object", wrap)
    text = field(value, "text", str, "String", wrap=wrap)
    if text is None:
        raise refusal('Can\'t find field "text"', wrap)
    button: Json = {"text": text}
    style = field(value, "style", str, "String", wrap=wrap)
    if style is not None:
        if style not in _STYLES:
            raise refusal("invalid button style specified", wrap)
        button["style"] = style
    if value.get("icon_custom_emoji_id"):
        button["icon_custom_emoji_id"] = str(value["icon_custom_emoji_id"])
    return value, button


def _check_link(button: Json) -> None:
    """Check a button's link and write it back as Telegram stores it."""
    if "url" in button and link_user_id(button["url"]) is None:
        button["url"] = _checked(button["url"], "inline keyboard button", https_only=False)
    if "login_url" in button:
        url = str(button["login_url"].get("url", ""))
        button["login_url"] = {"url": _checked(url, "inline keyboard button login", https_only=True)}
    if "web_app" in button:
        url = str(button["web_app"].get("url", ""))
        button["web_app"] = {"url": _checked(url, "inline keyboard button Web App", https_only=True)}


def _checked(url: str, what: str, *, https_only: bool) -> str:
    try:
        return check_link(url, https_only=https_only)
    except LinkError as error:
        raise bad_request(f"{what} {error}") from None


def _check_request(button: Json, chat: Chat) -> None:
    for name, text in _REQUESTS.items():
        if name in button and not chat.is_private:
            raise bad_request(text)
    if "web_app" in button:
        _checked(str(button["web_app"].get("url", "")), "keyboard button Web App", https_only=True)
    if button.get("request_users", {}).get("max_quantity", 1) > _MAX_REQUESTED_USERS:
        raise bad_request("BUTTON_QUANTITY_MAX_INVALID")


def _check_content(button: Json) -> None:
    if len(button.get("callback_data", "").encode()) > MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(str(button["copy_text"].get("text", ""))) <= MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "pay" in button or "callback_game" in button:
        raise bad_request("BUTTON_TYPE_INVALID")
    if "login_url" in button:
        raise bad_request("BOT_DOMAIN_INVALID")
