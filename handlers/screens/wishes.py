"""Draws what somebody wishes for in a partner, for that person alone; it asks no service and decides nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.ids import MembershipId
from domain.wishes import Gender, Language, Wishes
from handlers.callbacks.wishes import (
    CapacityChosen,
    ChooseCapacity,
    ChooseGender,
    ChooseLanguages,
    GenderChoice,
    GenderChosen,
    LanguageTurned,
    SameGenderTurned,
    ShowWishes,
)
from handlers.request import Button, Screen
from handlers.texts import wishes as texts
from handlers.texts.listing import listed
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Label, Words, lines, paragraphs


def wishes_rows(words: Words, seats: Sequence[tuple[MembershipId, str]]) -> tuple[tuple[Button, ...], ...]:
    """Return the way to the wishes of each seat; with more than one seat named by its group."""
    if len(seats) == 1:
        return (my_wishes_row(words, seats[0][0]),)
    return tuple(
        (Button(words.plain(texts.MY_WISHES_IN, group=one_line(group, LABEL_NAME)), ShowWishes(seat)),)
        for seat, group in seats
    )


def my_wishes_row(words: Words, seat: MembershipId) -> tuple[Button, ...]:
    """Return the way to the wishes of one seat."""
    return (Button(words.plain(texts.MY_WISHES), ShowWishes(seat)),)


def wishes_screen(words: Words, seat: MembershipId, wishes: Wishes) -> Screen:
    """Return all wishes, who sees them, and the ways to change them."""
    told: list[Markup] = [Markup.escape(words.plain(texts.LANGUAGE_NAMES[one])) for one in _ordered(wishes)]
    gender = texts.GENDER_UNTOLD if wishes.gender is None else texts.GENDER_NOW[wishes.gender]
    text = paragraphs(
        words(texts.TITLE),
        lines(
            words(texts.LANGUAGES_NOW, languages=listed(words, told)),
            words(gender),
            words(texts.ONLY_SAME if wishes.wants_same_gender else texts.ANYBODY),
            words(texts.CAPACITY_NOW[wishes.capacity]),
        ),
        words(texts.WHO_SEES),
    )
    rows = (
        (Button(words.plain(texts.LANGUAGES), ChooseLanguages(seat)),),
        (Button(words.plain(texts.GENDER), ChooseGender(seat)),),
        (Button(words.plain(texts.ROOM), ChooseCapacity(seat)),),
    )
    return Screen(text, rows)


def languages_screen(words: Words, seat: MembershipId, wishes: Wishes) -> Screen:
    """Return the languages to switch."""
    rows = [
        (
            _choice(
                words,
                texts.LANGUAGE_NAMES[language],
                LanguageTurned(seat, language),
                is_chosen=language in wishes.languages,
            ),
        )
        for language in Language
    ]
    return Screen(words(texts.ASK_LANGUAGES), (*rows, _done(words, seat)))


def gender_screen(words: Words, seat: MembershipId, wishes: Wishes) -> Screen:
    """Return what one can tell about oneself, and whether the partner is to be the same."""
    rows = [
        (
            _choice(
                words,
                texts.GENDER_LABELS[gender],
                GenderChosen(seat, GenderChoice(gender.value)),
                is_chosen=wishes.gender is gender,
            ),
        )
        for gender in Gender
    ]
    untold = GenderChosen(seat, GenderChoice.UNTOLD)
    rows.append((_choice(words, texts.RATHER_NOT, untold, is_chosen=wishes.gender is None),))
    if wishes.gender is not None:
        only = wishes.wants_same_gender
        rows.append((_choice(words, texts.SAME_ONLY, SameGenderTurned(seat, 1), is_chosen=only),))
        rows.append((_choice(words, texts.ANY_GENDER, SameGenderTurned(seat, 0), is_chosen=not only),))
    return Screen(words(texts.ASK_GENDER), (*rows, _done(words, seat)))


def capacity_screen(words: Words, seat: MembershipId, wishes: Wishes) -> Screen:
    """Return how many partners one can have room for."""
    rows = [
        (_choice(words, label, CapacityChosen(seat, number), is_chosen=wishes.capacity == number),)
        for number, label in enumerate(texts.CAPACITIES)
    ]
    return Screen(words(texts.ASK_CAPACITY), (*rows, _done(words, seat)))


def _choice(
    words: Words,
    label: Label,
    press: LanguageTurned | GenderChosen | SameGenderTurned | CapacityChosen,
    *,
    is_chosen: bool,
) -> Button:
    plain = words.plain(label)
    return Button(words.plain(texts.CHOSEN, choice=plain) if is_chosen else plain, press)


def _done(words: Words, seat: MembershipId) -> tuple[Button, ...]:
    return (Button(words.plain(texts.DONE), ShowWishes(seat)),)


def _ordered(wishes: Wishes) -> list[Language]:
    return [language for language in Language if language in wishes.languages]
