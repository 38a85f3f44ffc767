"""Makes of an arrival what a view is given; it looks up nothing."""

import datetime as dt

from domain.access import Actor
from domain.ids import Address
from handlers.edge.inbound import Arrival, Happening
from handlers.request import Request
from handlers.texts.words import Words, spoken

STRANGERS_ZONE = "UTC"


def request_of(arrival: Arrival, actor: Actor | None, now: dt.datetime) -> Request:
    """Return what a view is given for an arrival."""
    words = (
        Words(spoken(arrival.language_code), STRANGERS_ZONE)
        if actor is None
        else Words(actor.language, actor.timezone)
    )
    return Request(
        address=Address(arrival.chat_id),
        now=now,
        words=words,
        actor=actor,
        text=None if arrival.happening is Happening.PRESSED else arrival.text,
        attachment=arrival.attachment,
        is_forwarded=arrival.is_forwarded,
        message_id=None if arrival.happening is Happening.PRESSED else arrival.message_id,
        voice=arrival.voice,
        place=arrival.place,
        media=arrival.media,
        reply_to=arrival.reply_to,
        username=arrival.username,
        is_edit=arrival.happening is Happening.EDITED,
    )
