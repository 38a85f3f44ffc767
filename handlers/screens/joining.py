"""Draws the question that an enrolment asks now; it takes no answer."""

import datetime as dt

from babel.core import get_global
from markupsafe import Markup

from domain import crisis
from domain.access import Role
from domain.groups import Group
from domain.joining import CONSENT_LASTS, CONSENT_VERSION, Step
from domain.timezones import city
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.joining import (
    ConsentAgreed,
    InviteChosen,
    JoiningPostponed,
    JoiningResumed,
    SightRead,
    StepBack,
    WelcomeRead,
)
from handlers.callbacks.privacy import LanguageChosen, Tongue
from handlers.request import Button, Screen, Style
from handlers.screens.joining_plan import Rows, time_step, track_step, zone_step
from handlers.screens.moments import clock, weekdays_in_words
from handlers.screens.places import Offer
from handlers.texts import consent as consent_texts
from handlers.texts import invitations, joining
from handlers.texts.listing import facilitators
from handlers.texts.words import Label, Words, paragraphs
from services.enrolment import Place


def step_screen(
    words: Words,
    place: Place,
    now: dt.datetime,
    country: str,
    *,
    problem: Markup | None = None,
    offer: Offer | None = None,
    minutes: tuple[int, ...] = (),
) -> Screen:
    """Return the question that is open, under what was wrong with the last answer.

    `offer` are the places to choose from, None being the group's own; `minutes` the times that were perhaps meant.
    """
    if place.problem is not None:
        problem = words(joining.REFUSALS[place.problem])
    text, rows = _drawn(words, place, now, country) or _plan(words, place, now, offer, minutes)
    return Screen(paragraphs(problem, text), rows, anchor=f"enrolment:{place.enrolment.enrolment_id}")


def later_screen(words: Words, place: Place) -> Screen:
    """Return what stands where the question was, when the person would rather not go on now."""
    is_participant = place.enrolment.role is Role.PARTICIPANT
    text = words(joining.LATER if is_participant else joining.FACILITATOR_LATER)
    button = Button(words.plain(joining.GO_ON), JoiningResumed(place.enrolment.enrolment_id))
    return Screen(text, ((button,),), anchor=f"enrolment:{place.enrolment.enrolment_id}")


def whom_to_call(words: Words, country: str) -> Markup:
    """Return "call 911 or 988" where the person lives, as far as the zone tells, else in the given country."""
    known = crisis.country(get_global("zone_territories").get(words.timezone, country))
    calls = [call for line in known.lines_for(words.language) for call in line.calls[:1]] if known else []
    if known is not None and known.emergency is not None and calls:
        return words(joining.CALL_BOTH, emergency=known.emergency, line=calls[0])
    if known is not None and known.emergency is not None:
        return words(joining.CALL_ONE, number=known.emergency)
    return words(joining.CALL_LOCAL)


def _plan(
    words: Words, place: Place, now: dt.datetime, offer: Offer | None, minutes: tuple[int, ...]
) -> tuple[Markup, Rows]:
    match place.enrolment.step:
        case Step.ZONE:
            text, rows = zone_step(words, place, now, offer)
        case Step.TIME:
            text, rows = time_step(words, place, minutes)
        case _:
            text, rows = track_step(words, place)
    return text, (*rows, (_back(words, place),))


def _drawn(words: Words, place: Place, now: dt.datetime, country: str) -> tuple[Markup, Rows] | None:
    leads = place.enrolment.role is Role.FACILITATOR
    match place.enrolment.step:
        case Step.WELCOME:
            return _invitation_to_lead(words, place) if leads else _welcome(words, place, country)
        case Step.SIGHT:
            return _sight(words, place)
        case Step.CONSENT:
            return _consent(words, place, now)
        case Step.SIGNATURE:
            return _signature(words, place, now)
        case Step.NAME:
            return _name(words, place, now)
        case Step.DONE:
            return _guide(words, place) if leads else _done(words, place)
        case _:
            return None


