"""Draws what a group is asked, for those who set it: the list, one question, a whole check-in; it changes nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.groups import Group
from domain.items import NOTE, ROTATING, Item
from domain.phases import Phase, Track
from domain.questions import ALERTING, ALWAYS_ON
from domain.templates import Setting, template
from handlers.callbacks.questions import (
    AddQuestion,
    OpenQuestion,
    PreviewCheckIn,
    PreviewQuestion,
    QuestionMoved,
    QuestionSwitched,
    RemoveQuestion,
    RemoveQuestionConfirmed,
    ResetQuestions,
    ResetQuestionsConfirmed,
    ShowAnswers,
    ShowQuestions,
    Switch,
)
from handlers.request import Button, Screen, Style
from handlers.screens.answers import name_of
from handlers.texts import questions as texts
from handlers.texts.quoting import one_line
from handlers.texts.words import Text, Words, lines, paragraphs
from services.questions import Asked

_ON_A_BUTTON = 28
_HALF_A_ROW = 18
"""Characters of a label that half the width of a phone shows."""
_GROUP = 60
_STARTS = 1
"""Taps before the first question."""


def anchor(asked: Asked) -> str:
    """Return the name of the one message that shows what a group is asked."""
    return f"questions:{asked.group.group_id}"


def groups_screen(words: Words, groups: Sequence[Group]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.name, 48), ShowQuestions(one.group_id)),) for one in groups)
    return Screen(words(texts.WHICH_GROUP), rows)


def list_screen(words: Words, asked: Asked, problem: Markup | None = None) -> Screen:
    """Return every question of the group in its order, on or off; `problem` stands above them."""
    group = asked.group.group_id
    text = paragraphs(
        problem, words(texts.ASKED, group=one_line(asked.group.name, _GROUP)), words(texts.TURNS_MARK)
    )
    rows = _paired(
        [
            Button(_label(words, one, item), OpenQuestion(group, one.item))
            for one in asked.lined
            if (item := asked.item(one.item)) is not None
        ]
    )
    rows.append((Button(words.plain(texts.PREVIEW), PreviewCheckIn(group), style=Style.PRIMARY),))
    rows.append((Button(words.plain(texts.ADD), AddQuestion(group)),))
    if not asked.is_usual:
        rows.append((Button(words.plain(texts.RESET), ResetQuestions(group)),))
    return Screen(text, tuple(rows), anchor=anchor(asked))


def item_screen(
    words: Words, asked: Asked, setting: Setting, item: Item, problem: Markup | None = None
) -> Screen:
    """Return one question with what can be changed about it; `problem` stands above it."""
    text = paragraphs(problem, _head(words, asked, setting, item), _about(words, setting, item))
    see = Button(words.plain(texts.WHAT_PEOPLE_SEE), PreviewQuestion(asked.group.group_id, item.id))
    rows = (*_switch_rows(words, asked, setting), *_move_rows(words, asked, setting), (see,))
    if item.is_own:
        group = asked.group.group_id
        given = Button(words.plain(texts.ANSWERS), ShowAnswers(group, item.id))
        rows += ((given, Button(words.plain(texts.REMOVE), RemoveQuestion(group, item.id))),)
    return Screen(text, (*rows, (to_list(words, asked),)), anchor=anchor(asked))


def check_in_screen(words: Words, asked: Asked) -> Screen:
    """Return what is asked today, one after the other, in each phase and on each track where it differs."""
    found: dict[tuple[Item, ...], Markup] = {}
    for track, label in _TRACKS:
        early, late = asked.sequence(Phase.STABILISATION, track), asked.sequence(Phase.AFTERCARE, track)
        named = words(label)
        if early == late:
            found.setdefault(early, named)
            continue
        found.setdefault(early, words(texts.EARLY_PHASES, track=named))
        found.setdefault(late, words(texts.AFTERCARE, track=named))
    told = [_sequence(words, who, items) for items, who in found.items()]
    text = paragraphs(words(texts.TODAY), *told, words(texts.STEADY))
    return Screen(text, ((to_list(words, asked),),), anchor=anchor(asked))


def remove_screen(words: Words, asked: Asked, item: Item) -> Screen:
    """Return the question whether a question of the group's own shall go."""
    group = asked.group.group_id
    rows = (
        (Button(words.plain(texts.REMOVE_YES), RemoveQuestionConfirmed(group, item.id), style=Style.DANGER),),
        (Button(words.plain(texts.REMOVE_NO), OpenQuestion(group, item.id)),),
    )
    return Screen(words(texts.REMOVE_ASKS, wording=item.wording), rows, anchor=anchor(asked))


