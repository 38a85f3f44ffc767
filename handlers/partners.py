"""Views of the partner's screen: what each sees of the other, worrying about somebody, and parting."""

import functools

from markupsafe import Markup

from domain.groups import Group
from domain.ids import PairId
from domain.messages import PartnerPaused
from domain.partners import Glimpse, Pair, Side
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.partners import (
    EndPairing,
    EndPairingConfirmed,
    MoreAbout,
    OpenPartner,
    SendDraftTo,
    WorriedAbout,
    WorriedConfirmed,
    WriteTo,
)
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.screens.agreements import agreement_button, wishes_line
from handlers.screens.calls import call_line, call_row
from handlers.screens.exchanges import week_lines, week_rows
from handlers.screens.notes import listen_button
from handlers.screens.nudges import ask_button
from handlers.screens.partners import (
    choice_rows,
    name_on_button,
    names_of_others,
    standing_screen,
    write_button,
)
from handlers.screens.relays import bounds_rows, written_screen
from handlers.screens.repairs import offer_screen
from handlers.screens.sharing import shared_line, sharing_button, terms_lines
from handlers.screens.wishes import my_wishes_row, wishes_rows
from handlers.texts import partners as texts
from handlers.texts.crisis import HELP_NOW
from handlers.texts.listing import facilitators
from handlers.texts.quoting import named, shown
from handlers.texts.voices import in_words
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services
from services.partners import PartnerPage
from services.written import Fate

_NOTE_SHOWN = 600
"""Characters of a partner's note on the screen."""


async def partner(request: Request, services: Services) -> Reply:
    """Show the partner, or which partners there are, or that there is none; text after the command goes to the partner."""
    pairs = await services.partners.pairs(request.person)
    if request.text:
        return await _written(request, [one for one in pairs if one[1].is_active], services)
    if not pairs:
        seats = await services.pair_wishes.seats(request.person)
        return show(request.words(texts.NO_PARTNER), *wishes_rows(request.words, seats))
    if len(pairs) == 1:
        return await _screen_of(request, pairs[0][1], services)
    rows = choice_rows(request.words, request.person.person_id, pairs, OpenPartner)
    return show(request.words(texts.WHICH_PARTNER), *rows)


async def partner_opened(request: Request, press: OpenPartner, services: Services) -> Reply:
    """Show this partner, or where the pair stands."""
    pair = await services.pairing.pair(request.person, press.pair_id)
    if pair is None:
        return show(request.words(texts.NO_PARTNER))
    return await _screen_of(request, pair, services)


async def more_opened(request: Request, press: MoreAbout, services: Services) -> Reply:
    """Show what is seldom wanted of a pair: agreement, silence, reports, blocks, usernames, wishes, the end."""
    words, me = request.words, request.person
    page = await services.partners.page(me, press.pair_id, request.now)
    pair = page.pair
    is_muted = await services.blocks.is_muted(me, pair.pair_id, request.now)
    return show(
        words(texts.MORE_ABOUT, names=_names(words, page)),
        (agreement_button(words, page.mine, pair.pair_id),),
        *bounds_rows(words, pair, me, is_muted=is_muted),
        my_wishes_row(words, page.mine.membership_id),
        (Button(words.plain(texts.END), EndPairing(pair.pair_id)),),
        (Button(words.plain(texts.BACK), OpenPartner(pair.pair_id)),),
        is_protected=True,
    )


async def end_asked(request: Request, press: EndPairing, services: Services) -> Reply:
    """Say what ending means, and ask once more."""
    words = request.words
    page = await services.partners.page(request.person, press.pair_id, request.now)
    return show(
        words(texts.END_ASKS, names=_names(words, page)),
        (Button(words.plain(texts.END_YES), EndPairingConfirmed(press.pair_id)),),
        (Button(words.plain(texts.END_NO), OpenPartner(press.pair_id), style=Style.PRIMARY),),
    )


async def end_confirmed(request: Request, press: EndPairingConfirmed, services: Services) -> Reply:
    """End the pairing; the partner is told."""
    pair = await services.partners.end(request.person, press.pair_id, request.now)
    names = names_of_others(request.words, pair, request.person.person_id)
    return show(request.words(texts.ENDED_BY_ME, names=names))


async def worry_asked(request: Request, press: WorriedAbout, services: Services) -> Reply:
    """Say who will know of the worry, and ask once more."""
    words = request.words
    side = await services.partners.partner(request.person, press.pair_id, press.membership_id)
    facilitators = await _facilitators(request, press.pair_id, services)
    return show(
        words(texts.WORRY_ASKS, name=named(words, [side.name]), facilitators=facilitators),
        (
            Button(
                words.plain(texts.WORRY_YES),
                WorriedConfirmed(press.pair_id, press.membership_id),
                style=Style.PRIMARY,
            ),
        ),
        (Button(words.plain(texts.WORRY_NO), OpenPartner(press.pair_id)),),
        (Button(words.plain(HELP_NOW), HelpNow(), style=Style.DANGER),),
    )


