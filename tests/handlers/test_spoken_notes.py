import datetime as dt

import pytest
from sqlalchemy import text

from domain.notes import LONGEST_NOTE, PARTS_WITHIN, Note
from domain.relays import Media, RelayKind
from domain.voices import Voice
from handlers.callbacks.notes import HearNote
from handlers.request import Button
from handlers.texts.voices import length
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, Member
from tests.pairs import in_line, paired
from tests.phone import Phone

SOUND = Voice("AwAC-sound", 12)
FULL = 4_096
"""Characters of one message of the app."""


@pytest.fixture
def phones(storage: Storage, container: Container, cast: Cast) -> dict[str, Phone]:
    people: dict[str, Member] = {
        "ana": cast.ana,
        "ben": cast.ben,
        "cem": cast.cem,
        "fay": cast.fay,
        "dee": cast.dee,
        "gus": cast.gus,
    }
    return {name: Phone(storage, container, member) for name, member in people.items()}


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (7, "0:07"), (72, "1:12"), (659, "10:59"), (3600, "60:00")]
)
def test_a_length_is_in_minutes_and_seconds(seconds: int, shown: str) -> None:
    assert shown == length(Voice("x", seconds))


@pytest.mark.parametrize("seconds", [12, 3_700])
async def test_a_spoken_note_is_kept_whatever_its_length(ana: Phone, seconds: int) -> None:
    await ana.command("note")
    await ana.speak(seconds)

    assert "Kept, only for you." in ana.text
    assert f"voice note, {length(Voice('', seconds))}" in ana.text
    assert [None] == [screen.voice for screen in ana.reply.screens]


async def test_the_list_shows_how_long_and_opening_plays_it(ana: Phone) -> None:
    await ana.command("note")
    await ana.speak(12, "on my walk")
    await ana.command("notes")

    assert "🎤 voice note, 0:12 · on my walk" in ana.text

    await ana.tap("1")
    note, played = ana.reply.screens

    assert (None, SOUND, True) == (note.voice, played.voice, played.is_protected)
    assert "on my walk" in played.text


async def test_it_plays_again_below_without_taking_the_notes_buttons(ana: Phone) -> None:
    await ana.command("note")
    await ana.speak()
    await ana.tap("▶ Listen, 0:12")

    assert ana.reply.is_below
    assert [SOUND] == [screen.voice for screen in ana.reply.screens]


