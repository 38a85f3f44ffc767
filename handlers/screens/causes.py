"""Says why an alert was raised: one line for each cause, with the rule and how often it was wrong; for a facilitator's eyes."""

import datetime as dt

from markupsafe import Markup

from domain.evidence import JUDGED_DAYS, Evidence
from domain.setbacks import AFTER_USE, COMBINED_FROM, ITEM9_FROM, RECENT, Cause, Rule, threshold_of
from domain.slips import RETURNS_NOTED
from handlers.texts import alerts as alert_texts
from handlers.texts import causes as texts
from handlers.texts.listing import listed
from handlers.texts.quoting import shown
from handlers.texts.words import Words

NAME_CHARACTERS = 40

_FIXED = {Rule.ITEM9: ITEM9_FROM, Rule.SLIPS: RETURNS_NOTED}
"""Thresholds that no group changes."""


def cause_text(words: Words, evidence: Evidence, now: dt.datetime) -> Markup:
    """Return the line of one cause."""
    cause = evidence.found.cause
    said = words(
        texts.RULES[cause.rule],
        value=cause.value,
        beside=_beside(words, evidence),
        threshold=_FIXED.get(cause.rule, threshold_of(cause)),
        when=when(words, evidence.found.found_at, now),
        partner=name_of(words, evidence.raised_by or ""),
        recent=RECENT,
        **_detail(words, cause),
    )
    if cause.rule is Rule.MEASURE and cause.value is None:
        said = words(texts.SEVERE_MEASURE, threshold=cause.threshold, **_detail(words, cause))
    line = words(texts.CAUSE, cause=said)
    if evidence.judged is None:
        return line
    judged = words(
        alert_texts.JUDGED,
        closed=evidence.judged.closed,
        wrong=evidence.judged.false_alarms,
        days=JUDGED_DAYS,
    )
    return line + Markup(" ") + judged


def when(words: Words, moment: dt.datetime, now: dt.datetime) -> str:
    """Return the local time, with the day unless it is today."""
    is_today = words.local(moment).date() == words.local(now).date()
    return words.time(moment) if is_today else words.moment(moment)


def name_of(words: Words, name: str) -> Markup:
    """Return a display name, or a word for somebody whose name is gone."""
    return Markup.escape(shown(name, NAME_CHARACTERS)) if name else words(alert_texts.SOMEBODY)


def _beside(words: Words, evidence: Evidence) -> Markup:
    beside = Markup()
    if evidence.usual is not None:
        beside += words(texts.USUAL, usual=evidence.usual)
    if evidence.in_a_row > 1:
        beside += words(texts.IN_A_ROW, number=evidence.in_a_row)
    if evidence.corrected_to is not None:
        beside += words(texts.CORRECTED, value=evidence.corrected_to)
    return beside


def _detail(words: Words, cause: Cause) -> dict[str, object]:
    """Return what the sentence of this rule says beside its number."""
    read = cause.detail or ""
    match cause.rule:
        case Rule.COMBINED:
            day = words.day(dt.date.fromisoformat(read))
            return {"day": day, "days": AFTER_USE.days, "from_": COMBINED_FROM}
        case Rule.MEASURE:
            kind, before, total = read.split()
            return {"measure": f"{kind[:3].upper()}-{kind[3:]}", "before": before, "total": total}
        case Rule.NO_SHOW:
            return {"day": words.day(dt.date.fromisoformat(read))}
        case Rule.SHIFT:
            known = [
                words.plain(label) for signal, label in texts.SIGNALS.items() if signal in read.split(",")
            ]
            return {"signals": listed(words, [Markup.escape(signal) for signal in known])}
        case _:
            return {}
