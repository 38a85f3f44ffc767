"""Tells of a time in which nothing could be heard."""

import datetime as dt

from domain.messages import UpdatesLost
from handlers.request import Screen
from handlers.route import Notice
from handlers.screens.menu import help_button
from handlers.texts import gaps as texts
from services.container import Services


async def updates_lost(notice: Notice, message: UpdatesLost, services: Services) -> Screen | None:
    """Tell a participant to send it again, and a facilitator to ask around."""
    del services
    words, recipient = notice.words, notice.recipient
    since, until = (
        words.moment(dt.datetime.fromtimestamp(moment, dt.UTC)) for moment in (message.since, message.until)
    )
    if recipient.facilitator_seats:
        return Screen(words(texts.DEAF_TO_GROUP, since=since, until=until))
    if not recipient.participant_seats:
        return None
    return Screen(words(texts.DEAF, since=since, until=until), ((help_button(words),),))
