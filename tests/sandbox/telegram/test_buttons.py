"""Buttons under messages and below the input field, and what happens when they are pressed."""

from typing import Any

import pytest

from sandbox.telegram.person import Impossible
from sandbox.telegram.world import Event, EventKind, Person, World
from tests.sandbox.telegram.caller import Caller, Clock

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
NO_ACTION = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"keyboard": "bad"}, 'field "keyboard" must be of type Array'),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
        ({"remove_keyboard": "yes"}, 'field "remove_keyboard" must be of type Boolean'),
        ({"keyboard": [[{"text": "A"}]], "is_persistent": "yes"},
         'field "is_persistent" must be of type Boolean'),
        (inline({"text": "x"}), NO_ACTION),
        (inline({"text": "x", "callback_data": ""}), NO_ACTION),
        (inline({"callback_data": "x"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (inline({"text": 5, "callback_data": "x"}),
         "can't parse inline keyboard button: Field \"text\" must be of type String"),
        (inline({"text": "x", "callback_data": "x", "style": "loud"}),
         "can't parse inline keyboard button: invalid button style specified"),
        (inline({"text": "x", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "callback_data": "ы" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "x", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "x", "pay": True}), "BUTTON_TYPE_INVALID"),
        (inline({"text": "x", "callback_game": {}}), "BUTTON_TYPE_INVALID"),
        (inline({"text": "x", "login_url": {"url": "https://example.com"}}), "BOT_DOMAIN_INVALID"),
        (inline({"text": "x", "url": "not-a-url"}),
         "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"),
        (inline({"text": "x", "url": "ftp://example.com"}),
         "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol"),
        (inline({"text": "x", "web_app": {"url": "http://example.com"}}),
         "inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 10] * 11}, "reply markup is too long"),
        ({"keyboard": [[{"text": "x", "web_app": {"url": "http://example.com"}}]]},
         "keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed"),
        ({"keyboard": [[{"text": "x", "request_chat": {"chat_is_channel": True}}]]},
         "can't parse keyboard button: Can't find field \"request_id\""),
        ({"keyboard": [[{"text": "x", "request_users": {"request_id": 1, "max_quantity": 99}}]]},
         "BUTTON_QUANTITY_MAX_INVALID"),
    ],
)  # fmt: skip
async def test_a_wrong_keyboard_is_refused(api: Caller, ana: Person, markup: Any, refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal(
        "sendMessage", chat_id=ana.id, text="x", reply_markup=markup
    )


@pytest.mark.parametrize("data", ["x" * 64, "ы" * 32, "😀" * 16])
async def test_callback_data_may_have_sixty_four_bytes(api: Caller, ana: Person, data: str) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(_button(data)))
    ana.tap(sent["message_id"], data)

    assert data == (await api.ok("getUpdates"))[-1]["callback_query"]["data"]


@pytest.mark.parametrize("name", ["request_contact", "request_location"])
async def test_a_group_is_not_asked_for_private_things(
    api: Caller, world: World, ana: Person, name: str
) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    refusal = await api.refusal(
        "sendMessage", chat_id=group.id, text="x", reply_markup={"keyboard": [[{"text": "x", name: True}]]}
    )

    assert refusal.endswith("can be requested in private chats only")


async def test_after_the_twelfth_button_a_row_is_cut(api: Caller, ana: Person) -> None:
    row = [_button(str(number)) for number in range(13)]
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup={"inline_keyboard": [row]})

    assert 12 == len(sent["reply_markup"]["inline_keyboard"][0])


async def test_a_person_sees_what_each_button_does(api: Caller, ana: Person) -> None:
    markup = inline(
        _button("m:4") | {"style": "danger"},
        {"text": "Site", "url": "https://Example.com"},
        {"text": "Copy", "copy_text": {"text": "988"}},
    )
    await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    row = ana.chat[-1].buttons[0]

    assert [("Press", "m:4"), ("Site", "https://example.com/"), ("Copy", "988")] == [
        (button.label, button.target) for button in row
    ]
    assert "danger" == row[0].style


async def test_a_reply_keyboard_stays_until_it_is_removed(api: Caller, ana: Person) -> None:
    markup = {"keyboard": [["Check in", {"text": "Help"}]], "is_persistent": True}
    await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    await api.ok("sendMessage", chat_id=ana.id, text="y")

    assert [[{"text": "Check in"}, {"text": "Help"}]] == (ana.keyboard or {})["keyboard"]

    await api.ok("sendMessage", chat_id=ana.id, text="z", reply_markup={"remove_keyboard": True})

    assert ana.keyboard is None


async def test_a_tap_is_a_callback_query_and_its_answer_a_toast(
    api: Caller, world: World, ana: Person
) -> None:
    seen: list[Event] = []
    world.on_change(seen.append)
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(_button("m:4")))
    query_id = ana.tap(sent["message_id"], "Press")
    query = (await api.ok("getUpdates"))[-1]["callback_query"]

    assert (query_id, ana.id, "m:4", "x") == (
        query["id"],
        query["from"]["id"],
        query["data"],
        query["message"]["text"],
    )
    assert not world.desk.is_answered(query_id)

    await api.ok("answerCallbackQuery", callback_query_id=query_id, text="Saved", show_alert=True)

    assert world.desk.is_answered(query_id)
    toast = seen[-1].toast
    assert toast is not None
    assert (EventKind.TOAST, ana.id, "Saved", True) == (
        seen[-1].kind,
        toast.user_id,
        toast.text,
        toast.is_alert,
    )


