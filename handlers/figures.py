"""Views of a group's week in sums, for its facilitators; the message that comes unasked holds no figure."""

from domain.access import Audience
from domain.messages import WeekSummary
from handlers.callbacks.alerts import ShowAlerts
from handlers.callbacks.figures import ShowWeek
from handlers.callbacks.groups import ShowGroup
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.screens.figures import alert_lines, pair_lines
from handlers.texts import figures as texts
from handlers.texts import groups as group_texts
from handlers.texts.words import lines, paragraphs
from services.container import Services


async def week_shown(request: Request, press: ShowWeek, services: Services) -> Reply:
    """Show the week to whoever facilitates the group now."""
    words = request.words
    found = await services.pair_figures.week(request.person, press.group_id, press.week, request.now)
    checkins = (
        words(texts.CHECKINS, number=found.checkins.number, of=found.checkins.of)
        if found.checkins.of
        else words(texts.NO_CHECKINS)
    )
    alerts = (
        words.counted(group_texts.ONE_ALERT, group_texts.MANY_ALERTS, found.open_alerts)
        if found.open_alerts
        else words(texts.NO_ALERTS)
    )
    head = words(
        texts.WEEK_OF, group=found.group.name, first=words.day(found.first), last=words.day(found.last)
    )
    return show(
        paragraphs(
            lines(head, words(texts.PARTICIPANTS, number=found.participants), checkins, alerts),
            alert_lines(words, found.alerts),
            pair_lines(words, found.pairs),
        ),
        (
            Button(words.plain(group_texts.SHOW_ALERTS), ShowAlerts()),
            Button(words.plain(group_texts.SHOW_GROUP), ShowGroup()),
        ),
        is_protected=True,
    )


async def week_summary(notice: Notice, message: WeekSummary, services: Services) -> Screen | None:
    """Tell a facilitator that a look back is ready; nothing when they no longer facilitate the group."""
    del services
    recipient = notice.recipient
    is_theirs = message.group_id in recipient.scope.facilitated
    if not is_theirs or not recipient.belongs_to(Audience.FACILITATOR):
        return None
    words = notice.words
    press = ShowWeek(message.group_id, message.week)
    return Screen(
        words(texts.WEEK_READY), ((Button(words.plain(texts.SHOW_WEEK), press, style=Style.PRIMARY),),)
    )
