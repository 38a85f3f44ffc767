"""Fits texts into Telegram's limits without breaking markup; it changes no word."""

import html
import re

MESSAGE_CHARACTERS = 4096
"""Telegram's limit for a message, counted after the markup has been read."""
CAPTION_CHARACTERS = 1024

_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


def plain(text: str) -> str:
    """Return what the reader sees, without markup."""
    return html.unescape(_TAG.sub("", text))


def length(text: str) -> int:
    """Return the length that Telegram counts."""
    return len(plain(text))


def split(text: str, limit: int = MESSAGE_CHARACTERS) -> list[str]:
    """Cut a text into messages, between paragraphs if possible, never inside markup.

    A single stretch of markup that is too long by itself loses its markup, not its words.
    """
    if length(text) <= limit:
        return [text]
    parts: list[str] = []
    current = ""
    for piece in _pieces(text, limit):
        if current and length(current + piece) > limit:
            parts.append(current)
            current = ""
        current += piece
    parts.append(current)
    return [part.strip("\n") for part in parts if plain(part).strip()]


def _pieces(text: str, limit: int) -> list[str]:
    """Return stretches, each with all its tags closed and short enough, that make up the text in order."""
    pieces: list[str] = []
    current, depth = "", 0
    for line in text.splitlines(keepends=True):
        current += line
        depth += sum(-1 if closing else 1 for closing, _ in _TAG.findall(line))
        if depth == 0:
            pieces += _short(current, limit)
            current = ""
    return pieces + _short(current, limit)


def _short(piece: str, limit: int) -> list[str]:
    if not piece or length(piece) <= limit:
        return [piece] if piece else []
    bare = plain(piece)
    cuts: list[str] = []
    while bare:
        cut = len(bare) if len(bare) <= limit else _last_gap(bare, limit)
        cuts.append(html.escape(bare[:cut], quote=False))
        bare = bare[cut:]
    return cuts


def _last_gap(text: str, limit: int) -> int:
    gap = max(text.rfind(" ", 0, limit), text.rfind("\n", 0, limit))
    return gap + 1 if gap > limit // 2 else limit
