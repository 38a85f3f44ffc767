"""Readies people's words for being shown inside ours: cut where they are long, kept from turning the line around."""

from typing import Final

from markupsafe import Markup

from handlers.texts.listing import listed
from handlers.texts.partners import YOUR_PARTNER
from handlers.texts.words import Words

_TURNS_LINES: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_DIRECTIONAL_ISOLATE: Final = "\u2069"
LABEL_NAME: Final = 24
"""Characters of a name on a button."""
_LATEST_BREAK: Final = 0.8
"""A cut goes back to the last space if that keeps at least so much of the room."""


def shown(text: str, limit: int) -> str:
    """Return the text, cut with an ellipsis at `limit` characters, with marks of direction shut in."""
    if len(text) > limit:
        text = text[: limit - 1]
        at = max(text.rfind(" "), text.rfind("\n"))
        text = (text[:at] if at >= limit * _LATEST_BREAK else text).rstrip() + "…"
    if _TURNS_LINES.isdisjoint(text):
        return text
    opened = sum(text.count(sign) for sign in "\u2066\u2067\u2068") - text.count("\u2069")
    return _FIRST_STRONG_ISOLATE + text + _POP_DIRECTIONAL_ISOLATE * (max(opened, 0) + 1)


def one_line(text: str, limit: int) -> str:
    """Return the text on one line, cut."""
    return shown(" ".join(text.split()), limit)


def named(words: Words, names: list[str]) -> Markup:
    """Return the names as they are said in one sentence; without a name it is "your partner"."""
    spoken = [Markup.escape(shown(name, 40)) if name else words(YOUR_PARTNER) for name in names]
    return listed(words, spoken or [words(YOUR_PARTNER)])
