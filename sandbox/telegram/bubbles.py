"""Show a message as a person's screen shows it: a value that never changes. It touches no chat."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from sandbox.telegram.entities import Entity, to_html
from sandbox.telegram.errors import Json
from sandbox.telegram.messages import Message


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """Hold one button: its label and the one thing it does; `fields` is the button as the bot sent it."""

    label: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    style: str | None = None
    fields: Json = dataclasses.field(default_factory=dict, repr=False)

    @property
    def target(self) -> str | None:
        """Return what the button carries: callback data, else a link, else the text it copies."""
        return self.data or self.url or self.copy_text


@dataclasses.dataclass(frozen=True, slots=True)
class Bubble:
    """Hold one message as seen at one moment; `html` is safe to put on a page."""

    id: int
    chat_id: int
    from_bot: bool
    sender_id: int
    sender_name: str
    date: dt.datetime
    text: str
    caption: str
    html: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[Button, ...], ...]
    keyboard: Json | None
    media: str | None
    photo: bytes | None
    file: bytes | None
    file_name: str | None
    file_id: str | None
    seconds: int | None
    edited: bool
    reply_to: int | None
    effect_id: str | None
    reactions: tuple[str, ...]
    is_protected: bool
    is_silent: bool
    service: Json | None

    def button(self, data_or_label: str) -> Button | None:
        """Find a button by its callback data or its label; None when there is none."""
        every = [button for row in self.buttons for button in row]
        by_data = [button for button in every if button.data == data_or_label]
        return next(iter(by_data or [button for button in every if button.label == data_or_label]), None)


def bubble_of(message: Message, bot_id: int, name_of: Callable[[int], str]) -> Bubble:
    """Take a snapshot of a message."""
    media = message.media
    rows = tuple(tuple(_button(each) for each in row) for row in message.inline_keyboard)
    return Bubble(
        id=message.id,
        chat_id=message.chat_id,
        from_bot=message.sender_id == bot_id,
        sender_id=message.sender_id,
        sender_name=name_of(message.sender_id),
        date=message.sent_at,
        text="" if media else message.text,
        caption=message.text if media else "",
        html=to_html(message.text, message.entities),
        entities=message.entities,
        buttons=rows,
        keyboard=None if rows else message.markup,
        media=media.kind if media else None,
        photo=media.content if media and media.kind == "photo" else None,
        file=media.content if media and media.kind != "photo" else None,
        file_name=media.file.name if media and media.file else None,
        file_id=media.file.file_id if media and media.file else None,
        seconds=media.facts.get("duration") if media else None,
        edited=message.edited_at is not None,
        reply_to=message.reply_to,
        effect_id=message.effect_id,
        reactions=tuple(
            str(each.get("emoji", each["type"])) for given in message.reactions.values() for each in given
        ),
        is_protected=message.is_protected,
        is_silent=message.is_silent,
        service=message.service,
    )


def _button(button: Json) -> Button:
    return Button(
        label=button["text"],
        data=button.get("callback_data"),
        url=button.get("url") or (button.get("web_app") or {}).get("url"),
        copy_text=(button.get("copy_text") or {}).get("text"),
        style=button.get("style"),
        fields=button,
    )
