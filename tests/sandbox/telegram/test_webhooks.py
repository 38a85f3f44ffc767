"""Webhooks: what may be set, and how updates are pushed, in order and again until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from sandbox.telegram.webhooks import SECRET_HEADER
from sandbox.telegram.world import Limits, Person, World
from tests.sandbox.telegram.caller import Caller


class Hook:
    """Take updates as a bot's webhook; what it answers is set by the test."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.headers: dict[str, str] = {}
        self.body: dict[str, Any] | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self._arrived = asyncio.Event()
        self.at_once = 0
        self.most_at_once = 0

    async def take(self, request: web.Request) -> web.Response:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.updates.append(await request.json())
        self._arrived.set()
        self.secrets.append(request.headers.get(SECRET_HEADER))
        await self.gate.wait()
        self.at_once -= 1
        status = self.answers.pop(0) if self.answers else 200
        if self.body is not None:
            return web.json_response(self.body, status=status)
        return web.Response(status=status, headers=self.headers)

    @property
    def texts(self) -> list[str]:
        return [each["message"]["text"] for each in self.updates]

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.updates) < count:
                self._arrived.clear()
                await self._arrived.wait()


@pytest.fixture
def limits() -> Limits:
    return Limits(
        overall_per_second=float("inf"),
        chat_per_second=float("inf"),
        webhook_first_retry_seconds=0.02,
        webhook_retry_max_seconds=0.05,
    )


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.gate.set()
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_pushed_with_the_secret(
    api: Caller, ana: Person, hook: Hook
) -> None:
    await api.ok("setWebhook", url=hook.url, secret_token="s3cret")
    ana.send("a")
    await hook.until(2)

    assert ["/start", "a"] == hook.texts
    assert ["s3cret", "s3cret"] == hook.secrets


async def test_an_update_is_pushed_again_until_it_is_taken(
    api: Caller, world: World, ana: Person, hook: Hook
) -> None:
    hook.answers = [500, 403, 302]
    await api.ok("setWebhook", url=hook.url)
    await hook.until(4)
    ana.send("a")
    await hook.until(5)

    assert ["/start"] * 4 + ["a"] == hook.texts
    assert 1 == len({each["update_id"] for each in hook.updates[:4]})

    await _until_empty(world)
    info = await api.ok("getWebhookInfo")

    assert (0, "Wrong response from the webhook: 302 Found") == (
        info["pending_update_count"],
        info["last_error_message"],
    )


async def test_a_webhook_that_asks_for_time_gets_it(api: Caller, ana: Person, hook: Hook) -> None:
    hook.answers, hook.headers = [503], {"Retry-After": "3600"}
    await api.ok("setWebhook", url=hook.url)
    await hook.until(1)
    ana.send("waits behind the first")
    await asyncio.sleep(0.15)

    assert ["/start"] == hook.texts


async def test_a_failing_update_holds_up_only_its_own_chat(
    api: Caller, world: World, ana: Person, hook: Hook
) -> None:
    hook.answers, hook.headers = [503], {"Retry-After": "3600"}
    await api.ok("setWebhook", url=hook.url)
    await hook.until(1)
    world.add_person("Ben").start("from-ben")
    await hook.until(2)

    assert ana.name == "Ana"
    assert ["/start", "/start from-ben"] == hook.texts


async def test_one_chat_is_in_order_and_chats_go_side_by_side(api: Caller, world: World, hook: Hook) -> None:
    hook.gate.clear()
    people = [world.add_person(f"Person {number}") for number in range(6)]
    for person in people:
        person.start()
        person.send("second")
    await api.ok("setWebhook", url=hook.url, max_connections=4)
    await hook.until(4)

    assert ["/start"] * 4 == hook.texts

    hook.gate.set()
    await hook.until(12)

    assert 4 == hook.most_at_once
    for person in people:
        own = [each["message"] for each in hook.updates if each["message"]["from"]["id"] == person.id]
        assert ["/start", "second"] == [each["text"] for each in own]


async def test_a_method_in_the_answer_is_run(api: Caller, world: World, ana: Person, hook: Hook) -> None:
    hook.body = {"method": "sendMessage", "chat_id": ana.id, "text": "at once"}
    await api.ok("setWebhook", url=hook.url)
    await hook.until(1)
    await _until_empty(world)

    assert "at once" == ana.chat[-1].text

    hook.body = {"method": "deleteWebhook"}
    ana.send("a")
    await hook.until(2)
    await _until_empty(world)

    assert hook.url == (await api.ok("getWebhookInfo"))["url"]


async def test_a_deleted_webhook_gets_nothing_more(api: Caller, ana: Person, hook: Hook) -> None:
    await api.ok("setWebhook", url=hook.url)
    await hook.until(1)
    _, body = await api.raw("deleteWebhook")
    ana.send("a")

    assert "Webhook was deleted" == body["description"]
    assert "a" == (await api.ok("getUpdates"))[-1]["message"]["text"]
    assert ["/start"] == hook.texts


async def test_what_waits_can_be_dropped(api: Caller, ana: Person, hook: Hook) -> None:
    assert ana.has_started

    await api.ok("setWebhook", url=hook.url, drop_pending_updates=True)
    ana.send("a")
    await hook.until(1)

    assert ["a"] == hook.texts


async def test_setting_and_deleting_say_what_they_did(api: Caller) -> None:
    said = []
    for method, url in (
        ("deleteWebhook", ""),
        ("setWebhook", "http://127.0.0.1:9/a"),
        ("setWebhook", "http://127.0.0.1:9/a"),
        ("setWebhook", ""),
    ):
        _, body = await api.raw(method, url=url)
        said.append(body["description"])

    assert [
        "Webhook is already deleted",
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
    ] == said


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "http://a.example", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "http://a.example", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(api: Caller, parameters: dict[str, str], refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("setWebhook", **parameters)


@pytest.mark.parametrize("limits", [Limits(webhook_needs_https=True)])
@pytest.mark.parametrize(
    ("url", "refusal"),
    [
        ("http://a.example/hook", "An HTTPS URL must be provided for webhook"),
        ("https://a.example:81/hook", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
    ],
)
async def test_a_strict_server_wants_https_on_its_ports(api: Caller, url: str, refusal: str) -> None:
    assert f"400 Bad Request: bad webhook: {refusal}" == await api.refusal("setWebhook", url=url)


async def _until_empty(world: World) -> None:
    async with asyncio.timeout(5):
        while world.queue.pending(world.now):  # noqa: ASYNC110 -- the queue tells nobody when it is empty
            await asyncio.sleep(0.005)
