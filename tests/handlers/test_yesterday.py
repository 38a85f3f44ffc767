"""/yesterday as it is seen: which day it is for, that it is marked, what of it can be changed."""

import pytest

from domain.checkins import State
from domain.items import CATALOGUE, CRAVING, MOOD, TENSION
from handlers.texts.items import LATE_QUESTIONS
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import CLOSE, DAY, DUE, LOOK, MINUTE, asked
from tests.phone import Phone, kept, tick
from tests.scenes import answered, partners
from tests.taps import answer

YESTERDAY = NOON.date() - DAY


async def test_a_missed_day_is_filled_in_and_marked(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await answered(storage, cast.ana, YESTERDAY, mood=5)
    await asked(storage, container)
    await tick(container, LOOK)
    await tick(container, CLOSE)
    ana.now = DUE + DAY - 60 * MINUTE
    await ana.command("yesterday")

    assert ana.text.startswith("<i>For yesterday, Tuesday. I'll mark it as added later.</i>")
    assert "How was your mood on Tuesday?" in ana.text
    await ana.tap("6")
    assert "How tense were you on Tuesday?" in ana.text
    await answer(ana, after="mood")
    assert ana.text.startswith("<i>For Tuesday, added later.</i>\nDone, thank you. Mood 6 · tension 4")
    assert "The 7 days up to Tuesday" in ana.text
    assert " today" not in ana.text
    checkin = await kept(storage, cast.ana)
    assert (State.COMPLETED, NOON.date(), True) == (checkin.state, checkin.local_date, checkin.is_late)


async def test_a_day_on_which_nobody_asked_can_be_added(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("yesterday")
    assert "For yesterday, Monday." in ana.text
    await answer(ana, craving="9")

    assert "For Monday, added later." in ana.text
    checkin = await kept(storage, cast.ana)
    assert (YESTERDAY, 9) == (checkin.local_date, checkin.value(CRAVING))


async def test_of_a_complete_day_the_answers_are_shown_to_choose_from(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await answered(storage, cast.ana, YESTERDAY, mood=6, tension=3)
    await ana.command("yesterday")

    assert ana.text.endswith("Which answer would you like to change?")
    assert ["Mood: 6", "Tension: 3", "Craving: no answer"] == ana.labels[:3]
    await ana.tap("Mood: 6")
    assert "Before, you said: 6." in ana.text
    await ana.tap("4")
    checkin = await kept(storage, cast.ana)
    assert (4, 6) == (checkin.answers[MOOD].value, checkin.answers[MOOD].first_value)


async def test_stopped_half_way_it_keeps_what_was_given(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("yesterday")
    await ana.tap("6")
    await ana.tap("Stop")

    assert "Kept: Mood 6." in ana.text
    await ana.tap("Go on after all")
    assert "How tense were you on Monday?" in ana.text
    await ana.tap("2")
    checkin = await kept(storage, cast.ana)
    assert (6, 2) == (checkin.value(MOOD), checkin.value(TENSION))


async def test_stopped_at_once_it_counts_against_nobody(ana: Phone) -> None:
    await ana.command("yesterday")
    await ana.tap("Stop")

    assert "It doesn't count against you." in ana.text
    await ana.tap("Check in after all")
    assert "How was your mood on Monday?" in ana.text


async def test_with_todays_still_open_the_way_there_is_offered(
    storage: Storage, container: Container, ana: Phone
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.command("yesterday")
    await answer(ana)

    assert "Another check-in is open" in ana.labels
    await ana.tap("Another check-in is open")
    assert "How is your mood today?" in ana.text


async def test_it_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, language="es")
    await ana.command("yesterday")

    assert "Para ayer, lunes. Lo marco como agregado después." in ana.text
    assert "¿Cómo estuvo tu ánimo el lunes?" in ana.text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "On Monday, was anything risky coming up?",
                "Were you in touch with your partner on Tuesday?",
                "Did you do what you had planned for Wednesday?",
            ],
        ),
        (
            "es",
            [
                "El lunes, ¿venía algo arriesgado?",
                "¿Tuviste contacto con tu compañía el martes?",
                "¿Hiciste lo que tenías planeado para el miércoles?",
            ],
        ),
    ],
)
async def test_the_questions_that_take_turns_ask_about_the_day_that_is_over(
    storage: Storage, container: Container, cast: Cast, language: str, expected: list[str]
) -> None:
    await partners(storage, cast.ana, cast.ben)
    ana = Phone(storage, container, cast.ana, language=language)
    for number, question in enumerate(expected):
        ana.now = NOON + number * DAY
        await ana.command("yesterday")
        await answer(ana, until="turn")

        assert f"<b>{question}</b>" in ana.text
        assert [] == [words for words in ("next days", "próximos días") if words in ana.text]


def test_every_question_has_a_wording_for_a_day_that_is_over() -> None:
    assert {item.id for item in CATALOGUE} == set(LATE_QUESTIONS)
