"""Turn a bot's text and markup into a clean text with entities, within Telegram's limits. It sends nothing."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from sandbox.telegram.autolinks import find_entities
from sandbox.telegram.entities import Entity, sort_entities, utf16_length
from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.html_markup import parse_html
from sandbox.telegram.links import LinkError, check_link, link_user_id
from sandbox.telegram.markdown_legacy import parse_markdown
from sandbox.telegram.markdown_markup import parse_markdown_v2
from sandbox.telegram.markup import custom_emoji
from sandbox.telegram.parameters import Parameters, field, refusal

_MAX_RAW_BYTES = 1 << 15
_MAX_OFFSET = 1_000_000
_PARSERS: dict[str, Callable[[str], tuple[str, list[Entity]]]] = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}
_AUTOMATIC = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
_PLAIN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
    }
)
_MERGED = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_DROPPED = re.compile("[\r\u2028-\u202e]")
_BLANKED = re.compile("[\x00-\x09\x0b-\x1f]")
_ENTITY = "can't parse MessageEntity"


@dataclasses.dataclass(frozen=True, slots=True)
class Room:
    """Hold how many characters a text may have after its markup is read, and what a longer one answers."""

    characters: int
    too_long: str
    may_be_empty: bool = False


TEXT_ROOM = Room(4096, "message is too long")
CAPTION_ROOM = Room(1024, "message caption is too long", may_be_empty=True)


@dataclasses.dataclass(frozen=True, slots=True)
class Formatted:
    """Hold a text with its entities; `is_explicit` when the bot listed them instead of writing markup."""

    text: str
    entities: tuple[Entity, ...] = ()
    is_explicit: bool = dataclasses.field(default=False, compare=False)


def read_formatted(parameters: Parameters, text: str, mode: str, entities: str) -> Formatted:
    """Read a text parameter by its parse mode or its entities; raise ApiError when either is wrong."""
    raw = parameters.text(text)
    if len(raw.encode()) > _MAX_RAW_BYTES:
        raise bad_request("text is too long")
    parse_mode = parameters.text(mode).lower()
    if parse_mode and parse_mode != "none":
        parser = _PARSERS.get(parse_mode)
        if parser is None:
            raise bad_request("unsupported parse_mode")
        parsed, found = parser(raw)
        return Formatted(parsed, tuple(found))
    given = parameters.decoded(entities, "can't parse entities JSON object")
    listed = given if isinstance(given, list) else []
    return Formatted(raw, tuple(entity for each in listed for entity in _read_entity(each)), is_explicit=True)


def settle(formatted: Formatted, room: Room) -> Formatted:
    """Clean, trim and complete a text; raise ApiError when an entity is outside or the text too long."""
    for entity in formatted.entities:
        _check_range(entity, utf16_length(formatted.text))
    text, entities = _clean(formatted)
    text, entities = _trim(text, entities)
    if not text and not room.may_be_empty:
        raise bad_request("text must be non-empty")
    if len(text) > room.characters:
        raise bad_request(room.too_long)
    solid = [entity for entity in entities if entity.is_solid]
    found = [
        each
        for each in find_entities(text)
        if all(each.end <= other.offset or each.offset >= other.end for other in solid)
    ]
    completed = tuple(sort_entities([*_merge(entities), *found]))
    return Formatted(text, completed, is_explicit=formatted.is_explicit)


def _read_entity(value: object) -> list[Entity]:
    if not isinstance(value, dict):
        raise refusal("expected an Object", _ENTITY)
    kind = _required(value, "type", str, "String")
    offset = int(str(_required(value, "offset", int, "Number")))
    length = int(str(_required(value, "length", int, "Number")))
    if kind in _AUTOMATIC:
        return []
    if kind in _PLAIN:
        language = field(value, "language", str, "String", wrap=_ENTITY) if kind == "pre" else None
        return [Entity(str(kind), offset, length, language=str(language) if language else None)]
    if kind == "text_link":
        return [_text_link(str(_required(value, "url", str, "String")), offset, length)]
    if kind == "text_mention":
        user = _required(value, "user", dict, "Object")
        return [Entity("text_mention", offset, length, user_id=user["id"] if isinstance(user, dict) else 0)]
    if kind == "custom_emoji":
        emoji_id = str(_required(value, "custom_emoji_id", str, "String"))
        if not emoji_id.isdecimal() or int(emoji_id) >= 1 << 63:
            raise refusal('Field "custom_emoji_id" must be a valid Number', _ENTITY)
        return [custom_emoji(emoji_id, offset, length)]
    if kind == "date_time":
        moment = int(str(_required(value, "unix_time", int, "Number")))
        if moment <= 0:
            raise bad_request("invalid date specified")
        shown = field(value, "date_time_format", str, "String", wrap=_ENTITY)
        return [
            Entity(
                "date_time", offset, length, unix_time=moment, date_time_format=str(shown) if shown else None
            )
        ]
    raise refusal("Unsupported type specified", _ENTITY)


def _required(body: Json, name: str, kind: type, type_name: str) -> object:
    value = field(body, name, kind, type_name, wrap=_ENTITY)
    if value is None:
        raise refusal(f'Can\'t find field "{name}"', _ENTITY)
    return value


def _text_link(url: str, offset: int, length: int) -> Entity:
    user_id = link_user_id(url)
    if user_id is not None:
        return Entity("text_mention", offset, length, user_id=user_id)
    try:
        return Entity("text_link", offset, length, url=check_link(url))
    except LinkError as error:
        raise bad_request(f"entity {error}") from None


def _check_range(entity: Entity, size: int) -> None:
    if not 0 <= entity.offset <= _MAX_OFFSET:
        raise bad_request(f"receive an entity with incorrect offset {entity.offset}")
    if not 0 <= entity.length <= _MAX_OFFSET:
        raise bad_request(f"receive an entity with incorrect length {entity.length}")
    if entity.length and entity.offset >= size:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
    if entity.end > size:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text"
            f" at UTF-16 offset {entity.end}"
        )


def _clean(formatted: Formatted) -> tuple[str, list[Entity]]:
    """Blank control characters and drop marks of direction, moving the entities along."""
    text = formatted.text
    if not _DROPPED.search(text) and not _BLANKED.search(text):
        return text, list(formatted.entities)
    units = [0 if _DROPPED.match(character) else utf16_length(character) for character in text]
    positions = [0, *accumulate(units)]
    old = [0, *accumulate(utf16_length(character) for character in text)]
    moved = dict(zip(old, positions, strict=True))
    entities = [
        dataclasses.replace(
            each,
            offset=moved.get(each.offset, each.offset),
            length=moved.get(each.end, each.end) - moved.get(each.offset, each.offset),
        )
        for each in formatted.entities
    ]
    return _BLANKED.sub(" ", _DROPPED.sub("", text)), entities


def _trim(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    stripped = text.strip(" \n\t")
    start = utf16_length(text[: text.find(stripped)]) if stripped else 0
    end = start + utf16_length(stripped)
    kept = []
    for entity in entities:
        offset = min(max(entity.offset, start), end)
        length = min(max(entity.end, start), end) - offset
        if length > 0:
            kept.append(dataclasses.replace(entity, offset=offset - start, length=length))
    return stripped, kept


def _merge(entities: Sequence[Entity]) -> list[Entity]:
    """Join neighbours of one kind, as Telegram does with bold after bold."""
    merged: list[Entity] = []
    for entity in sort_entities(entities):
        last = next((each for each in reversed(merged) if each.type == entity.type), None)
        if last is not None and entity.type in _MERGED and last.end >= entity.offset:
            length = max(last.end, entity.end) - last.offset
            merged[merged.index(last)] = dataclasses.replace(last, length=length)
        else:
            merged.append(entity)
    return merged
