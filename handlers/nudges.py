"""Views of hard moments between partners: how to respond, a wish for a word, thanks; nobody's number is shown."""

from domain.messages import CravingShared, SupportAsked, ThanksArrived
from domain.relays import RELAYS_PER_HOUR
from handlers.callbacks.nudges import AskForWord, AskPartnerForWord, Thank, WordGiven
from handlers.request import Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.nudges import craving_screen, wish_rows, wish_screen
from handlers.screens.partners import choice_rows, names_of_others
from handlers.texts import nudges as texts
from handlers.texts import partners as partner_texts
from handlers.texts.quoting import named
from services.container import Services
from services.written import Fate


async def craving_shared(notice: Notice, message: CravingShared, services: Services) -> Screen | None:
    """Show a partner how to respond; nothing when it is no longer shared, corrected meanwhile, or the pair is over."""
    side = await services.nudges.craving(notice.recipient, message.pair_id, message.checkin_id, notice.now)
    return None if side is None else craving_screen(notice.words, message.pair_id, side, message.checkin_id)


async def word_wanted(request: Request, press: AskForWord, services: Services) -> Reply:
    """Ask the partner for a word, or ask which one is meant."""
    del press
    words, me = request.words, request.person
    pairs = [one for one in await services.partners.pairs(me) if one[1].is_active]
    if not pairs:
        return show(words(partner_texts.NO_PARTNER), is_new=True)
    if len(pairs) > 1:
        rows = choice_rows(words, me.person_id, pairs, AskPartnerForWord)
        return show(words(partner_texts.WHICH_PARTNER), *rows, is_new=True)
    wish = await services.nudges.ask(me, pairs[0][1].pair_id, request.now)
    return Reply((wish_screen(words, wish),), is_new=True)


async def word_wanted_of(request: Request, press: AskPartnerForWord, services: Services) -> Reply:
    """Ask the partner of this pair for a word."""
    wish = await services.nudges.ask(request.person, press.pair_id, request.now)
    return Reply((wish_screen(request.words, wish),), is_new=True)


async def support_asked(notice: Notice, message: SupportAsked, services: Services) -> Screen | None:
    """Tell a partner that a word would do the other good; nothing when it is no longer shared, or the pair is over."""
    me, words = notice.recipient, notice.words
    side = await services.nudges.wish(me, message.pair_id, message.membership_id, notice.now)
    if side is None:
        return None
    ready = await services.nudges.ready(me, message.pair_id, message.asked_at)
    rows = wish_rows(words, message.pair_id, message.asked_at, ready)
    return Screen(words(texts.WISH, name=named(words, [side.name])), rows)


async def word_given(request: Request, press: WordGiven, services: Services) -> Reply:
    """Send a ready answer, in the words of its button."""
    words, me = request.words, request.person
    text = words.plain(partner_texts.READY[press.answer])
    written = await services.nudges.give_word(
        me, press.pair_id, press.asked_at, answer=press.answer, text=text, now=request.now
    )
    names = named(words, []) if written.pair is None else names_of_others(words, written.pair, me.person_id)
    ready = await services.nudges.ready(me, press.pair_id, press.asked_at)
    rows = wish_rows(words, press.pair_id, press.asked_at, ready)
    if written.fate is Fate.HELD_FOR_LIMIT and written.free_at is not None:
        wait = words.plain(
            partner_texts.TOO_MANY_READY, limit=RELAYS_PER_HOUR, time=words.time(written.free_at)
        )
        return show(words(texts.WISH, name=names), *rows, notice=wait)
    notice = words.plain(partner_texts.SENT_BEFORE) if written.fate is Fate.SENT_BEFORE else None
    return show(words(partner_texts.READY_SENT, names=names, quote=text), *rows, notice=notice)


async def thanks_said(request: Request, press: Thank, services: Services) -> Reply:
    """Carry thanks back; the message that they are for stays as it is."""
    is_new = await services.nudges.thank(request.person, press.relay_id, request.now)
    label = texts.THANKS_SENT if is_new else texts.THANKED_BEFORE
    return Reply(notice=request.words.plain(label), drops_button=True)


async def thanks_arrived(notice: Notice, message: ThanksArrived, services: Services) -> Screen | None:
    """Hand over thanks; nothing when the two are no longer partners."""
    name = await services.nudges.thanked(
        notice.recipient, message.pair_id, message.membership_id, message.thanked_id
    )
    words = notice.words
    return None if name is None else Screen(words(texts.THANKED, name=named(words, [name])))
