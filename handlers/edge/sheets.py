"""Turns screens into what is stored and sent: texts, callback data and facts of pictures; it sends nothing.

A reply is kept in the database until it has gone out, so that a kill between the effect and the reply loses neither.
"""

import base64
import dataclasses
import hashlib
import json
from typing import Any, Self

from domain.relays import Media, RelayKind
from domain.voices import Voice
from handlers.pictures.picture import Picture, picture_from
from handlers.request import Button, Document, Placing, Screen, Style
from handlers.texts.words import FALLBACK_LANGUAGE

_NAMES_OF_STYLES = {Style.PRIMARY: "primary", Style.DANGER: "danger"}


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """A button as Telegram knows it: callback data or a link."""

    label: str
    data: str | None = None
    url: str | None = None
    style: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """A screen ready to be stored or sent; see `handlers.request.Screen` for what the fields mean."""

    text: str
    rows: tuple[tuple[Key, ...], ...] = ()
    picture: bytes | Picture | None = None
    document: Document | None = None
    voice: Voice | None = None
    unplayed: str = ""
    anchor: str | None = None
    clears: tuple[str, ...] = ()
    media: Media | None = None
    reply_to: int | None = None
    is_silent: bool = False
    placing: Placing = Placing.BELOW
    is_protected: bool = False

    @property
    def anchors(self) -> set[str]:
        """Return the names of all things of which it matters which message shows them so far."""
        return {*self.clears, *({self.anchor} if self.anchor else ())}

    @classmethod
    def of(cls, screen: Screen) -> Self:
        """Return the sheet of a screen."""
        return cls(
            text=str(screen.text),
            rows=tuple(tuple(_key(button) for button in row) for row in screen.rows),
            picture=screen.picture,
            document=screen.document,
            voice=screen.voice,
            unplayed=str(screen.unplayed or ""),
            anchor=screen.anchor,
            clears=screen.clears,
            media=screen.media,
            reply_to=screen.reply_to,
            is_silent=screen.is_silent,
            placing=screen.placing,
            is_protected=screen.is_protected,
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Delivery:
    """Everything that is needed to answer one thing that somebody did, now or after a restart.

    Attributes:
        chat_id: where to.
        person_id: whose chat it is; None for strangers and groups.
        language: in which they are spoken to.
        notice: a short line over the chat after a press.
        is_new: the first sheet does not take the pressed message's place, which loses its buttons.
        is_below: it does not either, and the pressed message keeps them.
        query_id: the press to be acknowledged.
        pressed_id: the message whose button was pressed; `is_pressed_picture` when it shows one.
        kept_rows: the buttons that the pressed message keeps, of which one was dropped; None where none was.
        arrived_id: the message that the person sent.
        anchors: the messages that show the sheets' things so far, and those that the sheets clear.
        taken_back: rows of the outbox that what was done has taken back: nothing is confirmed while one is still on the wire.
            After a restart nothing is, so they are not packed.
    """

    chat_id: int
    sheets: tuple[Sheet, ...] = ()
    person_id: int | None = None
    language: str = FALLBACK_LANGUAGE
    notice: str | None = None
    is_new: bool = False
    is_below: bool = False
    query_id: str | None = None
    pressed_id: int | None = None
    is_pressed_picture: bool = False
    kept_rows: tuple[tuple[Key, ...], ...] | None = None
    arrived_id: int | None = None
    anchors: dict[str, int] = dataclasses.field(default_factory=dict)
    taken_back: tuple[int, ...] = ()

    @property
    def cleared(self) -> list[int]:
        """Return the messages that go when all this has been shown; not the pressed one, which has its own fate."""
        over = {anchor for sheet in self.sheets for anchor in sheet.clears}
        return [one for anchor, one in self.anchors.items() if anchor in over and one != self.pressed_id]

    def pack(self) -> bytes:
        """Return it as JSON."""
        fields = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        fields["sheets"] = [_packed(sheet) for sheet in self.sheets]
        del fields["taken_back"]
        fields["kept_rows"] = None if self.kept_rows is None else _packed_rows(self.kept_rows)
        return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return what `pack` was given.

        Raises:
            ValueError: another version packed it in a form that this one does not know.
        """
        try:
            fields = json.loads(packed)
            fields["sheets"] = tuple(_unpacked(sheet) for sheet in fields["sheets"])
            kept = fields.get("kept_rows")
            fields["kept_rows"] = None if kept is None else _unpacked_rows(kept)
            return cls(**fields)
        except (KeyError, TypeError) as error:
            raise ValueError("a reply of another version") from error


def saying(sheets: tuple[Sheet, ...]) -> str:
    """Return what tells these sheets from others, in 32 characters."""
    packed = json.dumps([_packed(sheet) for sheet in sheets])
    return hashlib.sha256(packed.encode()).hexdigest()[:32]


def _key(button: Button) -> Key:
    data = None if button.press is None else button.press.pack()
    return Key(button.label, data, button.url, _NAMES_OF_STYLES.get(button.style))


def _packed(sheet: Sheet) -> dict[str, Any]:
    return {
        "text": sheet.text,
        "rows": _packed_rows(sheet.rows),
        "picture": _packed_picture(sheet.picture),
        "document": sheet.document and [sheet.document.name, _base64(sheet.document.content)],
        "voice": sheet.voice and sheet.voice.pack(),
        "unplayed": sheet.unplayed,
        "anchor": sheet.anchor,
        "clears": sheet.clears,
        "media": sheet.media and [sheet.media.kind, sheet.media.pack()],
        "reply_to": sheet.reply_to,
        "is_silent": sheet.is_silent,
        "placing": sheet.placing,
        "is_protected": sheet.is_protected,
    }


def _unpacked(fields: dict[str, Any]) -> Sheet:
    document = fields["document"]
    # Replies of the version before lack some of these; they are still owed.
    voice, media = fields.get("voice"), fields.get("media")
    return Sheet(
        text=fields["text"],
        rows=_unpacked_rows(fields["rows"]),
        picture=_unpacked_picture(fields["picture"]),
        document=document and Document(document[0], base64.b64decode(document[1])),
        voice=voice and Voice.unpack(voice),
        unplayed=fields.get("unplayed", ""),
        anchor=fields["anchor"],
        clears=tuple(fields.get("clears", ())),
        media=media and Media.unpack(RelayKind(media[0]), media[1]),
        reply_to=fields.get("reply_to"),
        is_silent=fields.get("is_silent", False),
        placing=Placing(fields.get("placing", Placing.BELOW)),
        is_protected=fields["is_protected"],
    )


def _packed_rows(rows: tuple[tuple[Key, ...], ...]) -> list[list[tuple[Any, ...]]]:
    return [[dataclasses.astuple(key) for key in row] for row in rows]


def _unpacked_rows(packed: list[list[list[Any]]]) -> tuple[tuple[Key, ...], ...]:
    return tuple(tuple(Key(*key) for key in row) for row in packed)


def _packed_picture(picture: bytes | Picture | None) -> Any:
    if isinstance(picture, Picture):
        return [picture.kind, picture.pack()]
    return picture and _base64(picture)


def _unpacked_picture(packed: Any) -> bytes | Picture | None:
    if isinstance(packed, list):
        return picture_from(packed[0], packed[1])
    return None if packed is None else base64.b64decode(packed)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
