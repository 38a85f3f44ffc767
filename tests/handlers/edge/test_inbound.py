from typing import Any

import pytest

from handlers.edge.inbound import Arrival, Happening, cleaned
from handlers.edge.sheets import Key
from handlers.request import Attachment
from tests.raw import ANA, BOT, GROUP, PRIVATE, message, read


def test_a_text_is_typed() -> None:
    arrival = read(message(text="  7 "))

    assert arrival == Arrival(1, Happening.TYPED, chat_id=5, language_code="es-MX", text="  7 ", message_id=9)


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("/note", "note", ""),
        ("/note I did it", "note", "I did it"),
        ("/note@tandem_bot I did it", "note", "I did it"),
        ("/NOTE\n\ntwo\nlines", "note", "two\nlines"),
        ("/start abc-DEF_1", "start", "abc-DEF_1"),
    ],
)
def test_a_command_has_its_name_and_the_rest(text: str, command: str, rest: str) -> None:
    arrival = read(message(text=text))

    assert (Happening.COMMAND, command, rest) == (arrival.happening, arrival.command, arrival.text)


@pytest.mark.parametrize(
    "text",
    ["I need help now", " i need  help NOW!\n", "SOS", "sos", "Necesito ayuda ahora", "/SOS", "/sos please"],
)
def test_whoever_types_the_words_of_the_button_for_help_means_it(text: str) -> None:
    arrival = read(message(text=text))

    assert (Happening.COMMAND, "sos") == (arrival.happening, arrival.command)


@pytest.mark.parametrize("text", ["help", "Sam said: I need help now", "no sos", "/help me"])
def test_other_words_are_no_call_for_help(text: str) -> None:
    assert read(message(text=text)).command != "sos"


def test_a_forwarded_call_for_help_is_somebody_elses() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Sam"}

    assert read(message(text="I need help now", forward_origin=origin)).happening is Happening.TYPED


@pytest.mark.parametrize("text", ["/", "/ note", "see /note", "//", "/nöte x", "1/2"])
def test_what_only_looks_like_a_command_is_typed(text: str) -> None:
    assert read(message(text=text)).happening is Happening.TYPED


@pytest.mark.parametrize(
    ("content", "attachment"),
    [
        (
            {
                "sticker": {
                    "file_id": "x",
                    "file_unique_id": "x",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            Attachment.STICKER,
        ),
        ({"voice": {"file_id": "x", "file_unique_id": "x", "duration": 1}}, Attachment.VOICE),
        ({"photo": [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}]}, Attachment.PHOTO),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, Attachment.LOCATION),
        ({"contact": {"phone_number": "1", "first_name": "x"}}, Attachment.OTHER),
        ({"document": {"file_id": "x", "file_unique_id": "x"}}, Attachment.OTHER),
        ({"dice": {"emoji": "x", "value": 1}}, Attachment.OTHER),
    ],
)
def test_what_came_instead_of_text_is_named(content: dict[str, Any], attachment: Attachment) -> None:
    arrival = read(message(caption="look", **content))

    assert (Happening.TYPED, attachment, "look") == (arrival.happening, arrival.attachment, arrival.text)


@pytest.mark.parametrize(
    "more",
    [
        {"pinned_message": {"message_id": 1, "date": 1, "chat": PRIVATE}},
        {"text": "via another bot", "via_bot": BOT},
        {"text": "as a channel", "sender_chat": {"id": -9, "type": "channel", "title": "x"}},
        {"text": "in a group", "chat": GROUP},
        {"text": "/start@another_bot", "chat": GROUP},
        {"write_access_allowed": {}},
    ],
)
def test_what_nobody_said_to_us_is_nothing(more: dict[str, Any]) -> None:
    assert read(message(**more)).happening is Happening.NOTHING


@pytest.mark.parametrize(
    "raw",
    [
        {"edited_message": {**message(text="changed", chat=GROUP)["message"], "edit_date": 2}},
        {
            "edited_message": {
                **message(pinned_message={"message_id": 1, "date": 1, "chat": PRIVATE})["message"]
            }
        },
        {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}, "text": "/sos"}},
        {"a_kind_of_tomorrow": {"x": 1}},
        {"poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": [], "user": ANA}},
        {"callback_query": {"id": "q", "from": ANA, "chat_instance": "1", "data": "sos"}},
        {
            "callback_query": {
                "id": "q",
                "from": ANA,
                "chat_instance": "1",
                "data": "sos",
                "message": {"message_id": 1, "date": 1, "chat": GROUP},
            }
        },
    ],
)
def test_other_kinds_of_updates_are_nothing(raw: dict[str, Any]) -> None:
    assert read(raw).happening is Happening.NOTHING


@pytest.mark.parametrize("text", ["/start", "/start@tandem_bot", "/HELP@Tandem_Bot now"])
def test_a_command_in_a_group_calls_the_bot(text: str) -> None:
    arrival = read(message(text=text, chat=GROUP))

    assert (Happening.CALLED_IN_GROUP, -7, "") == (arrival.happening, arrival.chat_id, arrival.text)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_press_says_what_was_pressed_even_under_a_message_that_is_gone(*, is_gone: bool) -> None:
    under = {"message_id": 3, "date": 0 if is_gone else 1, "chat": PRIVATE}
    if not is_gone:
        under["photo"] = [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}]
        under["reply_markup"] = {
            "inline_keyboard": [[{"text": "Go", "callback_data": "ci.go", "style": "primary"}]]
        }
    query = {"id": "q", "from": ANA, "chat_instance": "1", "data": "ci.go", "message": under}
    arrival = read({"callback_query": query})

    assert arrival == Arrival(
        1,
        Happening.PRESSED,
        chat_id=5,
        language_code="es-MX",
        data="ci.go",
        query_id="q",
        message_id=3,
        is_picture=not is_gone,
        rows=() if is_gone else ((Key("Go", "ci.go", style="primary"),),),
    )


def test_a_forwarded_text_is_somebody_elses() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Cem"}

    assert read(message(text="x", forward_origin=origin)).is_forwarded


def standing(chat: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    def member(status: str) -> dict[str, Any]:
        return {"status": status, "user": BOT, **({"until_date": 0} if status == "kicked" else {})}

    change = {
        "chat": chat,
        "from": ANA,
        "date": 1,
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
    return {"my_chat_member": change}


@pytest.mark.parametrize(
    ("chat", "old", "new", "happening"),
    [
        (PRIVATE, "member", "kicked", Happening.BLOCKED),
        (PRIVATE, "kicked", "member", Happening.UNBLOCKED),
        (GROUP, "left", "member", Happening.CALLED_IN_GROUP),
        (GROUP, "member", "left", Happening.NOTHING),
        (GROUP, "member", "member", Happening.NOTHING),
        ({"id": -9, "type": "channel", "title": "x"}, "left", "member", Happening.NOTHING),
    ],
)
def test_a_change_of_the_bots_standing(
    chat: dict[str, Any], old: str, new: str, happening: Happening
) -> None:
    assert read(standing(chat, old, new)).happening is happening


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("🙂 <b> & \u202e right to left", "🙂 <b> & \u202e right to left"),
        ("half \ud83d surrogate", "half ? surrogate"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
)
def test_only_what_no_encoding_takes_is_cut(typed: str, kept: str) -> None:
    assert kept == cleaned(typed)
