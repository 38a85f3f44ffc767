"""Says several things as one list, with the language's "and" before the last; it chooses and orders nothing."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from handlers.texts.words import Text, Words

AND = Text(en="{some} and {last}", es="{some} y {last}")
AND_BEFORE_I = Text(en="{some} and {last}", es="{some} e {last}")
"""Spanish says "e" before the sound i, as in "Ana e Inés", but not before hie- or io-."""
YOUR_FACILITATOR = Text(en="your facilitator", es="quien facilita tu grupo")

_SOUNDS_I = re.compile(r"h?[ií](?![aeouáéóú])", re.IGNORECASE)


def listed(words: Words, parts: Sequence[Markup]) -> Markup:
    """Return one or more parts as they are said in one sentence.

    Raises:
        ValueError: there are none.
    """
    *some, last = parts
    if not some:
        return last
    return words(
        AND_BEFORE_I if _SOUNDS_I.match(last.striptags()) else AND, some=Markup(", ").join(some), last=last
    )


def facilitators(words: Words, names: Sequence[str]) -> Markup:
    """Return the names of facilitators, escaped, as one list; without any name it is "your facilitator"."""
    return listed(words, [Markup.escape(name) for name in names if name] or [words(YOUR_FACILITATOR)])
