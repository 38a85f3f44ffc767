import dataclasses
import datetime as dt

import pytest

from domain.items import (
    AHEAD,
    COMMITMENT,
    CONFIDENCE,
    CRAVING,
    MOOD,
    NOTE,
    PARTNER,
    ROTATING,
    SLEEP,
    TENSION,
    USE,
    Direction,
    Item,
    ItemId,
    Scale,
)
from domain.phases import Phase, Stage, Track
from domain.templates import Setting, questions_of, template

MONDAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
OWN = Item(ItemId("q.walk"), Scale.YES_NO, Direction.NEITHER, frozenset(), "q.walk", "own", "Did you walk?")


def stage(phase: Phase = Phase.COPING, track: Track = Track.SUBSTANCE_USE) -> Stage:
    return Stage(phase, track, MONDAY)


def asked(*settings: Setting, on: dt.date = MONDAY, **given: object) -> tuple[ItemId, ...]:
    return questions_of(stage(), settings, (), on, **given)  # type: ignore[arg-type] # any of the rest by name


def off(*items: ItemId) -> tuple[Setting, ...]:
    return tuple(Setting(item, place, is_on=False) for place, item in enumerate(items))


@pytest.mark.parametrize("track", [track for track in Track if track.concerns_use])
@pytest.mark.parametrize("phase", [Phase.STABILISATION, Phase.COPING, Phase.PREVENTION])
def test_by_default_eight_questions_are_asked(phase: Phase, track: Track) -> None:
    found = questions_of(stage(phase, track), (), (), MONDAY)

    assert 8 == len(found)
    assert (MOOD, TENSION, CRAVING, USE, CONFIDENCE, SLEEP) == found[:6]
    assert found[6] in ROTATING
    assert NOTE == found[7]


def test_three_days_in_a_row_bring_each_of_those_that_take_turns() -> None:
    assert set(ROTATING) == {asked(on=MONDAY + number * DAY)[6] for number in range(3)}


def test_of_two_that_are_on_each_has_every_second_day() -> None:
    turns = [asked(*off(AHEAD), on=MONDAY + number * DAY)[-2] for number in range(4)]

    assert {PARTNER, COMMITMENT} == set(turns)
    assert turns[:2] == turns[2:]


def test_nobody_without_a_partner_is_asked_about_one() -> None:
    turns = [asked(on=MONDAY + number * DAY, has_partner=False)[6] for number in range(9)]

    assert {AHEAD, COMMITMENT} == set(turns)
    assert not set(ROTATING) & set(asked(*off(AHEAD, COMMITMENT), has_partner=False))


@pytest.mark.parametrize("phase", list(Phase))
def test_a_track_without_substance_use_never_asks_about_it(phase: Phase) -> None:
    settings = (Setting(CRAVING, 0, is_on=True), Setting(USE, 1, is_on=True))
    found = questions_of(stage(phase, Track.MENTAL_HEALTH), settings, (), MONDAY)

    assert not {CRAVING, USE} & set(found)
    assert not {CRAVING, USE} & set(template(phase, Track.MENTAL_HEALTH))


def test_aftercare_asks_less() -> None:
    found = questions_of(stage(Phase.AFTERCARE), (), (), MONDAY)

    assert (MOOD, CRAVING, USE, CONFIDENCE, NOTE) == found


def test_a_group_switches_off_and_on_what_the_template_says_otherwise() -> None:
    assert SLEEP not in asked(*off(SLEEP))
    on = (Setting(SLEEP, 0, is_on=True),)
    assert SLEEP in questions_of(stage(Phase.AFTERCARE), on, (), MONDAY)


def test_a_group_sets_the_order_and_the_note_stays_the_last() -> None:
    settings = tuple(
        Setting(item, place, is_on=True) for place, item in enumerate((NOTE, SLEEP, COMMITMENT, MOOD))
    )
    found = asked(*settings, *off(AHEAD, PARTNER))

    assert (SLEEP, COMMITMENT, MOOD) == found[:3]
    assert NOTE == found[-1]


def test_a_question_of_a_group_s_own_is_asked_before_the_note_until_it_is_removed() -> None:
    removed = dataclasses.replace(OWN, is_removed=True)

    assert (OWN.id, NOTE) == questions_of(stage(), (), (OWN,), MONDAY)[-2:]
    assert OWN.id not in questions_of(stage(), (), (removed,), MONDAY)
    assert OWN.id not in questions_of(stage(), off(OWN.id), (OWN,), MONDAY)


def test_the_note_can_be_switched_off() -> None:
    assert NOTE not in asked(*off(NOTE))
