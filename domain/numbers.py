"""Reads an answer that was typed instead of tapped; what it is not sure of it does not read."""

import re
import unicodedata
from typing import Final

from domain.items import HIGHEST, LOWEST, Use

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
_NUMBER = re.compile(r"(?P<number>\w+)(?:\s*(?:/|out of|of|de|sobre)\s*(?:10|ten|diez))?")
_USE: Final = {
    Use.NO: "no nope none nothing nada ninguno ninguna n",
    Use.YES: "yes yeah yep y si i did s",
}
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


def number_of(text: str) -> int | None:
    """Return the number from 0 to 10 that was written, in digits of any script or as a word; None when it is unclear."""
    plain = _plain(text)
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    written = found["number"]
    number = int(written) if re.fullmatch(r"[0-9]{1,3}", written) else _WORDS.get(written)
    return number if number is not None and LOWEST <= number <= HIGHEST else None


def use_of(text: str) -> Use | None:
    """Return the answer about use that was written; None when it is unclear."""
    plain = _plain(text)
    if plain in _RATHER_NOT:
        return Use.RATHER_NOT_SAY
    return next((use for use, words in _USE.items() if plain in words.split()), None)


def is_skip(text: str) -> bool:
    """Tell whether the person wrote that they want to skip the question."""
    return _plain(text) in _SKIP


def _plain(text: str) -> str:
    """Return lower case with plain digits and without accents, invisible marks and a closing full stop."""
    kept = (_sign(sign) for sign in unicodedata.normalize("NFD", text.strip()[:_READ].casefold()))
    return " ".join("".join(kept).split()).rstrip(".!")


def _sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if sign in "⁄／÷":  # noqa: RUF001 slashes of other keyboards
        return "/"
    if sign == "’":  # noqa: RUF001 the apostrophe of phones
        return "'"
    # Marks of direction, and what turns a digit into a key cap, change nothing of what was meant.
    return "" if unicodedata.category(sign) in {"Cf", "Mn", "Me"} else sign
