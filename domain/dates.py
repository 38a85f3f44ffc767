"""Reads a date to come, or one that has passed, as people write it; of what could mean two dates it returns both."""

import datetime as dt
import functools
import re
from typing import Final

from babel.core import Locale

from domain.timezones import folded

FURTHEST: Final = dt.timedelta(days=366)
_NEAR: Final = dt.timedelta(days=183)
"""A day without a year has passed when it was within this time; further back, the one to come is meant."""
_READ: Final = 60
_DAY: Final = dt.timedelta(days=1)
_BEFORE: Final = re.compile(
    r"^(?:(?:until|till|to|on|by|hasta|para|a|the|el|la|next|proximo|este|this|dia) )+"
)
_NAMED: Final = {
    "tomorrow": 1,
    "manana": 1,
    "day after tomorrow": 2,
    "pasado manana": 2,
}
_NAMED_PAST: Final = {
    "today": 0,
    "hoy": 0,
    "tonight": 0,
    "this morning": 0,
    "esta manana": 0,
    "esta noche": 0,
    "yesterday": 1,
    "ayer": 1,
    "last night": 1,
    "anoche": 1,
    "day before yesterday": 2,
    "anteayer": 2,
    "antier": 2,
    "antes de ayer": 2,
}
_AGO: Final = re.compile(r"^(?:hace )?(\d{1,3}|an?|one|una?) (days?|dias?|weeks?|semanas?)(?: ago| atras)?$")
_AROUND_PAST: Final = re.compile(
    r"^(?:(?:last|this past|on|it was|the|el|la|este|fue|dia) )+|(?: pasado| pasada)$"
)
_AHEAD: Final = re.compile(
    r"^(?:(?:for|in|durante|por|en|dentro de) )?(\d{1,3}|an?|one|una?) (days?|dias?|weeks?|semanas?)$"
)
_NUMBERS: Final = re.compile(r"^(\d{1,2})[ -](\d{1,2})(?:[ -](\d{4}|\d{2}))?$")
_ISO: Final = re.compile(r"^(\d{4})[ -](\d{1,2})[ -](\d{1,2})$")
_DAY_MONTH: Final = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th|o)? (?:(?:de|of) )?([a-z]+)(?: (?:(?:de|del) )?(\d{4}))?$"
)
_MONTH_DAY: Final = re.compile(r"^([a-z]+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$")


def coming_dates(text: str, today: dt.date) -> tuple[dt.date, ...]:
    """Return the dates after today that ``30 Nov``, ``30/11`` or ``hasta el lunes`` can mean, soonest first; none when unclear."""
    plain = folded(text[:_READ])
    ahead = _ahead(plain)
    plain = _BEFORE.sub("", plain)
    if ahead is None:
        ahead = _ahead(plain)
    if ahead is not None:
        found = [today + ahead * _DAY]
    elif plain in _weekdays():
        found = [today + ((_weekdays()[plain] - today.weekday() - 1) % 7 + 1) * _DAY]
    else:
        # In Spanish "mar" is a weekday and a month.
        found = _written(plain, today) or _written(_without_weekday(plain), today)
    return tuple(sorted({date for date in found if today < date <= today + FURTHEST}))


def recent_dates(text: str, today: dt.date) -> tuple[dt.date, ...]:
    """Return the dates up to today that ``yesterday``, ``20 Nov`` or ``el lunes`` can mean, latest first; none when unclear."""
    plain = folded(text[:_READ])
    ago = _ago(plain)
    plain = _AROUND_PAST.sub("", plain)
    if ago is None:
        ago = _ago(plain)
    if ago is not None:
        found = [today - ago * _DAY]
    elif plain in _weekdays():
        back = (today.weekday() - _weekdays()[plain]) % 7
        # "Monday", said on a Monday, is today or a week ago.
        found = [today - back * _DAY] if back else [today, today - 7 * _DAY]
    else:
        found = _written(plain, today, is_past=True) or _written(_without_weekday(plain), today, is_past=True)
    return tuple(sorted({date for date in found if today - FURTHEST <= date <= today}, reverse=True))


def _ago(plain: str) -> int | None:
    if plain in _NAMED_PAST:
        return _NAMED_PAST[plain]
    found = _AGO.match(plain)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else 1
    return number * (7 if found[2][0] in "ws" else 1)


def _ahead(plain: str) -> int | None:
    if plain in _NAMED:
        return _NAMED[plain]
    found = _AHEAD.match(plain)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else 1
    return number * (7 if found[2][0] in "ws" else 1)


def _written(plain: str, today: dt.date, *, is_past: bool = False) -> list[dt.date]:
    found: list[tuple[int, int, str | None]] = []
    if numbers := _ISO.match(plain):
        found = [(int(numbers[2]), int(numbers[3]), numbers[1])]
    elif numbers := _NUMBERS.match(plain):
        one, other = int(numbers[1]), int(numbers[2])
        found = [(other, one, numbers[3]), (one, other, numbers[3])]
    elif named := _DAY_MONTH.match(plain):
        found = [(_months().get(named[2], 0), int(named[1]), named[3])]
    elif named := _MONTH_DAY.match(plain):
        found = [(_months().get(named[1], 0), int(named[2]), named[3])]
    return [
        date
        for month, day, year in found
        for date in [_dated(month, day, year, today, is_past=is_past)]
        if date is not None
    ]


def _dated(month: int, day: int, year: str | None, today: dt.date, *, is_past: bool) -> dt.date | None:
    """Return the date; without a year it is the next one of its kind, or the last one."""
    other = today.year - 1 if is_past else today.year + 1
    years = [today.year, other] if year is None else [int(year) % 100 + 2000]
    for one in years:
        try:
            date = dt.date(one, month, day)
        except ValueError:
            continue
        if year is not None or (today - _NEAR < date <= today if is_past else date > today):
            return date
    return None


def _without_weekday(plain: str) -> str:
    first, _, rest = plain.partition(" ")
    return rest if first in _weekdays() and rest else plain


@functools.cache
def _weekdays() -> dict[str, int]:
    return {
        folded(name): number
        for language in ("en", "es")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).days["format"][width].items()
    }


@functools.cache
def _months() -> dict[str, int]:
    found = {
        folded(name): number
        for language in ("en", "es")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months["format"][width].items()
    }
    return found | {"sep": 9, "set": 9, "setiembre": 9}
