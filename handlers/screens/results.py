"""Draws what a questionnaire came to: score, band, cut-off, limits, the last one beside it; it praises and blames no number."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from domain.instruments.scoring import PartScore, Score
from domain.instruments.version import Bound, Cutoff, Kind
from domain.measures import Measure
from handlers.callbacks.measures import BeginMeasure, DeclineMeasure, ShowMeasures
from handlers.request import Button, Screen, Style
from handlers.screens.measures import anchor
from handlers.screens.menu import help_button
from handlers.texts import measures as texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Text, Words, lines, paragraphs
from services.measure_steps import Step
from services.measures import Waiting

Row = tuple[Button, ...]


def result_screen(words: Words, step: Step) -> Screen:
    """Return the result of a completed questionnaire."""
    measure, score = step.measure, step.measure.score
    means: Mapping[Kind, Text] = texts.MEANS
    # Whoever has just said something so hard is not asked for more; what has grown waits in the list.
    following = None if measure.is_alarming else step.following
    text = paragraphs(
        lines(_head(words, measure, score), _band(words, score)),
        lines(*(_part(words, part) for part in score.parts)) if score.parts else None,
        _no_total(words, measure, score),
        lines(
            words(means[measure.version.kind]),
            _cutoff(words, measure.version.kind, measure.version.principal),
        ),
        _last_time(words, step),
        words(texts.LIMITS),
        words(texts.WHO_SEES, names=facilitators(words, step.names)),
        None if following is None else _closer_look(words, following),
        words(texts.DEVELOPERS, line=measure.version.attribution),
    )
    return Screen(text, _rows(words, following), anchor=anchor(measure))


def measures_text(words: Words, measures: Sequence[Measure]) -> Markup | None:
    """Return what questionnaires came to, each on a line, for a facilitator; None when there are none."""
    if not measures:
        return None
    return lines(words(texts.LIST), *(_line(words, measure) for measure in measures))


def expired_screen(words: Words, measure: Measure) -> Screen:
    """Return that a questionnaire's time was over before its end."""
    until = words.moment(measure.closes_at)
    text = words(texts.EXPIRED, name=measure.version.name, until=until)
    return Screen(text, anchor=anchor(measure))


def _line(words: Words, measure: Measure) -> Markup:
    score, name = measure.score, measure.version.name
    day = words.day(words.local(measure.ended_at or measure.offered_at).date())
    if score.total is not None:
        highest = measure.version.scoring.highest
        return words(texts.DONE_LINE, name=name, day=day, total=score.total, highest=highest)
    names: Mapping[str, Text] = texts.PARTS
    sums = [
        words(texts.SUM, part=words(names[part.part.name]), value=part.value)
        for part in score.parts
        if part.value is not None
    ]
    if sums:
        return words(texts.DONE_LINE_PARTS, name=name, day=day, sums=Markup(", ").join(sums))
    return words(texts.DONE_LINE_NO_TOTAL, name=name, day=day)


def _head(words: Words, measure: Measure, score: Score) -> Markup:
    name, highest = measure.version.name, measure.version.scoring.highest
    if score.total is None:
        return words(texts.RESULT_NO_TOTAL, name=name)
    return words(texts.RESULT, name=name, total=score.total, highest=highest)


def _band(words: Words, score: Score) -> Markup | None:
    band = score.band
    if band is None:
        return None
    return words(texts.BAND, band=band.label, lowest=band.lowest, highest=band.highest)


def _no_total(words: Words, measure: Measure, score: Score) -> Markup | None:
    if score.total is not None or not measure.version.scoring.has_total:
        return None
    return words(texts.NO_TOTAL, missing=score.missing)


def _part(words: Words, score: PartScore) -> Markup:
    names: Mapping[str, Text] = texts.PARTS
    name = words(names[score.part.name])
    if score.value is None:
        return words(texts.PART_NO_SUM, part=name)
    limit = _cutoff(words, None, score.cutoff) or Markup()
    said = words(texts.PART, part=name, value=score.value, highest=score.part.highest, limit=limit)
    return said.strip()


def _cutoff(words: Words, kind: Kind | None, cutoff: Cutoff | None) -> Markup | None:
    """Return what the published limit says; None where there is none, or none that was read for this version."""
    if cutoff is None or not cutoff.is_verified:
        return None
    if kind is Kind.BARC10:
        return words(texts.REMISSION, value=cutoff.value)
    text = texts.AT_MOST if cutoff.bound is Bound.AT_MOST else texts.AT_LEAST
    return words(text, value=cutoff.value)


def _last_time(words: Words, step: Step) -> Markup | None:
    previous = step.previous
    if previous is None or previous.total is None:
        return None
    day = words.day(words.local(previous.ended_at or previous.offered_at).date())
    return words(texts.LAST_TIME, day=day, total=previous.total)


def _closer_look(words: Words, following: Waiting) -> Markup | None:
    if following.measure is None:
        return None
    until = words.moment(following.measure.closes_at)
    return words(texts.CLOSER_LOOK, name=following.version.name, left=following.left, until=until)


def _rows(words: Words, following: Waiting | None) -> tuple[Row, ...]:
    last = ((help_button(words),), (Button(words.plain(texts.LIST_BUTTON), ShowMeasures()),))
    if following is None:
        return last
    seat, kind = following.membership_id, following.kind
    go_on = Button(
        words.plain(texts.GO_ON_WITH, number=following.left), BeginMeasure(seat, kind), style=Style.PRIMARY
    )
    return ((go_on,), (Button(words.plain(texts.NOT_THIS_TIME), DeclineMeasure(seat, kind)),), *last)
