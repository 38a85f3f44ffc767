"""Draws the three steps of what partners agree on, and what one of them chose; it asks no service and decides nothing."""

import datetime as dt

from markupsafe import Markup

from domain.agreements import STEPS, Boundary, Reach, Terms
from domain.ids import PairId
from domain.partners import Side
from handlers.callbacks.agreements import (
    AgreedShareChosen,
    AgreementOpened,
    BoundaryChosen,
    ReachChosen,
    StepTaken,
)
from handlers.callbacks.partners import OpenPartner
from handlers.request import Button, Screen, Style
from handlers.screens.partners import names_of_others, write_button
from handlers.screens.sharing import share_rows, shared_line, sharing_button, terms_lines, until_line
from handlers.texts import agreements as texts
from handlers.texts.quoting import named
from handlers.texts.words import Words, lines, paragraphs
from services.agreements import Agreement
from services.consenting import Shown


def agreement_button(words: Words, mine: Side, pair_id: PairId) -> Button:
    """Return the button that opens the next step of one's own, or all of them once more."""
    terms, press = mine.terms, AgreementOpened(pair_id)
    if terms.is_complete:
        return Button(words.plain(texts.ONCE_MORE), press)
    if not terms.steps:
        return Button(words.plain(texts.BEGIN), press)
    return Button(words.plain(texts.GO_ON, step=terms.steps + 1, steps=STEPS), press)


def wishes_line(words: Words, side: Side) -> Markup | None:
    """Return how a partner wants to be met; None when they have not said."""
    wishes = _wishes(words, side.terms)
    return words(texts.OTHER_CHOSE, name=named(words, [side.name]), wishes=wishes) if wishes else None


def step_screen(
    words: Words, agreement: Agreement, step: int, given: tuple[Shown, ...], now: dt.datetime
) -> Screen:
    """Return a step: how to reach each other, what is shared, what this is not."""
    if step == 1:
        return _reach(words, agreement)
    return _shared(words, agreement, given, now) if step < STEPS else _boundaries(words, agreement)


def done_screen(words: Words, agreement: Agreement) -> Screen:
    """Return that one's own steps are taken, and whether all have."""
    names = names_of_others(words, agreement.pair, agreement.mine.person_id)
    text = paragraphs(words(texts.DONE, names=names), words(texts.AGREED) if agreement.is_new else None)
    page = Button(words.plain(texts.OUR_PAGE), OpenPartner(agreement.pair.pair_id))
    return Screen(text, ((write_button(words, agreement.pair, agreement.mine.person_id),), (page,)))


def _reach(words: Words, agreement: Agreement) -> Screen:
    names = names_of_others(words, agreement.pair, agreement.mine.person_id)
    pair_id = agreement.pair.pair_id
    rows = tuple((Button(words.plain(texts.REACH[one]), ReachChosen(pair_id, one)),) for one in Reach)
    skip = Button(words.plain(texts.SKIP), StepTaken(pair_id, 1))
    return Screen(
        words(texts.REACH_ASKS, step=1, steps=STEPS, names=names), (*rows, (skip, _later(words, agreement)))
    )


def _shared(words: Words, agreement: Agreement, given: tuple[Shown, ...], now: dt.datetime) -> Screen:
    """With two partners each has a screen of its own; with one the switches stand here."""
    is_one = len(given) == 1
    each = tuple((sharing_button(words, shown),) for shown in given)
    rows = share_rows(words, given[0], AgreedShareChosen, now) if is_one else each
    fine = Button(words.plain(texts.SHARED_FINE), StepTaken(agreement.pair.pair_id, 2), style=Style.PRIMARY)
    return Screen(
        paragraphs(
            words(texts.SHARED_ASKS, step=2, steps=STEPS),
            *(
                lines(
                    shared_line(words, shown),
                    terms_lines(words, shown, now),
                    until_line(words, shown.sharing),
                )
                for shown in given
            ),
        ),
        ((fine,), *rows, (_later(words, agreement),)),
    )


def _boundaries(words: Words, agreement: Agreement) -> Screen:
    names = names_of_others(words, agreement.pair, agreement.mine.person_id)
    pair_id = agreement.pair.pair_id
    rows = tuple(
        (Button(words.plain(texts.BOUNDARY[one]), BoundaryChosen(pair_id, one)),) for one in Boundary
    )
    skip = Button(words.plain(texts.SKIP_LAST), StepTaken(pair_id, STEPS))
    return Screen(
        paragraphs(
            words(texts.NOT_ASKS, step=STEPS, steps=STEPS),
            lines(words(texts.NO_CRISIS_SERVICE), words(texts.STAYS_HERE, names=names)),
            words(texts.ADVICE_ASKS),
        ),
        (*rows, (skip, _later(words, agreement))),
    )


def _later(words: Words, agreement: Agreement) -> Button:
    return Button(words.plain(texts.LATER), OpenPartner(agreement.pair.pair_id))


def _wishes(words: Words, terms: Terms) -> Markup | None:
    said = [
        None if terms.reach is None else words(texts.OTHER_REACH[terms.reach]),
        None if terms.boundary is None else words(texts.OTHER_BOUNDARY[terms.boundary]),
    ]
    return Markup(" ").join(one for one in said if one is not None) or None
