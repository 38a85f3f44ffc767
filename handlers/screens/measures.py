"""Draws questionnaires: what waits, one item with its published words, where it stands; results stand in `results`."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from domain.instruments.version import PRINTS_VALUES, Kind, Option, Question
from domain.measures import Measure, minutes_of
from handlers.callbacks.measures import (
    BeginMeasure,
    DeclineMeasure,
    GoOnMeasure,
    MeasureAnswered,
    MeasureBack,
    MeasureLeft,
    MeasureSkipped,
    MeasureStopped,
    ShowMeasure,
    StartMeasure,
)
from handlers.request import Button, Screen, Style
from handlers.screens.menu import help_button
from handlers.texts import crisis as crisis_texts
from handlers.texts import measures as texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Text, Words, lines, paragraphs
from services.measure_steps import Step
from services.measures import Overview, Waiting

Row = tuple[Button, ...]

_WHOLE_ON_A_BUTTON = 34
"""Longer answers are cut on a phone's button, so they stand in the message too, with their numbers."""
_SIDE_BY_SIDE = 6
"""Answers of so few characters stand in one row."""


def anchor(measure: Measure) -> str:
    """Return the name of the one message that shows a questionnaire."""
    return f"measure:{measure.measure_id}"


def offer_button(words: Words, waiting: Waiting) -> Button:
    """Return the button that offers what waits, for the end of a check-in."""
    if waiting.measure is None:
        label = words.plain(texts.OFFER, number=waiting.left)
    else:
        label = words.plain(texts.OFFER_REST, name=waiting.version.name, number=waiting.left)
    return Button(label, StartMeasure(waiting.membership_id))


def start_screen(words: Words, waiting: Waiting) -> Screen:
    """Return what the questionnaire is, how long it takes and who sees it, before anything is asked."""
    version, seat = waiting.version, waiting.membership_id
    about: Mapping[Kind, Text] = texts.ABOUT
    text = paragraphs(
        words(texts.START, title=version.title, about=words(about[version.kind])),
        words.counted(texts.LENGTH_ONE, texts.LENGTH, minutes_of(waiting.left), left=waiting.left),
        None if version.speaks == words.language else words(texts.ONLY_IN_ENGLISH),
        words(texts.TAKEN_OVER) if waiting.is_grown else None,
        words(texts.WHO_SEES, names=facilitators(words, waiting.names)),
        words(texts.FREE),
        words(texts.DEVELOPERS, line=version.attribution),
    )
    begin = Button(words.plain(texts.BEGIN), BeginMeasure(seat, version.kind), style=Style.PRIMARY)
    return Screen(
        text, ((begin,), (Button(words.plain(texts.NOT_THIS_TIME), DeclineMeasure(seat, version.kind)),))
    )


def question_screen(words: Words, step: Step, question: Question) -> Screen:
    """Return one item: its stem, its words, its answers, its place, who sees it."""
    measure, version = step.measure, step.measure.version
    number, count = measure.place_of(question)
    names = facilitators(words, step.names)
    is_long = _is_long(question)
    text = paragraphs(
        None if version.stem is None else words(texts.STEM, stem=version.stem),
        lines(
            None if question.lead is None else words(texts.STEM, stem=question.lead),
            words(texts.ITEM, item=question.text),
            None if question.help is None else words(texts.STEM, stem=question.help),
        ),
        _choices(words, question) if is_long else None,
        words(texts.THIS_PERIOD) if version.kind is Kind.PACS else None,
        _earlier(words, measure, question),
        words(texts.AT_ONCE, names=names) if question.safety_from is not None else None,
        words(texts.MARK, number=number, count=count, names=names),
    )
    rows = (*_answer_rows(words, measure, question), *_way_rows(words, measure, question))
    if question.safety_from is not None:
        rows = (*rows, (help_button(words),))
    return Screen(text, rows, anchor=anchor(measure))


def stopped_screen(words: Words, measure: Measure) -> Screen:
    """Return that a questionnaire was put aside, and until when one can go on."""
    asked = measure.asked
    text = words(
        texts.STOPPED,
        answered=len(asked) - measure.left,
        count=len(asked),
        until=words.moment(measure.closes_at),
    )
    go_on = Button(words.plain(texts.GO_ON), ShowMeasure(measure.measure_id))
    return Screen(text, ((go_on,),), anchor=anchor(measure))


