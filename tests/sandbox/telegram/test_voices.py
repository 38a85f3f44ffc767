"""Voice notes, places and several pictures at once: what people send, and what a bot may send back."""

import struct

import pytest
import telegram

from sandbox.telegram.person import Impossible
from sandbox.telegram.sounds import silence
from sandbox.telegram.world import Person
from tests.sandbox.telegram.caller import Caller, Clock, png


async def latest(api: Caller, kind: str = "message") -> telegram.Message:
    """Return the newest message that the bot was told of, as python-telegram-bot reads it."""
    body = (await api.ok("getUpdates"))[-1][kind]
    read = telegram.Message.de_json(body, None)

    assert not read.api_kwargs

    return read


@pytest.mark.parametrize("seconds", [0, 1, 12, 61])
def test_what_is_recorded_is_an_ogg_file_of_that_length(seconds: int) -> None:
    sound = silence(seconds)
    pages = sound.split(b"OggS")[1:]
    (samples,) = struct.unpack("<q", pages[-1][2:10])

    assert pages[0][24:32] == b"OpusHead"
    assert (2, 4) == (pages[0][1], pages[-1][1])
    assert seconds * 48_000 <= samples < seconds * 48_000 + 2 * 5_760


async def test_a_voice_note_arrives_with_its_length_and_caption(api: Caller, ana: Person) -> None:
    ana.send_voice(12, "on my walk")
    message = await latest(api)

    assert message.voice is not None
    assert ("on my walk", None) == (message.caption, message.text)
    assert (12, "audio/ogg") == (int(message.voice._duration.total_seconds()), message.voice.mime_type)


async def test_a_sound_sent_again_by_its_id_keeps_its_length(api: Caller, ana: Person) -> None:
    file_id = ana.send_voice(12).file_id
    sent = await api.ok("sendVoice", chat_id=ana.id, voice=file_id, duration=99, protect_content=True)

    assert (12, file_id, True) == (
        sent["voice"]["duration"],
        sent["voice"]["file_id"],
        sent["has_protected_content"],
    )


async def test_a_picture_is_no_sound_and_a_sound_no_picture(api: Caller, ana: Person) -> None:
    ana.send_photo(png())
    photo = (await latest(api)).photo[0].file_id
    voice = ana.send_voice(3).file_id

    assert "400 Bad Request: can't use file of type Photo as VoiceNote" == await api.refusal(
        "sendVoice", chat_id=ana.id, voice=photo
    )
    assert "400 Bad Request: can't use file of type VoiceNote as Photo" == await api.refusal(
        "sendPhoto", chat_id=ana.id, photo=voice
    )


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ("", "there is no voice in the request"),
        ("AwAC-of-another-bot", "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_an_unknown_sound_is_refused(api: Caller, ana: Person, given: str, refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("sendVoice", chat_id=ana.id, voice=given)


async def test_who_switched_voice_messages_off_gets_none(api: Caller, ana: Person) -> None:
    """Premium accounts can; the code is Telegram's own and keeps its capitals."""
    file_id = ana.send_voice(3).file_id
    ana.takes_voice = False

    assert "400 Bad Request: VOICE_MESSAGES_FORBIDDEN" == await api.refusal(
        "sendVoice", chat_id=ana.id, voice=file_id
    )


async def test_a_caption_can_be_edited_and_the_sound_stays(api: Caller, ana: Person) -> None:
    sent = ana.send_voice(12, "at the bar")
    ana.edit(sent.id, "at the pub")
    edited = await latest(api, "edited_message")

    assert edited.voice is not None
    assert (sent.id, "at the pub", sent.file_id) == (
        edited.message_id,
        edited.caption,
        edited.voice.file_id,
    )


def test_there_is_nothing_to_edit_in_a_place_or_a_sticker(ana: Person) -> None:
    for sent in (
        ana.send_location(40.7, -74.0),
        ana.send_venue(40.7, -74.0, "Home", "1 Street"),
        ana.send_sticker(),
    ):
        with pytest.raises(Impossible):
            ana.edit(sent.id, "words")


@pytest.mark.parametrize("text", ["helo", "", "  "])
def test_an_edit_changes_something_and_leaves_something(ana: Person, text: str) -> None:
    sent = ana.send("helo")
    with pytest.raises(Impossible):
        ana.edit(sent.id, text)


async def test_a_message_can_be_edited_for_two_days_and_is_told_of_for_one(
    api: Caller, ana: Person, clock: Clock
) -> None:
    sent = ana.send("helo")
    told = []
    for hours, text in ((23, "hello"), (24, "hello again")):
        clock.forward(hours=hours)
        ana.edit(sent.id, text)
        told.append(
            [
                each["edited_message"]["text"]
                for each in await api.ok("getUpdates")
                if "edited_message" in each
            ]
        )
    clock.forward(hours=2)
    with pytest.raises(Impossible):
        ana.edit(sent.id, "too late")

    assert ["hello"] == told[0]
    assert "hello again" not in told[1]
    assert "hello again" == ana.chat[-1].text


async def test_a_place_with_a_name_is_a_place_too(api: Caller, ana: Person) -> None:
    ana.send_venue(40.7, -74.0, "Home", "1 Street")
    message = await latest(api)

    assert message.venue is not None
    assert message.location == message.venue.location
    assert (40.7, -74.0, "Home") == (
        message.venue.location.latitude,
        message.venue.location.longitude,
        message.venue.title,
    )


async def test_thirty_pictures_come_in_albums_of_ten(api: Caller, ana: Person) -> None:
    ana.send_photos([png()] * 30, "my week")
    messages = [each["message"] for each in await api.ok("getUpdates") if "photo" in each["message"]]
    albums = [message["media_group_id"] for message in messages]

    assert 30 == len(messages)
    assert [10, 10, 10] == [albums.count(each) for each in sorted(set(albums))]
    assert [True] + [False] * 29 == ["caption" in message for message in messages]


async def test_one_picture_is_no_album(api: Caller, ana: Person) -> None:
    ana.send_photos([png()])

    assert (await latest(api)).media_group_id is None
