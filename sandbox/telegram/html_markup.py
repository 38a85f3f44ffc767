"""Read Telegram's HTML as its server does, with its errors and byte offsets. It knows no other markup."""

import dataclasses
import re
import sys

from sandbox.telegram.entities import Entity, sort_entities, utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.markup import SPACE, custom_emoji, date_time, link_entity, unparsable, utf16_units

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_TAGS = frozenset({*_SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE_TOO_LONG = 10  # bytes
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")


@dataclasses.dataclass(slots=True)
class _OpenTag:
    name: str
    offset: int
    output_at: int
    argument: str = ""
    unix_time: int = 0


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities.

    Raises:
        ApiError: the markup is wrong, with the byte offset of the mistake.
    """
    if "\0" in source:
        raise bad_request("Text must not contain null bytes")
    return _HtmlReader(source).read()


class _HtmlReader:
    def __init__(self, source: str) -> None:
        # The closing zero byte lets the reader look one byte ahead without asking for the end.
        self._data = source.encode() + b"\0"
        self._size = len(self._data) - 1
        self._at = 0
        self._offset = 0
        self._output = bytearray()
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < self._size:
            byte = self._data[self._at]
            if byte == ord("<"):
                self._read_tag()
            elif byte == ord("&") and (decoded := self._reference()):
                self._write(decoded)
            else:
                self._offset += utf16_units(byte)
                self._output.append(byte)
                self._at += 1
        if self._open:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        try:
            text = self._output.decode()
        except UnicodeDecodeError:
            raise unparsable(
                "Text contains invalid Unicode characters after decoding HTML entities,"
                " check for unmatched surrogate code units"
            ) from None
        # A language belongs to blocks only; it was kept on inline code while a <pre> could still close round it.
        cleaned = [
            dataclasses.replace(each, language=None) if each.type == "code" else each
            for each in self._entities
        ]
        return text, sort_entities(cleaned)

    def _write(self, character: str) -> None:
        self._offset += utf16_length(character)
        self._output += character.encode("utf-8", "surrogatepass")

    def _reference(self) -> str:
        """Decode a character reference and step past it; an unknown one is left as plain text."""
        found = _REFERENCE.match(self._data, self._at)
        if found is None:
            return ""
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            decoded = _NAMED.get(name, "")
        else:
            code = int(hexadecimal or b"0", 16) if hexadecimal is not None else int(decimal or b"0")
            is_short = found.end() - found.start() < _REFERENCE_TOO_LONG
            decoded = chr(code) if 0 < code < sys.maxunicode and is_short else ""
        if decoded:
            self._at = found.end() + (self._data[found.end()] == ord(";"))
        return decoded

    def _read_tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._data[self._at] == ord("/"):
            self._at += 1
            self._close_tag(begin)
        else:
            self._open_tag(begin)
        self._at += 1

    def _skip_until(self, stops: bytes) -> bytes:
        start = self._at
        while self._data[self._at] not in stops:
            self._at += 1
        return self._data[start : self._at]

    def _skip_space(self) -> None:
        while self._at < self._size and self._data[self._at] in SPACE:
            self._at += 1

    def _open_tag(self, begin: int) -> None:
        name = self._skip_until(SPACE + b">").decode().lower()
        if self._at >= self._size:
            raise unparsable(f"Unclosed start tag at byte offset {begin}")
        if name not in _TAGS:
            raise unparsable(f'Unsupported start tag "{name}" at byte offset {begin}')
        tag = _OpenTag(name, self._offset, len(self._output))
        while self._data[self._at] != ord(">"):
            self._skip_space()
            if self._data[self._at] == ord(">"):
                break
            self._attribute(tag, begin)
        if name == "span" and tag.argument != "spoiler":
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(tag)

    def _attribute(self, tag: _OpenTag, begin: int) -> None:
        attribute = self._skip_until(SPACE + b"=>/\"'").decode()
        if not attribute:
            raise unparsable(f'Empty attribute name in the tag "{tag.name}" at byte offset {begin}')
        self._skip_space()
        if self._data[self._at] != ord("="):
            if self._at >= self._size:
                raise unparsable(f'Unclosed start tag "{tag.name}" at byte offset {begin}')
            value = ""
        else:
            self._at += 1
            self._skip_space()
            if self._at >= self._size:
                raise unparsable(f'Unclosed start tag "{tag.name}" at byte offset {begin}')
            value = self._attribute_value()
            if self._at >= self._size:
                raise unparsable(f"Unclosed start tag at byte offset {begin}")
        _take_attribute(tag, attribute, value)

    def _attribute_value(self) -> str:
        start = self._at
        quote = self._data[start]
        if quote not in b"\"'":
            while chr(self._data[self._at]).isascii() and (
                chr(self._data[self._at]).isalnum() or self._data[self._at] in b".-"
            ):
                self._at += 1
            if self._data[self._at] not in SPACE + b">":
                raise unparsable(f"Unexpected end of name token at byte offset {start}")
            return self._data[start : self._at].decode().lower()
        self._at += 1
        value = bytearray()
        while self._at < self._size and self._data[self._at] != quote:
            if self._data[self._at] == ord("&") and (decoded := self._reference()):
                value += decoded.encode("utf-8", "surrogatepass")
                continue
            value.append(self._data[self._at])
            self._at += 1
        self._at += self._at < self._size
        return value.decode("utf-8", "replace")

    def _close_tag(self, begin: int) -> None:
        if not self._open:
            raise unparsable(f"Unexpected end tag at byte offset {begin}")
        found = self._skip_until(SPACE + b">").decode().lower()
        self._skip_space()
        if self._data[self._at] != ord(">"):
            raise unparsable(f"Unclosed end tag at byte offset {begin}")
        tag = self._open.pop()
        if found and found != tag.name:
            raise unparsable(
                f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{found}>"'
            )
        if self._offset > tag.offset:
            self._finish(tag)

    def _finish(self, tag: _OpenTag) -> None:
        offset, length = tag.offset, self._offset - tag.offset
        if tag.name in _SIMPLE:
            self._entities.append(Entity(_SIMPLE[tag.name], offset, length))
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if tag.argument else "blockquote"
            self._entities.append(Entity(kind, offset, length))
        elif tag.name == "a":
            link = tag.argument or self._output[tag.output_at :].decode("utf-8", "replace")
            self._entities += link_entity(link, offset, length)
        elif tag.name == "tg-emoji":
            self._entities.append(custom_emoji(tag.argument, offset, length))
        elif tag.name == "tg-time":
            self._entities += date_time(tag.unix_time, tag.argument, offset, length)
        else:
            self._finish_code(tag, length)

    def _finish_code(self, tag: _OpenTag, length: int) -> None:
        """Join `<pre><code class="language-x">` into one block with a language, in either order."""
        inner = self._entities[-1] if self._entities else None
        covers = inner is not None and (inner.offset, inner.length) == (tag.offset, length)
        if inner is not None and covers and {tag.name, inner.type} == {"pre", "code"}:
            language = inner.language or tag.argument
            if language:
                self._entities[-1] = Entity("pre", tag.offset, length, language=language)
                return
        self._entities.append(
            Entity(
                tag.name, tag.offset, length, language=tag.argument or None if tag.name == "code" else None
            )
        )


def _take_attribute(tag: _OpenTag, attribute: str, value: str) -> None:
    match tag.name, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format"):
            tag.argument = value
        case ("code", "class") if value.startswith("language-"):
            tag.argument = value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            tag.argument = value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            tag.argument = "1"
        case ("tg-time", "unix"):
            tag.unix_time = int(value) if value.isdecimal() else 0