async def test_a_press_is_answered_once_and_in_time(api: Caller, ana: Person, clock: Clock) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(_button("m:4")))
    first, second = ana.tap_twice(sent["message_id"], "m:4")
    clock.forward(seconds=150)

    assert await api.ok("answerCallbackQuery", callback_query_id=first)
    assert await api.refusal("answerCallbackQuery", callback_query_id=first) == TOO_OLD

    clock.forward(seconds=1)

    assert await api.refusal("answerCallbackQuery", callback_query_id=second) == TOO_OLD
    assert await api.refusal("answerCallbackQuery", callback_query_id="nonsense") == TOO_OLD


async def test_an_answer_is_short_and_leads_only_to_the_bot(api: Caller, ana: Person) -> None:
    query_id = ana.forge_tap(1, "x")

    assert "400 Bad Request: MESSAGE_TOO_LONG" == await api.refusal(
        "answerCallbackQuery", callback_query_id=query_id, text="x" * 201
    )
    assert "400 Bad Request: URL_INVALID" == await api.refusal(
        "answerCallbackQuery", callback_query_id=query_id, url="https://example.com"
    )
    assert await api.ok("answerCallbackQuery", callback_query_id=query_id, text="x" * 200)


async def test_one_tap_can_arrive_as_two_updates(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(_button("m:4")))
    ana.tap_twice(sent["message_id"], "m:4")
    updates = (await api.ok("getUpdates"))[-2:]

    assert updates[0]["update_id"] + 1 == updates[1]["update_id"]
    assert ["m:4", "m:4"] == [each["callback_query"]["data"] for each in updates]


async def test_a_tap_under_a_deleted_message_comes_without_its_text(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(_button("m:4")))
    await api.ok("deleteMessage", chat_id=ana.id, message_id=sent["message_id"])
    ana.forge_tap(sent["message_id"], "m:4")
    message = (await api.ok("getUpdates"))[-1]["callback_query"]["message"]

    assert (sent["message_id"], 0, True) == (message["message_id"], message["date"], "text" not in message)


async def test_only_a_button_that_is_there_can_be_tapped(api: Caller, ana: Person) -> None:
    link = {"text": "Site", "url": "https://example.com"}
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(link))
    for message_id, what in ((sent["message_id"], "Site"), (sent["message_id"], "m:4"), (999, "m:4")):
        with pytest.raises(Impossible):
            ana.tap(message_id, what)


def _button(data: str) -> dict[str, Any]:
    return {"text": "Press", "callback_data": data}
