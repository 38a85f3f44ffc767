from typing import Any

import pytest

from domain.voices import Voice
from handlers.edge.inbound import Happening
from handlers.request import Attachment
from tests.raw import message, read


def test_a_voice_note_comes_with_its_length_and_its_caption() -> None:
    voice = {"file_id": "AwAC", "file_unique_id": "x", "duration": 12, "mime_type": "audio/ogg"}
    arrival = read(message(voice=voice, caption="on my walk"))

    assert (Voice("AwAC", 12), Attachment.VOICE, "on my walk") == (
        arrival.voice,
        arrival.attachment,
        arrival.text,
    )


VENUE = {"location": {"latitude": 40.7, "longitude": -74.0}, "title": "Home", "address": "1 Street"}


@pytest.mark.parametrize("content", [{"location": VENUE["location"]}, {"venue": VENUE, **VENUE}])
def test_a_place_comes_with_its_degrees(content: dict[str, Any]) -> None:
    arrival = read(message(**content))

    assert ((40.7, -74.0), Attachment.LOCATION) == (arrival.place, arrival.attachment)


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [("8", "", "8"), ("/note changed", "note", "changed"), ("I need help now", "sos", "I need help now")],
)
def test_an_edit_is_an_earlier_message_as_it_reads_now(text: str, command: str, rest: str) -> None:
    arrival = read({"edited_message": {**message(text=text)["message"], "edit_date": 2}})

    assert (Happening.EDITED, 9, command, rest) == (
        arrival.happening,
        arrival.message_id,
        arrival.command,
        arrival.text,
    )
