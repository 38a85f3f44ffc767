"""Draws a group session: who was missing, one tap each; it changes nothing."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from domain.groups import Group
from domain.sessions import Session, may_be_marked
from handlers.callbacks.sessions import MarkAbsent, OpenSession, SessionDone
from handlers.request import Button, Screen, Style
from handlers.texts import sessions as texts
from handlers.texts.listing import listed
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Words, lines

_A_DAY = dt.timedelta(days=1)
_GROUP_NAME = 48

Row = tuple[Button, ...]


def groups_screen(words: Words, groups: Sequence[Group]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.name, _GROUP_NAME), OpenSession(one.group_id, 0)),) for one in groups)
    return Screen(words(texts.WHICH_GROUP), rows)


def session_screen(words: Words, session: Session) -> Screen:
    """Return the participants, each with a tap for missing, and the days around."""
    title = words(texts.TITLE, group=_group(session), day=words.day(session.held_on))
    if not session.participants:
        return Screen(lines(title, words(texts.NOBODY_HERE)), anchor=_anchor(session))
    people = [_person(words, session, place) for place in range(len(session.participants))]
    pairs = tuple(tuple(people[start : start + 2]) for start in range(0, len(people), 2))
    number = len(session.absent)
    label = words.plain(texts.DONE_SOME, number=number) if number else words.plain(texts.DONE_NOBODY)
    done = Button(label, SessionDone(session.group.group_id, _ordinal(session)), style=Style.PRIMARY)
    return Screen(
        lines(title, words(texts.ASK)), (*pairs, *_days(words, session), (done,)), anchor=_anchor(session)
    )


def noted_screen(words: Words, session: Session) -> Screen:
    """Return what was noted, and the way back to it."""
    names = [
        Markup.escape(one.display_name) for one in session.participants if one.membership_id in session.absent
    ]
    said = {"group": _group(session), "day": words.day(session.held_on)}
    if names:
        text = lines(
            words(texts.NOTED, names=listed(words, names), **said),
            words(texts.TOLD_IN_THE_MORNING) if session.is_watched else None,
        )
    else:
        text = words(texts.NOTED_NOBODY, **said)
    back = Button(words.plain(texts.BACK), OpenSession(session.group.group_id, _ordinal(session)))
    return Screen(text, ((back,),), anchor=_anchor(session))


def _person(words: Words, session: Session, place: int) -> Button:
    member = session.participants[place]
    is_absent = member.membership_id in session.absent
    name = one_line(member.display_name, LABEL_NAME)
    press = MarkAbsent(session.group.group_id, member.membership_id, _ordinal(session), int(not is_absent))
    return Button(words.plain(texts.MISSING, name=name) if is_absent else name, press)


def _days(words: Words, session: Session) -> tuple[Row, ...]:
    around = ((session.held_on - _A_DAY, texts.DAY_BEFORE), (session.held_on + _A_DAY, texts.DAY_AFTER))
    row = tuple(
        Button(words.plain(label, day=words.day(day)), OpenSession(session.group.group_id, day.toordinal()))
        for day, label in around
        if may_be_marked(day, session.today)
    )
    return (row,) if row else ()


def _group(session: Session) -> str:
    return one_line(session.group.name, _GROUP_NAME)


def _ordinal(session: Session) -> int:
    return session.held_on.toordinal()


def _anchor(session: Session) -> str:
    return f"session:{session.group.group_id}"
