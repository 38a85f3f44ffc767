import pytest

from domain.checkins import State
from domain.errors import NotAllowed
from domain.retrospect import Theme
from handlers.callbacks.progress import DrawIn, ShowProgress
from handlers.pictures.course import CoursePicture
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.evenings import DAY
from tests.phone import Phone
from tests.scenes import TODAY, answered

PNG = b"\x89PNG\r\n\x1a\n"


async def a_week(storage: Storage, cast: Cast) -> None:
    await answered(storage, cast.ana, TODAY - 6 * DAY, mood=5, craving=6, sleep=4)
    await answered(storage, cast.ana, TODAY - 5 * DAY, State.MISSED)
    await answered(storage, cast.ana, TODAY - 4 * DAY, State.PAUSED)
    await answered(storage, cast.ana, TODAY - 1 * DAY, mood=4, craving=8, use=1)
    await answered(storage, cast.ana, TODAY, mood=6, craving=2, sleep=7, use=0)


def shown(phone: Phone) -> CoursePicture:
    picture = phone.reply.screens[0].picture
    assert isinstance(picture, CoursePicture)
    return picture


async def test_the_figures_stand_in_words_beside_the_picture(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await a_week(storage, cast)
    await ana.command("progress")

    assert "Mood: 3 answers, average 5.0, from 4 to 6." in ana.text
    assert "Sleep: 2 answers" in ana.text
    assert "Answered on 3 of 4 days asked; unanswered days aren't counted" in ana.text
    assert "Reported use: Mon, Mar 2." in ana.text
    assert "Other days: not answered 1 · paused 1." in ana.text
    assert ["✓ 7 days", "30 days", "90 days", "Dark picture"] == ana.labels
    assert len(ana.text) < 1_024


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Asked on 1 day, answered on 1; unanswered", "Mood: 1 answer, 6.")),
        ("es", ("Se te preguntó en 1 día y respondiste en 1; los días", "Ánimo: 1 respuesta, 6.")),
    ],
)
async def test_a_single_day_is_counted_as_one(
    storage: Storage, container: Container, cast: Cast, language: str, expected: tuple[str, str]
) -> None:
    await answered(storage, cast.ana, TODAY, mood=6)
    ana = Phone(storage, container, cast.ana, language=language)
    await ana.command("progress")

    for said in expected:
        assert said in ana.text
    assert [] == [wrong for wrong in ("1 days", "1 días", "1 answers", "1 respuestas") if wrong in ana.text]
    assert {"en": "1 answer", "es": "1 respuesta"}[language] == shown(ana).main[0].figures


async def test_the_picture_has_gaps_where_there_is_no_answer(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await a_week(storage, cast)
    await ana.command("progress")

    picture = shown(ana)
    mood, craving = picture.main
    assert (5, None, None, None, None, 4, 6) == mood.values
    assert (6, None, None, None, None, 8, 2) == craving.values
    assert (4, None, None, None, None, None, 7) == picture.small[2].values
    assert (5,) == picture.uses
    assert ("full", "missed", "paused", "", "", "full", "full") == picture.marks


async def test_without_answers_there_is_a_sentence(ana: Phone) -> None:
    await ana.command("progress")

    assert "no answers in these 7 days yet" in ana.text
    assert ana.reply.screens[0].picture is None


async def test_it_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    await a_week(storage, cast)
    ana = Phone(storage, container, cast.ana, language="es")
    await ana.command("progress")

    assert "Ánimo: 3 respuestas, promedio 5,0, de 4 a 6." in ana.text
    assert "Tus últimos 7 días" == shown(ana).title


async def test_forged_buttons_show_nobody_s_days(storage: Storage, container: Container, cast: Cast) -> None:
    await a_week(storage, cast)
    for member in (cast.ben, cast.cem, cast.dee, cast.fay, cast.gus):
        phone = Phone(storage, container, member)
        for press in (
            ShowProgress(cast.ana.membership_id, 7),
            DrawIn(cast.ana.membership_id, 7, Theme.DARK),
        ):
            await phone.press(Button("", press))
        assert all(screen.picture is None for screen in phone.reply.screens)
        assert "Mood" not in phone.text


async def test_a_course_is_for_the_person_and_the_facilitator_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await a_week(storage, cast)
    for member in (cast.ana, cast.fay):
        scope = (await actor(storage, member)).scope
        async with container.transaction() as services:
            course = await services.progress.course(scope, cast.ana.membership_id, 14, NOON)
        assert 3 == course.answered

    for member in (cast.ben, cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, member)).scope
        with pytest.raises(NotAllowed):
            async with container.transaction() as services:
                await services.progress.course(scope, cast.ana.membership_id, 14, NOON)


async def test_other_numbers_of_days_are_refused(storage: Storage, cast: Cast, ana: Phone) -> None:
    await a_week(storage, cast)
    await ana.press(Button("", ShowProgress(cast.ana.membership_id, 4_000)))

    assert ana.reply.screens[0].picture is None
