"""Says times of day and weekdays as every screen says them; it computes none."""

import datetime as dt

from babel.dates import format_date
from markupsafe import Markup

from domain.recurrence import EVERY_DAY
from handlers.texts import schedules as texts
from handlers.texts.listing import listed
from handlers.texts.words import Words

_MONDAY = dt.date(2026, 1, 5)
_WORKDAYS = 0b0011111


def clock(minute: int) -> str:
    """Return a minute of the day as 18:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def weekday(words: Words, number: int, width: str = "EEE") -> str:
    """Return the name of a weekday, 0 being Monday."""
    return str(format_date(_MONDAY + dt.timedelta(days=number), width, locale=words.language))


def weekdays_in_words(words: Words, weekdays: int) -> Markup:
    """Return seven bits from Monday as "every day", "Monday to Friday" or "on Mon and Sat"."""
    if weekdays & EVERY_DAY == EVERY_DAY:
        return words(texts.EVERY_DAY)
    if weekdays == _WORKDAYS:
        return words(texts.WORKDAYS)
    days = [Markup.escape(weekday(words, number)) for number in range(7) if weekdays >> number & 1]
    return words(texts.ON_DAYS, days=listed(words, days))