async def test_a_voice_note_that_nothing_asked_for_is_put_aside_and_goes_to_the_partner_by_a_tap(
    storage: Storage, ana: Phone, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.speak(12, "on my walk")

    assert ["Keep as a note", "Send to Ben", "Check in", "Never mind", "I need help now"] == ana.labels

    await ana.tap("Send to Ben")
    ben = Phone(storage, ana.container, cast.ben)
    (message,) = await in_line(storage, cast.ben)
    screen = await ben.receive(message)

    assert screen is not None
    assert Media(RelayKind.VOICE, "AwAC-sound", 12) == screen.media
    assert "on my walk" in str(screen.text)


async def test_a_facilitators_own_voice_note_has_no_place(phones: dict[str, Phone]) -> None:
    await phones["fay"].speak()

    assert "kept nothing" in phones["fay"].text


@pytest.mark.parametrize(
    ("given_to", "may_hear"),
    [("Only me", set()), ("My facilitator", {"fay"}), ("My partner", {"ben"})],
)
async def test_whoever_may_read_a_note_can_hear_it_and_nobody_else(
    storage: Storage, cast: Cast, phones: dict[str, Phone], given_to: str, may_hear: set[str]
) -> None:
    await paired(storage, cast.ana, cast.ben)
    ana = phones["ana"]
    await ana.command("note")
    await ana.speak()
    hear = ana.button("▶ Listen").press
    assert isinstance(hear, HearNote)
    if given_to != "Only me":
        await ana.tap(given_to)
    heard = set()
    for name in ("ben", "cem", "fay", "dee", "gus"):
        await phones[name].press(Button("forged", hear))
        if any(screen.voice == SOUND and screen.is_protected for screen in phones[name].reply.screens):
            heard.add(name)

    assert may_hear == heard


async def test_a_note_taken_back_is_silent(phones: dict[str, Phone]) -> None:
    ana, fay = phones["ana"], phones["fay"]
    await ana.command("note")
    await ana.speak()
    await ana.tap("My facilitator")
    await fay.command("today")
    play = fay.button("▶ Ana, 0:12")
    await ana.tap("Only me")
    await fay.press(play)

    assert not any(screen.voice for screen in fay.reply.screens)


async def test_that_a_facilitator_heard_it_is_on_record(
    storage: Storage, cast: Cast, phones: dict[str, Phone]
) -> None:
    ana, fay = phones["ana"], phones["fay"]
    await ana.command("note")
    await ana.speak(12, "on my walk")
    await ana.tap("My facilitator")
    await fay.command("today")

    assert "🎤 voice note, 0:12 · on my walk" in fay.text

    await fay.tap("▶ Ana, 0:12")
    async with storage.unit_of_work() as work:
        looks = await work.disclosures.of(cast.ana.person_id)

    assert "voice" in {look.what for look in looks}


async def test_a_partner_finds_it_on_the_partners_screen(
    storage: Storage, cast: Cast, phones: dict[str, Phone]
) -> None:
    await paired(storage, cast.ana, cast.ben)
    ana, ben = phones["ana"], phones["ben"]
    await ana.command("note")
    await ana.speak()
    await ana.tap("My partner")
    await ben.command("partner")

    assert "A note for you: “🎤 voice note, 0:12”" in ben.text

    await ben.tap("▶ Ana, 0:12")

    assert [SOUND] == [screen.voice for screen in ben.reply.screens]


async def test_the_name_of_the_sound_is_sealed_and_in_nobodys_copy_but_ones_own(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("note")
    await ana.speak()
    async with storage.unit_of_work() as work:
        (row,) = (await work.session.execute(text("select voice from notes"))).all()
        copied = await work.personal.copy(cast.ana.person_id)

    assert b"AwAC" not in row.voice
    assert SOUND.pack() == copied["notes"][0]["voice"]


async def test_the_copy_says_that_it_has_no_sound(ana: Phone) -> None:
    await ana.command("mydata")

    assert "the sound of voice notes" in ana.text


async def test_the_parts_of_a_long_note_become_one(ana: Phone) -> None:
    whole = "0123456789abcde " * 1_250
    await ana.command("note")
    for start in range(0, len(whole), FULL):
        await ana.say(whole[start : start + FULL])
    (note,) = await _notes(ana)

    assert 20_000 == len(whole)
    assert whole == note.text.replace("\n", "")
    assert await _dialogue(ana) is None


async def test_a_long_text_that_nothing_asked_for_is_one_draft(ana: Phone) -> None:
    await ana.say("x" * FULL)
    await ana.say("y" * 10)
    (draft,) = await _notes(ana)

    assert FULL + 1 + 10 == len(draft.text)
    assert "Keep as a note" in ana.labels


async def test_what_comes_much_later_is_no_part_of_it(ana: Phone) -> None:
    await ana.command("note", "x" * FULL)
    ana.now += PARTS_WITHIN + dt.timedelta(seconds=1)
    await ana.say("something else")
    texts = {note.text for note in await _notes(ana)}

    assert {"x" * FULL, "something else"} == texts


async def test_a_part_too_many_is_refused_and_what_was_kept_stays(ana: Phone) -> None:
    await ana.command("note", "x" * LONGEST_NOTE)
    await ana.say("y")
    (note,) = await _notes(ana)

    assert "x" * LONGEST_NOTE == note.text
    assert "Nothing was kept" in ana.text


async def _notes(phone: Phone) -> list[Note]:
    found = await phone.actor()
    assert found is not None
    async with phone.storage.unit_of_work() as work:
        return await work.notes.every(found.scope)


async def _dialogue(phone: Phone) -> object:
    async with phone.container.transaction() as services:
        return await services.people.dialogue(phone.member.person_id)
