"""Serves one arrival in one transaction: effect, mark and reply together, or none of them; it sends nothing."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from domain.access import Actor, Audience
from domain.crisis_language import may_mean_danger
from domain.errors import NotAllowed, Refused
from domain.ids import Address
from handlers.callbacks.payload import unpack
from handlers.crisis import answered, heard
from handlers.edge.inbound import SOS, Arrival, Happening
from handlers.edge.requests import STRANGERS_ZONE, request_of
from handlers.edge.sheets import Delivery, Key, Sheet, saying
from handlers.edge.table import Table, admit
from handlers.errors import apology, refused
from handlers.request import Reply, Request
from handlers.system import group_chat, unknown_command
from handlers.texts.words import Words, spoken
from services.container import Container, Services
from services.relays import DIALOGUE as PARTNER_DIALOGUE


class Door:
    """The way from an arrival to its view and back."""

    def __init__(
        self,
        container: Container,
        table: Table,
        now: Callable[[], dt.datetime],
        met: Callable[[int, Actor], None] | None = None,
    ) -> None:
        """`met` is told of every known person that something was served for, with their chat."""
        self._container = container
        self._table = table
        self._now = now
        self._met = met

    async def serve(self, arrival: Arrival) -> Delivery | None:
        """Make the effect of an arrival durable and return what is owed for it; None: nothing, or already done.

        Raises:
            Exception: the view failed; nothing of it was kept and the arrival still waits.
        """
        now = self._now()
        try:
            return await self._serve(arrival, now, None)
        except Refused as refusal:
            return await self._serve(arrival, now, refusal)

    def apology(self, arrival: Arrival, incident: str) -> Delivery | None:
        """Return what is said when an arrival had to be given up; `incident` is the short id in the log.

        Words that may mean danger bring the numbers here too: made from memory, since the database may be what failed.
        """
        if arrival.happening not in _TALKING:
            return None
        words = Words(spoken(arrival.language_code), STRANGERS_ZONE)
        reply = apology(words, incident)
        is_hard = arrival.command == SOS or may_mean_danger(arrival.text)
        if is_hard and not arrival.is_forwarded:
            reply = heard(reply, words, self._container.surroundings.default_country)
        return _delivery(arrival, reply, None, {})

    async def _serve(self, arrival: Arrival, now: dt.datetime, refusal: Refused | None) -> Delivery | None:
        async with self._container.transaction() as services:
            if not await services.intake.begin(arrival.update_id):
                return None
            reply, actor = await self._answered(arrival, now, services, refusal)
            delivery = None if reply is None else await _owed(arrival, reply, actor, now, services)
            packed = None if delivery is None else delivery.pack()
            await services.intake.finish(arrival.update_id, packed, now)
            taken_back = tuple(services.outbox.taken_back)
        if actor is not None and self._met is not None:
            self._met(arrival.chat_id, actor)
        return None if delivery is None else dataclasses.replace(delivery, taken_back=taken_back)

    async def _answered(
        self, arrival: Arrival, now: dt.datetime, services: Services, refusal: Refused | None
    ) -> tuple[Reply | None, Actor | None]:
        if arrival.happening is Happening.NOTHING:
            return (Reply() if arrival.query_id else None), None
        if arrival.happening is Happening.CALLED_IN_GROUP:
            words = Words(spoken(arrival.language_code), STRANGERS_ZONE)
            return group_chat(words, services.surroundings.bot_username), None
        actor = await services.people.recognise(Address(arrival.chat_id))
        if arrival.happening in _WORDLESS:
            if actor is not None and refusal is None:
                await _noticed(arrival, actor, now, services)
            return None, None
        if actor is not None:
            await services.reachability.regained(actor.person_id, now)
        request = request_of(arrival, actor, now)
        country = services.surroundings.default_country
        if arrival.happening is Happening.EDITED:
            is_correction = refusal is None and arrival.command in _CORRECTABLE
            reply = await self._corrected(request, services) if is_correction else Reply()
            return await answered(reply, request, services, is_call=arrival.command == SOS), actor
        if refusal is not None:
            reply = refused(request.words, refusal, actor, country)
        else:
            reply = await self._viewed(arrival, request, services)
        return await answered(reply, request, services), actor

    async def _viewed(self, arrival: Arrival, request: Request, services: Services) -> Reply:
        if arrival.happening is Happening.PRESSED:
            press = unpack(arrival.data)
            pressed = self._table.press(press)
            admit(request.actor, pressed.audience)
            return await pressed.view(request, press, services)
        if arrival.happening is Happening.COMMAND:
            command = self._table.commands.get(arrival.command)
            audience = Audience.MEMBER if command is None else command.audience
            if await _is_joining(request.actor, audience, services):
                return await self._table.commands["start"].view(
                    dataclasses.replace(request, text=""), services
                )
            admit(request.actor, audience)
            view = unknown_command if command is None else command.view
            return await view(request, services)
        return await self._typed(request, services)

    async def _corrected(self, request: Request, services: Services) -> Reply:
        """Take an edit to what its message gave; whatever gave nothing may be edited without a word."""
        given = None
        if request.actor is not None and request.message_id is not None:
            given = await services.corrections.of_message(request.actor, request.message_id, request.now)
        if given is None:
            return Reply()
        route = self._table.typed[given.dialogue]
        admit(request.actor, route.audience)
        return await route.view(dataclasses.replace(request, subject_id=given.subject_id), services)

    async def _typed(self, request: Request, services: Services) -> Reply:
        open_dialogue = None
        if request.actor is not None:
            open_dialogue = await _answered_partner(
                request, request.actor, services
            ) or await services.people.dialogue(request.actor.person_id)
        kind, subject_id = open_dialogue or (None, None)
        if kind not in self._table.typed:
            # Only another version of the bot knew it.
            kind = subject_id = None
        route = self._table.typed.get(kind)
        if route is None:
            raise NotAllowed("system.stranger")
        admit(request.actor, route.audience)
        return await route.view(dataclasses.replace(request, subject_id=subject_id), services)


async def _noticed(arrival: Arrival, actor: Actor, now: dt.datetime, services: Services) -> None:
    """Take note of what asks for no answer."""
    if arrival.happening is Happening.BLOCKED:
        await services.reachability.lost(actor.person_id, now)
        return
    await services.reachability.regained(actor.person_id, now)
    if arrival.happening is Happening.REACTED and arrival.message_id is not None:
        await services.relay_changes.react(actor, arrival.message_id, arrival.emoji, now)


async def _answered_partner(request: Request, actor: Actor, services: Services) -> tuple[str, int] | None:
    """Return the dialogue that an answer to a partner's message belongs to, whatever else is open; None for other typing."""
    if request.reply_to is None:
        return None
    relay = await services.relay_changes.at_message(actor, request.reply_to)
    return None if relay is None else (PARTNER_DIALOGUE, relay.pair_id)


