"""Find what Telegram marks by itself in a plain text: commands, mentions, links. It checks no markup."""

import re

from sandbox.telegram.entities import Entity, utf16_length

_TOP_DOMAINS = "com|org|net|me|io|de|info|app|dev|eu|uk|fr|it|es|ru|tr|ch|at|gov|edu"
_PATTERNS = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"(?<![\w/])https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]", re.IGNORECASE)),
    (
        "url",
        re.compile(
            rf"(?<![\w@/.-])(?:[\w-]+\.)+(?:{_TOP_DOMAINS})(?![\w.-]*\w)(?:/[^\s<>\"']*[\w/])?", re.IGNORECASE
        ),
    ),
    ("mention", re.compile(r"(?<![\w/])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("hashtag", re.compile(r"(?<![\w/])#(?=\w*[^\W\d])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d{10,15}(?!\w)")),
)


def find_entities(text: str) -> list[Entity]:
    """Return what Telegram finds, in order; where two finds overlap the earlier pattern wins."""
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
                taken.append((start, end, kind))
    return [
        Entity(kind, utf16_length(text[:start]), utf16_length(text[start:end]))
        for start, end, kind in sorted(taken)
    ]
