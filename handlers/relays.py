"""Views of writing to a partner: the words go out under the display name alone, and nothing goes without being meant."""

from domain.ids import PairId
from domain.messages import PartnerNudge, RelayArrived
from domain.partners import LONGEST_RELAY, RELAYS_PER_HOUR
from handlers.callbacks.partners import (
    DropHeld,
    ReadyAnswerChosen,
    SendDraftTo,
    SendHeld,
    StopWriting,
    WritePartner,
    WriteTo,
)
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.partners import choice_rows, names_of_others, written_screen
from handlers.texts import partners as texts
from handlers.texts.quoting import named, shown
from handlers.texts.words import Words
from services.container import Services
from services.partners import Nudge
from services.relays import Fate, Written


async def write(request: Request, press: WritePartner, services: Services) -> Reply:
    """Let the next text go to the partner, or ask which one is meant."""
    del press
    pairs = [(group, pair) for group, pair in await services.partners.pairs(request.person) if pair.is_active]
    if not pairs:
        return show(request.words(texts.NO_PARTNER), is_new=True)
    if len(pairs) == 1:
        return await _begin(request, pairs[0][1].pair_id, services)
    rows = choice_rows(request.words, request.person.person_id, pairs, WriteTo)
    return show(request.words(texts.WHICH_PARTNER), *rows, is_new=True)


async def write_to(request: Request, press: WriteTo, services: Services) -> Reply:
    """Let the next text go to this partner."""
    return await _begin(request, press.pair_id, services)


async def stopped(request: Request, press: StopWriting, services: Services) -> Reply:
    """Let the next text go to nobody."""
    del press
    await services.relays.stop(request.person)
    return show(request.words(texts.STOPPED))


async def typed(request: Request, services: Services) -> Reply:
    """Send what was typed to the partner whom it is meant for."""
    if refusal := _not_carried(request):
        return refusal
    pair_id = PairId(request.subject_id or 0)
    written = await services.relays.write(request.person, pair_id, request.text or "", request.now)
    return _replied(request, written)


async def held_sent(request: Request, press: SendHeld, services: Services) -> Reply:
    """Send the message that waited for this tap."""
    written = await services.relays.send_held(request.person, press.relay_id, request.now)
    return _replied(request, written)


async def held_dropped(request: Request, press: DropHeld, services: Services) -> Reply:
    """Don't send the message that waits."""
    await services.relays.drop_held(request.person, press.relay_id)
    return show(request.words(texts.DROPPED))


async def draft_sent(request: Request, press: SendDraftTo, services: Services) -> Reply:
    """Send what was typed without being asked to this partner."""
    written = await services.relays.write_draft(request.person, press.note_id, press.pair_id, request.now)
    return _replied(request, written)


async def ready_chosen(request: Request, press: ReadyAnswerChosen, services: Services) -> Reply:
    """Send a ready answer, in the words of its button."""
    words, me = request.words, request.person
    text = words.plain(texts.READY[press.answer])
    written = await services.relays.write_ready(
        me, press.pair_id, press.checkin_id, answer=press.answer, text=text, now=request.now
    )
    nudge = await services.partners.nudge(me, press.pair_id, press.checkin_id)
    rows = _ready_rows(words, press.pair_id, nudge)
    if written.fate is Fate.HELD_FOR_LIMIT and nudge is not None and written.free_at is not None:
        wait = words.plain(texts.TOO_MANY_READY, limit=RELAYS_PER_HOUR, time=words.time(written.free_at))
        return show(words(texts.NUDGE, name=named(words, [nudge.name])), *rows, notice=wait)
    names = named(words, []) if written.pair is None else names_of_others(words, written.pair, me.person_id)
    notice = words.plain(texts.SENT_BEFORE) if written.fate is Fate.SENT_BEFORE else None
    return show(words(texts.READY_SENT, names=names, quote=text), *rows, notice=notice)


async def relay_arrived(notice: Notice, message: RelayArrived, services: Services) -> Screen | None:
    """Hand over a partner's words; nothing when the two are no longer partners."""
    found = await services.relays.arrived(notice.recipient, message.relay_id)
    if found is None:
        return None
    name, relay = found
    words = notice.words
    reply = Button(words.plain(texts.REPLY), WriteTo(relay.pair_id))
    text = words(texts.FROM, name=named(words, [name]), quote=shown(relay.text, LONGEST_RELAY))
    return Screen(text, ((reply,),), is_protected=True)


async def partner_nudge(notice: Notice, message: PartnerNudge, services: Services) -> Screen | None:
    """Ask a partner to say hello; nothing once the check-in is taken, no longer shared, or the pair is over."""
    nudge = await services.partners.nudge(notice.recipient, message.pair_id, message.checkin_id)
    if nudge is None:
        return None
    words = notice.words
    told = words(texts.NUDGE, name=named(words, [nudge.name]))
    return Screen(told, _ready_rows(words, message.pair_id, nudge))


async def _begin(request: Request, pair_id: PairId, services: Services) -> Reply:
    pair = await services.relays.begin(request.person, pair_id, request.now)
    names = names_of_others(request.words, pair, request.person.person_id)
    stop = Button(request.words.plain(texts.NEVER_MIND), StopWriting())
    return show(request.words(texts.WRITE_NOW, names=names), (stop,), is_new=True)


def _not_carried(request: Request) -> Reply | None:
    stop = Button(request.words.plain(texts.NEVER_MIND), StopWriting())
    if request.attachment is not None:
        return show(request.words(texts.TEXT_ONLY), (stop,))
    if request.is_forwarded:
        return show(request.words(texts.FORWARDED), (stop,))
    return None


def _replied(request: Request, written: Written) -> Reply:
    notice = request.words.plain(texts.SENT_BEFORE) if written.fate is Fate.SENT_BEFORE else None
    return Reply((written_screen(request.words, request.person, written),), notice=notice)


def _ready_rows(words: Words, pair_id: PairId, nudge: Nudge | None) -> tuple[tuple[Button, ...], ...]:
    """Return the ready answers that are still in place, and always the way to own words."""
    ready = tuple(
        (Button(words.plain(texts.READY[answer]), ReadyAnswerChosen(pair_id, nudge.checkin_id, answer)),)
        for answer in (nudge.ready if nudge else ())
        if nudge
    )
    return (*ready, (Button(words.plain(texts.OWN_WORDS), WriteTo(pair_id)),))
