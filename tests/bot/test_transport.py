import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.health import site
from bot.transport import Transport
from handlers.edge.failures import NotSent

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport(pool_size=2) as transport:
        yield transport


async def asked(
    transport: Transport, answer: Answer, data: RequestData | None = None, **more: float
) -> object:
    app = web.Application(client_max_size=4_000_000)
    app.router.add_route("*", "/{path:.*}", answer)
    async with site(app, "127.0.0.1:0") as port:
        return await transport.post(f"http://127.0.0.1:{port}/bot4242:secret/x", data, **more)


async def test_an_answer_is_parsed(transport: Transport) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": [request.method]})

    assert await asked(transport, answer) == ["POST"]


async def test_parameters_and_files_go_out_as_telegram_takes_them(transport: Transport) -> None:
    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        file = form["photo"]
        assert isinstance(file, web.FileField)
        return web.json_response(
            {"ok": True, "result": [form["chat_id"], file.filename, len(file.file.read())]}
        )

    file = InputFile(b"x" * 2_000_000, filename="week.png")
    names = {"chat_id": 5, "photo": file}
    data = RequestData([RequestParameter.from_input(name, value) for name, value in names.items()])

    assert await asked(transport, answer, data) == ["5", "week.png", 2_000_000]


@pytest.mark.parametrize("body", ["", "[]", "null", "<html>", '{"ok":true}', '{"ok":true,"result":'])
async def test_what_is_no_answer_is_an_error_and_not_a_result(transport: Transport, body: str) -> None:
    async def answer(request: web.Request) -> web.Response:
        del request
        return web.Response(text=body, content_type="application/json")

    with pytest.raises(TelegramError):
        await asked(transport, answer)


async def test_no_answer_in_time_may_have_had_its_effect(transport: Transport) -> None:
    async def answer(request: web.Request) -> web.Response:
        del request
        await asyncio.sleep(0.2)
        return web.Response()

    with pytest.raises(TimedOut) as caught:
        await asked(transport, answer, read_timeout=0.05)
    assert not isinstance(caught.value, NotSent)
    assert "secret" not in str(caught.value)


async def test_a_connection_that_breaks_may_have_had_its_effect(transport: Transport) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    with pytest.raises(NetworkError) as caught:
        await asked(transport, answer)
    assert not isinstance(caught.value, NotSent)


@pytest.mark.parametrize(
    ("body", "is_certain"),
    [
        ('{"ok":false,"error_code":500,"description":"Internal Server Error"}', True),
        ("<html>502</html>", False),
    ],
)
async def test_only_telegrams_own_word_that_a_call_failed_is_certain(
    transport: Transport, body: str, *, is_certain: bool
) -> None:
    async def answer(request: web.Request) -> web.Response:
        del request
        return web.Response(text=body, status=502)

    with pytest.raises(NetworkError) as caught:
        await asked(transport, answer)
    assert is_certain is isinstance(caught.value, NotSent)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/bot4242:secret/x", "http://nowhere.invalid/bot4242:secret/x"]
)
async def test_no_connection_means_that_nothing_was_sent(transport: Transport, url: str) -> None:
    with pytest.raises(NotSent) as caught:
        await transport.post(url)
    assert "secret" not in str(caught.value)


async def test_no_place_in_the_pool_means_that_nothing_was_sent(transport: Transport) -> None:
    is_over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        del request
        await is_over.wait()
        return web.json_response({"ok": True, "result": True})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with site(app, "127.0.0.1:0") as port:
        url = f"http://127.0.0.1:{port}/x"
        async with asyncio.TaskGroup() as group:
            for _ in range(2):
                group.create_task(transport.post(url))
            await asyncio.sleep(0.05)
            with pytest.raises(NotSent):
                await transport.post(url, connect_timeout=0.05)
            is_over.set()


async def test_a_closed_transport_sends_nothing() -> None:
    with pytest.raises(NotSent):
        await Transport().post("http://127.0.0.1:9/x")
