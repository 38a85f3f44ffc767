"""What comes otherwise than as one line of text: voice notes, edits, photos by the dozen, a note in five parts."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.conftest import Group, gathered, running

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def group() -> AsyncIterator[Group]:
    async with running() as ground:
        yield await gathered(ground)


async def test_a_spoken_note_is_kept_and_plays_when_it_is_opened(group: Group) -> None:
    await group.ana.send("/note")
    await group.ana.sees("Write it or say it")
    sent = await group.ana.say(72)
    await group.ana.sees("voice note, 1:12")
    await group.ana.send("/notes")
    await group.ana.sees("voice note, 1:12")
    await group.ana.tap("1")
    await group.ana.sees("Kept, only for you.")
    await group.ground.travel.settle()
    played = group.ana.last

    assert ("voice", 72, sent.file_id, True) == (
        played.media,
        played.seconds,
        played.file_id,
        played.is_protected,
    )


async def test_the_facilitator_hears_what_was_given_to_her(group: Group) -> None:
    await group.ana.send("/note")
    sent = await group.ana.say(31)
    await group.ana.tap("My facilitator")
    await group.ana.sees("for you and your facilitator")
    await group.dana.send("/today")
    await group.dana.tap("▶ Ana, 0:31")
    await group.ground.travel.settle()

    assert sent.file_id == group.dana.last.file_id
    await group.dana.tap("Alerts")


async def test_an_edited_note_and_an_edited_answer_are_corrected(group: Group) -> None:
    note = await group.ben.write("/note walked past the bar")
    await group.ben.sees("walked past the bar")
    await group.ben.edit(note, "/note walked past the pub")
    await group.ben.sees("walked past the pub")
    await group.ben.send("/checkin")
    await group.ben.sees("How is your mood")
    answer = await group.ben.write("7")
    await group.ben.sees("How tense")
    await group.ben.edit(answer, "6")
    await group.ben.sees("I changed your answer")
    await group.ben.tap("Back")
    await group.ben.sees("Before, you said: 6")


async def test_thirty_photos_are_answered_with_one_sentence_and_the_question_stays(group: Group) -> None:
    await group.ben.send("/checkin")
    await group.ben.sees("of 8")
    before = len(group.ben.sights)
    await group.ben.send_photos(30)
    await group.ben.sees("couldn't read that")
    await group.ground.travel.settle()
    said = [sight for sight in group.ben.sights[before:] if "couldn't read that" in sight.text]

    assert 1 == len(said)
    await group.ben.tap("4")
    await group.ben.sees("2 of 8")


async def test_photos_while_the_bot_is_down_are_answered_with_one_sentence_too(group: Group) -> None:
    await group.ana.send("/note")
    await group.ana.sees("Write it or say it")
    group.ground.bot.kill()
    before = len(group.ana.sights)
    await group.ana.send_photos(30)
    await group.ana.sees("only text or a voice note")
    await group.ground.travel.settle()

    assert 1 == len([one for one in group.ana.sights[before:] if "only text or a voice note" in one.text])
    await group.ana.send("in words then")
    await group.ana.sees("Kept, only for you.")


async def test_a_note_of_twenty_thousand_characters_is_one_note_and_whole(group: Group) -> None:
    whole = "".join(f"{number:05} " for number in range(3_334))[:20_000]
    await group.ana.send("/note")
    await group.ana.paste(whole)
    await group.ground.travel.settle()
    await group.ana.send("/mydata")
    await group.ana.sees("the sound of voice notes")
    file = next(bubble.file for bubble in reversed(group.ana.person.chat) if bubble.media == "document")
    bodies = [note["body"] for note in json.loads(file or b"")["tables"]["notes"]]

    assert [whole] == [body.replace("\n", "") for body in bodies if body.startswith("00000")]


async def test_so_is_one_of_twenty_thousand_characters_at_the_end_of_a_check_in(group: Group) -> None:
    whole = "".join(f"{number:05} " for number in range(10_000, 13_334))[:20_000]
    await group.ben.send("/checkin")
    while "Anything you want to note" not in (await group.ben.sees("of 8")).text:
        await group.ben.tap("Skip")
    await group.ben.paste(whole)
    await group.ground.travel.settle()
    await group.ben.send("/mydata")
    await group.ben.sees("the sound of voice notes")
    file = next(bubble.file for bubble in reversed(group.ben.person.chat) if bubble.media == "document")
    texts = [answer["text"] or "" for answer in json.loads(file or b"")["tables"]["answers"]]

    assert [whole] == [text.replace("\n", "") for text in texts if text.startswith("10000")]
