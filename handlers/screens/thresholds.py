"""Draws what raises an alert in a group, the values of a rule, and what one would bring; it changes nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.groups import Group
from domain.rehearsal import LOOKED_BACK
from domain.setbacks import ADJUSTABLE, LEVELS, Level, Rule, Thresholds
from handlers.callbacks.thresholds import OFF, ShowThreshold, ShowThresholds, ThresholdSet, TryThreshold
from handlers.request import Button, Screen, Style
from handlers.texts import thresholds as texts
from handlers.texts.quoting import one_line
from handlers.texts.words import Text, Words, lines, paragraphs
from services.thresholds import Preview

_A_ROW = 5


def groups_screen(words: Words, groups: Sequence[Group]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.name, 48), ShowThresholds(one.group_id)),) for one in groups)
    return Screen(words(texts.WHICH_GROUP), rows)


def thresholds_screen(words: Words, group: Group, thresholds: Thresholds) -> Screen:
    """Return what raises an alert in a group, and a button for each rule that can be changed."""
    told = [rule for rule in ADJUSTABLE if LEVELS[rule] is not Level.WATCH]
    watched = [rule for rule in ADJUSTABLE if LEVELS[rule] is Level.WATCH]
    text = paragraphs(
        words(texts.TITLE, group=one_line(group.name, 60)),
        words(texts.ALWAYS),
        lines(words(texts.TOLD), *(_rule(words, rule, thresholds.of(rule)) for rule in told)),
        lines(words(texts.WATCHED), *(_rule(words, rule, thresholds.of(rule)) for rule in watched)),
    )
    buttons = [
        Button(words.plain(texts.NAMES[rule]), ShowThreshold(group.group_id, rule)) for rule in ADJUSTABLE
    ]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Screen(text, rows, anchor=_anchor(group))


def threshold_screen(words: Words, group: Group, thresholds: Thresholds, rule: Rule) -> Screen:
    """Return the values that a rule can be set to; each leads to what it would bring."""
    text = paragraphs(
        words(texts.TITLE_OF_RULE, name=words.plain(texts.NAMES[rule])),
        _rule(words, rule, thresholds.of(rule)),
        words(texts.CHOOSE),
    )
    return Screen(text, _choices(words, group, thresholds, rule), anchor=_anchor(group))


def preview_screen(words: Words, group: Group, thresholds: Thresholds, preview: Preview) -> Screen:
    """Return what a value would have brought; the other values stay in reach."""
    rule, value, days = preview.rule, preview.value, LOOKED_BACK.days
    name = words.plain(texts.NAMES[rule])
    if value == thresholds.of(rule):
        brought = _brought(words, texts.BROUGHT_ONE, texts.BROUGHT, preview.alerts)
    else:
        brought = _brought(
            words, texts.WOULD_BRING_ONE, texts.WOULD_BRING, preview.alerts, preview.alerts_now
        )
    text = paragraphs(
        words(texts.TITLE_OF_RULE, name=name),
        _rule(words, rule, value),
        brought or words(texts.NOT_REPLAYED),
        words(texts.JUDGED, days=days, closed=preview.closed, wrong=preview.false_alarms)
        if preview.closed
        else None,
    )
    rows = _choices(words, group, thresholds, rule)
    if value == thresholds.of(rule):
        return Screen(text, rows, anchor=_anchor(group))
    press = ThresholdSet(group.group_id, rule, OFF if value is None else value)
    label = words.plain(texts.TURN_OFF if value is None else texts.USE_THIS, value=_label(words, rule, value))
    return Screen(text, ((Button(label, press, style=Style.PRIMARY),), *rows), anchor=_anchor(group))


def _choices(
    words: Words, group: Group, thresholds: Thresholds, rule: Rule
) -> tuple[tuple[Button, ...], ...]:
    threshold, now = ADJUSTABLE[rule], thresholds.of(rule)
    values: list[int | None] = [*threshold.choices, *([None] if threshold.may_be_off else [])]
    buttons = []
    for value in values:
        label = _label(words, rule, value)
        press = TryThreshold(group.group_id, rule, OFF if value is None else value)
        buttons.append(Button(words.plain(texts.CHOSEN, choice=label) if value == now else label, press))
    rows = [tuple(buttons[start : start + _A_ROW]) for start in range(0, len(buttons), _A_ROW)]
    back = Button(words.plain(texts.BACK), ShowThresholds(group.group_id))
    return (*rows, (back,))


def _label(words: Words, rule: Rule, value: int | None) -> str:
    if value is None:
        return words.plain(texts.OFF)
    return str(value) if len(ADJUSTABLE[rule].choices) > 1 else words.plain(texts.ON)


def _rule(words: Words, rule: Rule, value: int | None) -> Markup:
    if value is None:
        return words(texts.RULE_OFF, name=words.plain(texts.NAMES[rule]))
    return words(texts.RULES[rule], value=value)


def _brought(
    words: Words, one: Text, other: Text, alerts: int | None, now: int | None = None
) -> Markup | None:
    if alerts is None:
        return None
    return words.counted(one, other, alerts, days=LOOKED_BACK.days, now=now)


def _anchor(group: Group) -> str:
    return f"thresholds:{group.group_id}"
