"""Draws where people stand in the program and what a move would change; it moves nobody."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from domain.cadence import FORTNIGHT, MONTH, QUARTER, WEEK, plans
from domain.groups import Group
from domain.items import Item
from domain.phases import Stage
from handlers.callbacks.phases import ChooseStage, ShowOwnStage, ShowPhases, StageSet
from handlers.request import Button, Screen, Style
from handlers.screens.answers import name_of
from handlers.texts import joining as joining_texts
from handlers.texts import phases as texts
from handlers.texts.listing import listed
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Words, lines, paragraphs
from services.phases import OwnStage, Placed

_EVERY: Final = {
    WEEK: texts.WEEKLY,
    FORTNIGHT: texts.FORTNIGHTLY,
    MONTH: texts.MONTHLY,
    QUARTER: texts.QUARTERLY,
}
_NAME: Final = 40
_GROUP: Final = 60

Questions = tuple[Sequence[Item], Sequence[Item]]
"""What somebody is asked now, and what they would be asked."""


def groups_screen(words: Words, groups: Sequence[Group]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.name, 48), ShowPhases(one.group_id)),) for one in groups)
    return Screen(words(texts.WHICH_GROUP), rows)


def people_screen(words: Words, group: Group, people: Sequence[Placed]) -> Screen:
    """Return the participants of a group with where each stands."""
    rows = tuple(
        (
            Button(
                _person(words, one), ChooseStage(one.member.membership_id, one.stage.phase, one.stage.track)
            ),
        )
        for one in people
    )
    text = texts.PEOPLE if people else texts.NOBODY_YET
    return Screen(
        words(text, group=one_line(group.name, _GROUP)),
        rows,
        anchor=f"phases:{group.group_id}",
        is_protected=True,
    )


def stage_screen(words: Words, placed: Placed, chosen: Stage, questions: Questions) -> Screen:
    """Return where somebody stands and what the chosen phase and track would change for them."""
    name = placed.member.display_name
    shown = one_line(name, _NAME) if name else words(texts.SOMEBODY)
    stage, seat = placed.stage, placed.member.membership_id
    stands = words(
        texts.STANDS,
        name=shown,
        phase=words.plain(texts.PHASES[stage.phase]),
        track=words.plain(texts.TRACKS[stage.track]),
        day=words.day(stage.since_on),
    )
    is_move = (chosen.phase, chosen.track) != (stage.phase, stage.track)
    rows = [*_phase_rows(words, placed, chosen), *_track_rows(words, placed, chosen)]
    if is_move:
        label = words.plain(texts.MOVE, name=one_line(str(shown), LABEL_NAME))
        rows.append((Button(label, StageSet(seat, chosen.phase, chosen.track), style=Style.PRIMARY),))
    rows.append((Button(words.plain(texts.BACK), ShowPhases(placed.member.group_id)),))
    text = paragraphs(
        stands, _changes(words, chosen, questions, shown) if is_move else _measures(words, stage)
    )
    return Screen(text, tuple(rows), anchor=f"phases:{placed.member.group_id}", is_protected=True)


def changed_screen(words: Words, press: ShowOwnStage) -> Screen:
    """Return the unasked message: that something changes, and not what."""
    return Screen(words(texts.CHANGED), ((Button(words.plain(texts.SHOW), press),),))


def own_stage_screen(words: Words, own: OwnStage) -> Screen:
    """Return where the person stands, who moved them, and what that means for the next check-in."""
    who = one_line(own.moved_by, _NAME) if own.moved_by else words(texts.SOMEBODY_HERE)
    before, stage = own.before, own.stage
    phase = words.plain(texts.PHASES[stage.phase])
    program = words.plain(joining_texts.TRACKS[stage.track])
    moved = words(texts.STANDING, phase=phase, track=program) if before is None else None
    if before is not None and before.phase != stage.phase:
        moved = words(
            texts.MOVED_BACK if before.phase > stage.phase else texts.MOVED_ON, who=who, phase=phase
        )
    track = None
    if before is not None and before.track != stage.track:
        track = words(texts.TRACK_NOW, who=who, track=program)
    asked = own.moved_by and one_line(own.moved_by, _NAME)
    return Screen(
        paragraphs(
            lines(moved, track),
            words(texts.FROM_NEXT, names=_names(words, own.items)),
            words(texts.ASK_THEM, who=asked or words(texts.YOUR_FACILITATOR)),
        )
    )


def _person(words: Words, placed: Placed) -> str:
    name = placed.member.display_name
    return words.plain(
        texts.PERSON,
        name=one_line(name, LABEL_NAME) if name else str(words(texts.SOMEBODY)),
        phase=words.plain(texts.PHASES[placed.stage.phase]),
        track=words.plain(texts.TRACKS[placed.stage.track]),
    )


def _phase_rows(words: Words, placed: Placed, chosen: Stage) -> list[tuple[Button, ...]]:
    seat = placed.member.membership_id
    buttons = [
        _choice(
            words,
            words.plain(label),
            ChooseStage(seat, phase, chosen.track),
            is_chosen=phase is chosen.phase,
        )
        for phase, label in texts.PHASES.items()
    ]
    return _in_twos(buttons)


def _track_rows(words: Words, placed: Placed, chosen: Stage) -> list[tuple[Button, ...]]:
    seat = placed.member.membership_id
    buttons = [
        _choice(
            words,
            words.plain(label),
            ChooseStage(seat, chosen.phase, track),
            is_chosen=track is chosen.track,
        )
        for track, label in texts.TRACKS.items()
    ]
    return _in_twos(buttons)


def _in_twos(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


def _choice(words: Words, label: str, press: ChooseStage, *, is_chosen: bool) -> Button:
    if not is_chosen:
        return Button(label, press)
    return Button(words.plain(texts.CHOSEN, choice=label), press, style=Style.PRIMARY)


def _changes(words: Words, chosen: Stage, questions: Questions, shown: str) -> Markup:
    now, then = questions
    gone = [item for item in now if item not in then]
    new = [item for item in then if item not in now]
    return paragraphs(
        words(
            texts.WOULD_BE,
            phase=words.plain(texts.PHASES[chosen.phase]),
            track=words.plain(texts.TRACKS[chosen.track]),
        ),
        lines(
            words(texts.NO_MORE, names=_names(words, gone)) if gone else None,
            words(texts.FROM_NOW, names=_names(words, new)) if new else None,
            None if gone or new else words(texts.SAME_QUESTIONS),
            _measures(words, chosen),
        ),
        words(texts.IS_TOLD, name=shown),
    )


def _names(words: Words, items: Sequence[Item]) -> str:
    return ", ".join(name_of(words, item) for item in items)


def _measures(words: Words, stage: Stage) -> Markup:
    found: dict[dt.timedelta | None, list[Markup]] = {}
    for plan in plans(stage):
        found.setdefault(plan.every, []).append(words(texts.MEASURE_NAMES[plan.kind]))
    told = [
        words(texts.AT_CHANGE if every is None else _EVERY[every], names=listed(words, names))
        for every, names in found.items()
    ]
    return words(texts.MEASURES, measures=Markup("; ").join(told))
