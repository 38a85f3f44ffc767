"""Shows people their own days: a picture, and the same figures in words; it holds no rule and no sentence."""

import collections
import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.items import ItemId
from domain.progress import MEASURED, Course, figures
from domain.retrospect import Retrospect, Theme
from handlers.callbacks.progress import DrawIn, ShowProgress
from handlers.pictures.marks import Mark
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.screens.progress import course_picture, mark_of, mean_of, phase_name
from handlers.texts import progress as texts
from handlers.texts.words import Text, Words, lines
from services.container import Services

PERIODS = (7, 30, 90)
"""Days that can be shown."""
_DATES_NAMED = 5
_ANSWERED = {Mark.NONE, Mark.FULL, Mark.PARTLY, Mark.SHORT}


async def progress(request: Request, services: Services) -> Reply:
    """Show the last week, of the group that is meant where there are several."""
    seats = request.person.participant_seats
    if len(seats) == 1:
        return await _shown(request, seats[0].membership_id, PERIODS[0], services)
    names = await services.schedules.group_names(request.person)
    rows = [(Button(name, ShowProgress(membership, PERIODS[0])),) for membership, name in names.items()]
    return show(request.words(texts.WHICH_GROUP), *rows)


async def progress_chosen(request: Request, press: ShowProgress, services: Services) -> Reply:
    """Show another number of days."""
    return await _shown(request, press.membership_id, press.days, services)


async def drawn_in(request: Request, press: DrawIn, services: Services) -> Reply:
    """Show the same in the colours that are chosen from now on."""
    await services.progress.set_theme(request.person.person_id, press.theme)
    return await _shown(request, press.membership_id, press.days, services)


async def _shown(request: Request, membership_id: MembershipId, days: int, services: Services) -> Reply:
    is_own = any(seat.membership_id == membership_id for seat in request.person.participant_seats)
    if not is_own or days not in PERIODS:
        raise NotAllowed("system.not_yours")
    look = await services.progress.retrospect(request.person.scope, membership_id, days, request.now)
    return Reply((_screen(request.words, look, membership_id),))


def _screen(words: Words, look: Retrospect, membership_id: MembershipId) -> Screen:
    course = look.course
    count = len(course.days)
    periods = tuple(_choice(words, membership_id, days, is_shown=days == count) for days in PERIODS)
    if not any(figures(course.values(item)) for item in MEASURED):
        return Screen(words(texts.NOTHING_YET, number=count), (periods,))
    other = Theme.LIGHT if look.theme is Theme.DARK else Theme.DARK
    theme = (Button(words.plain(texts.DRAW_IN[other]), DrawIn(membership_id, count, other)),)
    return Screen(_in_words(words, look), (periods, theme), picture=course_picture(words, look))


def _in_words(words: Words, look: Retrospect) -> Markup:
    course = look.course
    details = lines(
        *(_figures(words, course, item) for item in MEASURED),
        _other_days(words, course),
        _short_and_late(words, course),
        words(texts.SEVERAL) if course.has_several_a_day else None,
        _dates(words, texts.USES, look.uses),
        _dates(words, texts.TOLD, look.told),
        _phases(words, look),
    )
    return lines(
        words(texts.HEADING, number=len(course.days)),
        words.counted(texts.ANSWERED_ONE, texts.ANSWERED, course.asked, answered=course.answered),
        words(texts.IN_WORDS, words=details),
        words(texts.ONLY_YOU),
    )


def _choice(words: Words, membership_id: MembershipId, days: int, *, is_shown: bool) -> Button:
    label = texts.SHOWN_DAYS if is_shown else texts.DAYS
    style = Style.PRIMARY if is_shown else Style.PLAIN
    return Button(words.plain(label, number=days), ShowProgress(membership_id, days), style=style)


def _figures(words: Words, course: Course, item: ItemId) -> Markup | None:
    found = figures(course.values(item))
    if found is None:
        return None
    return words.counted(
        texts.ONE_FIGURE,
        texts.FIGURES,
        found.count,
        name=words.plain(texts.LINES[item]),
        mean=mean_of(words, found.mean),
        lowest=found.lowest,
        highest=found.highest,
    )


def _other_days(words: Words, course: Course) -> Markup | None:
    """Return how many days had no answer, by their reason."""
    counts = collections.Counter(mark_of(day) for day in course.days)
    kinds = [
        words(texts.KIND, name=words.plain(label), number=counts[mark])
        for mark, label in texts.MARKS.items()
        if counts[mark] and mark not in _ANSWERED
    ]
    return words(texts.OTHER_DAYS, kinds=Markup(" · ").join(kinds)) if kinds else None


def _short_and_late(words: Words, course: Course) -> Markup | None:
    short = sum(mark_of(day) is Mark.SHORT for day in course.days)
    late = sum(day.is_late for day in course.days)
    return words(texts.SHORT_AND_LATE, short=short, late=late) if short or late else None


def _dates(words: Words, text: Text, dates: Sequence[dt.date]) -> Markup | None:
    if not dates:
        return None
    named = [words.day(date) for date in dates[-_DATES_NAMED:]]
    days = Markup("; ").join(reversed(named))
    earlier = len(dates) - len(named)
    return words(text, days=words(texts.AND_EARLIER, days=days, number=earlier) if earlier else days)


def _phases(words: Words, look: Retrospect) -> Markup | None:
    since = [
        words(texts.SINCE, name=phase_name(words, band.phase), day=words.day(look.course.days[band.first].on))
        for band in look.bands
    ]
    return Markup(" ").join(since) if since else None
