"""Shows facilitators how the day and the people are doing, and participants what their group is; it changes nothing."""

from collections.abc import Iterable

from markupsafe import Markup

from domain.access import Audience
from domain.overview import (
    DAYS,
    NOTE_DAYS,
    GroupList,
    GroupToday,
    Low,
    MemberLine,
    OwnGroup,
    Pause,
    PersonToday,
    Standing,
)
from domain.phases import Stage
from handlers.callbacks.alerts import ShowAlerts
from handlers.callbacks.groups import ShowGroup, ShowToday
from handlers.request import Button, Reply, Request, show
from handlers.screens.figures import pair_lines
from handlers.screens.notes import listen_rows
from handlers.texts import groups as texts
from handlers.texts.quoting import one_line, shown
from handlers.texts.voices import in_words
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services

NAME_CHARACTERS = 40
NOTES_SHOWN = 2
"""Notes of one participant; a group of twelve still fits into one message."""
NOTE_CHARACTERS = 120


async def today(request: Request, services: Services) -> Reply:
    """Show who checked in, who is low and who has not answered, in each of my groups."""
    words = request.words
    days = await services.groups.today(request.person, request.now)
    return show(
        paragraphs(*(_today(words, day, request) for day in days)),
        *(row for day in days for row in _listen_rows(words, day)),
        (_button(words, ShowAlerts()), _button(words, ShowGroup())),
        is_protected=True,
    )


async def today_pressed(request: Request, press: ShowToday, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await today(request, services)


async def group(request: Request, services: Services) -> Reply:
    """Show my groups: to a facilitator the members, to a participant what the group is and what is seen."""
    words, actor = request.words, request.person
    lists = await services.groups.facilitated(actor, request.now)
    own = await services.groups.own(actor)
    figures = await services.pair_figures.of_groups(actor, request.now)
    text = paragraphs(
        *(
            paragraphs(_list(words, found), pair_lines(words, figures[found.group.group_id]))
            for found in lists
        ),
        *(_own(words, found) for found in own),
    )
    if not actor.belongs_to(Audience.FACILITATOR):
        return show(text)
    return show(text, (_button(words, ShowAlerts()), _button(words, ShowToday())), is_protected=True)


async def group_pressed(request: Request, press: ShowGroup, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await group(request, services)


def _button(words: Words, press: ShowAlerts | ShowToday | ShowGroup) -> Button:
    labels = {ShowAlerts: texts.SHOW_ALERTS, ShowToday: texts.SHOW_TODAY, ShowGroup: texts.SHOW_GROUP}
    return Button(words.plain(labels[type(press)]), press)


def _today(words: Words, day: GroupToday, request: Request) -> Markup:
    local = words.local(request.now).date()
    head = words(texts.GROUP_AND_DAY, group=day.group.name, day=words.day(local))
    if not day.people:
        return lines(head, words(texts.NOBODY_YET))
    counts = (
        words(texts.ANSWERED_OF_ASKED, answered=day.answered, asked=day.asked)
        if day.asked
        else words(texts.NOBODY_ASKED)
    )
    alerts = words.counted(texts.ONE_ALERT, texts.MANY_ALERTS, day.open_alerts) if day.open_alerts else None
    low = [_low(words, person, person.low) for person in day.people if person.low is not None]
    named = [
        words(texts.STANDINGS[standing], names=_names(words, people))
        for standing in Standing
        if (people := [person.member.display_name for person in day.in_standing(standing)])
    ]
    return paragraphs(
        lines(head, counts, alerts),
        lines(words(texts.LOW), *low) if low else words(texts.NOBODY_LOW),
        lines(*named),
        _notes(words, day),
    )


def _notes(words: Words, day: GroupToday) -> Markup | None:
    said = [
        words(
            texts.NOTE_LINE,
            name=_name(words, person.member.display_name),
            day=words.day(words.local(note.written_at).date()),
            said=one_line(in_words(words, note.text, note.voice), NOTE_CHARACTERS),
        )
        for person in day.people
        for note in person.notes[:NOTES_SHOWN]
    ]
    return lines(words(texts.WRITTEN_FOR_YOU, days=NOTE_DAYS), *said) if said else None


def _listen_rows(words: Words, day: GroupToday) -> list[tuple[Button, ...]]:
    return [
        row
        for person in day.people
        for row in listen_rows(words, person.notes[:NOTES_SHOWN], person.member.display_name)
    ]


def _low(words: Words, person: PersonToday, low: Low) -> Markup:
    values = [
        None if low.mood is None else words(texts.MOOD, value=low.mood),
        None if low.tension is None else words(texts.TENSION, value=low.tension),
        None if low.craving is None else words(texts.CRAVING, value=low.craving),
        words(texts.USE) if low.is_use_reported else None,
    ]
    return words(
        texts.LOW_LINE if low.on == person.today else texts.LOW_LINE_YESTERDAY,
        name=_name(words, person.member.display_name),
        values=Markup(", ").join(value for value in values if value is not None),
    )


def _list(words: Words, found: GroupList) -> Markup:
    head = lines(
        words(texts.GROUP_AND_PEOPLE, group=found.group.name, number=len(found.participants)),
        words(texts.LED_BY, names=_names(words, [one.display_name for one in found.facilitators])),
    )
    if not found.participants:
        return lines(head, words(texts.NOBODY_YET))
    return paragraphs(
        head,
        lines(*(_line(words, line) for line in found.participants)),
        words(texts.RATE_RULE, days=DAYS),
    )


def _pause(words: Words, pause: Pause) -> Markup:
    until = words.day(pause.until)
    if pause.reason is None:
        return words(texts.PAUSED, day=until)
    return words(texts.PAUSED_FOR, day=until, reason=words.plain(texts.PAUSE_REASONS[pause.reason]))


def _line(words: Words, line: MemberLine) -> Markup:
    course = line.course
    marks = Markup() if line.pause is None else _pause(words, line.pause)
    if line.unreachable_since is not None:
        marks += words(texts.UNREACHABLE, day=words.day(words.local(line.unreachable_since).date()))
    return words(
        texts.MEMBER,
        name=_name(words, line.member.display_name),
        stage=_stage(words, line.stage),
        partner=(
            words(texts.PARTNERS, names=_names(words, line.partners))
            if line.partners
            else words(texts.NO_PARTNER)
        ),
        rate=(
            words(texts.RATE, answered=course.answered, asked=course.asked)
            if course.asked
            else words(texts.NOT_ASKED)
        ),
        marks=marks,
    )


def _stage(words: Words, stage: Stage) -> Markup:
    track = texts.TRACKS.get(stage.track)
    if track is None:
        return words(texts.STAGE, phase=int(stage.phase))
    return words(texts.STAGE_AND_TRACK, phase=int(stage.phase), track=words(track))


def _own(words: Words, found: OwnGroup) -> Markup:
    names = [one.display_name for one in found.facilitators]
    return paragraphs(
        words(texts.OWN_GROUP, group=found.group.name, name=_name(words, found.display_name)),
        lines(
            words(texts.WHAT_IS_SEEN),
            words(
                texts.WHO_SEES_WHAT,
                facilitators=_names(words, names) if names else words(texts.YOUR_FACILITATOR),
            ),
        ),
        words(texts.WHO_LOOKED),
    )


def _names(words: Words, names: Iterable[str]) -> Markup:
    return Markup(", ").join(_name(words, name) for name in names)


def _name(words: Words, name: str) -> Markup:
    return Markup.escape(shown(name, NAME_CHARACTERS)) if name else words(texts.SOMEBODY)
