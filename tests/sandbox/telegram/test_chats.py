"""Whom a bot can reach, and what Telegram says when it cannot."""

import pytest

from sandbox.telegram.chats import Membership
from sandbox.telegram.errors import bad_request
from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import Caller

UNKNOWN_ID = 5


@pytest.mark.parametrize("chat_id", [UNKNOWN_ID, 0, -1, "@nobody", "@ana", "not_a_chat"])
async def test_an_unknown_chat_is_not_found(api: Caller, ana: Person, chat_id: int | str) -> None:
    assert ana.username == "ana"
    assert "400 Bad Request: chat not found" == await api.refusal("sendMessage", chat_id=chat_id, text="x")


@pytest.mark.parametrize("method", ["sendMessage", "sendChatAction", "deleteMessage", "getChat", "leaveChat"])
async def test_a_missing_chat_is_named(api: Caller, method: str) -> None:
    assert "400 Bad Request: chat_id is empty" == await api.refusal(method, text="x", action="typing")


async def test_a_person_who_never_pressed_start_is_not_found(api: Caller, world: World) -> None:
    ben = world.add_person("Ben")

    assert "400 Bad Request: chat not found" == await api.refusal("sendMessage", chat_id=ben.id, text="x")


async def test_a_person_known_only_from_a_group_cannot_be_written_to_first(
    api: Caller, world: World, ana: Person
) -> None:
    ben = world.add_person("Ben")
    world.add_bot_to_group(world.add_group("Tuesday", [ana, ben]), ana)

    assert "403 Forbidden: bot can't initiate conversation with a user" == await api.refusal(
        "sendMessage", chat_id=ben.id, text="x"
    )


async def test_a_person_who_blocked_the_bot_is_out_of_reach_until_unblocking(
    api: Caller, ana: Person
) -> None:
    ana.block()

    for method, extra in (("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})):
        assert "403 Forbidden: bot was blocked by the user" == await api.refusal(
            method, chat_id=ana.id, **extra
        )

    ana.unblock()

    assert await api.ok("sendMessage", chat_id=ana.id, text="x")


async def test_a_deleted_account_says_so(api: Caller, ana: Person) -> None:
    ana.deactivated = True

    assert "403 Forbidden: user is deactivated" == await api.refusal("sendMessage", chat_id=ana.id, text="x")


async def test_the_bot_cannot_write_to_itself(api: Caller, world: World) -> None:
    assert "403 Forbidden: the bot can't send messages to the bot" == await api.refusal(
        "sendMessage", chat_id=world.bot.id, text="x"
    )


@pytest.mark.parametrize(
    ("place", "refusal"),
    [
        ((False, Membership.LEFT), "403 Forbidden: bot is not a member of the group chat"),
        ((True, Membership.LEFT), "403 Forbidden: bot is not a member of the supergroup chat"),
        ((False, Membership.KICKED), "403 Forbidden: bot was kicked from the group chat"),
        ((True, Membership.KICKED), "403 Forbidden: bot was kicked from the supergroup chat"),
    ],
)
async def test_a_bot_outside_a_group_cannot_write_there(
    api: Caller, world: World, ana: Person, place: tuple[bool, Membership], refusal: str
) -> None:
    is_supergroup, standing = place
    group = world.add_group("Tuesday", [ana], is_supergroup=is_supergroup)
    world.add_bot_to_group(group, ana)
    world.set_bot_standing(group, ana, standing)

    assert refusal == await api.refusal("sendMessage", chat_id=group.id, text="x")


async def test_a_deleted_group_says_so(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    world.delete_group(group)

    assert "403 Forbidden: the group chat was deleted" == await api.refusal(
        "sendMessage", chat_id=group.id, text="x"
    )


async def test_a_muted_bot_has_not_enough_rights(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    group.bot_can_write = False

    assert "400 Bad Request: not enough rights to send text messages to the chat" == await api.refusal(
        "sendMessage", chat_id=group.id, text="x"
    )


async def test_an_upgraded_group_names_its_new_id(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    await api.ok("sendMessage", chat_id=group.id, text="x")
    new = world.migrate_group(group, ana)
    status, body = await api.raw("sendMessage", chat_id=group.id, text="x")

    assert (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new.id},
    ) == (
        status,
        body["description"],
        body["parameters"],
    )
    assert str(new.id).startswith("-100")
    assert 2 == (await api.ok("sendMessage", chat_id=new.id, text="x"))["message_id"]


async def test_a_supergroup_is_found_by_its_name(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana], username="tuesday")
    world.add_bot_to_group(group, ana)

    assert group.id == (await api.ok("sendMessage", chat_id="@Tuesday", text="x"))["chat"]["id"]


async def test_a_bot_that_leaves_is_told_so(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)

    assert await api.ok("leaveChat", chat_id=group.id)

    last = (await api.ok("getUpdates"))[-1]["my_chat_member"]

    assert ("member", "left") == (last["old_chat_member"]["status"], last["new_chat_member"]["status"])
    assert "400 Bad Request: chat member status can't be changed in private chats" == await api.refusal(
        "leaveChat", chat_id=ana.id
    )


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("good evening", False),
        ("/help", True),
        ("/help@tandem_sandbox_bot", True),
        ("/help@other_bot", False),
        ("hello @tandem_sandbox_bot", True),
    ],
)
async def test_in_a_group_a_bot_sees_only_what_is_meant_for_it(
    api: Caller, world: World, ana: Person, text: str, is_seen: bool
) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    ana.send_to(group, text)
    texts = [each["message"].get("text") for each in await api.ok("getUpdates") if "message" in each]

    assert is_seen == (text in texts)


async def test_in_a_group_a_bot_sees_replies_to_it(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    sent = await api.ok("sendMessage", chat_id=group.id, text="How are you all?")
    ana.send_to(group, "fine", reply_to=sent["message_id"])

    assert "fine" == (await api.ok("getUpdates"))[-1]["message"]["text"]


async def test_a_topic_must_exist(api: Caller, world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana], is_forum=True)
    world.add_bot_to_group(group, ana)
    group.topics.add(7)

    assert (
        7
        == (await api.ok("sendMessage", chat_id=group.id, text="x", message_thread_id=7))["message_thread_id"]
    )

    for thread_id in (1, 8):
        assert "400 Bad Request: message thread not found" == await api.refusal(
            "sendMessage", chat_id=group.id, text="x", message_thread_id=thread_id
        )


@pytest.mark.parametrize(
    ("member", "refusal"),
    [
        (("private", 0), "invalid user_id specified"),
        (("private", UNKNOWN_ID), "member not found"),
        (("group", UNKNOWN_ID), "PARTICIPANT_ID_INVALID"),
    ],
)
async def test_an_unknown_member_is_refused(
    api: Caller, world: World, ana: Person, member: tuple[str, int], refusal: str
) -> None:
    where, user_id = member
    group = world.add_group("Tuesday", [ana])
    world.add_bot_to_group(group, ana)
    chat_id = ana.id if where == "private" else group.id

    assert f"400 Bad Request: {refusal}" == await api.refusal(
        "getChatMember", chat_id=chat_id, user_id=user_id
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Text is too long", "text is too long"),
        ("BUTTON_DATA_INVALID", "BUTTON_DATA_INVALID"),
        ("QUOTE", "QUOTE"),
        ("URL host is empty", "URL host is empty"),
    ],
)
def test_a_refusal_begins_small_unless_it_is_a_constant(text: str, shown: str) -> None:
    assert f"Bad Request: {shown}" == bad_request(text).description
