"""Shows drills to those to whom alerts go, takes their tap, and tells how it went."""

import datetime as dt
from typing import Final

from markupsafe import Markup

from domain.drills import Drill
from domain.messages import DrillOver, DrillRaised
from domain.setbacks import reference
from handlers.callbacks.drills import DrillSeen
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.texts import drills as texts
from handlers.texts.quoting import one_line, shown
from handlers.texts.words import Words
from services.container import Services

_LONG: Final = dt.timedelta(minutes=3)


async def drill_raised(notice: Notice, message: DrillRaised, services: Services) -> Screen | None:
    """Tell of a drill, unless it is over."""
    drill = await services.drills.card(notice.recipient, message.alert_id)
    if drill is None:
        return None
    words = notice.words
    said = words(texts.DRILL_AGAIN if message.round else texts.DRILL, reference=reference(drill.alert_id))
    seen = Button(words.plain(texts.I_HAVE_SEEN_IT), DrillSeen(drill.alert_id), style=Style.PRIMARY)
    return Screen(said, ((seen,),), anchor=_anchor(drill))


async def seen(request: Request, press: DrillSeen, services: Services) -> Reply:
    """End the drill: somebody has seen it."""
    drill = await services.drills.see(request.person, press.alert_id, request.now)
    words = request.words
    if drill.seen_at != request.now:
        return show(words(texts.OVER_ALREADY), anchor=_anchor(drill))
    return show(words(texts.THANK_YOU, seen=_after(words, drill.seen_after)), anchor=_anchor(drill))


async def drill_over(notice: Notice, message: DrillOver, services: Services) -> Screen | None:
    """Tell the group's facilitators how it went."""
    report = await services.drills.report(notice.recipient, message.alert_id)
    if report is None:
        return None
    words, drill = notice.words, report.drill
    group, sent = one_line(report.group_name, 60), _after(words, drill.sent_after)
    if report.seen_by is None:
        return Screen(words(texts.UNSEEN, group=group, sent=sent), clears=(_anchor(drill),))
    text = words(
        texts.SEEN,
        group=group,
        sent=sent,
        seen=_after(words, drill.seen_after),
        name=shown(report.seen_by, 40) or words(texts.SOMEBODY),
        rung=words.plain(texts.RUNGS[drill.rung]),
    )
    return Screen(text)


def _after(words: Words, time: dt.timedelta | None) -> Markup:
    if time is None:
        return words(texts.NEVER)
    if time < _LONG:
        return words(texts.SECONDS, number=max(0, round(time.total_seconds())))
    return words(texts.MINUTES, number=round(time / dt.timedelta(minutes=1)))


def _anchor(drill: Drill) -> str:
    return f"drill:{drill.alert_id}"