def told_screen(words: Words, step: Step, calls: Markup, told: Markup, rows: Sequence[Row]) -> Screen:
    """Return the answer to item 9 above 0: whom to call first, a word of warmth, who learns of it, the way back.

    It is short, so that on a small phone the number does not scroll out of sight.

    `calls` are the numbers of where the person lives, `told` who learns of it, `rows` the ways to another person.
    """
    said = Markup(" ").join((words(crisis_texts.NOT_ALONE), told))
    text = paragraphs(lines(words(crisis_texts.RIGHT_NOW), calls), said)
    label = texts.SEE_RESULT if step.measure.current is None else texts.BACK_TO_QUESTIONS
    back = Button(words.plain(label), GoOnMeasure(step.measure.measure_id))
    return Screen(text, ((help_button(words),), *rows, (back,)))


def overview_screen(words: Words, overview: Overview) -> Screen:
    """Return what waits and what was answered."""
    done = [
        words(texts.DONE_LINE_PLAIN, name=one.version.name, day=_day(words, one))
        if one.total is None
        else words(
            texts.DONE_LINE,
            name=one.version.name,
            day=_day(words, one),
            total=one.total,
            highest=one.version.scoring.highest,
        )
        for one in overview.done
    ]
    waiting = [_waits(words, one) for one in overview.waiting]
    text = paragraphs(
        words(texts.LIST),
        lines(*waiting) if waiting else words(texts.NOTHING_WAITS),
        lines(words(texts.DONE), *done) if done else None,
    )
    rows: list[Row] = [(offer_button(words, one),) for one in overview.waiting]
    rows += [
        (
            Button(
                words.plain(texts.DONE_BUTTON, name=one.version.name, day=_day(words, one)),
                ShowMeasure(one.measure_id),
            ),
        )
        for one in overview.done
    ]
    return Screen(text, tuple(rows))


def _waits(words: Words, waiting: Waiting) -> Markup:
    if waiting.measure is None:
        return words(texts.WAITS, name=waiting.version.name, left=waiting.left)
    until = words.moment(waiting.measure.closes_at)
    return words(texts.WAITS_UNTIL, name=waiting.version.name, left=waiting.left, until=until)


def _answer_rows(words: Words, measure: Measure, question: Question) -> tuple[Row, ...]:
    prints = measure.version.kind in PRINTS_VALUES or _is_long(question)
    buttons = [
        Button(
            _label(words, option, prints=prints),
            MeasureAnswered(measure.measure_id, question.id, option.value),
        )
        for option in question.options
    ]
    if all(len(button.label) <= _SIDE_BY_SIDE for button in buttons):
        return (tuple(buttons),)
    return tuple((button,) for button in buttons)


def _way_rows(words: Words, measure: Measure, question: Question) -> tuple[Row, ...]:
    number, item = measure.measure_id, question.id
    ways = [Button(words.plain(texts.SKIP), MeasureSkipped(number, item))]
    if measure.before(question) is not None:
        ways.insert(0, Button(words.plain(texts.BACK), MeasureBack(number, item)))
    stop = (Button(words.plain(texts.STOP), MeasureStopped(number)),)
    if measure.reopened == item and item in measure.answers:
        return ((Button(words.plain(texts.LEAVE_AS_IS), MeasureLeft(number)),), tuple(ways), stop)
    return (tuple(ways), stop)


def _earlier(words: Words, measure: Measure, question: Question) -> Markup | None:
    given = measure.answers.get(question.id)
    if given is None:
        return None
    option = None if given.value is None else question.option(given.value)
    return words(texts.YOU_SKIPPED) if option is None else words(texts.YOU_SAID, answer=option.text)


def _choices(words: Words, question: Question) -> Markup:
    return lines(*(words(texts.CHOICE, value=one.value, answer=one.text) for one in question.options))


def _label(words: Words, option: Option, *, prints: bool) -> str:
    if not prints or option.text == str(option.value):
        return option.text
    return words.plain(texts.NUMBERED, value=option.value, answer=option.text)


def _is_long(question: Question) -> bool:
    return any(len(option.text) > _WHOLE_ON_A_BUTTON for option in question.options)


def _day(words: Words, measure: Measure) -> str:
    return words.day(words.local(measure.ended_at or measure.offered_at).date())
