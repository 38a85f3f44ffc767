import asyncio
import contextlib
import dataclasses
import os
import signal
from collections.abc import AsyncIterator

import pytest

from handlers.pictures.course import CoursePicture
from handlers.pictures.picture import Picture
from handlers.pictures.studio import NotDrawn, Studio
from handlers.screens.progress import course_picture
from handlers.texts.words import Words
from tests.bot.plays import Undrawable
from tests.handlers.pictures.days import look_back

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    studio = Studio()
    yield studio
    await studio.close()


def picture(days: int = 7) -> CoursePicture:
    return course_picture(Words("en", "UTC"), look_back(days))


def process_of(studio: Studio) -> int:
    assert studio._process is not None
    return studio._process.pid


async def test_a_picture_drawn_elsewhere_is_the_same(studio: Studio) -> None:
    assert picture().render() == await studio.draw(picture())


async def test_pictures_asked_for_at_once_go_to_those_who_asked(studio: Studio) -> None:
    week, month = await asyncio.gather(studio.draw(picture(7)), studio.draw(picture(30)))

    assert (picture(7).render(), picture(30).render()) == (week, month)


async def test_others_go_on_while_a_picture_is_drawn(studio: Studio) -> None:
    await studio.draw(picture())
    loop = asyncio.get_running_loop()
    drawing = loop.create_task(studio.draw(picture(90)))
    began, turns = loop.time(), 0
    while not drawing.done():
        await asyncio.sleep(0)
        turns += 1
    took = loop.time() - began

    # A library that held the interpreter would leave room for a handful of turns.
    assert turns > 100
    assert took < 5


async def test_a_process_that_was_killed_is_replaced(studio: Studio) -> None:
    await studio.draw(picture())
    before = process_of(studio)
    os.kill(before, signal.SIGKILL)

    assert (await studio.draw(picture())).startswith(PNG)
    assert before != process_of(studio)


async def test_a_picture_that_cannot_be_drawn_is_told_and_the_next_is_drawn(studio: Studio) -> None:
    with pytest.raises(NotDrawn):
        await studio.draw(Undrawable())
    with pytest.raises(NotDrawn, match="KeyError"):
        await studio.draw(dataclasses.replace(picture(), theme="plaid"))

    assert (await studio.draw(picture())).startswith(PNG)


async def test_whoever_goes_away_leaves_no_image_for_the_next(studio: Studio) -> None:
    await studio.draw(picture())
    leaving = asyncio.get_running_loop().create_task(studio.draw(picture(90)))
    await asyncio.sleep(0.01)
    leaving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await leaving

    assert picture(7).render() == await studio.draw(picture(7))


async def test_a_process_that_is_stuck_is_given_up(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    await studio.draw(picture())
    os.kill(process_of(studio), signal.SIGSTOP)
    monkeypatch.setattr("handlers.pictures.studio.PATIENCE_SECONDS", 0.01)

    with pytest.raises(NotDrawn, match="TimeoutError"):
        await studio.draw(picture())


async def test_the_process_knows_neither_token_nor_keys(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "4242:secret")
    await studio.draw(picture())
    with open(f"/proc/{process_of(studio)}/environ", "rb") as environment:  # noqa: ASYNC230, PTH123 a file of the kernel
        assert b"secret" not in environment.read()


async def test_nothing_is_left_running(studio: Studio) -> None:
    await studio.draw(picture())
    process = process_of(studio)
    await studio.close()

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_every_kind_of_picture_is_known_there() -> None:
    from handlers.pictures import __main__ as drawing  # noqa: PLC0415 its name is that of a program

    kinds = {kind for kind in Picture.__subclasses__() if kind.__module__.startswith("handlers.")}
    assert {kind.kind for kind in kinds} == {kind.kind for kind in drawing._KINDS}
