"""Make the entities that HTML and Markdown share, refusing wrong values. It reads no markup itself."""

from sandbox.telegram.entities import Entity
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.links import checked_link, link_user_id

_DATE_TIME_FORMATS = frozenset("rRtTdDwW")
_MAX_INT64 = 2**63 - 1
_FIRST_BYTE_OF_FOUR = 0xF0
_LAST_ASCII_TO_ESCAPE = 126
# The reader of either markup stops words here; a zero byte marks the end of the text.
SPACE = b" \t\r\n\x00\x0b"


def unparsable(text: str) -> ApiError:
    """Refuse a text whose markup is wrong."""
    return bad_request(f"can't parse entities: {text}")


def utf16_units(byte: int) -> int:
    """Count the UTF-16 units that begin with this byte of UTF-8: none for a following byte."""
    if byte & 0b1100_0000 == 0b1000_0000:
        return 0
    return 2 if byte >= _FIRST_BYTE_OF_FOUR else 1


def is_escapable(byte: int) -> bool:
    """Tell whether a backslash before this byte makes it plain."""
    return 0 < byte <= _LAST_ASCII_TO_ESCAPE


def custom_emoji(emoji_id: str, offset: int, length: int) -> Entity:
    """Make a custom emoji; raise ApiError unless the id is a positive 64-bit number."""
    if not emoji_id.isdecimal() or not 0 < int(emoji_id) <= _MAX_INT64:
        raise unparsable("Invalid custom emoji identifier specified")
    return Entity("custom_emoji", offset, length, custom_emoji_id=emoji_id)


def date_time(unix_time: int, shown_as: str, offset: int, length: int) -> list[Entity]:
    """Make a date_time, or nothing without a time; raise ApiError for an unknown format letter."""
    if set(shown_as) - _DATE_TIME_FORMATS:
        raise unparsable("Invalid date-time format specified")
    if unix_time <= 0:
        return []
    return [Entity("date_time", offset, length, unix_time=unix_time, date_time_format=shown_as or None)]


def link_entity(link: str, offset: int, length: int) -> list[Entity]:
    """Make a link or a mention of a person; a link that Telegram refuses becomes plain text."""
    user_id = link_user_id(link)
    if user_id is not None:
        return [Entity("text_mention", offset, length, user_id=user_id)]
    url = checked_link(link)
    return [Entity("text_link", offset, length, url=url)] if url else []
