"""Views of writing to a partner: the words go out under the display name alone, and nothing goes without being meant."""

import dataclasses

from domain.ids import PairId, RelayId
from domain.messages import (
    PartnerNudge,
    RelayArrived,
    RelayEdited,
    RelayLapsed,
    RelayReacted,
    RelayWithdrawn,
)
from domain.relays import RELAYS_PER_HOUR, RelayState, anchor_of
from handlers.callbacks.partners import (
    DropHeld,
    ReadyAnswerChosen,
    SendDraftTo,
    SendHeld,
    StopWriting,
    WritePartner,
    WriteTo,
)
from handlers.callbacks.relays import ReportMessage, SendHeldAnyway, TakeBack
from handlers.request import Button, Placing, Reaction, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.partners import choice_rows, names_of_others
from handlers.screens.relays import (
    arrived_screen,
    contacts_shown,
    edited_screen,
    receipt_anchor,
    written_screen,
)
from handlers.texts import partners as texts
from handlers.texts import relays as relay_texts
from handlers.texts.quoting import named
from handlers.texts.words import Words
from services.container import Services
from services.partners import Nudge
from services.written import Fate, Written


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
    """Send what came to the partner whom it is meant for, or carry the edit of what was sent."""
    if request.is_edit:
        return await _edited(request, services)
    if refusal := _not_carried(request):
        return refusal
    pair_id, reply_to_id = PairId(request.subject_id or 0), None
    if request.reply_to is not None:
        relay = await services.relay_changes.at_message(request.person, request.reply_to)
        reply_to_id = None if relay is None or relay.pair_id != pair_id else relay.relay_id
    written = await services.relays.write(
        request.person,
        pair_id,
        request.text or "",
        request.now,
        media=request.media,
        reply_to_id=reply_to_id,
        message_id=request.message_id,
    )
    return _replied(request, written)


async def held_sent(request: Request, press: SendHeld, services: Services) -> Reply:
    """Send the message that waited for this tap."""
    written = await services.relays.send_held(request.person, press.relay_id, request.now)
    return _replied(request, written)


async def held_sent_anyway(request: Request, press: SendHeldAnyway, services: Services) -> Reply:
    """Send the message that waited, with what in it leads outside."""
    written = await services.relays.send_held(request.person, press.relay_id, request.now, is_sure=True)
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
    nudge = await services.partners.nudge(me, press.pair_id, press.checkin_id, request.now)
    rows = _ready_rows(words, press.pair_id, nudge)
    if written.fate is Fate.HELD_FOR_LIMIT and nudge is not None and written.free_at is not None:
        wait = words.plain(texts.TOO_MANY_READY, limit=RELAYS_PER_HOUR, time=words.time(written.free_at))
        return show(words(texts.NUDGE, name=named(words, [nudge.name])), *rows, notice=wait)
    names = named(words, []) if written.pair is None else names_of_others(words, written.pair, me.person_id)
    notice = words.plain(texts.SENT_BEFORE) if written.fate is Fate.SENT_BEFORE else None
    return show(words(texts.READY_SENT, names=names, quote=text), *rows, notice=notice)


async def taken_back(request: Request, press: TakeBack, services: Services) -> Reply:
    """Take a message back."""
    pair = await services.relay_changes.take_back(request.person, press.relay_id, request.now)
    names = names_of_others(request.words, pair, request.person.person_id)
    return show(request.words(relay_texts.TAKEN_BACK, names=names), anchor=receipt_anchor(press.relay_id))


async def relay_arrived(notice: Notice, message: RelayArrived, services: Services) -> Screen | None:
    """Hand over what a partner sent; nothing when it was taken back or the two are no longer partners."""
    arrived = await services.relay_changes.arrived(notice.recipient, message.relay_id, notice.now)
    return None if arrived is None else arrived_screen(notice.words, arrived)


async def relay_edited(notice: Notice, message: RelayEdited, services: Services) -> Screen | None:
    """Let a message read as its sender's does now, where it stands."""
    arrived = await services.relay_changes.arrived(notice.recipient, message.relay_id, notice.now)
    if arrived is None:
        return None
    return dataclasses.replace(arrived_screen(notice.words, arrived), placing=Placing.IN_PLACE)


async def relay_withdrawn(notice: Notice, message: RelayWithdrawn, services: Services) -> Screen | None:
    """Take a message away; where the app no longer does, say that it was taken back."""
    sender = await services.relay_changes.withdrawn(notice.recipient, message.relay_id)
    if sender is None:
        return None
    words = notice.words
    report = Button(words.plain(relay_texts.REPORT), ReportMessage(message.relay_id))
    gone = words(relay_texts.GONE, name=named(words, [sender.name]))
    return Screen(gone, ((report,),), anchor=anchor_of(message.relay_id), placing=Placing.AWAY)


async def relay_reacted(notice: Notice, message: RelayReacted, services: Services) -> Reaction | None:
    """Put a partner's reaction under one's own message."""
    found = await services.relay_changes.reaction(notice.recipient, message.relay_id)
    return None if found is None else Reaction(*found)


async def relay_lapsed(notice: Notice, message: RelayLapsed, services: Services) -> Screen | None:
    """Tell the sender that a message did not arrive."""
    found = await services.relay_changes.lapsed(notice.recipient, message)
    if found is None:
        return None
    relay, side, is_unreached = found
    text = relay_texts.LAPSED_UNREACHED if is_unreached else relay_texts.LAPSED
    told = notice.words(text, name=named(notice.words, [side.name]))
    return Screen(told, reply_to=relay.content.message_id)


async def partner_nudge(notice: Notice, message: PartnerNudge, services: Services) -> Screen | None:
    """Ask a partner to say hello; nothing once the check-in is taken, no longer shared, or the pair is over."""
    nudge = await services.partners.nudge(notice.recipient, message.pair_id, message.checkin_id, notice.now)
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


async def _edited(request: Request, services: Services) -> Reply:
    words, relay_id = request.words, RelayId(request.subject_id or 0)
    edited = await services.relay_changes.edit(request.person, relay_id, request.text or "", request.now)
    if edited is None:
        return Reply()
    names = names_of_others(words, edited.pair, request.person.person_id)
    if edited.contacts:
        contacts = contacts_shown(edited.contacts)
        return show(words(relay_texts.EDIT_NOT_CARRIED, contacts=contacts, names=names))
    if edited.relay.state is RelayState.HELD:
        return Reply()
    return Reply((edited_screen(words, names, relay_id, edited.pair.pair_id),))


def _not_carried(request: Request) -> Reply | None:
    stop = Button(request.words.plain(texts.NEVER_MIND), StopWriting())
    if request.is_forwarded:
        return show(request.words(texts.FORWARDED), (stop,))
    if request.attachment is not None and request.media is None:
        return show(request.words(relay_texts.NOT_CARRIED), (stop,))
    return None


def _replied(request: Request, written: Written) -> Reply:
    if written.fate is Fate.ADDED:
        return Reply()
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
