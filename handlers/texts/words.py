"""Makes sentences from the catalogue in the reader's language and zone; it knows no sentence itself.

A `Text` is HTML for a message body: whatever is put into it is escaped. A `Label` is plain, for buttons and notices.
"""

import dataclasses
import datetime as dt
import zoneinfo
from typing import Final

from babel.dates import format_date
from markupsafe import Markup

LANGUAGES: Final = ("en", "es")
FALLBACK_LANGUAGE: Final = "en"


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """A message body in every language, as HTML with ``{named}`` places."""

    en: str
    es: str


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """A plain text in every language, with ``{named}`` places: buttons, notices, command descriptions."""

    en: str
    es: str


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Speaks one language to somebody in one zone."""

    language: str
    timezone: str

    def __call__(self, text: Text, **values: object) -> Markup:
        """Return the text as HTML, with the values escaped unless they are `Markup`."""
        return Markup(getattr(text, self.language)).format(**values)  # noqa: S704 the template is ours, values are escaped

    def plain(self, label: Label, **values: object) -> str:
        """Return the label as plain text."""
        template: str = getattr(label, self.language)
        return template.format(**values)

    def counted(self, one: Text, other: Text, number: int, **values: object) -> Markup:
        """Return the singular for exactly 1 and the plural else; ``{number}`` is the count."""
        return self(one if number == 1 else other, number=number, **values)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return the moment in the reader's zone."""
        return moment.astimezone(zoneinfo.ZoneInfo(self.timezone))

    def time(self, moment: dt.datetime) -> str:
        """Return the local time of day, as 14:02."""
        return self.local(moment).strftime("%H:%M")

    def day(self, date: dt.date) -> str:
        """Return the date with its weekday, as Mon, Nov 23."""
        pattern = {"en": "EEE, MMM d", "es": "EEE d MMM"}[self.language]
        return str(format_date(date, pattern, locale=self.language))

    def weekday(self, date: dt.date) -> str:
        """Return the weekday alone, as Monday."""
        return str(format_date(date, "EEEE", locale=self.language))

    def date(self, date: dt.date) -> str:
        """Return the date with its year, as November 23, 2026."""
        return str(format_date(date, "long", locale=self.language))

    def moment(self, moment: dt.datetime) -> str:
        """Return the local day and time."""
        return f"{self.day(self.local(moment).date())} {self.time(moment)}"


def paragraphs(*parts: Markup | None) -> Markup:
    """Join the parts that are there with an empty line between them."""
    return Markup("\n\n").join(part for part in parts if part)


def lines(*parts: Markup | None) -> Markup:
    """Join the parts that are there, each on its own line."""
    return Markup("\n").join(part for part in parts if part)


def spoken(language_code: str | None) -> str:
    """Return the catalogue's language for a code of the messaging app, for example ``es-MX``."""
    code = (language_code or "").split("-")[0].lower()
    return code if code in LANGUAGES else FALLBACK_LANGUAGE
