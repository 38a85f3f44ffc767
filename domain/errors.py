"""Draws the one tree of errors; it holds no sentence, only keys and data for the texts.

TandemError                 never raised directly
├── Refused                 expected: reaches the person as a clear sentence, raises no alarm
│   ├── NotAllowed          the person has no right to this
│   ├── Outdated            the button is from an earlier moment; the current state is shown instead
│   ├── NotUnderstood       what was typed does not fit the question
│   └── NothingToDo         what was asked for is already so, or has no object
└── Broken                  ours to mend: logged with an id, the person gets an apology and the way on
    └── Unreadable          a stored value cannot be opened with the keys at hand
"""

from collections.abc import Mapping


class TandemError(Exception):
    """Root of all errors of this product; never raised directly.

    Attributes:
        key: names the text that tells the person, for example ``checkins.not_a_number``.
        data: values for that text; never a note, name or token.
    """

    def __init__(self, key: str, data: Mapping[str, object] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.data: Mapping[str, object] = data or {}


class Refused(TandemError):
    """An expected refusal."""


class NotAllowed(Refused):
    """The person has no right to this, or it is not theirs, or it does not exist."""


class Outdated(Refused):
    """The button belongs to an earlier moment."""


class NotUnderstood(Refused):
    """What was typed does not fit the open question."""


class NothingToDo(Refused):
    """There is nothing this could apply to."""


class Broken(TandemError):
    """A failure of our own."""


class Unreadable(Broken):
    """A stored value cannot be opened with the keys at hand."""
