"""Puts the numbers to call in a crisis, and who learns of it, into the reader's words; it asks no service."""

from markupsafe import Markup

from domain import crisis
from domain.crisis import AROUND_THE_CLOCK, Country, Line
from handlers.texts import crisis as texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Words, lines
from services.crisis import Told


def numbers(words: Words, country: str | None) -> Markup:
    """Return whom to call in a country, each on its own line."""
    known = crisis.country(country)
    if known is None:
        return lines(words(texts.IN_DANGER_LOCAL), words(texts.DIRECTORY_ONLY, address=crisis.DIRECTORY))
    return lines(
        *(_line(words, line) for line in known.lines_for(words.language)),
        _danger(words, known),
        words(texts.DIRECTORY, address=crisis.DIRECTORY),
    )


def first_numbers(words: Words, country: str | None) -> Markup:
    """Return the first line of a country and the number for danger to life; the button for help has the others."""
    known = crisis.country(country)
    if known is None:
        return numbers(words, country)
    return lines(*(_line(words, line) for line in known.lines_for(words.language)[:1]), _danger(words, known))


def who_is_told(words: Words, told: Told, *, is_brief: bool = False) -> Markup:
    """Return whom this tells now, or that nobody can be reached at this moment."""
    if not told.is_reached:
        return words(texts.CANNOT_REACH)
    if is_brief:
        return words(texts.TELLING_BRIEF, names=facilitators(words, told.names))
    text = texts.TELLING if len(told.names) == 1 else texts.TELLING_MANY
    return words(text, names=facilitators(words, told.names))


def _danger(words: Words, known: Country) -> Markup:
    if known.emergency is None:
        return words(texts.IN_DANGER_LOCAL)
    return words(texts.IN_DANGER, number=_bold(words, known.emergency))


def _line(words: Words, line: Line) -> Markup:
    calls = [_bold(words, call) for call in line.calls]
    called = calls[0] if len(calls) == 1 else None
    if len(calls) > 1:
        called = words(texts.OR, one=calls[0], other=calls[1])
    if called is None:
        said = words(
            texts.TEXT_WORD, name=line.name, word=line.text_word, number=_bold(words, line.text_to or "")
        )
    elif line.text_to is None:
        said = words(texts.CALL, name=line.name, calls=called)
    elif line.text_to == line.calls[0]:
        said = words(texts.CALL_OR_TEXT, name=line.name, calls=called)
    else:
        said = words(texts.CALL_AND_TEXT, name=line.name, calls=called, number=_bold(words, line.text_to))
    return said if line.hours == AROUND_THE_CLOCK else words(texts.HOURS, line=said, hours=line.hours)


def _bold(words: Words, number: str) -> Markup:
    return words(texts.NUMBER, number=number)