def reset_screen(words: Words, asked: Asked) -> Screen:
    """Return the question whether the template shall hold again."""
    group = asked.group.group_id
    rows = (
        (Button(words.plain(texts.RESET_YES), ResetQuestionsConfirmed(group)),),
        (Button(words.plain(texts.RESET_NO), ShowQuestions(group), style=Style.PRIMARY),),
    )
    text = words(texts.RESET_ASKS, group=one_line(asked.group.name, _GROUP))
    return Screen(text, rows, anchor=anchor(asked))


def to_list(words: Words, asked: Asked) -> Button:
    """Return the way back to all questions."""
    return Button(words.plain(texts.BACK_TO_LIST), ShowQuestions(asked.group.group_id))


_TRACKS: tuple[tuple[Track, Text], ...] = (
    (Track.SUBSTANCE_USE, texts.USE_TRACKS),
    (Track.MENTAL_HEALTH, texts.OTHER_TRACKS),
)
"""One track of each kind: those that concern substance use are asked the same."""


def _label(words: Words, setting: Setting, item: Item) -> str:
    name = name_of(words, item, _ON_A_BUTTON)
    number = setting.position + 1
    if setting.is_on is False:
        return words.plain(texts.OFF, number=number, name=name)
    return words.plain(texts.ON_TURNS if item.id in ROTATING else texts.ON, number=number, name=name)


def _paired(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Return rows of two where both labels are short, read from left to right; a long label has its own row."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        is_short = len(button.label) <= _HALF_A_ROW
        if rows and is_short and len(rows[-1]) == 1 and len(rows[-1][0].label) <= _HALF_A_ROW:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return rows


def _head(words: Words, asked: Asked, setting: Setting, item: Item) -> Markup:
    name = item.wording if item.is_own else name_of(words, item)
    choices = ", ".join(item.choices)
    return lines(
        words(texts.ITEM_OFF, name=name)
        if setting.is_on is False
        else words(texts.ITEM, name=name, number=setting.position + 1, count=len(asked.lined)),
        words(texts.OWN_CHOICES, choices=choices) if choices else None,
    )


def _about(words: Words, setting: Setting, item: Item) -> Markup:
    is_on = setting.is_on is not False
    use_only = item.id not in template(Phase.STABILISATION, Track.MENTAL_HEALTH) and not item.is_own
    aftercare = None
    if is_on and not _is_in_aftercare(item):
        aftercare = words(texts.IN_AFTERCARE_TOO if setting.is_on else texts.NOT_IN_AFTERCARE)
    return paragraphs(
        words(texts.STAYS_ON) if item.id == ALWAYS_ON else None,
        words(texts.ALERTS_REST) if item.id in ALERTING else None,
        words(texts.OF_USE_ONLY) if use_only else None,
        words(texts.TAKES_TURNS) if item.id in ROTATING else None,
        words(texts.LAST_ALWAYS) if item.id == NOTE else None,
        aftercare,
    )


def _is_in_aftercare(item: Item) -> bool:
    return item.is_own or item.id in template(Phase.AFTERCARE, Track.SUBSTANCE_USE)


def _switch_rows(words: Words, asked: Asked, setting: Setting) -> tuple[tuple[Button, ...], ...]:
    group, item = asked.group.group_id, asked.item(setting.item)
    if item is None or item.id == ALWAYS_ON:
        return ()
    if setting.is_on is False:
        on = QuestionSwitched(group, item.id, Switch.USUAL)
        return ((Button(words.plain(texts.SWITCH_ON), on, style=Style.PRIMARY),),)
    off = Button(words.plain(texts.SWITCH_OFF), QuestionSwitched(group, item.id, Switch.OFF))
    if _is_in_aftercare(item):
        return ((off,),)
    label = texts.NOT_ALSO_IN_AFTERCARE if setting.is_on else texts.ALSO_IN_AFTERCARE
    to = Switch.USUAL if setting.is_on else Switch.ALWAYS
    return ((off, Button(words.plain(label), QuestionSwitched(group, item.id, to))),)


def _move_rows(words: Words, asked: Asked, setting: Setting) -> tuple[tuple[Button, ...], ...]:
    if setting.item == NOTE:
        return ()
    group, place, last = asked.group.group_id, setting.position, len(asked.lined) - 2
    up = Button(words.plain(texts.UP), QuestionMoved(group, setting.item, place - 1))
    down = Button(words.plain(texts.DOWN), QuestionMoved(group, setting.item, place + 1))
    row = (*((up,) if place > 0 else ()), *((down,) if place < last else ()))
    return (row,) if row else ()


def _sequence(words: Words, who: Markup, items: Sequence[Item]) -> Markup:
    names = " · ".join(name_of(words, item, _GROUP) for item in items)
    return words(
        texts.SEQUENCE_ONE if len(items) == 1 else texts.SEQUENCE,
        who=who,
        names=names,
        questions=len(items),
        taps=len(items) + _STARTS,
    )
