"""The forms of a route; `handlers.routes` is the table of them."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from domain.access import Actor, Audience
from domain.messages import Message
from handlers.callbacks.payload import Press
from handlers.request import Reaction, Reply, Request, Screen
from handlers.texts.words import Label, Words
from services.container import Services

View = Callable[[Request, Services], Awaitable[Reply]]
PressView = Callable[[Request, Any, Services], Awaitable[Reply]]
NoticeView = Callable[["Notice", Any, Services], Awaitable[Screen | Reaction | None]]


@dataclasses.dataclass(frozen=True, slots=True)
class CommandRoute:
    """``/name``; `menu` is its line in the command menu, None keeps it out."""

    name: str
    view: View
    audience: Audience
    menu: Label | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class PressRoute:
    """A button."""

    press: type[Press]
    view: PressView
    audience: Audience


@dataclasses.dataclass(frozen=True, slots=True)
class TypedRoute:
    """Free text (or an attachment) while a dialogue of this kind is open; kind None is when none is."""

    dialogue: str | None
    view: View
    audience: Audience


@dataclasses.dataclass(frozen=True, slots=True)
class NoticeRoute:
    """An unasked message: the view returns None when it should no longer be sent."""

    message: type[Message]
    view: NoticeView


@dataclasses.dataclass(frozen=True, slots=True)
class Notice:
    """To whom an unasked message goes, as read in the transaction that renders it.

    Attributes:
        may_have_arrived: it may be in the chat already, from a try whose end nobody saw.
    """

    recipient: Actor
    words: Words
    now: dt.datetime
    may_have_arrived: bool = False
