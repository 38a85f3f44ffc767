"""Reads an operator's own crisis lines from a file, and says in one sentence what is wrong with it; it calls none of them."""

import datetime as dt
import pathlib
import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.operator import WRONG_SETTINGS, OperatorError
from domain.crisis import AROUND_THE_CLOCK, Country, Line

_Number = Annotated[str, Field(pattern=r"^[+\d][\d ()./-]*$", max_length=40)]


class _OwnLine(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=80)]
    calls: tuple[_Number, ...] = ()
    text_to: _Number | None = None
    text_word: Annotated[str, Field(max_length=20)] | None = None
    hours: Annotated[str, Field(max_length=40)] = AROUND_THE_CLOCK
    languages: tuple[str, ...] = ("en", "es")
    source: str = ""

    def line(self, checked_on: dt.date) -> Line:
        """Return it as the product knows lines."""
        if not self.calls and self.text_to is None:
            raise OperatorError(f"{self.name}: it has no number to call and none to text.", WRONG_SETTINGS)
        return Line(
            self.name,
            self.calls,
            self.text_to,
            self.text_word,
            self.hours,
            self.languages,
            self.source,
            checked_on,
        )


class _OwnCountry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    checked_on: dt.date
    emergency: _Number | None = None
    lines: tuple[_OwnLine, ...] = ()


_OWN = TypeAdapter(dict[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], _OwnCountry])


def own_lines(path: str, today: dt.date) -> dict[str, Country]:
    """Return the countries of the file, each in the place of ours; without a file none.

    Raises:
        OperatorError: the file cannot be read, holds something else, or a date that is still to come.
    """
    if not path:
        return {}
    try:
        found = _OWN.validate_python(tomllib.loads(pathlib.Path(path).read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(
            f"CRISIS_LINES cannot be read ({path}: {type(error).__name__}).", WRONG_SETTINGS
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise OperatorError(f"CRISIS_LINES is no TOML ({path}: {error}).", WRONG_SETTINGS) from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise OperatorError(
            f"CRISIS_LINES: {where}: {error.errors()[0]['msg']} ({path}).", WRONG_SETTINGS
        ) from None
    for code, country in found.items():
        if country.checked_on > today:
            raise OperatorError(f"CRISIS_LINES: {code}.checked_on is still to come ({path}).", WRONG_SETTINGS)
    return {
        code: Country(
            country.emergency,
            tuple(line.line(country.checked_on) for line in country.lines),
            country.checked_on,
        )
        for code, country in found.items()
    }
