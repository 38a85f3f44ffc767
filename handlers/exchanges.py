"""Views of what partners are asked together: given in a tap or in own words, seen after one's own, left out at will."""

from domain.ids import ExchangeId
from domain.messages import ExchangeAsked, ExchangeRevealed
from handlers.callbacks.exchanges import LeaveOut, OpenExchange, PartChosen, StartListening, WritePart
from handlers.callbacks.notes import DraftKept
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.screens.exchanges import evening_screen, writing_screen
from handlers.texts import exchanges as texts
from services.container import Services
from services.exchange_parts import Shown


async def opened(request: Request, press: OpenExchange, services: Services) -> Reply:
    """Show what is asked, or where it stands."""
    await services.exchanges.put_away(request.person)
    return await _evening(request, press.exchange_id, services)


async def chosen(request: Request, press: PartChosen, services: Services) -> Reply:
    """Keep a number or a choice."""
    await services.exchanges.choose(request.person, press.exchange_id, press.value, request.now)
    return await _evening(request, press.exchange_id, services)


async def left_out(request: Request, press: LeaveOut, services: Services) -> Reply:
    """Leave this one out."""
    await services.exchanges.leave_out(request.person, press.exchange_id, request.now)
    return await _evening(request, press.exchange_id, services)


async def writing(request: Request, press: WritePart, services: Services) -> Reply:
    """Let the next text be the person's part."""
    found = await services.exchanges.begin_writing(request.person, press.exchange_id, request.now)
    return Reply((writing_screen(request.words, found),))


async def listening_started(request: Request, press: StartListening, services: Services) -> Reply:
    """Begin the listening exercise, or show where it stands."""
    exchange_id = await services.exchanges.start_listening(request.person, press.pair_id, request.now)
    return await _evening(request, exchange_id, services)


async def typed(request: Request, services: Services) -> Reply:
    """Keep what was typed as the person's part; what comes too late is put aside for them."""
    words = request.words
    exchange_id = ExchangeId(request.subject_id or 0)
    if request.attachment is not None or request.is_forwarded or not (request.text or "").strip():
        back = Button(words.plain(texts.NEVER_MIND), OpenExchange(exchange_id))
        return show(words(texts.TEXT_ONLY), (back,))
    given = await services.exchanges.write(request.person, exchange_id, request.text or "", request.now)
    if isinstance(given, Shown):
        return await _evening(request, exchange_id, services)
    keep = Button(words.plain(texts.KEEP_AS_NOTE), DraftKept(given), style=Style.PRIMARY)
    return show(words(texts.KEPT_ASIDE), (keep,))


async def exchange_asked(notice: Notice, message: ExchangeAsked, services: Services) -> Screen | None:
    """Ask both the same; nothing once it is answered or over, or while one should not be asked."""
    evening = await services.exchanges.asked(notice.recipient, message.exchange_id, notice.now)
    return evening_screen(notice.words, evening) if evening else None


async def exchange_revealed(notice: Notice, message: ExchangeRevealed, services: Services) -> Screen | None:
    """Show the other's part to whoever gave theirs first; nothing when the two are no longer partners."""
    found = await services.exchanges.revealed(notice.recipient, message.exchange_id, notice.now)
    return None if found is None else evening_screen(notice.words, [found], is_revealing=True)


async def _evening(request: Request, exchange_id: ExchangeId, services: Services) -> Reply:
    evening = await services.exchanges.evening(request.person, exchange_id, request.now)
    return Reply((evening_screen(request.words, evening),))
