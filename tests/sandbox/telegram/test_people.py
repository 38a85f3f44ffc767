"""What people do in the app, and what their screen shows."""

import pytest

from sandbox.telegram.person import Impossible
from sandbox.telegram.world import Event, EventKind, Person, World
from tests.sandbox.telegram.caller import Caller

LONGEST_PAYLOAD = "aZ09_-" * 10 + "abcd"


@pytest.mark.parametrize(
    ("payload", "text"),
    [(None, "/start"), ("abc", "/start abc"), (LONGEST_PAYLOAD, f"/start {LONGEST_PAYLOAD}")],
)
async def test_a_deep_link_arrives_as_a_start_command(
    api: Caller, ana: Person, payload: str | None, text: str
) -> None:
    ana.start(payload)
    message = (await api.ok("getUpdates"))[-1]["message"]

    assert (text, [{"type": "bot_command", "offset": 0, "length": 6}]) == (
        message["text"],
        message["entities"],
    )


@pytest.mark.parametrize("payload", ["", "x" * 65, "a b", "ä", "a=b"])
def test_a_payload_that_no_link_can_carry_is_impossible(ana: Person, payload: str) -> None:
    with pytest.raises(Impossible):
        ana.start(payload)


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/tandem_sandbox_bot?start=abc",
        "http://telegram.me/Tandem_Sandbox_Bot?start=abc",
        "tg://resolve?domain=tandem_sandbox_bot&start=abc",
    ],
)
def test_a_link_to_the_bot_starts_it(world: World, url: str) -> None:
    ben = world.add_person("Ben")
    opened = ben.open_link(url)

    assert opened is not None
    assert ("/start abc", True) == (opened.text, ben.has_started)


def test_a_link_without_payload_only_opens_the_chat(world: World) -> None:
    ben = world.add_person("Ben")

    assert ben.open_link("https://t.me/tandem_sandbox_bot") is None
    assert not ben.has_started


@pytest.mark.parametrize(
    "url", ["https://t.me/other_bot?start=abc", "https://example.com/tandem_sandbox_bot"]
)
def test_a_link_elsewhere_is_not_followed(ana: Person, url: str) -> None:
    with pytest.raises(Impossible):
        ana.open_link(url)


async def test_blocking_and_unblocking_is_told_once_each(api: Caller, ana: Person) -> None:
    for act in (ana.block, ana.block, ana.unblock, ana.unblock):
        act()
    changes = [each["my_chat_member"] for each in (await api.ok("getUpdates"))[1:]]

    assert [("member", "kicked"), ("kicked", "member")] == [
        (each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes
    ]
    assert {ana.id} == {each["chat"]["id"] for each in changes}


def test_who_blocked_the_bot_writes_only_after_restarting(ana: Person) -> None:
    ana.block()
    with pytest.raises(Impossible):
        ana.send("hello")
    ana.start()

    assert ("/start", False) == (ana.chat[-1].text, ana.blocked)


async def test_an_edit_arrives_with_the_same_id(api: Caller, ana: Person) -> None:
    sent = ana.send("helo")
    ana.edit(sent.id, "hello /help")
    edited = (await api.ok("getUpdates"))[-1]["edited_message"]

    assert (sent.id, "hello /help", "bot_command") == (
        edited["message_id"],
        edited["text"],
        edited["entities"][0]["type"],
    )


async def test_only_ones_own_messages_can_be_edited(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x")
    with pytest.raises(Impossible):
        ana.edit(sent["message_id"], "y")


async def test_a_deleted_message_is_gone_and_bots_are_not_told(api: Caller, ana: Person) -> None:
    sent = ana.send("secret")
    before = len(await api.ok("getUpdates"))
    ana.delete(sent.id)

    assert ["/start"] == [bubble.text for bubble in ana.chat]
    assert before == len(await api.ok("getUpdates"))


async def test_a_reply_quotes_the_message_without_its_own_reply(api: Caller, ana: Person) -> None:
    first = ana.send("one")
    second = ana.send("two", reply_to=first.id)
    ana.send("three", reply_to=second.id)
    replied = (await api.ok("getUpdates"))[-1]["message"]["reply_to_message"]

    assert ("two", False) == (replied["text"], "reply_to_message" in replied)


async def test_a_reaction_names_what_was_there_before(api: Caller, ana: Person) -> None:
    await api.ok("getUpdates", allowed_updates=["message_reaction"])
    for emoji in ("👍", "🎉", None):
        ana.react(ana.chat[0].id, emoji)
    changes = [each["message_reaction"] for each in (await api.ok("getUpdates"))[-3:]]

    assert [([], ["👍"]), (["👍"], ["🎉"]), (["🎉"], [])] == [
        (
            [each["emoji"] for each in change["old_reaction"]],
            [each["emoji"] for each in change["new_reaction"]],
        )
        for change in changes
    ]


async def test_listeners_are_told_of_every_visible_change(api: Caller, world: World, ana: Person) -> None:
    seen: list[Event] = []
    stop = world.on_change(seen.append)
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x")
    await api.ok("sendChatAction", chat_id=ana.id, action="typing")
    await api.ok(
        "editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="<b>y</b>", parse_mode="HTML"
    )
    ana.react(sent["message_id"], "👍")
    await api.ok("deleteMessage", chat_id=ana.id, message_id=sent["message_id"])
    stop()
    ana.send("unheard")

    assert [
        (EventKind.MESSAGE, "x"),
        (EventKind.ACTION, None),
        (EventKind.EDITED, "<b>y</b>"),
        (EventKind.REACTION, "<b>y</b>"),
        (EventKind.DELETED, "<b>y</b>"),
    ] == [(each.kind, each.message.html if each.message else None) for each in seen]
    assert {ana.id} == {each.chat_id for each in seen}


def test_in_a_group_only_members_write(world: World, ana: Person) -> None:
    group = world.add_group("Tuesday", [ana])
    ben = world.add_person("Ben")

    assert "hello" == ana.send_to(group, "hello").text

    with pytest.raises(Impossible):
        ben.send_to(group, "hello")

    assert ["hello"] == [bubble.text for bubble in ana.sees(group)]


def test_a_deleted_account_does_nothing(ana: Person) -> None:
    ana.deactivated = True
    with pytest.raises(Impossible):
        ana.send("hello")


def test_ids_need_more_than_thirty_two_bits(ana: Person) -> None:
    assert ana.id > 2**32
