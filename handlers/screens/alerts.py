"""Writes out what is behind an alert: the evidence in words, the last days, what was done; for a facilitator's eyes."""

import datetime as dt

from markupsafe import Markup

from domain.evidence import Details
from domain.items import CRAVING, MOOD
from domain.notes import Note, Tag
from domain.progress import Course, spark
from domain.relays import Relay
from domain.setbacks import Step, reference
from handlers.screens.causes import cause_text, name_of, when
from handlers.screens.plans import beside_alert
from handlers.screens.results import measures_text
from handlers.texts import alerts as texts
from handlers.texts import relays as relay_texts
from handlers.texts.listing import listed
from handlers.texts.quoting import shown
from handlers.texts.voices import in_words
from handlers.texts.words import Words, lines, paragraphs

NOTES_SHOWN = 3
NOTE_CHARACTERS = 240
SETBACK_CHARACTERS = 600
"""The latest note about a setback is shown to this length: what somebody passes on of it is cut to it before they say yes."""
REPORTED_SHOWN = 3
CAUSES_SHOWN = 8
STEPS_SHOWN = 8
MEASURES_SHOWN = 4
USES_SHOWN = 5
"""With these, the whole stays well below one message of 4,096 characters."""


def details_text(words: Words, details: Details, now: dt.datetime) -> Markup:
    """Return everything that a facilitator is shown of an alert."""
    name = name_of(words, details.card.name)
    return paragraphs(
        _head(words, details, now),
        lines(*(cause_text(words, evidence, now) for evidence in details.evidence[-CAUSES_SHOWN:])),
        lines(words(texts.SO_FAR), *_so_far(words, details, name, now)),
        None if details.course is None else _course(words, details.course),
        beside_alert(words, details.plan),
        measures_text(words, details.measures[:MEASURES_SHOWN]),
        _reported(words, details.reported),
        _notes(words, details.notes),
        None if details.is_member else words(texts.HAS_LEFT, name=name),
        status(words, details, now),
        lines(words(texts.FOR_REVIEW), words(texts.PART_2)),
    )


def lent_text(words: Words, details: Details, now: dt.datetime) -> Markup:
    """Return what a facilitator of another group of the program is shown: the evidence and whom to call."""
    names = [name_of(words, name) for name in details.lent_by or ()]
    return paragraphs(
        _head(words, details, now),
        lines(*(cause_text(words, evidence, now) for evidence in details.evidence[-CAUSES_SHOWN:])),
        words(texts.CALL_THEM, names=listed(words, names)) if names else None,
        words(texts.LENT_TO_YOU),
        status(words, details, now),
        lines(words(texts.FOR_REVIEW), words(texts.PART_2)),
    )


def status(words: Words, details: Details, now: dt.datetime) -> Markup | None:
    """Return who has seen or closed the alert; None while nobody has."""
    alert = details.alert
    if alert.resolved_at is not None and alert.outcome is not None:
        return words(
            texts.CLOSED_BY,
            name=name_of(words, details.resolved_by or ""),
            when=when(words, alert.resolved_at, now),
            outcome=words.plain(texts.OUTCOMES[alert.outcome]),
        )
    if alert.acknowledged_at is not None:
        seen = words(
            texts.SEEN_BY,
            name=name_of(words, details.acknowledged_by or ""),
            when=when(words, alert.acknowledged_at, now),
        )
        return lines(seen, _reminded(words, details, now))
    if details.owner is not None:
        return words(texts.OWNED_BY, name=name_of(words, details.owner))
    return None


def _reminded(words: Words, details: Details, now: dt.datetime) -> Markup | None:
    until = details.alert.snoozed_until
    return None if until is None else words(texts.REMINDED_AT, when=when(words, until, now))


def _head(words: Words, details: Details, now: dt.datetime) -> Markup:
    alert = details.alert
    return lines(
        words(
            texts.HEAD,
            name=name_of(words, details.card.name),
            level=words.plain(texts.LEVELS[alert.level]),
            when=when(words, alert.raised_at, now),
            reference=reference(alert.alert_id),
        ),
        Markup.escape(details.card.group_name),
    )


def _so_far(words: Words, details: Details, name: Markup, now: dt.datetime) -> list[Markup]:
    said = [words(texts.KNOWS if details.alert.is_known_to_the_person else texts.KNOWS_NOT, name=name)]
    if details.wrote_to_partner is not None:
        said.append(words(texts.WROTE_TO_PARTNER if details.wrote_to_partner else texts.WROTE_NOT))
    said += [
        words(texts.STEPS[done.step], name=name_of(words, done.name), when=when(words, done.done_at, now))
        for done in details.done[-STEPS_SHOWN:]
        if done.done_at not in {details.alert.acknowledged_at, details.alert.resolved_at}
        or done.step not in {Step.ACKNOWLEDGED, Step.RESOLVED}
    ]
    return said


def _course(words: Words, course: Course) -> Markup:
    dates = ", ".join(words.day(date) for date in course.uses[-USES_SHOWN:])
    return lines(
        words(
            texts.LAST_DAYS,
            days=len(course.days),
            mood=spark(course.values(MOOD)),
            craving=spark(course.values(CRAVING)),
        ),
        words.counted(texts.ANSWERED_ONE, texts.ANSWERED, course.asked, answered=course.answered)
        if course.asked
        else words(texts.NEVER_ASKED),
        words(texts.USE_REPORTED, dates=dates) if dates else None,
    )


def _reported(words: Words, relays: tuple[Relay, ...]) -> Markup | None:
    if not relays:
        return None
    return lines(
        words(texts.REPORTED),
        *(
            words(
                texts.REPORTED_LINE if relay.withdrawn_at is None else texts.REPORTED_BACK,
                when=words.moment(relay.written_at),
                said=shown(relay.text, NOTE_CHARACTERS) or words.plain(relay_texts.KINDS[relay.kind]),
            )
            for relay in relays[-REPORTED_SHOWN:]
        ),
    )


def _notes(words: Words, notes: tuple[Note, ...]) -> Markup | None:
    if not notes:
        return None
    setback = next((note for note in notes if note.tag is Tag.SETBACK), None)
    return lines(
        words(texts.NOTES),
        *(
            words(
                texts.NOTE,
                day=words.day(words.local(note.written_at).date()),
                said=shown(
                    in_words(words, note.text, note.voice),
                    SETBACK_CHARACTERS if note is setback else NOTE_CHARACTERS,
                ),
            )
            for note in notes[:NOTES_SHOWN]
        ),
    )
