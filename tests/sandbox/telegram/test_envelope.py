"""The form of every request and answer: tokens, methods, encodings, statuses, the log of calls."""

import json
from typing import Any

import aiohttp
import pytest

from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot/getMe", 404, "Not Found"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot0000000000:INVALID_TOKEN/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot424242:wrong/getMe", 401, "Unauthorized"),
        (f"/bot{TOKEN}/nothing", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}", 404, "Not Found"),
        ("/", 404, "Not Found"),
    ],
)
async def test_a_wrong_address_is_refused(api: Caller, path: str, status: int, description: str) -> None:
    async with api.session.get(api.url + path) as response:
        body = await response.json()

    assert (status, {"ok": False, "error_code": status, "description": description}) == (
        response.status,
        body,
    )


@pytest.mark.parametrize("method", ["sendMessage", "sendmessage", "SENDMESSAGE"])
@pytest.mark.parametrize("encoding", ["query", "get", "form", "multipart", "json"])
async def test_every_encoding_and_case_of_a_method_works(
    api: Caller, ana: Person, method: str, encoding: str
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Good", "callback_data": "m:4"}]]}
    values = {"chat_id": str(ana.id), "text": "grüße 😀", "reply_markup": json.dumps(keyboard)}
    url = f"{api.url}/bot{TOKEN}/{method}"
    request: dict[str, Any] = {"params": values}
    if encoding == "form":
        request = {"data": values}
    elif encoding == "multipart":
        request = {"data": _multipart(values)}
    elif encoding == "json":
        request = {"json": values | {"reply_markup": keyboard}}
    async with api.session.request("GET" if encoding == "get" else "POST", url, **request) as response:
        body = await response.json()

    assert (200, "grüße 😀", keyboard) == (
        response.status,
        body["result"]["text"],
        body["result"]["reply_markup"],
    )


@pytest.mark.parametrize(
    ("content", "content_type", "description"),
    [
        (b"{", "application/json", "Bad Request: can't parse JSON object"),
        (b"[]", "application/json", "Bad Request: expected a JSON object"),
        (b"text=%FF", "application/x-www-form-urlencoded", "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_an_unreadable_body_is_refused(
    api: Caller, content: bytes, content_type: str, description: str
) -> None:
    async with api.session.post(
        f"{api.url}/bot{TOKEN}/sendMessage", data=content, headers={"Content-Type": content_type}
    ) as response:
        body = await response.json()

    assert (400, description) == (response.status, body["description"])


@pytest.mark.parametrize(
    ("flag", "is_silent"), [("true", True), ("True", True), ("1", True), ("false", False)]
)
async def test_flags_are_read_as_telegram_reads_them(
    api: Caller, ana: Person, flag: str, is_silent: bool
) -> None:
    await api.ok("sendMessage", chat_id=ana.id, text="x", disable_notification=flag)

    assert is_silent == ana.chat[-1].is_silent


async def test_the_log_of_calls_keeps_what_was_asked_and_answered(
    api: Caller, world: World, ana: Person
) -> None:
    await api.ok("sendMessage", chat_id=ana.id, text="x" * 1000)
    await api.refusal("sendMessage", chat_id=5, text="y")
    await api.upload("sendPhoto", {"photo": b"no picture"}, chat_id=ana.id)
    sent, refused = world.calls.of("sendMessage")

    assert (200, "x" * 500, world.now) == (sent.status, sent.parameters["text"], sent.at)
    assert (400, "Bad Request: chat not found") == (refused.status, refused.description)
    assert "<10 bytes>" == world.calls.of("sendPhoto")[0].parameters["photo"]


async def test_a_bot_that_logged_out_is_refused(api: Caller) -> None:
    await api.ok("logOut")

    assert "400 Logged out" == await api.refusal("getMe")


def _multipart(values: dict[str, str]) -> aiohttp.FormData:
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in values.items():
        form.add_field(name, value)
    return form