def _welcome(words: Words, place: Place, country: str) -> tuple[Markup, Rows]:
    enrolment_id = place.enrolment.enrolment_id
    text = paragraphs(
        words(joining.WELCOME, facilitators=facilitators(words, place.facilitators)),
        words(joining.NO_EMERGENCY, call=whom_to_call(words, country)),
        words(joining.YOU_MAY),
    )
    return text, (
        (Button(words.plain(joining.LETS_START), WelcomeRead(enrolment_id), style=Style.PRIMARY),),
        (Button(words.plain(joining.WHAT_IS_SEEN), WelcomeRead(enrolment_id)), _other_language(words)),
    )


def _invitation_to_lead(words: Words, place: Place) -> tuple[Markup, Rows]:
    enrolment_id = place.enrolment.enrolment_id
    text = words(joining.FACILITATOR_WELCOME, group=place.group.name, program=place.program)
    return text, (
        (Button(words.plain(joining.YES_THATS_ME), WelcomeRead(enrolment_id), style=Style.PRIMARY),),
        (
            Button(words.plain(consent_texts.NOT_NOW), JoiningPostponed(enrolment_id)),
            _other_language(words),
        ),
    )


def _sight(words: Words, place: Place) -> tuple[Markup, Rows]:
    text = words(joining.SIGHT, facilitators=facilitators(words, place.facilitators))
    onward = Button(words.plain(joining.GO_ON), SightRead(place.enrolment.enrolment_id), style=Style.PRIMARY)
    return text, ((onward,), (_back(words, place),))


def _consent(words: Words, place: Place, now: dt.datetime) -> tuple[Markup, Rows]:
    enrolment_id = place.enrolment.enrolment_id
    text = words(
        consent_texts.CONSENT,
        program=place.program,
        group=place.group.name,
        facilitators=facilitators(words, place.facilitators),
        date=_date(words, now),
        expires=_date(words, now + CONSENT_LASTS),
        version=CONSENT_VERSION,
    )
    return text, (
        (Button(words.plain(consent_texts.AGREE), ConsentAgreed(enrolment_id), style=Style.PRIMARY),),
        (
            Button(words.plain(consent_texts.NOT_NOW), JoiningPostponed(enrolment_id)),
            _back(words, place),
        ),
    )


def _signature(words: Words, place: Place, now: dt.datetime) -> tuple[Markup, Rows]:
    agreed_at = place.enrolment.agreed_at or now
    return words(consent_texts.SIGN, date=_date(words, agreed_at)), ((_back(words, place),),)


def _name(words: Words, place: Place, now: dt.datetime) -> tuple[Markup, Rows]:
    enrolment = place.enrolment
    if enrolment.role is Role.FACILITATOR:
        return words(joining.FACILITATOR_NAME), ((_back(words, place),),)
    signed = words(consent_texts.SIGNED, date=_date(words, enrolment.agreed_at or now))
    return paragraphs(signed, words(joining.NAME)), ((_back(words, place),),)


def _done(words: Words, place: Place) -> tuple[Markup, Rows]:
    zone = place.enrolment.timezone or place.group.timezone
    text = words(
        joining.DONE,
        name=place.own_name,
        time=clock(place.enrolment.checkin_minute or 0),
        days=weekdays_in_words(words, place.group.checkin_weekdays),
        city=city(zone, words.language),
    )
    start = Button(words.plain(joining.FIRST_CHECK_IN), StartCheckIn(), style=Style.PRIMARY)
    return text, ((start,),)


def _guide(words: Words, place: Place) -> tuple[Markup, Rows]:
    return words(joining.GUIDE, name=place.own_name, group=place.group.name), (
        (invite_button(words, place.group, invitations.MAKE_LINK),),
    )


def invite_button(words: Words, group: Group, label: Label = invitations.ANOTHER_LINK) -> Button:
    """Return the button that makes one link into the group."""
    return Button(words.plain(label), InviteChosen(group.group_id, 1), style=Style.PRIMARY)


def _back(words: Words, place: Place) -> Button:
    return Button(words.plain(joining.BACK), StepBack(place.enrolment.enrolment_id, place.enrolment.step))


def _other_language(words: Words) -> Button:
    if words.language == Tongue.ENGLISH:
        return Button(words.plain(joining.SPANISH), LanguageChosen(Tongue.SPANISH))
    return Button(words.plain(joining.ENGLISH), LanguageChosen(Tongue.ENGLISH))


def _date(words: Words, moment: dt.datetime) -> str:
    return words.date(words.local(moment).date())
