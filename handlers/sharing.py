"""Views of what a partner sees of somebody: by name, item by item, until when; switching off counts at once."""

from handlers.callbacks.partners import OpenPartner
from handlers.callbacks.sharing import ShareChosen, SharingOpened
from handlers.request import Button, Reply, Request, show
from handlers.screens.sharing import share_rows, shared_line, terms_lines, until_line
from handlers.texts import sharing as texts
from handlers.texts.quoting import named
from handlers.texts.words import paragraphs
from services.consenting import Shown
from services.container import Services


async def sharing_opened(request: Request, press: SharingOpened, services: Services) -> Reply:
    """Show what this partner sees."""
    shown = await services.consenting.shown(request.person, press.pair_id, press.membership_id, request.now)
    return _screen(request, shown)


async def share_chosen(request: Request, press: ShareChosen, services: Services) -> Reply:
    """Share an item with this partner from now on, or no longer."""
    shown = await services.consenting.choose(
        request.person,
        press.pair_id,
        press.membership_id,
        item=press.item,
        is_on=bool(press.is_on),
        now=request.now,
    )
    return _screen(request, shown)


def _screen(request: Request, shown: Shown) -> Reply:
    words = request.words
    back = Button(words.plain(texts.BACK), OpenPartner(shown.pair.pair_id))
    return show(
        paragraphs(
            words(texts.TITLE, name=named(words, [shown.viewer.name])),
            shared_line(words, shown),
            terms_lines(words, shown, request.now),
            until_line(words, shown.sharing),
            words(texts.CHANGES),
        ),
        *share_rows(words, shown, ShareChosen, request.now),
        (back,),
    )
