"""Views of keeping a partner in bounds: silence, a block, a report; each asks at most once and tells the other nothing."""

from markupsafe import Markup

from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.relays import (
    BlockConfirmed,
    BlockPartner,
    ChooseReport,
    KeepAsItWas,
    MutePair,
    ReportConfirmed,
    ReportMessage,
    UnblockPartner,
    UnmutePair,
)
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.screens.partners import names_of_others
from handlers.texts import relays as texts
from handlers.texts.crisis import HELP_NOW
from handlers.texts.listing import facilitators
from handlers.texts.quoting import named, one_line, shown
from handlers.texts.words import Words
from services.container import Services
from services.reports import Reported

_QUOTE = 1_500
_LINE = 40


async def muted(request: Request, press: MutePair, services: Services) -> Reply:
    """Let a partner's messages come without a sound for a while."""
    words = request.words
    pair, until = await services.blocks.mute(request.person, press.pair_id, request.now)
    names = names_of_others(words, pair, request.person.person_id)
    unmute = Button(words.plain(texts.UNMUTE), UnmutePair(press.pair_id))
    return _below(Screen(words(texts.MUTED, names=names, time=words.time(until)), ((unmute,),)))


async def unmuted(request: Request, press: UnmutePair, services: Services) -> Reply:
    """Let a partner's messages make a sound again."""
    pair = await services.blocks.unmute(request.person, press.pair_id)
    names = names_of_others(request.words, pair, request.person.person_id)
    return _below(Screen(request.words(texts.UNMUTED, names=names)))


async def block_asked(request: Request, press: BlockPartner, services: Services) -> Reply:
    """Say what a block does, and ask for one tap."""
    words = request.words
    side = await services.blocks.other(request.person, press.pair_id, press.membership_id)
    yes = BlockConfirmed(press.pair_id, press.membership_id)
    return _below(
        Screen(
            words(texts.BLOCK_ASKS, name=named(words, [side.name])),
            (
                (Button(words.plain(texts.BLOCK_YES), yes, style=Style.DANGER),),
                (Button(words.plain(texts.NOT_NOW_LABEL), KeepAsItWas()),),
            ),
        )
    )


async def block_confirmed(request: Request, press: BlockConfirmed, services: Services) -> Reply:
    """End every contact at once, without a word to the other."""
    words = request.words
    side = await services.blocks.block(request.person, press.pair_id, press.membership_id, request.now)
    unblock = Button(words.plain(texts.UNBLOCK), UnblockPartner(press.pair_id, press.membership_id))
    return show(words(texts.BLOCKED, name=named(words, [side.name])), (unblock,))


async def unblocked(request: Request, press: UnblockPartner, services: Services) -> Reply:
    """Take a block back."""
    words = request.words
    side = await services.blocks.unblock(request.person, press.pair_id, press.membership_id)
    return show(words(texts.UNBLOCKED, name=named(words, [side.name])))


async def kept(request: Request, press: KeepAsItWas, services: Services) -> Reply:
    """Leave everything as it was."""
    del press, services
    return show(request.words(texts.KEPT))


async def report_choosing(request: Request, press: ChooseReport, services: Services) -> Reply:
    """Show the latest messages to choose from, also those taken back."""
    words = request.words
    found = await services.reports.latest(request.person, press.pair_id)
    if not found:
        return _below(Screen(words(texts.NO_MESSAGES)))
    rows = []
    for side, relay in found:
        quote = one_line(relay.text, _LINE) or words.plain(texts.KINDS[relay.kind])
        name = str(named(words, [side.name]).unescape())
        label = words.plain(texts.LISTED, name=one_line(name, 20), quote=quote)
        rows.append((Button(label, ReportMessage(relay.relay_id)),))
    return _below(Screen(words(texts.WHICH_MESSAGE), tuple(rows), is_protected=True))


async def report_asked(request: Request, press: ReportMessage, services: Services) -> Reply:
    """Say who will see a message, and ask once more."""
    words = request.words
    found = await services.reports.of(request.person, press.relay_id)
    quote = shown(found.relay.text, _QUOTE) or words.plain(texts.KINDS[found.relay.kind])
    asks = words(texts.REPORT_ASKS, facilitators=_who(words, found), name=_name(words, found), quote=quote)
    return _below(
        Screen(
            asks,
            (
                (
                    Button(
                        words.plain(texts.REPORT_YES), ReportConfirmed(press.relay_id), style=Style.PRIMARY
                    ),
                ),
                (Button(words.plain(texts.NOT_NOW_LABEL), KeepAsItWas()),),
                (Button(words.plain(HELP_NOW), HelpNow(), style=Style.DANGER),),
            ),
            is_protected=True,
        )
    )


async def report_confirmed(request: Request, press: ReportConfirmed, services: Services) -> Reply:
    """Show a message to the facilitators, and offer a block and help."""
    words = request.words
    found = await services.reports.report(request.person, press.relay_id, request.now)
    who, name = _who(words, found), _name(words, found)
    told = words(texts.REPORTED, facilitators=who)
    if not found.is_told:
        told = words(texts.REPORTED_LEFT, name=name, facilitators=who)
    block = BlockPartner(found.relay.pair_id, found.sender.membership_id)
    return show(
        told,
        (Button(words.plain(texts.BLOCK), block),),
        (Button(words.plain(HELP_NOW), HelpNow(), style=Style.DANGER),),
    )


def _below(screen: Screen) -> Reply:
    """Return a screen below the message whose button was pressed, which stays as it is."""
    return Reply((screen,), is_below=True)


def _who(words: Words, found: Reported) -> Markup:
    return facilitators(words, list(found.facilitators))


def _name(words: Words, found: Reported) -> Markup:
    return named(words, [found.sender.name])
