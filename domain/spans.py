"""Reads from when until when something lasts, as people write it; what could mean two things it returns twice."""

import re
from typing import Final

from domain.times import MINUTES_A_HALF_DAY, possible_minutes

_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\band\b|\bhasta\b|\ba\b|\by\b)\s*")  # noqa: RUF001 dashes
_BEFORE: Final = re.compile(r"^(?:from|between|desde|entre|de)\s+")
_READ: Final = 60
_LONGEST: Final = 16 * 60
"""Minutes of the longest span that is taken to be meant when several could be."""


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans that ``22 to 7`` or ``de 10 pm a 7 am`` can mean, as two minutes of the day each; none when unclear."""
    plain = " ".join(text[:_READ].casefold().split()).rstrip(".!")
    plain = _BEFORE.sub("", plain)
    for found in _BETWEEN.finditer(plain):
        one, other = plain[: found.start()], plain[found.end() :]
        read = _read(_bare(one), _bare(other))
        if read:
            return read
    return ()


def _read(one: str, other: str) -> tuple[tuple[int, int], ...]:
    firsts, lasts = possible_minutes(one), possible_minutes(other)
    if len(firsts) > 1 and len(lasts) == 1 and not _is_half(other):
        # "8 to 16" counts the day to 24: both do.
        firsts = firsts[:1]
    if len(lasts) > 1 and len(firsts) == 1 and not _is_half(one):
        lasts = lasts[:1]
    every = [(first, last) for first in firsts for last in lasts if first != last]
    short = [(first, last) for first, last in every if (last - first) % (2 * MINUTES_A_HALF_DAY) <= _LONGEST]
    return tuple(every if len(every) == 1 else sorted(short, key=_by_night))


def _by_night(span: tuple[int, int]) -> bool:
    """Put first what goes over midnight: that is when most people want quiet."""
    return span[0] < span[1]


def _bare(text: str) -> str:
    return re.sub(r"^(?:las?|the|at)\s+", "", text.strip())


def _is_half(text: str) -> bool:
    return re.search(r"[ap]\W?\s?m|morning|evening|night|noon|tarde|noche|mañana", text) is not None
