"""Knows whom to call in a crisis, country by country, from memory; it calls nobody and never guesses a number.

Every line is one that at least two public sources agree on, the newest dated in 2024 or later (general emergency numbers: two
agreeing sources). `source` is the service's own page. What is not in here is answered with the local emergency number in
words and the directory, never with another country's number.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Final

DIRECTORY: Final = "findahelpline.com"
"""A directory of crisis lines of more than 100 countries; where it points is its own responsibility."""

AROUND_THE_CLOCK: Final = "24/7"

FRESH_FOR: Final = dt.timedelta(days=365)
"""For so long after its check a number is given out; then nothing starts before somebody has looked again."""

_CHECKED_ON: Final = dt.date(2026, 11, 23)


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A crisis line: people answer.

    Attributes:
        calls: numbers to call, first is best; none when it only takes texts.
        text_to: number to send a text to; None when it takes none.
        text_word: what to write; None when anything will do.
        hours: "24/7", or local times of day.
        languages: in which people answer there.
        checked_on: when the number was last compared with its sources.
    """

    name: str
    calls: tuple[str, ...] = ()
    text_to: str | None = None
    text_word: str | None = None
    hours: str = AROUND_THE_CLOCK
    languages: tuple[str, ...] = ("en",)
    source: str = ""
    checked_on: dt.date = _CHECKED_ON


@dataclasses.dataclass(frozen=True, slots=True)
class Country:
    """The numbers of a country; `emergency` is for danger to life, None where no verified one is known."""

    emergency: str | None
    lines: tuple[Line, ...]
    checked_on: dt.date = _CHECKED_ON

    def lines_for(self, language: str) -> tuple[Line, ...]:
        """Return the lines that speak the language; all of them where none does."""
        return tuple(line for line in self.lines if language in line.languages) or self.lines


def checked_on() -> dt.date:
    """Return when the numbers that were looked at longest ago were compared with their sources."""
    return min(
        date
        for known in {**COUNTRIES, **_OWN}.values()
        for date in (known.checked_on, *(line.checked_on for line in known.lines))
    )


def country(code: str | None) -> Country | None:
    """Return the numbers of a country by its two letters (ISO 3166, any case); None when they are not known."""
    known = (code or "").upper()
    return _OWN.get(known) or COUNTRIES.get(known)


def use(own: Mapping[str, Country]) -> None:
    """Give these countries' numbers in the place of ours; once, before anything is given out."""
    _OWN.clear()
    _OWN.update(own)


_LIFELINE_US = Line(
    "988 Suicide & Crisis Lifeline",
    ("988",),
    "988",
    languages=("en", "es"),
    source="https://988lifeline.org/",
)
_TEXT_LINE_US = Line(
    "Crisis Text Line", text_to="741741", text_word="HOME", source="https://www.crisistextline.org/"
)
_TELEFONSEELSORGE_DE = Line(
    "TelefonSeelsorge",
    ("0800 111 0 111", "0800 111 0 222"),
    languages=("de",),
    source="https://www.telefonseelsorge.de/",
)
_AMICO_IT = Line(
    "Telefono Amico",
    ("02 2327 2327",),
    hours="09:00-24:00",
    languages=("it",),
    source="https://www.telefonoamico.it/",
)
_CENTRO_AR = Line(
    "Centro de Asistencia al Suicida",
    ("0800 345 1435", "(011) 5275-1135"),
    hours="08:00-24:00",
    languages=("es",),
    source="https://www.asistenciaalsuicida.org.ar/",
)
_VIDA_MX = Line(
    "Línea de la Vida", ("800 911 2000",), languages=("es",), source="https://www.gob.mx/conasama/"
)
_SAPTEL_MX = Line("SAPTEL", ("55 5259 8121",), languages=("es",), source="https://www.saptel.org.mx/")
_CENTRUM_PL = Line(
    "Centrum Wsparcia", ("800 70 2222",), languages=("pl",), source="https://centrumwsparcia.pl/"
)
_SHOUT_GB = Line("Shout", text_to="85258", text_word="SHOUT", source="https://giveusashout.org/")
_TEXT_IE = Line("Text About It", text_to="50808", text_word="HELLO", source="https://textaboutit.ie/")
_LIFELINE_AU = Line("Lifeline", ("13 11 14",), "0477 13 11 14", source="https://www.lifeline.org.au/")
_TELE_MANAS_IN = Line(
    "Tele-MANAS",
    ("14416", "1-800-891-4416"),
    languages=("hi", "en"),
    source="https://telemanas.mohfw.gov.in/",
)
_SADAG_ZA = Line("SADAG", ("0800 567 567",), "31393", source="https://www.sadag.org/")

COUNTRIES: Final = {
    "US": Country("911", (_LIFELINE_US, _TEXT_LINE_US)),
    "CA": Country(
        "911",
        (
            Line(
                "9-8-8 Suicide Crisis Helpline",
                ("988",),
                "988",
                languages=("en", "fr"),
                source="https://988.ca/",
            ),
        ),
    ),
    "MX": Country("911", (_VIDA_MX, _SAPTEL_MX)),
    "AR": Country("911", (_CENTRO_AR,)),
    "BR": Country(None, (Line("CVV", ("188",), languages=("pt",), source="https://cvv.org.br/"),)),
    "GB": Country("999", (Line("Samaritans", ("116 123",), source="https://www.samaritans.org/"), _SHOUT_GB)),
    "IE": Country(
        "112", (Line("Samaritans", ("116 123",), source="https://www.samaritans.org/ireland/"), _TEXT_IE)
    ),
    "AU": Country("000", (_LIFELINE_AU,)),
    "NZ": Country("111", (Line("Need to talk?", ("1737",), "1737", source="https://1737.org.nz/"),)),
    "DE": Country("112", (_TELEFONSEELSORGE_DE,)),
    "AT": Country(
        "112",
        (Line("TelefonSeelsorge", ("142",), languages=("de",), source="https://www.telefonseelsorge.at/"),),
    ),
    "CH": Country(
        "112",
        (
            Line(
                "Die Dargebotene Hand",
                ("143",),
                languages=("de", "fr", "it"),
                source="https://www.143.ch/",
            ),
        ),
    ),
    "ES": Country(
        "112",
        (Line("Línea 024", ("024",), languages=("es",), source="https://www.sanidad.gob.es/linea024/"),),
    ),
    "FR": Country("112", (Line("3114", ("3114",), languages=("fr",), source="https://3114.fr/"),)),
    "IT": Country("112", (_AMICO_IT,)),
    "NL": Country(
        "112",
        (
            Line(
                "113 Zelfmoordpreventie",
                ("113", "0800 0113"),
                languages=("nl",),
                source="https://www.113.nl/",
            ),
        ),
    ),
    "PL": Country("112", (_CENTRUM_PL,)),
    "SE": Country("112", ()),
    "IN": Country("112", (_TELE_MANAS_IN,)),
    "ZA": Country(None, (_SADAG_ZA,)),
}
"""Verified numbers by country."""

_OWN: Final[dict[str, Country]] = {}
"""Those that an operator has put in the place of ours."""
