import datetime as dt
import itertools

import pytest

from domain.items import MOOD
from domain.notes import Reader
from domain.voices import Voice
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.notes import NoteReaderChosen
from handlers.edge.inbound import Happening
from handlers.request import Attachment
from services.container import Container
from services.people import SAID_JUST_NOW
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.chat import SENT, Chat, said
from tests.pairs import paired
from tests.phone import kept

STRANGER = 999
HARD = "I don't want to live like this, I want to die"


@pytest.fixture
def ana(container: Container, cast: Cast) -> Chat:
    return Chat(container, int(cast.ana.address))


async def texts(storage: Storage, member: Member) -> list[str]:
    scope = (await actor(storage, member)).scope
    async with storage.unit_of_work() as work:
        return [note.text for note in await work.notes.every(scope)]


@pytest.mark.parametrize("edited", [{"text": "past the pub"}, {"text": "past the pub", "command": "note"}])
async def test_an_edited_note_is_changed_where_it_stands_and_without_a_word(
    storage: Storage, cast: Cast, ana: Chat, edited: dict[str, str]
) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")
    delivery = await ana.edit(**edited)
    assert delivery is not None
    (sheet,) = delivery.sheets

    assert ["past the pub"] == await texts(storage, cast.ana)
    assert "past the pub" in sheet.text
    assert sheet.anchor in delivery.anchors
    assert (None, None) == (delivery.arrived_id, delivery.pressed_id)


async def test_a_draft_is_changed_too(storage: Storage, cast: Cast, ana: Chat) -> None:
    await ana.send("rough evning")

    assert [] == said(await ana.edit("rough evening"))
    assert ["rough evening"] == await texts(storage, cast.ana)


