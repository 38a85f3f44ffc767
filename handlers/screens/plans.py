"""Draws a plan for hard moments: what helps first, and the numbers always; it asks no service."""

from markupsafe import Markup

from domain.plans import HELPS_FIRST, Plan, PlanPart
from handlers.callbacks.plans import EmptyPlan, OpenPlan, SharePlan, WritePlan
from handlers.request import Button, Screen, Style
from handlers.screens.crisis_lines import first_numbers
from handlers.screens.menu import help_button
from handlers.texts import plans as texts
from handlers.texts.quoting import shown
from handlers.texts.words import Words, lines, paragraphs

ANCHOR = "plan"
_SHOWN = 450
"""Characters of each part where all stand together: six of them, with the numbers, stay below one message."""
_BESIDE_ALERT = 200

Row = tuple[Button, ...]


def plan_screen(words: Words, plan: Plan, country: str | None) -> Screen:
    """Return the whole plan, in the order in which it is read in a hard moment."""
    said = [
        words(texts.PART, name=words.plain(texts.NAMES[part]), said=shown(plan.parts[part], _SHOWN))
        for part in HELPS_FIRST
        if part in plan.parts
    ]
    text = paragraphs(
        words(texts.TITLE),
        *(said or [words(texts.EMPTY_YET)]),
        first_numbers(words, country),
        _who_sees(words, plan),
    )
    names = [_part_button(words, plan, part) for part in PlanPart]
    pairs = tuple(tuple(names[place : place + 2]) for place in range(0, len(names), 2))
    return Screen(
        text, (*pairs, *_share_row(words, plan), (help_button(words),)), anchor=ANCHOR, is_protected=True
    )


def part_screen(words: Words, plan: Plan, part: PlanPart, remark: Markup | None = None) -> Screen:
    """Return the question of a part with what is written, and the ways on."""
    written = plan.parts.get(part)
    text = paragraphs(
        remark,
        words(texts.QUESTIONS[part]),
        None if written is None else words(texts.SO_FAR, said=shown(written, len(written))),
    )
    rows: list[Row] = []
    following = plan.after(part)
    if written is not None and following is not None:
        label = words.plain(texts.NEXT, name=words.plain(texts.NAMES[following]))
        rows.append((Button(label, WritePlan(following), style=Style.PRIMARY),))
    if written is not None:
        rows.append((Button(words.plain(texts.EMPTY), EmptyPlan(part)),))
    rows.append((Button(words.plain(texts.BACK), OpenPlan()),))
    return Screen(text, tuple(rows), anchor=ANCHOR, is_protected=True)


def plan_button(words: Words) -> Button:
    """Return the button that leads to the plan."""
    return Button(words.plain(texts.MY_PLAN), OpenPlan())


def beside_alert(words: Words, plan: Plan | None) -> Markup | None:
    """Return the plan as a facilitator is shown it; None where the person shows none."""
    if plan is None:
        return None
    return lines(
        words(texts.BESIDE_ALERT),
        *(
            words(
                texts.BESIDE_LINE,
                name=words.plain(texts.NAMES[part]),
                said=shown("; ".join(plan.parts[part].splitlines()), _BESIDE_ALERT),
            )
            for part in HELPS_FIRST
            if part in plan.parts
        ),
    )


def _part_button(words: Words, plan: Plan, part: PlanPart) -> Button:
    name = words.plain(texts.NAMES[part])
    return Button(words.plain(texts.WRITTEN, name=name) if part in plan.parts else name, WritePlan(part))


def _who_sees(words: Words, plan: Plan) -> Markup:
    if plan.shown_since is not None:
        return words(texts.SEEN_BESIDE)
    return lines(words(texts.SEEN_BY_NOBODY), None if plan.is_empty else words(texts.SHARE_ASKS))


def _share_row(words: Words, plan: Plan) -> tuple[Row, ...]:
    if plan.shown_since is not None:
        return ((Button(words.plain(texts.KEEP_PRIVATE), SharePlan(0)),),)
    return () if plan.is_empty else ((Button(words.plain(texts.SHARE), SharePlan(1)),),)