async def worry_confirmed(request: Request, press: WorriedConfirmed, services: Services) -> Reply:
    """Tell the facilitators; the partner is not told who asked."""
    words = request.words
    side = await services.partners.worry(request.person, press.pair_id, press.membership_id, request.now)
    facilitators = await _facilitators(request, press.pair_id, services)
    told = words(texts.WORRY_TOLD, name=named(words, [side.name]), facilitators=facilitators)
    write = Button(words.plain(texts.WRITE_TO_BOTH), WriteTo(press.pair_id))
    help_now = Button(words.plain(HELP_NOW), HelpNow(), style=Style.DANGER)
    return show(told, (write,), (help_now,))


async def partner_paused(notice: Notice, message: PartnerPaused, services: Services) -> Screen | None:
    """Tell that a partner takes a break; nothing when it is over already, or the two are no longer partners."""
    paused = await services.partners.pause(notice.recipient, message.pair_id, message.membership_id)
    if paused is None:
        return None
    name, until = paused
    words = notice.words
    return Screen(words(texts.PAUSED, name=named(words, [name]), day=words.day(until)))


async def _written(request: Request, pairs: list[tuple[Group, Pair]], services: Services) -> Reply:
    """Send the text to the one partner; with more than one it waits for a tap that says to whom."""
    words, me, text = request.words, request.person, request.text or ""
    if request.is_forwarded:
        return show(words(texts.FORWARDED))
    if not pairs:
        return show(words(texts.NO_PARTNER))
    if len(pairs) == 1:
        written = await services.relays.write(
            me, pairs[0][1].pair_id, text, request.now, message_id=request.message_id
        )
        # What is added to something that waits already has been answered once.
        return Reply() if written.fate is Fate.ADDED else Reply((written_screen(words, me, written),))
    draft = await services.notes.hold(me, text, request.now)
    rows = choice_rows(words, me.person_id, pairs, functools.partial(SendDraftTo, draft.note_id))
    return show(words(texts.WHICH_PARTNER), *rows)


async def _screen_of(request: Request, pair: Pair, services: Services) -> Reply:
    if not pair.is_active:
        offer = await services.standing_in.offer(request.person, pair.pair_id)
        if offer is not None:
            return Reply((offer_screen(request.words, offer),))
        return Reply((standing_screen(request.words, pair, request.person.person_id),))
    page = await services.partners.page(request.person, pair.pair_id, request.now)
    return await _page(request, page, services)


async def _facilitators(request: Request, pair_id: PairId, services: Services) -> Markup:
    pair = await services.pairing.pair(request.person, pair_id)
    names = [] if pair is None else await services.partners.facilitator_names(pair)
    return facilitators(request.words, names)


async def _page(request: Request, page: PartnerPage, services: Services) -> Reply:
    words, pair, now = request.words, page.pair, request.now
    week = await services.exchanges.week(request.person, pair.pair_id, now)
    call = await services.calls.current(request.person, pair.pair_id)
    share = tuple((sharing_button(words, shown),) for shown in page.given)
    worried = tuple(
        (
            Button(
                words.plain(texts.WORRIED, name=name_on_button(side.name, words)),
                WorriedAbout(pair.pair_id, side.membership_id),
            ),
        )
        for side, _ in page.others
    )
    listen = tuple(
        (listen_button(words, *glimpse.spoken, name=side.name),)
        for side, glimpse in page.others
        if glimpse.spoken is not None
    )
    return show(
        paragraphs(
            words(texts.PAGE_TITLE, names=_names(words, page)),
            *(_seen(words, side, glimpse) for side, glimpse in page.others),
            *(lines(shared_line(words, one), terms_lines(words, one, now)) for one in page.given),
            lines(week_lines(words, week), call_line(words, call, now)),
        ),
        (write_button(words, pair, page.mine.person_id),),
        (ask_button(words, pair.pair_id, pair.others(page.mine.person_id)),),
        *listen,
        *week_rows(words, week),
        call_row(words, pair.pair_id, call, now),
        *(() if page.mine.terms.is_complete else ((agreement_button(words, page.mine, pair.pair_id),),)),
        *share,
        *worried,
        (Button(words.plain(texts.MORE), MoreAbout(pair.pair_id)),),
        is_protected=True,
    )


def _seen(words: Words, side: Side, glimpse: Glimpse) -> Markup:
    """Return what this partner shares, and only that."""
    name = named(words, [side.name])
    if glimpse.has_checked_in is None:
        today = words(texts.NOT_SHARED, name=name)
    else:
        today = words(texts.CHECKED_IN if glimpse.has_checked_in else texts.NOT_YET, name=name)
    return lines(
        today,
        None if glimpse.mood is None else words(texts.MOOD_SHOWN, value=glimpse.mood),
        None if glimpse.craving is None else words(texts.CRAVING_SHOWN, value=glimpse.craving),
        None if glimpse.note is None else words(texts.NOTE_SHOWN, quote=_note(words, glimpse)),
        wishes_line(words, side),
    )


def _note(words: Words, glimpse: Glimpse) -> str:
    voice = glimpse.spoken[1] if glimpse.spoken else None
    return shown(in_words(words, glimpse.note or "", voice), _NOTE_SHOWN)


def _names(words: Words, page: PartnerPage) -> Markup:
    return named(words, [side.name for side, _ in page.others])
