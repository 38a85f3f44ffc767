"""Shows people their own days: a picture, and the same figures in words; it holds no rule and no sentence."""

from markupsafe import Markup

from domain.checkins import State
from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.items import CRAVING, MOOD, SLEEP, ItemId
from domain.progress import Course, figures
from handlers.callbacks.progress import ShowProgress
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.screens.progress import course_picture, mean_of
from handlers.texts import progress as texts
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services

PERIODS = (7, 30, 90)
"""Days that can be shown."""
_DATES_NAMED = 5


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
    if press.days not in PERIODS:
        raise NotAllowed("system.not_yours")
    return await _shown(request, press.membership_id, press.days, services)


async def _shown(request: Request, membership_id: MembershipId, days: int, services: Services) -> Reply:
    if all(seat.membership_id != membership_id for seat in request.person.participant_seats):
        raise NotAllowed("system.not_yours")
    course = await services.progress.course(request.person.scope, membership_id, days, request.now)
    return Reply((_screen(request.words, course, membership_id),))


def _screen(words: Words, course: Course, membership_id: MembershipId) -> Screen:
    count = len(course.days)
    row = tuple(_choice(words, membership_id, days, is_shown=days == count) for days in PERIODS)
    if not any(_has_answers(course, item) for item in (MOOD, CRAVING, SLEEP)):
        return Screen(words(texts.NOTHING_YET, number=count), (row,))
    text = paragraphs(
        words(texts.HEADING, number=count),
        lines(*(_figures(words, course, item) for item in (MOOD, CRAVING, SLEEP))),
        lines(
            words(texts.ANSWERED, answered=course.answered, asked=course.asked),
            _uses(words, course),
            _pauses(words, course),
        ),
        words(texts.ONLY_YOU),
    )
    return Screen(text, (row,), picture=course_picture(words, course))


def _choice(words: Words, membership_id: MembershipId, days: int, *, is_shown: bool) -> Button:
    label = texts.SHOWN_DAYS if is_shown else texts.DAYS
    style = Style.PRIMARY if is_shown else Style.PLAIN
    return Button(words.plain(label, number=days), ShowProgress(membership_id, days), style=style)


def _has_answers(course: Course, item: ItemId) -> bool:
    return figures(course.values(item)) is not None


def _figures(words: Words, course: Course, item: ItemId) -> Markup | None:
    found = figures(course.values(item))
    if found is None:
        return None
    text = texts.ONE_FIGURE[item] if found.count == 1 else texts.FIGURES[item]
    return words(
        text,
        count=found.count,
        mean=mean_of(words, found.mean),
        lowest=found.lowest,
        highest=found.highest,
    )


def _uses(words: Words, course: Course) -> Markup | None:
    if not course.uses:
        return None
    named = [words.day(date) for date in course.uses[-_DATES_NAMED:]]
    days = Markup("; ").join(reversed(named))
    earlier = len(course.uses) - len(named)
    return words(texts.USES, days=words(texts.AND_EARLIER, days=days, number=earlier) if earlier else days)


def _pauses(words: Words, course: Course) -> Markup | None:
    count = sum(day.state is State.PAUSED for day in course.days)
    return words.counted(texts.PAUSED_DAY, texts.PAUSED_DAYS, count) if count else None
