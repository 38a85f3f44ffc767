"""Hold messages as they stand in a chat. Who may write, edit or delete them is decided elsewhere."""

import dataclasses
import datetime as dt

from sandbox.telegram.entities import Entity
from sandbox.telegram.errors import Json
from sandbox.telegram.files import PhotoSize, StoredFile


@dataclasses.dataclass(frozen=True, slots=True)
class Media:
    """Hold what a message carries besides text; `facts` are the object's plain fields."""

    kind: str
    file: StoredFile | None = None
    sizes: tuple[PhotoSize, ...] = ()
    facts: Json = dataclasses.field(default_factory=dict)

    @property
    def content(self) -> bytes | None:
        """Return the bytes, of the largest size for a photo; None when there are none."""
        if self.sizes:
            return self.sizes[-1].file.content
        return self.file.content if self.file else None


@dataclasses.dataclass(eq=False, slots=True)
class Message:
    """Hold one message; `text` is the caption when there is media, `markup` what the bot attached.

    Pictures that were sent at once share an `album_id`.
    """

    chat_id: int
    id: int
    sender_id: int
    sent_at: dt.datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    media: Media | None = None
    markup: Json | None = None
    link_preview: Json | None = None
    reply_to: int | None = None
    quote: str | None = None
    thread_id: int | None = None
    edited_at: dt.datetime | None = None
    service: Json | None = None
    origin: Json | None = None
    album_id: str | None = None
    effect_id: str | None = None
    is_protected: bool = False
    is_silent: bool = False
    caption_above: bool = False
    reactions: dict[int, list[Json]] = dataclasses.field(default_factory=dict)

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        """Return the rows of buttons under the message, empty when there are none."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows
