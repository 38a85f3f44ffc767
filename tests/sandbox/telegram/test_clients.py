"""Real clients understand every answer and every update: python-telegram-bot over HTTP, aiogram strictly."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import aiogram.types
import pytest
import telegram
from telegram.request import HTTPXRequest

from sandbox.telegram.methods.table import METHODS
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller, png

BUTTONS = {
    "inline_keyboard": [
        [
            {"text": "Good", "callback_data": "m:4", "style": "primary"},
            {"text": "Site", "url": "https://example.com"},
            {"text": "Copy", "copy_text": {"text": "988"}},
        ]
    ]
}


@pytest.fixture
async def bot(server: RunningServer) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        TOKEN,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=HTTPXRequest(connection_pool_size=8),
    )
    async with bot:
        yield bot


def strictly(kind: Any, body: Any) -> Any:
    """Read an object with aiogram and refuse fields it does not know."""
    read = kind.model_validate(body)
    _no_unknown_field(read)
    return read


def _no_unknown_field(value: object) -> None:
    if isinstance(value, list):
        for each in value:
            _no_unknown_field(each)
    elif hasattr(value, "model_extra"):
        assert not value.model_extra, f"{type(value).__name__} got {value.model_extra}"

        for name in value.model_fields_set:  # type: ignore[attr-defined] -- every pydantic model has it
            _no_unknown_field(getattr(value, name))


async def test_every_kind_of_update_is_understood_by_aiogram(api: Caller, world: World, ana: Person) -> None:
    ben = world.add_person("Ben")
    await api.ok(
        "getUpdates", offset=-1, allowed_updates=["message_reaction", "chat_member", *_usual_kinds()]
    )
    sent = await api.ok("sendMessage", chat_id=ana.id, text="Hello", reply_markup=BUTTONS)
    first = ana.send("Hi @tandem_sandbox_bot https://example.com", reply_to=sent["message_id"])
    ana.edit(first.id, "Hi again")
    ana.send_photo(png(), "a picture")
    ana.send_voice(3, "on my walk")
    ana.send_photos([png(), png()], "two")
    ana.send_venue(52.5, 13.4, "Home", "1 Street")
    ana.send_sticker()
    ana.send_location(52.5, 13.4)
    ana.send_contact()
    ana.tap(sent["message_id"], "Good")
    ana.forge_tap(9999, "x")
    ana.react(sent["message_id"], "👍")
    ana.block()
    ana.unblock()
    group = world.add_group("Tuesday", [ana], is_forum=True)
    world.add_bot_to_group(group, ana, as_admin=True)
    world.add_to_group(group, ben)
    ben.send_to(group, "/help")
    world.remove_from_group(group, ben)
    small = world.add_group("Wednesday", [ana])
    world.add_bot_to_group(small, ana)
    world.migrate_group(small, ana)
    world.remove_bot_from_group(group, ana)
    bodies = await api.ok("getUpdates")

    updates = [strictly(aiogram.types.Update, body) for body in bodies]

    assert {
        "message",
        "edited_message",
        "callback_query",
        "message_reaction",
        "my_chat_member",
        "chat_member",
    } == {update.event_type for update in updates}

    parsed = [telegram.Update.de_json(body, None) for body in bodies]

    assert len(updates) == len(parsed)
    assert [] == [update.update_id for update in parsed if update.api_kwargs]


async def test_every_method_answers_what_aiogram_understands(
    api: Caller, world: World, ana: Person, bot: telegram.Bot
) -> None:
    photo = await bot.send_photo(ana.id, png(), caption="<b>Week</b>", parse_mode="HTML")
    document = await bot.send_document(ana.id, b"%PDF", filename="week.pdf")
    voice = await bot.send_voice(ana.id, b"OggS", duration=2)
    sticker = await bot.send_sticker(ana.id, b"RIFF....WEBP")
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    text = await api.ok("sendMessage", chat_id=ana.id, text="Hello", reply_markup=BUTTONS)
    spare = await api.ok("sendMessage", chat_id=ana.id, text="Spare")
    query_id = ana.tap(text["message_id"], "m:4")
    chat = {"chat_id": ana.id}
    copy = {"from_chat_id": ana.id, "message_id": text["message_id"]}
    message = aiogram.types.Message
    walk: list[tuple[str, Any, dict[str, Any]]] = [
        ("getMe", aiogram.types.User, {}),
        ("getUpdates", list[aiogram.types.Update], {}),
        ("getWebhookInfo", aiogram.types.WebhookInfo, {}),
        ("setWebhook", bool, {"url": ""}),
        ("deleteWebhook", bool, {}),
        ("sendMessage", message, chat | {"text": "<i>x</i>", "parse_mode": "HTML"}),
        ("sendPhoto", message, chat | {"photo": photo.photo[0].file_id, "reply_markup": BUTTONS}),
        ("sendDocument", message, chat | {"document": document.document.file_id}),
        ("sendVoice", message, chat | {"voice": voice.voice.file_id, "duration": 2}),
        ("sendSticker", message, chat | {"sticker": sticker.sticker.file_id}),
        ("sendChatAction", bool, chat | {"action": "typing"}),
        ("forwardMessage", message, chat | copy),
        ("copyMessage", aiogram.types.MessageId, chat | copy),
        ("editMessageText", message, chat | {"message_id": spare["message_id"], "text": "New"}),
        ("editMessageReplyMarkup", message, chat | {"message_id": text["message_id"]}),
        ("editMessageCaption", message, chat | {"message_id": photo.message_id, "caption": "New"}),
        (
            "editMessageMedia",
            message,
            chat
            | {
                "message_id": photo.message_id,
                "media": {"type": "document", "media": document.document.file_id},
            },
        ),
        ("pinChatMessage", bool, chat | {"message_id": text["message_id"]}),
        ("getChat", aiogram.types.ChatFullInfo, chat),
        ("getChat", aiogram.types.ChatFullInfo, {"chat_id": group.id}),
        ("unpinChatMessage", bool, chat),
        ("unpinAllChatMessages", bool, chat),
        (
            "setMessageReaction",
            bool,
            chat | {"message_id": text["message_id"], "reaction": [{"type": "emoji", "emoji": "👍"}]},
        ),
        ("answerCallbackQuery", bool, {"callback_query_id": query_id}),
        ("getFile", aiogram.types.File, {"file_id": photo.photo[-1].file_id}),
        ("getChatMember", aiogram.types.ChatMemberOwner, {"chat_id": group.id, "user_id": ana.id}),
        ("getChatMember", aiogram.types.ChatMemberMember, {"chat_id": group.id, "user_id": world.bot.id}),
        ("getChatAdministrators", list[aiogram.types.ChatMemberOwner], {"chat_id": group.id}),
        ("getChatMemberCount", int, {"chat_id": group.id}),
        ("leaveChat", bool, {"chat_id": group.id}),
        ("setMyCommands", bool, {"commands": [{"command": "help", "description": "Help"}]}),
        ("getMyCommands", list[aiogram.types.BotCommand], {}),
        ("deleteMyCommands", bool, {}),
        ("setMyName", bool, {"name": "Tandem"}),
        ("getMyName", aiogram.types.BotName, {}),
        ("setMyDescription", bool, {"description": "d"}),
        ("getMyDescription", aiogram.types.BotDescription, {}),
        ("setMyShortDescription", bool, {"short_description": "s"}),
        ("getMyShortDescription", aiogram.types.BotShortDescription, {}),
        ("setChatMenuButton", bool, chat | {"menu_button": {"type": "commands"}}),
        ("getChatMenuButton", aiogram.types.MenuButtonCommands, chat),
        ("deleteMessage", bool, chat | {"message_id": spare["message_id"]}),
        ("deleteMessages", bool, chat | {"message_ids": [text["message_id"], 9999]}),
        ("close", bool, {}),
        ("logOut", bool, {}),
    ]
    for method, kind, parameters in walk:
        result = await api.ok(method, **parameters)
        _check(kind, result)

    assert set(METHODS) == {method.lower() for method, _, _ in walk}


async def test_python_telegram_bot_holds_a_conversation(bot: telegram.Bot, ana: Person) -> None:
    me = await bot.get_me()
    updates = await bot.get_updates(timeout=dt.timedelta(seconds=1))
    markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Good", callback_data="m:4")]])
    sent = await bot.send_message(updates[0].message.chat_id, "How was it?", reply_markup=markup)
    ana.tap(sent.message_id, "m:4")
    tapped = (await bot.get_updates(offset=updates[-1].update_id + 1))[0].callback_query

    assert ("tandem_sandbox_bot", "/start", "m:4") == (me.username, updates[0].message.text, tapped.data)

    await tapped.answer("Saved")
    edited = await tapped.edit_message_text("Thank you 😀 <b>&lt;3</b>", parse_mode="HTML")

    assert ("Thank you 😀 <3", {"<3"}) == (edited.text, set(edited.parse_entities(["bold"]).values()))

    file = await (await bot.send_photo(ana.id, png(800, 600))).photo[-1].get_file()

    assert png(800, 600) == bytes(await file.download_as_bytearray())


@pytest.mark.parametrize(
    ("state", "error", "text"),
    [
        ("blocked", telegram.error.Forbidden, "Forbidden: bot was blocked by the user"),
        ("deactivated", telegram.error.Forbidden, "Forbidden: user is deactivated"),
    ],
)
async def test_python_telegram_bot_sees_who_cannot_be_reached(
    bot: telegram.Bot, ana: Person, state: str, error: type[Exception], text: str
) -> None:
    setattr(ana, state, True)
    with pytest.raises(error, match=text):
        await bot.send_message(ana.id, "Hello")


async def test_python_telegram_bot_learns_a_groups_new_id(
    bot: telegram.Bot, world: World, ana: Person
) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    new = world.migrate_group(group, ana)
    with pytest.raises(telegram.error.ChatMigrated) as caught:
        await bot.send_message(group.id, "Hello")

    assert new.id == caught.value.new_chat_id
    assert new.id == (await bot.send_message(new.id, "Hello")).chat_id


def _usual_kinds() -> list[str]:
    return ["message", "edited_message", "callback_query", "my_chat_member"]


def _check(kind: Any, result: Any) -> None:
    if kind in {bool, int}:
        assert kind is type(result)
    elif getattr(kind, "__origin__", None) is list:
        assert result

        for each in result:
            strictly(kind.__args__[0], each)
    else:
        strictly(kind, result)
