"""Messages after they were sent: edits, deletions, forwards, pins and reactions."""

from typing import Any

import pytest

from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import Caller, Clock, png

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)
BUTTONS = {"inline_keyboard": [[{"text": "Good", "callback_data": "m:4"}]]}
OTHER_BUTTONS = {"inline_keyboard": [[{"text": "Bad", "callback_data": "m:1"}]]}


@pytest.fixture
async def sent(api: Caller, ana: Person) -> int:
    message = await api.ok("sendMessage", chat_id=ana.id, text="Hello", reply_markup=BUTTONS)
    return int(message["message_id"])


async def test_message_ids_rise_in_each_chat_and_are_shared_with_people(
    api: Caller, world: World, ana: Person
) -> None:
    ben = world.add_person("Ben")
    ben.start()
    first = await api.ok("sendMessage", chat_id=ana.id, text="a")
    own = ana.send("b")
    second = await api.ok("sendMessage", chat_id=ana.id, text="c")

    assert [2, 3, 4] == [first["message_id"], own.id, second["message_id"]]
    assert 2 == (await api.ok("sendMessage", chat_id=ben.id, text="a"))["message_id"]


async def test_an_edit_is_dated_and_takes_the_buttons_away(
    api: Caller, ana: Person, clock: Clock, sent: int
) -> None:
    clock.forward(minutes=5)
    edited = await api.ok("editMessageText", chat_id=ana.id, message_id=sent, text="Bye")

    assert 300 == edited["edit_date"] - edited["date"]
    assert ("Bye", True, ()) == (ana.chat[-1].text, ana.chat[-1].edited, ana.chat[-1].buttons)


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("editMessageText", {"text": "Hello", "reply_markup": BUTTONS}),
        ("editMessageText", {"text": " <i></i>Hello ", "parse_mode": "HTML", "reply_markup": BUTTONS}),
        ("editMessageReplyMarkup", {"reply_markup": BUTTONS}),
    ],
)
async def test_an_edit_that_changes_nothing_is_refused(
    api: Caller, ana: Person, sent: int, method: str, parameters: dict[str, Any]
) -> None:
    assert NOT_MODIFIED == await api.refusal(method, chat_id=ana.id, message_id=sent, **parameters)


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("editMessageText", {"text": "Hello"}),
        ("editMessageText", {"text": "<b>Hello</b>", "parse_mode": "HTML", "reply_markup": BUTTONS}),
        ("editMessageText", {"text": "Hello", "reply_markup": OTHER_BUTTONS}),
        ("editMessageReplyMarkup", {}),
    ],
)
async def test_an_edit_that_changes_only_form_or_buttons_is_an_edit(
    api: Caller, ana: Person, sent: int, method: str, parameters: dict[str, Any]
) -> None:
    assert sent == (await api.ok(method, chat_id=ana.id, message_id=sent, **parameters))["message_id"]


