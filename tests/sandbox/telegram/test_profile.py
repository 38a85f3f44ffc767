"""What the bot says about itself: commands in scopes and languages, names, descriptions, menu button."""

from typing import Any

import pytest

from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import Caller

HELP = {"command": "help", "description": "Help"}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"commands": "{"}, "can't parse commands JSON object"),
        ({"commands": [HELP] * 101}, "too many commands specified"),
        ({"commands": [HELP | {"command": ""}]}, "command must be non-empty"),
        ({"commands": [HELP | {"command": "x" * 33}]}, "command length must not exceed 32"),
        ({"commands": [HELP | {"command": "bad command"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [HELP | {"description": ""}]}, "command description must be non-empty"),
        ({"commands": [HELP | {"description": "x" * 257}]}, "command description length must not exceed 256"),
        ({"commands": [{"command": "x"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [HELP], "scope": {"type": "x"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [HELP], "scope": {"type": "chat"}}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"commands": [HELP], "scope": {"type": "chat", "chat_id": ""}},
         "can't parse BotCommandScope: Empty chat_id specified"),
        ({"commands": [HELP], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": [HELP], "scope": {"type": "chat_member", "chat_id": 0}},
         "can't parse BotCommandScope: Can't find field \"user_id\""),
        ({"commands": [HELP], "language_code": "english"}, "invalid language code specified"),
    ],
)  # fmt: skip
async def test_a_wrong_command_is_refused(api: Caller, parameters: dict[str, Any], refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("setMyCommands", **parameters)


async def test_a_slash_before_a_command_is_taken_off(api: Caller) -> None:
    await api.ok("setMyCommands", commands=[HELP | {"command": "/Help"}])

    assert [HELP] == await api.ok("getMyCommands")


async def test_a_menu_shows_the_narrowest_scope_in_the_persons_language(
    api: Caller, world: World, ana: Person
) -> None:
    ben = world.add_person("Ben", language_code="de")
    ben.start()
    await api.ok("setMyCommands", commands=[HELP])
    await api.ok("setMyCommands", commands=[HELP | {"description": "Hilfe"}], language_code="de")

    assert (["Help"], ["Hilfe"]) == (_descriptions(ana), _descriptions(ben))

    await api.ok(
        "setMyCommands", commands=[HELP | {"description": "All"}], scope={"type": "all_private_chats"}
    )
    await api.ok(
        "setMyCommands", commands=[HELP | {"description": "Ana"}], scope={"type": "chat", "chat_id": ana.id}
    )

    assert (["Ana"], ["All"]) == (_descriptions(ana), _descriptions(ben))

    await api.ok("deleteMyCommands", scope={"type": "chat", "chat_id": ana.id})

    assert ["All"] == _descriptions(ana)
    assert [] == await api.ok("getMyCommands", scope={"type": "chat", "chat_id": ana.id})


@pytest.mark.parametrize(
    ("method", "name", "longest", "refusal"),
    [
        ("MyName", "name", 64, "BOT_TITLE_INVALID"),
        ("MyDescription", "description", 512, "BOT_DESC_INVALID"),
        ("MyShortDescription", "short_description", 120, "BOT_SHARETEXT_INVALID"),
    ],
)
async def test_texts_of_the_profile_have_a_language_and_a_longest_length(
    api: Caller, method: str, name: str, longest: int, refusal: str
) -> None:
    await api.ok(f"set{method}", **{name: "x" * longest})
    await api.ok(f"set{method}", **{name: "deutsch"}, language_code="de")

    assert {name: "x" * longest} == await api.ok(f"get{method}")
    assert {name: "x" * longest} == await api.ok(f"get{method}", language_code="fr")
    assert {name: "deutsch"} == await api.ok(f"get{method}", language_code="de")
    assert f"400 Bad Request: {refusal}" == await api.refusal(f"set{method}", **{name: "x" * (longest + 1)})


async def test_a_bot_needs_a_name(api: Caller) -> None:
    assert "400 Bad Request: BOT_TITLE_INVALID" == await api.refusal("setMyName", name="")


async def test_the_menu_button_is_set_for_all_or_for_one(api: Caller, ana: Person) -> None:
    await api.ok("setChatMenuButton", chat_id=ana.id, menu_button={"type": "commands"})

    assert {"type": "commands"} == await api.ok("getChatMenuButton", chat_id=ana.id)
    assert "400 Bad Request: can't parse menu button: MenuButton has unsupported type" == await api.refusal(
        "setChatMenuButton", menu_button={"type": "x"}
    )


def _descriptions(person: Person) -> list[str]:
    return [each["description"] for each in person.commands]
