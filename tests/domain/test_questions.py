import datetime as dt

import pytest

from domain.errors import NotUnderstood
from domain.items import AHEAD, CATALOGUE, CRAVING, MOOD, NOTE, SLEEP, Direction, Item, ItemId, Scale
from domain.phases import Phase, Stage, Track
from domain.questions import (
    LONGEST_WORDING,
    check_length,
    choices_of,
    is_usual,
    lined_up,
    moved,
    switched,
    usual,
    wording_of,
)
from domain.templates import Setting, questions_of

DATE = dt.date(2026, 3, 3)
EARLY = Stage(Phase.STABILISATION, Track.SUBSTANCE_USE, DATE)
LATE = Stage(Phase.AFTERCARE, Track.SUBSTANCE_USE, DATE)


def own(number: int, *, is_removed: bool = False) -> Item:
    return Item(
        ItemId(f"q.{number}"),
        Scale.TEXT,
        Direction.NEITHER,
        frozenset(),
        "",
        "",
        "Why?",
        is_removed=is_removed,
    )


def asked(lined: tuple[Setting, ...], *items: Item, stage: Stage = EARLY) -> tuple[ItemId, ...]:
    return questions_of(stage, lined, items, DATE)


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x07"])
def test_a_question_needs_words(text: str) -> None:
    with pytest.raises(NotUnderstood):
        wording_of(text)


def test_a_question_is_kept_as_it_was_typed_on_one_line() -> None:
    assert "How <b>hopeful</b> & calm are you? 🧑‍🤝‍🧑" == wording_of(
        "  How <b>hopeful</b>\n& calm are\tyou? 🧑‍🤝‍🧑 "
    )
    assert "x" * LONGEST_WORDING == wording_of("x" * LONGEST_WORDING)


def test_a_question_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(NotUnderstood) as refusal:
        wording_of("x" * (LONGEST_WORDING + 1))

    assert {"length": 201, "limit": 200} == refusal.value.data


def test_choices_are_lines() -> None:
    assert ("At home", "Out") == choices_of("\n At home \n\nOut\n")


@pytest.mark.parametrize(
    "text", ["", "One", "\n".join("abcdefg"), "One\none", "One\n" + "x" * 41], ids=lambda text: text[:9]
)
def test_choices_that_no_buttons_can_show_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        choices_of(text)


def test_without_settings_everything_follows_the_template_and_the_note_is_last() -> None:
    lined = lined_up((), (own(1), own(2, is_removed=True)))

    expected = [*(item.id for item in CATALOGUE if item.id != NOTE), ItemId("q.1"), NOTE]
    assert expected == [one.item for one in lined]
    assert {None} == {one.is_on for one in lined}


def test_what_is_lined_up_is_what_is_asked_in_that_order() -> None:
    lined = moved(lined_up((), (own(1),)), ItemId("q.1"), 0)

    assert ItemId("q.1") == asked(lined, own(1))[0]
    assert NOTE == asked(lined, own(1))[-1]
    assert asked((), own(1)) == asked(lined_up((), (own(1),)), own(1))


def test_a_question_that_is_new_comes_after_those_that_have_a_place() -> None:
    lined = lined_up(lined_up((), ()), (own(1),))

    assert [ItemId("q.1"), NOTE] == [one.item for one in lined][-2:]


@pytest.mark.parametrize(("position", "place"), [(0, 0), (2, 2), (-5, 0), (99, len(CATALOGUE) - 2)])
def test_a_question_moves_to_its_place_and_never_behind_the_note(position: int, place: int) -> None:
    lined = moved(lined_up((), ()), CRAVING, position)

    assert place == [one.item for one in lined].index(CRAVING)
    assert list(range(len(CATALOGUE))) == [one.position for one in lined]
    assert NOTE == lined[-1].item


def test_the_note_does_not_move() -> None:
    assert lined_up((), ()) == moved(lined_up((), ()), NOTE, 0)


def test_a_move_switches_nothing_on_that_the_template_leaves_out() -> None:
    lined = moved(lined_up((), ()), SLEEP, 0)

    assert SLEEP in asked(lined)
    assert SLEEP not in asked(lined, stage=LATE)


def test_a_question_is_switched_off_everywhere_on_everywhere_or_left_to_the_template() -> None:
    lined = lined_up((), ())
    off, always = switched(lined, SLEEP, False), switched(lined, SLEEP, True)

    assert SLEEP not in asked(off)
    assert SLEEP in asked(always, stage=LATE)
    assert lined == switched(off, SLEEP, None)


def test_mood_stays_on() -> None:
    with pytest.raises(NotUnderstood) as refusal:
        switched(lined_up((), ()), MOOD, False)

    assert "questions.always_on" == refusal.value.key


def test_ten_questions_are_the_most() -> None:
    two, three = (own(1), own(2)), (own(1), own(2), own(3))
    check_length(lined_up((), two))
    assert 10 == len(asked(lined_up((), two), *two))

    with pytest.raises(NotUnderstood) as refusal:
        check_length(lined_up((), three))
    assert {"number": 11, "most": 10} == refusal.value.data
    check_length(switched(lined_up((), three), SLEEP, False))


def test_no_question_is_switched_on_that_would_be_the_eleventh() -> None:
    three = (own(1), own(2), own(3))
    lined = switched(lined_up((), three), SLEEP, False)

    with pytest.raises(NotUnderstood):
        switched(lined, SLEEP, None)
    # Of those that take turns one is asked a day, so another of them makes no check-in longer.
    assert lined == switched(switched(lined, AHEAD, False), AHEAD, None)


def test_the_template_has_no_own_question_on_and_its_own_order() -> None:
    lined = usual((own(1),))

    assert asked(()) == asked(lined, own(1))
    assert is_usual(lined)
    assert is_usual(lined_up((), ()))
    assert not is_usual(lined_up((), (own(1),)))
    assert not is_usual(moved(lined, SLEEP, 0))
    assert not is_usual(switched(lined, SLEEP, True))
