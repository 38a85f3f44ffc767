"""Facilitators read what people answered to a question of the group's own; nobody else does, and each look is recorded."""

import datetime as dt

import pytest

from domain.items import Item, Scale
from handlers.callbacks.questions import ShowAnswers
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.phone import Phone


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def asked_and_answered(
    storage: Storage, container: Container, cast: Cast, scale: Scale, *given: str
) -> Item:
    async with storage.unit_of_work() as work:
        item = await work.questions.add(cast.fay.group_id, scale, "How was <it>?", [], NOON)
    for member, typed in zip((cast.ana, cast.ben), given, strict=False):
        phone = Phone(storage, container, member)
        await phone.command("checkin")
        for _ in range(7):
            await phone.tap("Skip")
        await phone.say(typed)
    return item


async def test_answers_are_shown_with_whose_they_are(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await asked_and_answered(storage, container, cast, Scale.TEXT, "Long & <loud>", "Quiet")
    await fay.command("questions")
    await fay.tap("10 ✓ How was <it>?")
    await fay.tap("Answers")

    assert "• <b>Ana</b> (Tue, Mar 3): “Long &amp; &lt;loud&gt;”" in fay.text
    assert "• <b>Ben</b> (Tue, Mar 3): “Quiet”" in fay.text
    assert fay.reply.screens[0].is_protected


async def test_what_is_no_word_is_said_as_it_was_chosen(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    item = await asked_and_answered(storage, container, cast, Scale.YES_NO, "no")
    await fay.press(Button("", ShowAnswers(cast.fay.group_id, item.id)))

    assert "• <b>Ana</b> (Tue, Mar 3): No" in fay.text
    assert "Ben" not in fay.text


async def test_old_answers_are_not_shown(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    item = await asked_and_answered(storage, container, cast, Scale.TEXT, "Long")
    fay.now += dt.timedelta(days=7)
    await fay.press(Button("", ShowAnswers(cast.fay.group_id, item.id)))

    assert "Nobody answered it in the last 7 days." in fay.text


async def test_the_answers_of_who_has_left_are_not_shown(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    item = await asked_and_answered(storage, container, cast, Scale.TEXT, "Long")
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, NOON)
    await fay.press(Button("", ShowAnswers(cast.fay.group_id, item.id)))

    assert "Long" not in fay.text


async def test_the_look_stands_in_the_list_of_who_looked(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    item = await asked_and_answered(storage, container, cast, Scale.TEXT, "Long")
    await fay.press(Button("", ShowAnswers(cast.fay.group_id, item.id)))
    ana, ben = Phone(storage, container, cast.ana), Phone(storage, container, cast.ben)
    for phone in (ana, ben):
        await phone.command("privacy")
        await phone.tap("Who looked")

    assert "Fay, your answers to a question of the group's own" in ana.text
    assert "Fay" not in ben.text


async def test_nobody_else_reads_them(storage: Storage, container: Container, cast: Cast) -> None:
    item = await asked_and_answered(storage, container, cast, Scale.TEXT, "Long")
    for member in (cast.ana, cast.ben, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        await phone.press(Button("", ShowAnswers(cast.fay.group_id, item.id)))
        assert "I can't find that here." in phone.text
        async with storage.unit_of_work() as work:
            scope = (await work.people.actor(member.person_id)).scope
            found = await work.questions.answers(scope, cast.fay.group_id, item, NOON.date())
        assert [one.name for one in found] == (["Ana"] if member is cast.ana else [])