@pytest.mark.parametrize(
    ("method", "parameters", "refusal"),
    [
        ("editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 2, "text": ""}, "message text is empty"),
        ("editMessageText", {"message_id": 2, "text": "x" * 4097}, "message is too long"),
        ("editMessageText", {"message_id": 2, "text": "x", "reply_markup": {"force_reply": True}},
         "inline keyboard expected"),
        ("editMessageCaption", {"message_id": 2, "caption": "x"}, "there is no caption in the message to edit"),
        ("editMessageReplyMarkup", {"message_id": 999}, "message to edit not found"),
        ("editMessageMedia", {"message_id": 2, "media": {"type": "photo", "media": "attach://nothing"}},
         "there is no media in the request"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessages", {}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": list(range(101))}, "too many message identifiers specified"),
        ("pinChatMessage", {"message_id": 999}, "message to pin not found"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        ("unpinChatMessage", {"message_id": 999}, "message to unpin not found"),
        ("setMessageReaction", {"message_id": 999}, "message to react not found"),
        ("setMessageReaction", {"message_id": 2, "reaction": [{"type": "emoji", "emoji": "🧨"}]}, "REACTION_INVALID"),
        ("setMessageReaction",
         {"message_id": 2, "reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "👎"}]},
         "REACTIONS_TOO_MANY"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("sent")
async def test_a_wrong_change_is_refused(
    api: Caller, ana: Person, method: str, parameters: dict[str, Any], refusal: str
) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal(method, chat_id=ana.id, **parameters)


async def test_the_text_of_a_picture_is_its_caption(api: Caller, ana: Person) -> None:
    _, body = await api.upload("sendPhoto", {"photo": png()}, chat_id=ana.id, caption="Week 1")
    where = {"chat_id": ana.id, "message_id": body["result"]["message_id"]}

    assert "400 Bad Request: there is no text in the message to edit" == await api.refusal(
        "editMessageText", text="x", **where
    )

    await api.ok("editMessageCaption", caption="Week 2", **where)

    assert ("Week 2", png()) == (ana.chat[-1].caption, ana.chat[-1].photo)


async def test_a_picture_can_be_exchanged(api: Caller, ana: Person) -> None:
    _, body = await api.upload("sendPhoto", {"photo": png()}, chat_id=ana.id)
    status, _ = await api.upload(
        "editMessageMedia",
        {"fresh": png(8, 8)},
        chat_id=ana.id,
        message_id=body["result"]["message_id"],
        media='{"type": "photo", "media": "attach://fresh", "caption": "Now"}',
    )

    assert (200, png(8, 8), "Now") == (status, ana.chat[-1].photo, ana.chat[-1].caption)


async def test_a_message_can_be_deleted_for_two_days(
    api: Caller, ana: Person, clock: Clock, sent: int
) -> None:
    kept = await api.ok("sendMessage", chat_id=ana.id, text="x")
    clock.forward(hours=48, seconds=-1)

    assert await api.ok("deleteMessage", chat_id=ana.id, message_id=sent)

    clock.forward(seconds=1)

    assert "400 Bad Request: message can't be deleted for everyone" == await api.refusal(
        "deleteMessage", chat_id=ana.id, message_id=kept["message_id"]
    )


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    api: Caller, world: World, ana: Person
) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    message = ana.send_to(group, "oops")
    where = {"chat_id": group.id, "message_id": message.id}

    assert "400 Bad Request: message can't be deleted" == await api.refusal("deleteMessage", **where)

    world.add_bot_to_group(group, ana, as_admin=True)

    assert await api.ok("deleteMessage", **where)


async def test_deleting_many_passes_over_what_is_gone(api: Caller, ana: Person, sent: int) -> None:
    assert await api.ok("deleteMessages", chat_id=ana.id, message_ids=[sent, 999])
    assert ["/start"] == [bubble.text for bubble in ana.chat]


async def test_a_forward_names_its_origin_and_a_copy_does_not(api: Caller, ana: Person) -> None:
    where = {"chat_id": ana.id, "from_chat_id": ana.id, "message_id": 1}
    forward = await api.ok("forwardMessage", **where)

    assert (ana.id, "/start") == (forward["forward_origin"]["sender_user"]["id"], forward["text"])
    assert {"message_id"} == set(await api.ok("copyMessage", **where))
    assert ["/start", "/start", "/start"] == [bubble.text for bubble in ana.chat]


@pytest.mark.parametrize("method", ["forwardMessage", "copyMessage"])
async def test_protected_or_missing_messages_do_not_travel(api: Caller, ana: Person, method: str) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="secret", protect_content=True)
    where = {"chat_id": ana.id, "from_chat_id": ana.id}
    purpose = "forward" if method == "forwardMessage" else "copy"

    assert "400 Bad Request: message has protected content and can't be forwarded" == await api.refusal(
        method, message_id=sent["message_id"], **where
    )
    assert f"400 Bad Request: message to {purpose} not found" == await api.refusal(
        method, message_id=999, **where
    )


async def test_a_pinned_message_is_the_chats_and_leaves_a_note(api: Caller, ana: Person, sent: int) -> None:
    await api.ok("pinChatMessage", chat_id=ana.id, message_id=sent)
    pinned = (await api.ok("getChat", chat_id=ana.id))["pinned_message"]

    assert sent == pinned["message_id"]
    assert ana.chat[-1].service is not None

    await api.ok("unpinChatMessage", chat_id=ana.id)

    assert "pinned_message" not in await api.ok("getChat", chat_id=ana.id)


async def test_pinning_in_a_group_is_for_administrators(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    sent = await api.ok("sendMessage", chat_id=group.id, text="x")

    assert "400 Bad Request: not enough rights to manage pinned messages in the chat" == await api.refusal(
        "pinChatMessage", chat_id=group.id, message_id=sent["message_id"]
    )


async def test_a_reaction_replaces_the_bots_earlier_one(api: Caller, ana: Person) -> None:
    for emoji in ("👍", "🎉"):
        await api.ok(
            "setMessageReaction", chat_id=ana.id, message_id=1, reaction=[{"type": "emoji", "emoji": emoji}]
        )

    assert ("🎉",) == ana.chat[0].reactions
