"""Shows people what is kept about them, who sees it and who looked, and sends them a copy; it changes nothing."""

import json

from markupsafe import Markup

from domain.access import Role
from domain.joining import Consent
from domain.partners import Partner
from domain.sharing import Sharing
from handlers.callbacks.privacy import (
    CopyAsked,
    EraseAsked,
    LeaveAsked,
    LookUpsOpened,
    PrivacyOpened,
)
from handlers.callbacks.sharing import SharingOpened
from handlers.request import Button, Document, Reply, Request, Screen, Style, show
from handlers.screens.partners import name_on_button
from handlers.texts import privacy as texts
from handlers.texts.listing import facilitators, listed
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services
from services.privacy import Look, PersonalCopy, SeenAs

LISTED_LOOKS = 15
"""Looks on one screen; the copy has all."""


async def privacy(request: Request, services: Services) -> Reply:
    """Show what is kept and who sees it, group by group."""
    return await _overview(request, services)


async def privacy_opened(request: Request, press: PrivacyOpened, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await _overview(request, services)


async def looks_opened(request: Request, press: LookUpsOpened, services: Services) -> Reply:
    """Show who looked at something, latest first."""
    del press
    words = request.words
    looks = await services.privacy.looks(request.person)
    more = len(looks) - LISTED_LOOKS
    text = paragraphs(
        words(texts.LOOKS_TITLE),
        lines(*(_look(words, look) for look in looks[:LISTED_LOOKS])) if looks else words(texts.NO_LOOKS),
        words.counted(texts.MORE_LOOK, texts.MORE_LOOKS, more) if more > 0 else None,
    )
    return show(text, (Button(words.plain(texts.BACK), PrivacyOpened()),))


async def mydata(request: Request, services: Services) -> Reply:
    """Send a complete copy with a short summary."""
    copied = await services.privacy.copy(request.person)
    return Reply((_copy_screen(request, copied),))


async def copy_asked(request: Request, press: CopyAsked, services: Services) -> Reply:
    """Do the same for the button, below the screen that it stands on."""
    del press
    copied = await services.privacy.copy(request.person)
    return Reply((_copy_screen(request, copied),), is_new=True)


async def _overview(request: Request, services: Services) -> Reply:
    words, actor = request.words, request.person
    seats = await services.privacy.overview(actor, request.now)
    withdrawn = [
        words(
            texts.CONSENT_WITHDRAWN,
            group=group.name,
            given=words.date(words.local(consent.given_at).date()),
            version=consent.version,
            until=words.date(words.local(consent.revoked_at).date()),
        )
        for consent, group in await services.privacy.consents(actor)
        if consent.revoked_at is not None
    ]
    text = paragraphs(
        words(texts.TITLE),
        *(_seat(request, seen) for seen in seats),
        None if seats else words(texts.NO_SEAT),
        lines(*withdrawn) if withdrawn else None,
        words(texts.STORED),
    )
    stops = [
        (_stop(words, partner),) for seen in seats for partner, sharing in seen.partners if sharing.items
    ]
    rows = [(_way_out(words, seen),) for seen in seats]
    looked = Button(words.plain(texts.WHO_LOOKED), LookUpsOpened())
    copy = Button(words.plain(texts.MY_COPY), CopyAsked())
    erase = Button(words.plain(texts.ERASE), EraseAsked())
    return show(text, (looked, copy), *stops, *rows, (erase,))


def _seat(request: Request, seen: SeenAs) -> Markup:
    words = request.words
    heading = words(texts.SEAT, group=seen.group.name, name=seen.seat.display_name)
    if seen.seat.role is Role.FACILITATOR:
        return lines(heading, words(texts.LEADER_IS_SEEN))
    return lines(
        heading,
        words(
            texts.FACILITATORS_SEE,
            facilitators=facilitators(words, seen.facilitators),
        ),
        *(_partner(words, partner, sharing) for partner, sharing in seen.partners),
        None if seen.partners else words(texts.NO_PARTNER),
        words(texts.OTHERS_SEE),
        None if seen.consent is None else _consent(request, seen.consent),
    )


def _consent(request: Request, consent: Consent) -> Markup | None:
    words = request.words
    if consent.revoked_at is not None or consent.expires_at is None:
        return None
    text = texts.CONSENT_COUNTS if consent.counts_at(request.now) else texts.CONSENT_EXPIRED
    return words(
        text,
        given=words.date(words.local(consent.given_at).date()),
        version=consent.version,
        until=words.date(words.local(consent.expires_at).date()),
    )


def _partner(words: Words, partner: Partner, sharing: Sharing) -> Markup:
    items = [words(texts.ITEMS[item]) for item in sharing.items]
    if not items or sharing.ends_at is None:
        return words(texts.PARTNER_SEES_NOTHING, name=partner.name)
    until = words.date(words.local(sharing.ends_at).date())
    return words(texts.PARTNER_SEES, name=partner.name, items=listed(words, items), until=until)


def _stop(words: Words, partner: Partner) -> Button:
    label = words.plain(texts.STOP_OR_CHANGE, name=name_on_button(partner.name, words))
    return Button(label, SharingOpened(partner.pair_id, partner.membership_id))


def _look(words: Words, look: Look) -> Markup:
    return words(
        texts.LOOK,
        moment=words.moment(look.seen_at),
        viewer=look.viewer or words(texts.A_FACILITATOR),
        what=words(texts.LOOKED_AT.get(look.what, texts.LOOKED_AT_SOMETHING)),
    )


def _way_out(words: Words, seen: SeenAs) -> Button:
    label = texts.LEAVE_GROUP if seen.seat.role is Role.FACILITATOR else texts.TAKE_BACK
    name = one_line(seen.group.name, LABEL_NAME)
    return Button(words.plain(label, group=name), LeaveAsked(seen.seat.membership_id), style=Style.PLAIN)


def _copy_screen(request: Request, copied: PersonalCopy) -> Screen:
    content = {
        "product": "Tandem",
        "made_at": request.now.isoformat(),
        "who_looked": [
            {"viewer": look.viewer, "what": look.what, "seen_at": look.seen_at.isoformat()}
            for look in copied.looks
        ],
        "questions_of_the_group": [
            {"item": one.id, "text": one.wording, "scale": one.scale, "choices": one.choices}
            for one in copied.questions
        ],
        "tables": copied.rows,
    }
    written = json.dumps(content, ensure_ascii=False, indent=1).encode()
    text = request.words(
        texts.COPY,
        checkins=len(copied.rows["checkins"]),
        answers=len(copied.rows["answers"]),
        notes=len(copied.rows["notes"]),
        relays=len(copied.rows["relays"]),
        consents=len(copied.rows["consents"]),
        looks=len(copied.looks),
    )
    return Screen(text, document=Document("tandem-my-data.json", written))
