"""Buttons of hard moments; they carry nothing, so that they work from any screen, however old."""

import dataclasses
from typing import ClassVar

from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class HelpNow(Press):
    """The person needs help now."""

    prefix: ClassVar[str] = "sos"


@dataclasses.dataclass(frozen=True, slots=True)
class MeantIt(Press):
    """Asked whether they think of ending their life or hurting themselves: yes."""

    prefix: ClassVar[str] = "sos.yes"


@dataclasses.dataclass(frozen=True, slots=True)
class NotMeant(Press):
    """Asked the same: no."""

    prefix: ClassVar[str] = "sos.no"


@dataclasses.dataclass(frozen=True, slots=True)
class SafeForNow(Press):
    """After asking for help: the person says that they are safe for the moment."""

    prefix: ClassVar[str] = "sos.safe"
