"""What a bot may write: lengths, parse modes, entities, with Telegram's own refusals."""

from typing import Any

import pytest

from sandbox.telegram.world import Person
from tests.sandbox.telegram.caller import TOKEN, Caller, png

BOLD = {"type": "bold", "offset": 0, "length": 1}
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "message is too long"),
        ({"text": "ä" * 17_000}, "text is too long"),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        ({"text": "<b>x", "parse_mode": "html"},
         "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ({"text": "x", "entities": ["bold"]}, "can't parse MessageEntity: expected an Object"),
        ({"text": "x", "entities": [BOLD | {"type": "loud"}]},
         "can't parse MessageEntity: Unsupported type specified"),
        ({"text": "x", "entities": [{"type": "bold"}]}, "can't parse MessageEntity: Can't find field \"offset\""),
        ({"text": "x", "entities": [BOLD | {"offset": -1}]}, "receive an entity with incorrect offset -1"),
        ({"text": "hello", "entities": [BOLD | {"offset": 100}]},
         "entity begins after the end of the text at UTF-16 offset 100"),
        ({"text": "hello", "entities": [BOLD | {"length": 100}]},
         "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100"),
        ({"text": "x", "entities": [BOLD | {"type": "text_link"}]},
         "can't parse MessageEntity: Can't find field \"url\""),
        ({"text": "x", "entities": [BOLD | {"type": "text_link", "url": "not-a-url"}]},
         "entity URL 'not-a-url' is invalid: Wrong HTTP URL"),
        ({"text": "x", "entities": [BOLD | {"type": "text_link", "url": ""}]},
         "entity URL '' is invalid: URL host is empty"),
        ({"text": "x", "entities": [BOLD | {"type": "text_mention", "user": {"id": 5}}]}, "user not found"),
        ({"text": "x", "entities": [BOLD | {"type": "custom_emoji", "custom_emoji_id": "9" * 19}]},
         'can\'t parse MessageEntity: Field "custom_emoji_id" must be a valid Number'),
        ({"text": "x", "link_preview_options": {"is_disabled": "yes"}},
         'field "is_disabled" must be of type Boolean'),
        ({"text": "x", "link_preview_options": {"url": "not-a-url"}}, "WEBPAGE_URL_INVALID"),
        ({"text": "x", "message_effect_id": "9" * 19}, "EFFECT_ID_INVALID"),
        ({"text": "x", "allow_paid_broadcast": True}, "FLOODSKIP_NOT_ALLOWED"),
        ({"text": "x", "business_connection_id": "b"}, "business connection not found"),
        ({"text": "x", "message_thread_id": 1}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "x", "reply_parameters": {"quote": "y"}}, 'can\'t find field "message_id"'),
    ],
)  # fmt: skip
async def test_a_wrong_text_is_refused(
    api: Caller, ana: Person, parameters: dict[str, Any], refusal: str
) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("sendMessage", chat_id=ana.id, **parameters)
    assert ["/start"] == [bubble.text for bubble in ana.chat]


async def test_the_longest_text_counts_characters_after_the_markup(api: Caller, ana: Person) -> None:
    text = "😀" * LONGEST_TEXT
    sent = await api.ok("sendMessage", chat_id=ana.id, text=f"<b>{text}</b>", parse_mode="HTML")

    assert (text, [{"type": "bold", "offset": 0, "length": 2 * LONGEST_TEXT}]) == (
        sent["text"],
        sent["entities"],
    )


async def test_the_longest_caption_is_shorter_than_the_longest_text(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x")
    refusal = await _send_photo(api, ana, "x" * (LONGEST_CAPTION + 1))

    assert sent["text"] == "x"
    assert (400, "Bad Request: message caption is too long") == refusal
    assert (200, "") == await _send_photo(api, ana, "x" * LONGEST_CAPTION)
    assert (200, "") == await _send_photo(api, ana, "")


async def test_spaces_around_a_text_are_cut_and_entities_follow(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="  <b> x </b>\n", parse_mode="HTML")

    assert ("x", [{"type": "bold", "offset": 0, "length": 1}]) == (sent["text"], sent["entities"])


async def test_neighbouring_bold_becomes_one_entity(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="<b>a</b><b>b</b>", parse_mode="HTML")

    assert [{"type": "bold", "offset": 0, "length": 2}] == sent["entities"]


async def test_links_and_commands_are_marked_but_not_inside_code(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="/help <code>/stop</code>", parse_mode="HTML")

    assert ["bot_command", "code"] == [each["type"] for each in sent["entities"]]


async def test_a_reply_to_nothing_is_sent_when_the_bot_allows_it(api: Caller, ana: Person) -> None:
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_parameters=reply)

    assert "reply_to_message" not in sent


async def test_what_a_bot_marks_is_marked_on_the_message(api: Caller, ana: Person) -> None:
    sent = await api.ok(
        "sendMessage",
        chat_id=ana.id,
        text="x",
        protect_content=True,
        disable_notification=True,
        message_effect_id="5046509860389126442",
        reply_parameters={"message_id": ana.chat[0].id},
    )
    seen = ana.chat[-1]

    assert (True, "5046509860389126442", ana.chat[0].id) == (
        sent["has_protected_content"],
        sent["effect_id"],
        sent["reply_to_message"]["message_id"],
    )
    assert (True, True, "5046509860389126442", ana.chat[0].id) == (
        seen.is_protected,
        seen.is_silent,
        seen.effect_id,
        seen.reply_to,
    )


async def test_bytes_that_are_no_text_are_refused(api: Caller, ana: Person) -> None:
    async with api.session.post(
        f"{api.url}/bot{TOKEN}/sendMessage",
        data=b'{"chat_id": %d, "text": "\\ud800"}' % ana.id,
        headers={"Content-Type": "application/json"},
    ) as response:
        body = await response.json()

    assert "Bad Request: strings must be encoded in UTF-8" == body["description"]


async def _send_photo(api: Caller, ana: Person, caption: str) -> tuple[int, str]:
    status, body = await api.upload("sendPhoto", {"photo": png()}, chat_id=ana.id, caption=caption)
    return status, body.get("description", "")
