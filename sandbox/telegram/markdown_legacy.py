"""Read the first Markdown mode, which knows no nesting. MarkdownV2 is read elsewhere."""

from sandbox.telegram.entities import Entity, utf16_length
from sandbox.telegram.markup import link_entity, unparsable

_KINDS = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities.

    Raises:
        ApiError: an entity never ends.
    """
    output: list[str] = []
    entities: list[Entity] = []
    offset = at = 0
    while at < len(source):
        character = source[at]
        if character == "\\" and source[at + 1 : at + 2] in {"_", "*", "`", "["}:
            at += 1
            character = source[at]
        elif character in "_*`[":
            inner, made, at = _entity(source, at, offset)
            output.append(inner)
            entities += made if inner else []
            offset += utf16_length(inner)
            continue
        output.append(character)
        offset += utf16_length(character)
        at += 1
    return "".join(output), entities


def _entity(source: str, begin: int, offset: int) -> tuple[str, list[Entity], int]:
    character = source[begin]
    is_block = source.startswith("```", begin)
    closer = "```" if is_block else {"[": "]"}.get(character, character)
    start, language = _block_start(source, begin) if is_block else (begin + 1, "")
    end = source.find(closer, start)
    if end < 0:
        position = len(source[:begin].encode())
        raise unparsable(f"Can't find end of the entity starting at byte offset {position}")
    inner = source[start:end]
    length = utf16_length(inner)
    after = end + len(closer)
    if is_block:
        return inner, [Entity("pre", offset, length, language=language or None)], after
    if character != "[":
        return inner, [Entity(_KINDS[character], offset, length)], after
    link = inner
    if source.startswith("(", after):
        closing = source.find(")", after)
        closing = len(source) if closing < 0 else closing
        link = source[after + 1 : closing]
        after = closing + 1
    return inner, link_entity(link, offset, length), after


def _block_start(source: str, begin: int) -> tuple[int, str]:
    start = begin + 3
    end = start
    while end < len(source) and not source[end].isspace() and source[end] != "`":
        end += 1
    language = source[start:end] if end < len(source) and source[end] != "`" else ""
    start += len(language)
    if source[start : start + 2] in {"\r\n", "\n\r"}:
        return start + 2, language
    return start + (source[start : start + 1] in {"\n", "\r"}), language
