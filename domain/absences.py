"""Reads from when until when somebody is away, as people write it; of what could mean two stretches it returns both."""

import datetime as dt
import re
from typing import Final

from domain.dates import coming_dates
from domain.on_call import LONGEST_ABSENCE
from domain.timezones import folded

_BETWEEN: Final = re.compile(r" (?:-|–|—|to|until|till|through|hasta|al|a) ")  # noqa: RUF001 dashes
_BEFORE: Final = re.compile(r"^(?:(?:i am|im|i'm|estoy|away|fuera|from|between|desde|entre|del|de|el) )+")
_UNTIL: Final = re.compile(r"^(?:until|till|hasta) ")
_TODAY: Final = frozenset({"today", "now", "hoy", "ahora"})
_READ: Final = 60
_MOST: Final = 4


def away_dates(text: str, today: dt.date) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the stretches, first and last date, that ``30 Nov to 7 Dec`` or ``until Monday`` can mean; none when unclear.

    A day alone is a stretch from today on.
    """
    plain = _BEFORE.sub("", " ".join(text[:_READ].split()).lower().rstrip(".!"))
    found: list[tuple[dt.date, dt.date]] = []
    for gap in _BETWEEN.finditer(plain):
        found += _stretches(plain[: gap.start()], plain[gap.end() :], today)
    if not found:
        found = [(today, last) for last in _dates(_UNTIL.sub("", plain), today)]
    return tuple(sorted({one for one in found if one[1] - one[0] <= LONGEST_ABSENCE}))[:_MOST]


def _stretches(one: str, other: str, today: dt.date) -> list[tuple[dt.date, dt.date]]:
    return [(first, last) for first in _dates(one, today) for last in _dates(other, today) if first <= last]


def _dates(text: str, today: dt.date) -> tuple[dt.date, ...]:
    return (today,) if folded(text) in _TODAY else coming_dates(text, today)
