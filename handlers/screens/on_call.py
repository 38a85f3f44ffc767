"""Draws when alerts reach a facilitator, and the choices to change that; it changes nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from domain.ids import MembershipId
from domain.on_call import Hours
from domain.recurrence import EVERY_DAY, local_date_at
from handlers.callbacks.mails import ChooseMail
from handlers.callbacks.on_call import (
    AlwaysOnCall,
    AwayOn,
    ChooseAway,
    ChooseHours,
    ComeBack,
    CoveredBy,
    HoursSet,
    SetBackup,
    SetDrill,
    ShowPost,
)
from handlers.request import Button, Screen, Style
from handlers.screens.moments import clock, weekday, weekdays_in_words
from handlers.texts import mails as mail_texts
from handlers.texts import on_call as texts
from handlers.texts.quoting import one_line, shown
from handlers.texts.words import Words, lines, paragraphs
from services.on_call import Covering, Post

NAME_CHARACTERS: Final = 40
_SPANS: Final = ((8 * 60, 20 * 60), (9 * 60, 17 * 60), (20 * 60, 8 * 60), (0, 0))
_DAYS_A_ROW: Final = 4
_DAY: Final = dt.timedelta(days=1)


def groups_screen(words: Words, posts: Sequence[Post]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.group.name, 48), ShowPost(one.membership_id)),) for one in posts)
    return Screen(words(texts.WHICH_GROUP), rows)


def post_screen(words: Words, post: Post, now: dt.datetime, *, has_mail: bool = False) -> Screen:
    """Return how alerts of a group reach the facilitator, and what can be changed about it."""
    seat = post.membership_id
    away = Button(words.plain(texts.GO_AWAY), ChooseAway(seat))
    if post.cover is not None:
        away = Button(words.plain(texts.COME_BACK), ComeBack(seat), style=Style.PRIMARY)
    backup = texts.BE_NO_BACKUP if post.is_backup else texts.BE_BACKUP
    drill = texts.NO_DRILL if post.drill_at is None else texts.DRILL
    rows = (
        (away,),
        (
            Button(words.plain(texts.HOURS), ChooseHours(seat)),
            Button(words.plain(backup), SetBackup(seat, int(not post.is_backup))),
        ),
        (Button(words.plain(drill), SetDrill(seat, int(post.drill_at is None))),),
        *([(Button(words.plain(mail_texts.ALSO_BY_MAIL), ChooseMail(seat)),)] if has_mail else []),
    )
    text = paragraphs(
        words(texts.POST, group=one_line(post.group.name, 60)),
        lines(
            _away(words, post, now),
            _hours(words, post.hours),
            words(texts.BACKUP) if post.is_backup else None,
            None if post.drill_at is None else words(texts.DRILL_ON, when=words.moment(post.drill_at)),
        ),
        _gap(words, post),
        words(texts.URGENT_COMES),
    )
    return Screen(text, rows, anchor=_anchor(seat))


def away_screen(words: Words, post: Post, now: dt.datetime, problem: Markup | None = None) -> Screen:
    """Return the lengths of an absence that begins now; `problem` says what was wrong with what was typed."""
    today = local_date_at(now, words.timezone)
    rows = []
    for days, label in texts.LENGTHS.items():
        last = today + days * _DAY
        said = words.plain(texts.UNTIL, length=words.plain(label), day=words.day(last + _DAY))
        rows.append((Button(said, AwayOn(post.membership_id, today.toordinal(), last.toordinal())),))
    text = paragraphs(problem, words(texts.WHEN_AWAY))
    return Screen(text, (*rows, (_back(words, post),)), anchor=_anchor(post.membership_id))


def stretches_screen(words: Words, post: Post, stretches: Sequence[tuple[dt.date, dt.date]]) -> Screen:
    """Return the stretches that were perhaps meant."""
    rows = [
        (
            Button(
                words.plain(texts.STRETCH, first=words.day(first), last=words.day(last)),
                AwayOn(post.membership_id, first.toordinal(), last.toordinal()),
            ),
        )
        for first, last in stretches
    ]
    return Screen(
        words(texts.WHICH_DATES), (*rows, (_back(words, post),)), anchor=_anchor(post.membership_id)
    )


def cover_screen(words: Words, post: Post, first: dt.date, last: dt.date) -> Screen:
    """Return the question who has the alerts meanwhile."""
    ordinals = (post.membership_id, first.toordinal(), last.toordinal())
    rows = [
        (Button(shown(one.display_name, NAME_CHARACTERS), CoveredBy(*ordinals, one.membership_id)),)
        for one in post.others
    ]
    nobody = Button(words.plain(texts.EVERYBODY_ELSE), CoveredBy(*ordinals, MembershipId(0)))
    text = words(texts.WHO_COVERS, first=words.day(first), last=words.day(last), day=words.day(last + _DAY))
    return Screen(text, (*rows, (nobody,), (_back(words, post),)), anchor=_anchor(post.membership_id))


def hours_screen(words: Words, post: Post, problem: Markup | None = None) -> Screen:
    """Return the weekdays and hours to choose from; `problem` says what was wrong with what was typed."""
    seat, chosen = post.membership_id, post.hours or Hours(EVERY_DAY, 0, 0)
    days = [
        _choice(
            weekday(words, number),
            HoursSet(seat, chosen.weekdays ^ 1 << number, chosen.from_minute, chosen.until_minute),
            is_chosen=bool(chosen.weekdays >> number & 1),
        )
        for number in range(7)
    ]
    spans = [
        _choice(
            _span(words, *minutes),
            HoursSet(seat, chosen.weekdays, *minutes),
            is_chosen=post.hours is not None and minutes == (chosen.from_minute, chosen.until_minute),
        )
        for minutes in _SPANS
    ]
    rows = [tuple(days[start : start + _DAYS_A_ROW]) for start in range(0, len(days), _DAYS_A_ROW)]
    rows += [tuple(spans[:2]), tuple(spans[2:])]
    always = _choice(words.plain(texts.AT_ANY_TIME), AlwaysOnCall(seat), is_chosen=post.hours is None)
    done = Button(words.plain(texts.DONE), ShowPost(seat), style=Style.PRIMARY)
    text = paragraphs(problem, words(texts.WHICH_HOURS), _hours(words, post.hours), _gap(words, post))
    return Screen(text, (*rows, (always,), (done,)), anchor=_anchor(seat))


def spans_screen(words: Words, post: Post, spans: Sequence[tuple[int, int]]) -> Screen:
    """Return the hours that were perhaps meant."""
    weekdays = EVERY_DAY if post.hours is None else post.hours.weekdays
    rows = tuple((Button(_span(words, *one), HoursSet(post.membership_id, weekdays, *one)),) for one in spans)
    return Screen(words(texts.WHICH_HOURS), rows, anchor=_anchor(post.membership_id))


def covering_screen(words: Words, covering: Covering) -> Screen:
    """Return that somebody asks to be covered."""
    text = words(
        texts.COVERING,
        name=shown(covering.name, NAME_CHARACTERS),
        group=one_line(covering.group_name, 60),
        day=words.day(words.local(covering.until_at).date()),
    )
    return Screen(text, ((Button(words.plain(texts.SEE), ShowPost(covering.membership_id)),),))


def _away(words: Words, post: Post, now: dt.datetime) -> Markup | None:
    if post.cover is None:
        return None
    cover = words(texts.OTHERS_HAVE_THEM)
    if post.covered_by is not None:
        cover = words(texts.HAS_THEM, name=shown(post.covered_by, NAME_CHARACTERS))
    day = words.day(words.local(post.cover.until_at).date())
    if post.is_away(now):
        return words(texts.AWAY, day=day, cover=cover)
    first = words.day(words.local(post.cover.from_at).date())
    return words(texts.AWAY_LATER, first=first, day=day, cover=cover)


def _hours(words: Words, hours: Hours | None) -> Markup:
    if hours is None:
        return words(texts.ALWAYS)
    return words(
        texts.ON_CALL,
        days=weekdays_in_words(words, hours.weekdays),
        hours=_span(words, hours.from_minute, hours.until_minute),
    )


def _gap(words: Words, post: Post) -> Markup | None:
    if post.gap is None:
        return None
    first, last = post.gap
    return words(texts.GAP, first=words.moment(first), last=words.moment(last))


def _span(words: Words, from_minute: int, until_minute: int) -> str:
    if from_minute == until_minute == 0:
        return words.plain(texts.WHOLE_DAY)
    return f"{clock(from_minute)}-{clock(until_minute)}"


def _choice(label: str, press: HoursSet | AlwaysOnCall, *, is_chosen: bool) -> Button:
    return Button(f"✓ {label}" if is_chosen else label, press)


def _back(words: Words, post: Post) -> Button:
    return Button(words.plain(texts.BACK), ShowPost(post.membership_id))


def _anchor(seat: MembershipId) -> str:
    return f"oncall:{seat}"
