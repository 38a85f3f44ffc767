"""Reads an answer that was typed instead of tapped; what it is not sure of it does not read."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from domain.items import HIGHEST, LOWEST, Item, Scale, Use

_WORDS: Final = {
    word: number
    for number, words in enumerate(
        (
            "zero cero",
            "one uno una",
            "two dos",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
            "seven siete",
            "eight ocho",
            "nine nueve",
            "ten diez",
        )
    )
    for word in words.split()
}
_OF_TEN: Final = r"(?:\s*(?:/|out of|of|de|sobre)\s*(?:10|ten|diez))?"
_NUMBER = re.compile(rf"(?P<number>\w+){_OF_TEN}")
_UNSURE: Final = (
    r"maybe|perhaps|probably|possibly|roughly|approx(?:imately)?|hmm+|well|i (?:think|guess|suppose)|(?:i'?d|i would) say"
    r"|(?:i'?m )?not sure(?! about)|(?:i )?don'?t know(?! about)|dunno|idk|kinda|kind of|sort of|today|tonight|(?:right |just )?now"
    r"|quizas?|tal vez|a lo mejor|puede ser|probablemente|posiblemente|aproximadamente|mas o menos|(?:yo )?creo(?: que| yo)?"
    r"|(?:yo )?diria(?: que| yo)?|(?:yo )?supongo(?: que)?|no se|no estoy segur[oa]|pues|bueno|hoy|ahora(?: mismo)?|esta noche"
)
"""What may stand on either side of a number without changing it. It is all: neither "not" nor "or" nor a thing counted."""
_BEFORE: Final = (
    r"a|an|about|around|like|say|it'?s|it is|(?:i'?m|i am)(?: at)?|(?:i )?feels? like"
    r"|un|como|unos|por ahi de(?:l)?|alrededor de(?:l)?|cerca de(?:l)?|es|estoy en"
)
_AFTER: Final = r"ish|or so|o asi|por ahi"
_HEDGED = re.compile(
    rf"(?:(?:{_UNSURE}|{_BEFORE}) )*"
    rf"(?P<number>[0-9]{{1,3}}|{'|'.join(_WORDS)}){_OF_TEN}(?:-?ish)?"
    rf"(?: (?:{_UNSURE}|{_AFTER}))*"
)
_PAUSES = re.compile(r"[,;:.\u2026!?]+(?=\s|$)|(?<!\S)[~\u2248\u00bf\u00a1\u2026]+")
"""Signs beside words; the comma and the point of "7,5" are none, nor is a minus."""
_NO: Final = frozenset({"no", "nope", "none", "nothing", "nada", "ninguno", "ninguna", "n"})
_YES: Final = frozenset({"yes", "yeah", "yep", "y", "si", "s"})
_THUMBS: Final = {"\U0001f44d": 1, "\U0001f44e": 0}
"""To a question about use they are no answer: a thumb up may mean that all is well."""
_USED: Final = _YES | {"i did", "i used", "consumi"}
_TEN: Final = "\U0001f51f"
"""The key cap of ten is a sign of its own; those of the other digits are digits with marks."""
_RATHER_NOT: Final = frozenset(
    {
        "rather not say",
        "i'd rather not say",
        "id rather not say",
        "rather not",
        "prefer not to say",
        "prefiero no decir",
        "prefiero no decirlo",
        "mejor no",
    }
)
_SKIP: Final = frozenset({"skip", "pass", "saltar", "omitir", "paso"})
_READ: Final = 40
"""Characters that are looked at: no number is longer."""
_LONGEST_CHOICE: Final = 400
_LONGEST_HEDGED: Final = 80
"""Beyond this nothing is read as a number with words around it: a cut could take away the word that matters."""


def value_of(item: Item, text: str) -> int | None:
    """Return the number for an answer that was written to this question; None when it is unclear, or words are asked for."""
    match item.scale:
        case Scale.NUMBER:
            return rating_of(text)
        case Scale.USE:
            return use_of(text)
        case Scale.YES_NO:
            return yes_no_of(text)
        case Scale.CHOICE:
            return choice_of(text, item.choices)
        case Scale.TEXT:
            return None


def number_of(text: str) -> int | None:
    """Return the number from 0 to 10 that was written, in digits of any script or as a word; None when it is unclear."""
    plain = _plain(text)
    return _in_range(_NUMBER.fullmatch(plain))


def rating_of(text: str) -> int | None:
    """Return the one number from 0 to 10 that was written, alone or among words of doubt from a closed list.

    None when it is unclear: two numbers, a "not", a thing counted ("7 beers"), or any other word beside it.
    """
    exact = number_of(text)
    if exact is not None:
        return exact
    if len(" ".join(text.split())) > _LONGEST_HEDGED:
        return None
    plain = " ".join(_PAUSES.sub(" ", _plain(text, _LONGEST_HEDGED)).split())
    return _in_range(_HEDGED.fullmatch(plain))


def use_of(text: str) -> Use | None:
    """Return the answer about use that was written; None when it is unclear."""
    plain = _plain(text)
    if plain in _RATHER_NOT:
        return Use.RATHER_NOT_SAY
    if plain in _USED:
        return Use.YES
    return Use.NO if plain in _NO else None


def yes_no_of(text: str) -> int | None:
    """Return 1 for a written yes and 0 for a no; None when it is unclear."""
    plain = _plain(text)
    if plain in _YES:
        return 1
    return 0 if plain in _NO else _THUMBS.get(plain)


def choice_of(text: str, choices: Sequence[str]) -> int | None:
    """Return the place, from 0, of the choice that was written by its words or by its number, from 1; None when unclear."""
    plain = _plain(text, _LONGEST_CHOICE)
    named = [place for place, choice in enumerate(choices) if plain == _plain(choice, _LONGEST_CHOICE)]
    if named:
        return named[0]
    number = number_of(text)
    return number - 1 if number is not None and 1 <= number <= len(choices) else None


def is_skip(text: str) -> bool:
    """Tell whether the person wrote that they want to skip the question."""
    return _plain(text) in _SKIP


def _in_range(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    written = found["number"]
    number = int(written) if re.fullmatch(r"[0-9]{1,3}", written) else _WORDS.get(written)
    return number if number is not None and LOWEST <= number <= HIGHEST else None


def _plain(text: str, limit: int = _READ) -> str:
    """Return lower case with plain digits and without accents, invisible marks and a closing full stop."""
    kept = (_sign(sign) for sign in unicodedata.normalize("NFD", " ".join(text.split())[:limit].casefold()))
    return " ".join("".join(kept).split()).rstrip(".!")


def _sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if sign in "⁄／÷":  # noqa: RUF001 slashes of other keyboards
        return "/"
    if sign == "’":  # noqa: RUF001 the apostrophe of phones
        return "'"
    if sign == _TEN:
        return "10"
    # Colours of skin, marks of direction, and what turns a digit into a key cap, change nothing of what was meant.
    is_mark = "\U0001f3fb" <= sign <= "\U0001f3ff" or unicodedata.category(sign) in {"Cf", "Mn", "Me"}
    return "" if is_mark else sign
