"""Read MarkdownV2 and the older Markdown as Telegram's server does. It knows no HTML."""

import dataclasses
import re

from sandbox.telegram.entities import Entity, sort_entities
from sandbox.telegram.markdown_marks import CLOSERS, CODE_TYPES, NAMES, OPENERS
from sandbox.telegram.markup import (
    SPACE,
    custom_emoji,
    date_time,
    is_escapable,
    link_entity,
    unparsable,
    utf16_units,
)

_RESERVED = b"_*[]()~`>#+-=|{}.!\n"
_EMOJI_LINK = re.compile(r"tg:(?://)?emoji\?id=(\d+)$", re.IGNORECASE)
_TIME_LINK = re.compile(r"tg:(?://)?time\?unix=(\d+)(?:&format=([^&]*))?$", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class _Open:
    kind: str
    offset: int
    byte_offset: int
    output_at: int
    language: str = ""


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities.

    Raises:
        ApiError: a reserved character is not escaped, or an entity never ends.
    """
    return _MarkdownReader(source).read()


class _MarkdownReader:
    def __init__(self, source: str) -> None:
        # Three zero bytes let the reader look ahead at "```" without asking for the end.
        self._data = source.encode() + b"\0\0\0"
        self._size = len(self._data) - 3
        self._at = 0
        self._offset = 0
        self._output = bytearray()
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._in_quote = False
        self._can_quote = True

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < self._size:
            byte = self._data[self._at]
            if byte == ord("\\") and is_escapable(self._data[self._at + 1]):
                self._take_escaped()
            elif byte not in self._reserved():
                self._take_plain(byte)
            elif self._ends_entity():
                self._close()
            else:
                self._start()
            self._at += 1
        self._close_last_quote()
        if self._open:
            raise _unfinished(self._open[-1])
        return self._output.decode(), sort_entities(self._entities)

    def _ahead(self, wanted: bytes) -> bool:
        return self._data.startswith(wanted, self._at)

    def _reserved(self) -> bytes:
        return b"`" if self._open and self._open[-1].kind in CODE_TYPES else _RESERVED

    def _take_escaped(self) -> None:
        self._at += 1
        self._offset += 1
        self._output.append(self._data[self._at])
        if not self._ahead(b"\r"):
            self._can_quote = self._ahead(b"\n")

    def _take_plain(self, byte: int) -> None:
        if units := utf16_units(byte):
            self._offset += units
            self._can_quote = self._can_quote and byte == ord("\r")
        self._output.append(byte)

    def _ends_entity(self) -> bool:
        if not self._open:
            return False
        if self._in_quote and self._ahead(b"\n") and not self._ahead(b"\n>"):
            return True
        kind = self._open[-1].kind
        if kind == "Italic":
            return self._ahead(b"_") and not self._ahead(b"__")
        return kind in CLOSERS and self._ahead(CLOSERS[kind])

    def _start(self) -> None:
        begin = self._at
        if self._ahead(b"\n"):
            self._offset += 1
            self._output += b"\n"
            self._can_quote = True
        elif self._ahead(b">") and self._can_quote:
            if not self._in_quote:
                self._in_quote = True
                self._open.append(_Open("BlockQuote", self._offset, begin, len(self._output)))
        elif self._ahead(b"```"):
            kind, language = self._start_block()
            self._open.append(_Open(kind, self._offset, begin, len(self._output), language))
        else:
            opener, kind = next((each for each in OPENERS if self._ahead(each[0])), (b"", ""))
            if not kind:
                character = chr(self._data[begin])
                raise unparsable(
                    f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
                )
            self._at += len(opener) - 1
            self._open.append(_Open(kind, self._offset, begin, len(self._output)))

    def _start_block(self) -> tuple[str, str]:
        self._at += 3
        end = self._at
        while self._data[end] not in SPACE + b"`":
            end += 1
        language = ""
        if self._at != end and end < self._size and self._data[end] != ord("`"):
            language = self._data[self._at : end].decode()
            self._at = end
        if self._ahead(b"\r\n") or self._ahead(b"\n\r"):
            self._at += 2
        elif self._data[self._at] in b"\r\n":
            self._at += 1
        self._at -= 1
        return ("PreCode" if language else "Pre"), language

    def _close(self) -> None:
        kind = self._open[-1].kind
        if self._ahead(b"\n"):
            kind = self._quote_kind_at_line_end()
        opened = self._open[-1]
        if kind in {"BlockQuote", "ExpandableBlockQuote"}:
            self._in_quote = False
            self._output += b"\n"
            self._can_quote = True
            self._offset += 1
        elif kind in {"TextUrl", "CustomEmoji"}:
            self._close_link(opened)
            self._open.pop()
            return
        else:
            self._at += len(CLOSERS.get(kind, b"_")) - 1
        length = self._offset - opened.offset
        if length:
            self._entities.append(
                Entity(NAMES[kind], opened.offset, length, language=opened.language or None)
            )
        self._open.pop()

    def _quote_kind_at_line_end(self) -> str:
        """Decide which quotation a line's end closes; `||` as its last mark makes it expandable."""
        last = self._open[-1]
        if last.kind == "BlockQuote":
            return "BlockQuote"
        at_line_end = last.byte_offset == self._at - 2 or (
            last.byte_offset == self._at - 3 and self._output.endswith(b"\r")
        )
        if last.kind != "Spoiler" or not at_line_end:
            raise _unfinished(last)
        self._open.pop()
        if self._open[-1].kind != "BlockQuote":
            raise _unfinished(self._open[-1])
        return "ExpandableBlockQuote"

    def _close_link(self, opened: _Open) -> None:
        has_target = self._data[self._at + 1] == ord("(")
        length = self._offset - opened.offset
        if opened.kind == "TextUrl":
            link = (
                self._target() if has_target else self._output[opened.output_at :].decode("utf-8", "replace")
            )
            self._entities += link_entity(link, opened.offset, length) if length else []
            return
        if not has_target:
            raise unparsable("The entity must contain a tg://emoji or tg://time URL")
        link = self._target()
        if emoji := _EMOJI_LINK.match(link):
            made = [custom_emoji(emoji.group(1), opened.offset, length)]
        elif time := _TIME_LINK.match(link):
            made = date_time(int(time.group(1)), time.group(2) or "", opened.offset, length)
        else:
            raise unparsable("Invalid tg://emoji or tg://time URL specified")
        self._entities += made if length else []

    def _target(self) -> str:
        self._at += 2
        begin = self._at
        target = bytearray()
        while self._at < self._size and self._data[self._at] != ord(")"):
            if self._ahead(b"\\") and is_escapable(self._data[self._at + 1]):
                self._at += 1
            target.append(self._data[self._at])
            self._at += 1
        if self._data[self._at] != ord(")"):
            raise unparsable(f"Can't find end of a URL at byte offset {begin}")
        return target.decode("utf-8", "replace")

    def _close_last_quote(self) -> None:
        if not self._in_quote:
            return
        kind = "BlockQuote"
        if self._open[-1].kind == "Spoiler" and self._open[-1].byte_offset == self._size - 2:
            self._open.pop()
            kind = "ExpandableBlockQuote"
        if self._open[-1].kind == "BlockQuote":
            opened = self._open.pop()
            if length := self._offset - opened.offset:
                self._entities.append(Entity(NAMES[kind], opened.offset, length))


def _unfinished(opened: _Open) -> Exception:
    return unparsable(f"Can't find end of {opened.kind} entity at byte offset {opened.byte_offset}")