async def test_the_words_below_a_voice_note_are_changed_and_the_sound_stays(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    sound = {"attachment": Attachment.VOICE, "voice": Voice("AwAC", 12)}
    await ana.send("", Happening.COMMAND, command="note")
    await ana.send("at the bar", message_id=60, **sound)
    await ana.edit("at the pub", message_id=60, **sound)
    scope = (await actor(storage, cast.ana)).scope
    async with storage.unit_of_work() as work:
        (note,) = await work.notes.every(scope)

    assert ("at the pub", Voice("AwAC", 12)) == (note.text, note.voice)


@pytest.mark.parametrize(("reader", "name"), [(Reader.FACILITATOR, "Fay"), (Reader.PARTNER, "Ben")])
async def test_whoever_may_have_read_the_earlier_one_is_named(
    storage: Storage, cast: Cast, ana: Chat, reader: Reader, name: str
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.send("past the bar", Happening.COMMAND, command="note")
    scope = (await actor(storage, cast.ana)).scope
    async with storage.unit_of_work() as work:
        (note,) = await work.notes.every(scope)
    share = NoteReaderChosen(note.note_id, reader, cast.ana.group_id)
    await ana.send("", Happening.PRESSED, data=share.pack(), query_id="q")
    note_sheet, line = said(await ana.edit("past the pub"))

    assert "past the pub" in note_sheet
    assert line.startswith("Changed here; ")
    assert name in line


async def test_the_same_edit_again_does_nothing(ana: Chat) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")

    assert [] == said(await ana.edit("past the bar"))
    assert [] != said(await ana.edit("past the pub"))
    assert [] == said(await ana.edit("past the pub"))


async def test_an_edit_that_is_served_twice_does_it_once(container: Container, ana: Chat) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")
    await ana.edit("past the pub")
    last = next(ana.updates) - 1
    ana.updates = itertools.count(last)

    assert await ana.edit("past the club") is None


@pytest.mark.parametrize(
    "edit",
    [
        {"text": "8", "message_id": 51},
        {"text": "", "command": "checkin"},
        {"text": "", "command": "notes", "message_id": 51},
        {"text": "", "attachment": Attachment.PHOTO, "message_id": 51},
    ],
)
async def test_an_edit_of_anything_else_does_nothing(
    storage: Storage, cast: Cast, ana: Chat, edit: dict[str, object]
) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")

    assert await ana.edit(**edit) is None
    assert ["past the bar"] == await texts(storage, cast.ana)


async def test_somebody_elses_edit_with_the_same_number_changes_nothing(
    storage: Storage, container: Container, cast: Cast, ana: Chat
) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")
    ben = Chat(container, int(cast.ben.address), updates=itertools.count(100))

    assert await ben.edit("mine now") is None
    assert ["past the bar"] == await texts(storage, cast.ana)


async def test_numbers_of_messages_of_long_ago_are_another_bots(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")
    ana.now += dt.timedelta(days=4)

    assert await ana.edit("mine now") is None
    assert ["past the bar"] == await texts(storage, cast.ana)


async def test_a_part_of_a_long_note_is_not_put_in_place_of_the_whole(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    await ana.send("x" * 4_096, Happening.COMMAND, command="note")
    await ana.send("y" * 100, message_id=51)
    await ana.edit("z", message_id=50)
    await ana.edit("z", message_id=51)

    assert ["x" * 4_096 + "\n" + "y" * 100] == await texts(storage, cast.ana)


@pytest.mark.parametrize("edit", [{"text": HARD}, {"text": "I need help now", "command": "sos"}])
@pytest.mark.parametrize("message_id", [SENT, 51])
async def test_hard_words_in_an_edit_bring_the_numbers(
    ana: Chat, edit: dict[str, str], message_id: int
) -> None:
    await ana.send("a good day", Happening.COMMAND, command="note")
    delivery = await ana.edit(message_id=message_id, **edit)
    assert delivery is not None
    heard = delivery.sheets[-1]

    assert "<b>988</b>" in heard.text
    assert HelpNow().pack() in [key.data for row in heard.rows for key in row]


async def test_a_strangers_edit_is_not_answered(container: Container, cast: Cast) -> None:
    assert await Chat(container, STRANGER).edit(HARD) is None


async def test_what_has_scrolled_away_is_not_brought_back_by_an_edit(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    await ana.send("past the bar", Happening.COMMAND, command="note")
    async with storage.unit_of_work() as work:
        await work.anchors.purge(NOON + dt.timedelta(days=1))

    assert await ana.edit("past the pub") is None
    assert ["past the pub"] == await texts(storage, cast.ana)


@pytest.mark.parametrize("spread", [dt.timedelta(0), dt.timedelta(seconds=2)])
async def test_thirty_photos_get_one_sentence_and_the_question_stays(ana: Chat, spread: dt.timedelta) -> None:
    await ana.send("", Happening.COMMAND, command="note")
    answers = []
    for number in range(30):
        answers.append(said(await ana.send("", message_id=100 + number, attachment=Attachment.PHOTO)))
        ana.now += spread

    assert 1 == len([answer for answer in answers if answer])
    assert "Kept, only for you." in said(await ana.send("in words then"))[0]


async def test_the_next_photo_after_a_while_is_answered_again(ana: Chat) -> None:
    first = said(await ana.send("", message_id=100, attachment=Attachment.PHOTO))
    ana.now += SAID_JUST_NOW
    later = said(await ana.send("", message_id=101, attachment=Attachment.PHOTO))

    assert [] != first == later


async def test_each_voice_note_is_kept_and_each_has_its_own_answer(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    for number in range(3):
        sound = {"attachment": Attachment.VOICE, "voice": Voice(f"AwAC{number}", 12)}
        assert said(await ana.send("", message_id=100 + number, **sound))

    assert 3 == len(await texts(storage, cast.ana))


async def test_an_edited_answer_is_corrected_and_what_changed_is_said(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    await ana.send("", Happening.COMMAND, command="checkin")
    await ana.send("7", message_id=61)
    delivery = await ana.edit("3", message_id=61)

    assert 3 == (await kept(storage, cast.ana)).value(MOOD)
    assert delivery is not None
    assert {sheet.anchor for sheet in delivery.sheets if sheet.anchor} <= set(delivery.anchors)
    assert "I changed your answer" in said(delivery)[-1]
    assert [] == said(await ana.edit("3", message_id=61))


async def test_an_edit_that_is_no_answer_leaves_it_as_it_was(storage: Storage, cast: Cast, ana: Chat) -> None:
    await ana.send("", Happening.COMMAND, command="checkin")
    await ana.send("7", message_id=61)

    assert "couldn't read that" in said(await ana.edit("seventy", message_id=61))[-1]
    assert 7 == (await kept(storage, cast.ana)).value(MOOD)
