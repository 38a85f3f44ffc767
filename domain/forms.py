"""Names the forms that a check-in can have and what each of them asks; when one is short is decided in `domain.lengths`."""

import enum
from collections.abc import Sequence

from domain.items import ITEMS, MOOD, NOTE, Item


class Form(enum.StrEnum):
    """How much a check-in asks.

    FULL every question of the day · SHORT the short form: one number, with which the person says that there is nothing else to report ·
    WELCOME one number after a silence, which says nothing else · NOTE a few words after a silence.
    """

    FULL = "full"
    SHORT = "short"
    WELCOME = "welcome"
    NOTE = "note"

    @property
    def is_of_return(self) -> bool:
        """Tell whether it is for somebody who comes back after a silence."""
        return self in {Form.WELCOME, Form.NOTE}


def asked_in(form: Form, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return what a check-in of this form asks when `items` are the questions of its day."""
    match form:
        case Form.FULL:
            return tuple(items)
        case Form.SHORT | Form.WELCOME:
            return (ITEMS[MOOD],)
        case Form.NOTE:
            return (ITEMS[NOTE],)
