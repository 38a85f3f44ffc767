"""Views of the swap of usernames: nobody sees anything, not even a yes, before all sides agree."""

from markupsafe import Markup

from domain.messages import UsernamesSwapped
from handlers.callbacks.relays import OpenSwap, SwapAgreed, SwapRefused
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.partners import names_of_others
from handlers.texts import relays as texts
from handlers.texts.quoting import named
from handlers.texts.words import Words, lines
from services.container import Services
from services.swaps import Swap


async def swap_opened(request: Request, press: OpenSwap, services: Services) -> Reply:
    """Show where the swap stands."""
    swap = await services.swaps.standing(request.person, press.pair_id)
    return Reply((_screen(request, swap),), is_below=True)


async def swap_agreed(request: Request, press: SwapAgreed, services: Services) -> Reply:
    """Keep one's yes; with the other's yes, show both."""
    swap = await services.swaps.agree(request.person, press.pair_id, request.username, request.now)
    return Reply((_screen(request, swap),))


async def swap_refused(request: Request, press: SwapRefused, services: Services) -> Reply:
    """Take one's yes back."""
    await services.swaps.take_back(request.person, press.pair_id)
    return show(request.words(texts.SWAP_TAKEN_BACK))


async def usernames_swapped(notice: Notice, message: UsernamesSwapped, services: Services) -> Screen | None:
    """Show the others' usernames; nothing once a yes was taken back, or they are no longer partners."""
    swap = await services.swaps.standing(notice.recipient, message.pair_id)
    return _shown(notice.words, swap) if swap.others else None


def _screen(request: Request, swap: Swap) -> Screen:
    words, pair_id = request.words, swap.pair.pair_id
    if swap.others:
        return _shown(words, swap)
    names = names_of_others(words, swap.pair, request.person.person_id)
    if swap.mine is None:
        yes = Button(words.plain(texts.SWAP_YES), SwapAgreed(pair_id))
        return Screen(words(texts.SWAP_ASKS, names=names), ((yes,),))
    no = Button(words.plain(texts.SWAP_NO), SwapRefused(pair_id))
    return Screen(words(texts.SWAP_WAITS, names=names, username=swap.mine), ((no,),))


def _shown(words: Words, swap: Swap) -> Screen:
    told: list[Markup] = [
        words(texts.SWAPPED_LINE, name=named(words, [name]), username=username)
        for name, username in swap.others
    ]
    return Screen(words(texts.SWAPPED, usernames=lines(*told)), is_protected=True)
