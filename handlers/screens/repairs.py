"""Draws offers to be there for each other while a partner is away, and their end; it asks no service and decides nothing."""

from markupsafe import Markup

from domain.partners import Answer, EndReason, PairState
from handlers.callbacks.partners import WriteTo
from handlers.callbacks.repairs import CoverAccepted, CoverDeclined
from handlers.request import Button, Screen, Style
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as partner_texts
from handlers.texts import repairs as texts
from handlers.texts.quoting import named
from handlers.texts.words import Text, Words, paragraphs
from services.standing_in import Offer


def offer_screen(words: Words, offer: Offer) -> Screen:
    """Return where an offer stands for one of the two: asked, waiting, begun, refused or over."""
    pair = offer.pair
    if offer.answer is Answer.DECLINED:
        return Screen(words(texts.DECLINED))
    if pair.state is PairState.PROPOSED and offer.answer is Answer.ASKED:
        yes = Button(words.plain(texts.YES), CoverAccepted(pair.pair_id), style=Style.PRIMARY)
        no = Button(words.plain(texts.NO), CoverDeclined(pair.pair_id))
        asked = paragraphs(
            _said(words, texts.OFFER_HELPER if offer.is_helper else texts.OFFER_ALONE, offer),
            words(texts.WHAT_IS_SHARED),
            words(pairing_texts.HOW_TO_WRITE),
            words(texts.NO_REASON_NEEDED),
        )
        return Screen(asked, ((yes,), (no,)))
    if pair.state is PairState.PROPOSED:
        no = Button(words.plain(texts.NO), CoverDeclined(pair.pair_id))
        return Screen(_said(words, texts.WAITING, offer), ((no,),))
    if pair.is_active:
        begun = texts.BEGUN_HELPER if offer.is_helper else texts.BEGUN_ALONE
        write = Button(words.plain(partner_texts.WRITE_TO_BOTH), WriteTo(pair.pair_id), style=Style.PRIMARY)
        return Screen(_said(words, begun, offer), ((write,),))
    return ended_screen(words, offer)


def ended_screen(words: Words, offer: Offer) -> Screen:
    """Return that nobody stands in any more, or will; kindly, and without who wanted what."""
    return Screen(_said(words, _end(offer), offer))


def _end(offer: Offer) -> Text:
    has_begun = offer.pair.started_at is not None
    is_back = offer.end_reason is EndReason.RETURNED
    if not has_begun and offer.end_reason is None:
        return texts.NOT_TO_BE
    if offer.is_helper:
        return texts.OVER_HELPER if has_begun else texts.NOT_NEEDED_HELPER
    if is_back:
        return texts.BACK_ALONE if has_begun else texts.NOT_NEEDED_ALONE
    return texts.OVER_ALONE if has_begun else texts.NOT_TO_BE


def _said(words: Words, text: Text, offer: Offer) -> Markup:
    return words(text, name=named(words, [offer.other]), absent=named(words, [offer.absent]))
