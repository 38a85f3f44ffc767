"""Draws buttons and screens of hard moments between partners; it asks no service and decides nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.ids import CheckInId, PairId, RelayId
from domain.partners import ReadyAnswer, Side
from handlers.callbacks.nudges import AskForWord, AskPartnerForWord, Thank, WordGiven
from handlers.callbacks.partners import OpenPartner, ReadyAnswerChosen, WorriedAbout, WritePartner, WriteTo
from handlers.request import Button, Screen, Style
from handlers.screens.menu import help_button
from handlers.screens.partners import name_on_button
from handlers.texts import crisis as crisis_texts
from handlers.texts import nudges as texts
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as partner_texts
from handlers.texts.quoting import named
from handlers.texts.words import Words, paragraphs
from services.nudges import Wish

Row = tuple[Button, ...]


def partner_rows(words: Words) -> tuple[Row, ...]:
    """Return the ways to a partner that a hard check-in ends with."""
    return (
        (Button(words.plain(crisis_texts.MESSAGE_PARTNER), WritePartner()),),
        (Button(words.plain(texts.ASK_FOR_WORD), AskForWord()),),
    )


def ask_button(words: Words, pair_id: PairId, others: Sequence[Side]) -> Button:
    """Return the button that asks this partner for a word."""
    press = AskPartnerForWord(pair_id)
    if len(others) == 1 and others[0].name:
        return Button(words.plain(texts.ASK_NAMED, name=name_on_button(others[0].name, words)), press)
    return Button(words.plain(texts.ASK_FOR_WORD), press)


def thanks_button(words: Words, relay_id: RelayId) -> Button:
    """Return the button that says thank you for a message."""
    return Button(words.plain(texts.THANK_YOU), Thank(relay_id))


def craving_screen(words: Words, pair_id: PairId, side: Side, checkin_id: CheckInId) -> Screen:
    """Return how to respond to a partner's strong craving."""
    name = name_on_button(side.name, words)
    around = ReadyAnswer.AROUND
    return Screen(
        paragraphs(
            words(texts.CRAVING, name=named(words, [side.name])),
            words(texts.WHAT_HELPS),
            words(texts.WHAT_DOES_NOT),
        ),
        (
            (Button(words.plain(partner_texts.WRITE_TO, name=name), WriteTo(pair_id), style=Style.PRIMARY),),
            (
                Button(
                    words.plain(partner_texts.READY[around]), ReadyAnswerChosen(pair_id, checkin_id, around)
                ),
            ),
            (
                Button(
                    words.plain(partner_texts.WORRIED, name=name), WorriedAbout(pair_id, side.membership_id)
                ),
            ),
        ),
        is_protected=True,
    )


def wish_rows(words: Words, pair_id: PairId, asked_at: int, ready: Sequence[ReadyAnswer]) -> tuple[Row, ...]:
    """Return the ready answers to a wish for a word that are still in place, and always the way to own words."""
    return (
        *(
            (Button(words.plain(partner_texts.READY[answer]), WordGiven(pair_id, asked_at, answer)),)
            for answer in ready
        ),
        (Button(words.plain(partner_texts.OWN_WORDS), WriteTo(pair_id)),),
    )


def wish_screen(words: Words, wish: Wish) -> Screen:
    """Return what became of one's wish for a word, with the way to help now below it."""
    write = (Button(words.plain(partner_texts.WRITE_TO_BOTH), WriteTo(wish.pair_id)),)
    rows: tuple[Row, ...] = (write, (help_button(words),))
    if not wish.told:
        share = (Button(words.plain(pairing_texts.WHAT_I_SHARE), OpenPartner(wish.pair_id)),)
        rows = (write, share, (help_button(words),))
    return Screen(_became(words, wish), rows)


def _became(words: Words, wish: Wish) -> Markup:
    names = named(words, list(wish.told or wish.unshared))
    if not wish.told:
        return words(texts.NOT_SHARED, names=names)
    if wish.is_unreached:
        return words(texts.NOT_REACHED, names=names)
    if wish.is_repeated:
        return words(texts.ASKED_BEFORE, names=names)
    if wish.arrives_at is not None:
        return words(texts.HELD_UNTIL, names=names, time=words.time(wish.arrives_at))
    return words(texts.ON_ITS_WAY, names=names)
