"""Reads an answer to a questionnaire that was typed instead of tapped; what it is not sure of it does not read."""

import re
import unicodedata

from domain.instruments.version import PRINTS_VALUES, Kind, Question
from domain.numbers import number_of

_READ = 200
"""Characters that are looked at: no published answer is longer."""
_SHORTEST_BEGINNING = 4
"""So many letters of an answer tell which one is meant, if only one begins so."""
_MOST = 1_000


def value_of(question: Question, kind: Kind, text: str) -> int | None:
    """Return the number of the answer that was written, by its words or by a number; None when it is unclear.

    A number is an answer where answers are counts ("1-3", "Four or more days"), and where the form prints numbers.
    """
    written = _plain(text)
    words = {option.value: _plain(option.text) for option in question.options}
    meant = [value for value, plain in words.items() if plain == written]
    if not meant and len(written) >= _SHORTEST_BEGINNING and not written.isdigit():
        meant = [value for value, plain in words.items() if plain.startswith(written)]
    if len(meant) == 1:
        return meant[0]
    number = int(written) if re.fullmatch(r"[0-9]{1,3}", written) else number_of(text)
    return None if number is None else _by_number(question, kind, number)


def _by_number(question: Question, kind: Kind, number: int) -> int | None:
    counts = {option.value: _counts(option.text) for option in question.options}
    for value, span in counts.items():
        if span is not None and number in span:
            return value
    if kind in PRINTS_VALUES and question.option(number) is not None:
        return number
    return None


def _counts(text: str) -> range | None:
    """Return the counts that an answer stands for; None when it is no count."""
    span = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
    if span is not None:
        return range(int(span[1]), int(span[2] or span[1]) + 1)
    first, _, rest = _plain(text).partition(" ")
    if first == "none" and not rest:
        return range(1)
    number = number_of(first)
    if number is None or first.isdigit():
        return None
    return range(number, _MOST if rest.startswith("or more") else number + 1)


def _plain(text: str) -> str:
    """Return lower case without accents and marks, single spaces between words."""
    letters = unicodedata.normalize("NFD", text.strip()[:_READ].casefold())
    kept = "".join(sign for sign in letters if unicodedata.category(sign) != "Mn")
    return " ".join(re.sub(r"[^\w-]+", " ", kept).split())
