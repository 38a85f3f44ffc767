"""A spoken answer of a check-in is played to its owner wherever it is shown, and to whoever may read its words."""

import datetime as dt

import pytest

from domain.items import NOTE, Item, Scale
from domain.questions import ANSWER_DAYS
from domain.voices import Voice
from handlers.callbacks.checkins import HearAnswer
from handlers.callbacks.questions import HearOwnAnswer, ShowAnswers
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.phone import Phone, kept

SOUND = Voice("AwAC-sound", 12)
DAY = dt.timedelta(days=1)
OTHERS = ("ben", "cem", "dee", "gus")


@pytest.fixture
def phones(storage: Storage, container: Container, cast: Cast) -> dict[str, Phone]:
    people = {name: getattr(cast, name) for name in (*OTHERS, "fay")}
    return {name: Phone(storage, container, member) for name, member in people.items()}


async def spoken_note(ana: Phone, caption: str = "") -> None:
    """Check in with a spoken note and nothing else."""
    await ana.command("checkin")
    for _ in range(7):
        await ana.tap("Skip")
    await ana.speak(12, caption)


async def own_question(storage: Storage, cast: Cast) -> Item:
    async with storage.unit_of_work() as work:
        return await work.questions.add(cast.fay.group_id, Scale.TEXT, "How was it?", [], NOON)


async def spoken_answer(storage: Storage, cast: Cast, ana: Phone) -> HearOwnAnswer:
    """Answer a question of the group's own by voice; return what plays it to a facilitator."""
    item = await own_question(storage, cast)
    await ana.command("checkin")
    for _ in range(7):
        await ana.tap("Skip")
    await ana.speak(12, "on the bus")
    return HearOwnAnswer((await kept(storage, cast.ana)).id, item.id)


def heard(phone: Phone) -> list[Voice]:
    return [screen.voice for screen in phone.reply.screens if screen.voice is not None]


async def test_the_receipt_plays_it_below_with_its_words(ana: Phone) -> None:
    await spoken_note(ana, "on the bus")
    assert "Your voice note is kept, for you alone." in ana.text
    await ana.tap("▶ Listen, 0:12")

    assert (True, [SOUND], True) == (ana.reply.is_below, heard(ana), ana.reply.screens[0].is_protected)
    assert "on the bus" in ana.text


async def test_it_plays_from_the_list_of_answers_and_from_its_question_taken_up_again(ana: Phone) -> None:
    await spoken_note(ana)
    await ana.tap("Change an answer")
    assert "▶ Listen, 0:12" in ana.labels
    await ana.tap("Note")
    await ana.tap("▶ Listen, 0:12")

    assert [SOUND] == heard(ana)


async def test_it_plays_from_a_check_in_that_was_stopped(storage: Storage, cast: Cast, ana: Phone) -> None:
    await spoken_answer(storage, cast, ana)
    await ana.tap("Stop")

    assert "▶ Listen, 0:12" in ana.labels


async def test_of_several_each_says_to_which_question_it_belongs(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await spoken_answer(storage, cast, ana)
    await ana.speak(7)

    assert ["▶ How was it?, 0:12", "▶ Note, 0:07"] == sorted(
        label for label in ana.labels if label.startswith("▶")
    )


async def test_a_written_note_has_nothing_to_play(ana: Phone) -> None:
    await ana.command("checkin")
    for _ in range(7):
        await ana.tap("Skip")
    await ana.say("on the bus")

    assert not [label for label in ana.labels if label.startswith("▶")]


async def test_one_that_was_taken_back_plays_no_more(ana: Phone) -> None:
    await spoken_note(ana)
    play = ana.button("▶ Listen")
    await ana.tap("Change an answer")
    await ana.tap("Note")
    await ana.tap("Remove my answer")
    await ana.press(play)

    assert [] == heard(ana)
    assert "isn't there any more" in ana.text


async def test_nobody_else_hears_a_note_not_even_the_facilitator(
    storage: Storage, cast: Cast, ana: Phone, phones: dict[str, Phone]
) -> None:
    await spoken_note(ana)
    checkin_id = (await kept(storage, cast.ana)).id
    for phone in phones.values():
        for press in (HearAnswer(checkin_id, NOTE), HearOwnAnswer(checkin_id, NOTE)):
            await phone.press(Button("forged", press))
            assert ([], "I can't find that here." in phone.text) == (heard(phone), True)


async def test_the_facilitator_hears_an_answer_to_the_groups_own_question_and_it_is_on_record(
    storage: Storage, cast: Cast, ana: Phone, phones: dict[str, Phone]
) -> None:
    press = await spoken_answer(storage, cast, ana)
    fay = phones["fay"]
    await fay.press(Button("", ShowAnswers(cast.fay.group_id, press.item)))
    await fay.tap("▶ Ana, 0:12")
    async with storage.unit_of_work() as work:
        looks = await work.disclosures.of(cast.ana.person_id)

    assert (True, [SOUND]) == (fay.reply.is_below, heard(fay))
    assert "on the bus" in fay.text
    assert {"answers", "voice"} == {look.what for look in looks}
    for name in OTHERS:
        await phones[name].press(Button("forged", press))
        assert [] == heard(phones[name])


async def test_the_facilitator_hears_it_no_longer_than_it_can_be_read(
    storage: Storage, cast: Cast, ana: Phone, phones: dict[str, Phone]
) -> None:
    press = await spoken_answer(storage, cast, ana)
    fay = phones["fay"]
    fay.now = NOON + (ANSWER_DAYS - 1) * DAY
    await fay.press(Button("", press))
    assert [SOUND] == heard(fay)
    fay.now = NOON + ANSWER_DAYS * DAY
    await fay.press(Button("", press))
    assert [] == heard(fay)


@pytest.mark.parametrize("how", ["left", "removed"])
async def test_the_facilitator_hears_nothing_of_who_has_left_nor_of_a_question_that_is_gone(
    storage: Storage, cast: Cast, ana: Phone, phones: dict[str, Phone], how: str
) -> None:
    press = await spoken_answer(storage, cast, ana)
    async with storage.unit_of_work() as work:
        if how == "left":
            await work.groups.leave(cast.ana.membership_id, NOON)
        else:
            await work.questions.remove(cast.fay.group_id, press.item)
    await phones["fay"].press(Button("", press))

    assert [] == heard(phones["fay"])


async def test_the_first_recording_of_a_changed_answer_is_in_ones_own_copy(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await spoken_note(ana)
    await ana.tap("Change an answer")
    await ana.tap("Note")
    await ana.say("written after all")
    async with storage.unit_of_work() as work:
        copied = await work.personal.copy(cast.ana.person_id)
    (note,) = (row for row in copied["answers"] if row["item"] == NOTE)

    assert ("written after all", None, SOUND.pack()) == (note["text"], note["voice"], note["first_voice"])