async def _is_joining(actor: Actor | None, audience: Audience, services: Services) -> bool:
    """Tell whether somebody half-way through joining asks for what only members have: they are shown where they are."""
    if actor is None or actor.seats or actor.belongs_to(audience):
        return False
    return await services.enrolling.current(actor) is not None


_CORRECTABLE = {"", "note", "partner"}
"""What an edited message may be: words, or a command whose words were kept; other commands are not given again."""
_WORDLESS = {Happening.BLOCKED, Happening.UNBLOCKED, Happening.REACTED}
_TALKING = {Happening.COMMAND, Happening.PRESSED, Happening.TYPED, Happening.EDITED}


async def _owed(
    arrival: Arrival, reply: Reply, actor: Actor | None, now: dt.datetime, services: Services
) -> Delivery | None:
    """Return what is owed; None where it would only repeat what was said about the photo or the edit just before.

    Words that may mean danger are answered every time.
    """
    delivery = await _delivered(arrival, reply, actor, services)
    is_edit = arrival.happening is Happening.EDITED
    if is_edit and not delivery.sheets:
        return None
    is_repeatable = (is_edit or arrival.attachment is not None) and not may_mean_danger(arrival.text)
    if actor is None or not is_repeatable or arrival.message_id is None:
        return delivery
    mark = saying(delivery.sheets)
    is_known = await services.people.has_just_heard(actor.person_id, mark, arrival.message_id, now)
    return None if is_known else delivery


async def _delivered(arrival: Arrival, reply: Reply, actor: Actor | None, services: Services) -> Delivery:
    """Return the delivery of a reply with the messages that show its things so far; those it clears are forgotten."""
    if actor is None:
        return _delivery(arrival, reply, actor, {})
    cleared = {anchor for screen in reply.screens for anchor in screen.clears}
    anchored = {screen.anchor for screen in reply.screens if screen.anchor}
    known = await services.people.anchored(actor.person_id, anchored | cleared)
    await services.people.unanchor(actor.person_id, cleared & known.keys())
    return _delivery(arrival, reply, actor, known)


def _delivery(arrival: Arrival, reply: Reply, actor: Actor | None, anchors: dict[str, int]) -> Delivery:
    is_press, is_edit = arrival.happening is Happening.PRESSED, arrival.happening is Happening.EDITED
    # An edit changes what is in sight; what has scrolled away is not brought back by it.
    screens = [one for one in reply.screens if not is_edit or one.anchor is None or one.anchor in anchors]
    return Delivery(
        chat_id=arrival.chat_id,
        sheets=tuple(Sheet.of(screen) for screen in screens),
        person_id=None if actor is None else actor.person_id,
        language=spoken(arrival.language_code) if actor is None else actor.language,
        notice=reply.notice,
        is_new=reply.is_new,
        is_below=reply.is_below,
        query_id=arrival.query_id,
        pressed_id=arrival.message_id if is_press else None,
        is_pressed_picture=arrival.is_picture,
        kept_rows=_kept(arrival) if is_press and reply.drops_button else None,
        arrived_id=None if is_press or is_edit else arrival.message_id,
        anchors=anchors,
    )


def _kept(arrival: Arrival) -> tuple[tuple[Key, ...], ...]:
    """Return the pressed message's buttons without the pressed one."""
    rows = (tuple(key for key in row if key.data != arrival.data) for row in arrival.rows)
    return tuple(row for row in rows if row)
