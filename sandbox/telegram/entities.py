"""Hold a message's formatting as Telegram keeps it: ranges in UTF-16 units. It parses no markup."""

import dataclasses
from collections.abc import Iterable, Sequence
from html import escape

# The order in which entities that begin and end together are nested, outermost first.
_NESTING = (
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "text_mention",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
    "date_time",
    "code",
    "pre",
)
_LAST_OF_BASIC_PLANE = 0xFFFF
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Entity:
    """Mark a range of a text; offset and length count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user_id: int | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def is_solid(self) -> bool:
        """Tell whether Telegram finds no links or commands inside, as in code."""
        return self.type in {"code", "pre", "text_link", "text_mention", "custom_emoji"}

    @property
    def end(self) -> int:
        """Tell the UTF-16 offset just past the range."""
        return self.offset + self.length


def utf16_length(text: str) -> int:
    """Count UTF-16 units: two for a character outside the basic plane."""
    return len(text) + sum(ord(character) > _LAST_OF_BASIC_PLANE for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Cut out a range given in UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def sort_entities(entities: Iterable[Entity]) -> list[Entity]:
    """Order by start, longest first, then by nesting."""
    return sorted(entities, key=lambda e: (e.offset, -e.length, _nesting(e)))


def to_html(text: str, entities: Sequence[Entity]) -> str:
    """Write a text with its entities as HTML that is safe to show on a page."""
    opened: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    for entity in sort_entities(entities):
        start, end = _html_tags(entity, utf16_slice(text, entity.offset, entity.length))
        opened.setdefault(entity.offset, []).append(start)
        closed.setdefault(entity.end, []).insert(0, end)
    pieces: list[str] = []
    position = 0
    for character in text:
        pieces += closed.get(position, [])
        pieces += opened.get(position, [])
        pieces.append(escape(character, quote=False))
        position += utf16_length(character)
    pieces += closed.get(position, [])
    return "".join(pieces)


def _nesting(entity: Entity) -> int:
    return _NESTING.index(entity.type) if entity.type in _NESTING else len(_NESTING)


def _html_tags(entity: Entity, covered: str) -> tuple[str, str]:
    if entity.type in _TAGS:
        return f"<{_TAGS[entity.type]}>", f"</{_TAGS[entity.type]}>"
    if entity.type == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if entity.type == "text_link":
        return f'<a href="{escape(entity.url or "")}">', "</a>"
    if entity.type == "url":
        address = covered if "://" in covered else f"http://{covered}"
        return f'<a href="{escape(address)}">', "</a>"
    if entity.type == "date_time":
        return f'<time data-unix="{entity.unix_time}">', "</time>"
    return f'<span class="{entity.type}">', "</span>"
