"""Reads a time of day as people write it; of what could mean two times it returns both."""

import re
import unicodedata
from typing import Final

_WRITTEN = re.compile(
    r"(?:a las |a la |at )?(?P<hour>\d{1,2})\s*(?:[:.h]\s*(?P<minute>\d{2})?\s*h?)?\s*(?P<half>a\s?m|p\s?m)?"
)
_COMPACT = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")
_NAMED: Final = {"noon": 12 * 60, "mediodia": 12 * 60, "midnight": 0, "medianoche": 0}
_PARTS_OF_DAY: Final = {
    "in the morning": "am",
    "de la manana": "am",
    "in the afternoon": "pm",
    "in the evening": "pm",
    "at night": "pm",
    "de la tarde": "pm",
    "de la noche": "pm",
}
_FRACTIONS: Final = {"media": "h30", "cuarto": "h15"}
_FRACTION: Final = re.compile(r"(?<=\d) y (media|cuarto)\b")
MINUTES_A_HALF_DAY: Final = 12 * 60
_UNMISTAKABLE_HOUR: Final = 13
"""From here on an hour alone has one meaning."""


def minute_of_day(text: str) -> int | None:
    """Return the minute of the day (0-1439) of ``19:30``, ``7pm``, ``7:30 p. m.`` or ``noon``; None when it is unclear."""
    found = possible_minutes(text)
    return found[0] if len(found) == 1 else None


def possible_minutes(text: str) -> tuple[int, ...]:
    """Return the minutes of the day that a text can mean, earlier first: ``a las 7`` is in the morning or in the evening."""
    plain = _plain(text)
    if plain in _NAMED:
        return (_NAMED[plain],)
    is_said = _FRACTION.search(plain) is not None
    plain = _FRACTION.sub(lambda found: _FRACTIONS[found[1]], plain)
    for words, short in _PARTS_OF_DAY.items():
        plain = plain.replace(words, short)
    found = _COMPACT.fullmatch(plain) or _WRITTEN.fullmatch(plain.strip())
    if found is None:
        return ()
    parts: dict[str, str | None] = found.groupdict()
    hour, minute, half = int(found["hour"]), int(parts.get("minute") or 0), parts.get("half")
    if not half and (is_said or not parts.get("minute")) and 0 < hour < _UNMISTAKABLE_HOUR and minute <= 59:  # noqa: PLR2004 the last minute
        early = hour % 12 * 60 + minute
        return early, early + MINUTES_A_HALF_DAY
    one = _minutes(hour, minute, half)
    return () if one is None else (one,)


def _plain(text: str) -> str:
    # Digits of every script become 0-9, full-width letters plain ones, accents go.
    folded = unicodedata.normalize("NFKD", text.strip()[:40].casefold())
    letters = (c for c in folded if not unicodedata.combining(c))
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in letters)
    return " ".join(re.sub(r"(?<=[apm])\.", " ", digits).split())


def _minutes(hour: int, minute: int, half: str | None) -> int | None:
    if half is not None:
        if not 1 <= hour <= 12:  # noqa: PLR2004 the hours of a half day
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:  # noqa: PLR2004 the last hour and minute
        return None
    return hour * 60 + minute
