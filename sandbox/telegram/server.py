"""Serve the simulated Telegram over HTTP on loopback, as the Bot API. What a call does is in the methods."""

import asyncio
import inspect
import json
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox.telegram.errors import ApiError, Json, too_many_requests
from sandbox.telegram.faults import Fault
from sandbox.telegram.methods.table import METHODS
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.requests import check_token, read_parameters
from sandbox.telegram.webhooks import WebhookSender
from sandbox.telegram.world import World

WORLD: web.AppKey[World] = web.AppKey("world", World)

_SHUTDOWN_SECONDS = 0.1
_MAX_REQUEST_BYTES = 64 * 1024 * 1024
_GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)


def build_app(world: World) -> web.Application:
    """Make the application for one world: /bot{token}/{method} and /file/bot{token}/{path}."""
    app = web.Application(client_max_size=_MAX_REQUEST_BYTES)
    app[WORLD] = world
    app.router.add_route("*", "/file/bot{token}/{path:.+}", _download)
    app.router.add_route("*", "/bot{token}/{method}", _call)
    app.router.add_route("*", "/{anything:.*}", _nothing_here)
    app.cleanup_ctx.append(WebhookSender(world).run)
    return app


class RunningServer:
    """Run the server on 127.0.0.1 for the time of an `async with`; port 0 picks a free one."""

    def __init__(self, world: World, port: int = 0) -> None:
        # A poll whose client went away must not stand in the way of the next one.
        self._runner = web.AppRunner(
            build_app(world), handler_cancellation=True, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS
        )
        self._asked_port = port
        self.port = port

    @property
    def url(self) -> str:
        """Return the address without a closing slash, as http://127.0.0.1:PORT."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """Return what python-telegram-bot takes as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """Return what python-telegram-bot takes as base_file_url."""
        return f"{self.url}/file/bot"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._asked_port)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()


async def _call(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    name = request.match_info["method"].lower()
    if world.faults.is_down:
        return _reset(request)
    parameters = Parameters({})
    try:
        check_token(request.match_info["token"], world.bot.token)
        _check_method(name)
        parameters = await read_parameters(request)
        wait = world.faults.wait_seconds()
        if wait:
            await asyncio.sleep(wait)
        response = await _run(request, world, name, parameters)
    except ApiError as error:
        world.calls.add(world.now, name, parameters.summary(), error.status, error.description)
        return _refused(error)
    world.calls.add(world.now, name, parameters.summary(), response.status)
    return response


def _check_method(name: str) -> None:
    if name not in METHODS:
        raise ApiError(404, "Not Found: method not found")


async def _run(request: web.Request, world: World, name: str, parameters: Parameters) -> web.StreamResponse:
    """Run one method, breaking before or after its effect when a fault is planned."""
    fault, seconds = world.faults.take(name) or (None, 0)
    _fail_before(fault, seconds)
    if fault is Fault.BAD_GATEWAY:
        return web.Response(status=502, text=_GATEWAY_PAGE, content_type="text/html")
    if fault is Fault.RESET_BEFORE_EFFECT:
        return _reset(request)
    if world.bot.is_logged_out:
        raise ApiError(400, "Logged out")
    world.flood.check_forced(_chat_of(parameters))
    result = METHODS[name](world, parameters)
    if inspect.isawaitable(result):
        result = await result
    # A poll that began before an outage is torn by it.
    if fault is Fault.RESET_AFTER_EFFECT or world.faults.is_down:
        return _reset(request)
    if fault is Fault.TIMEOUT_AFTER_EFFECT:
        await asyncio.sleep(seconds)
        return _reset(request)
    return _answered(result)


def _fail_before(fault: Fault | None, seconds: int) -> None:
    if fault is Fault.SERVER_ERROR:
        raise ApiError(500, "Internal Server Error: restart")
    if fault is Fault.TOO_MANY_REQUESTS:
        raise too_many_requests(seconds)
    if fault is Fault.UNAUTHORIZED:
        raise ApiError(401, "Unauthorized")
    if fault is Fault.NOT_FOUND:
        raise ApiError(404, "Not Found")


async def _download(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    if world.faults.is_down:
        return _reset(request)
    try:
        check_token(request.match_info["token"], world.bot.token)
    except ApiError as error:
        return _refused(error)
    file = world.files.at_path(request.match_info["path"])
    if file is None:
        return _refused(ApiError(404, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")


async def _nothing_here(request: web.Request) -> web.StreamResponse:
    if request.app[WORLD].faults.is_down:
        return _reset(request)
    return _refused(ApiError(404, "Not Found"))


def _answered(result: object) -> web.Response:
    body: Json = {"ok": True, "result": result}
    if isinstance(result, tuple):
        body = {"ok": True, "result": result[0], "description": result[1]}
    return _json(body, 200)


def _refused(error: ApiError) -> web.Response:
    response = _json(error.envelope(), error.status)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _json(body: Json, status: int) -> web.Response:
    return web.Response(
        text=json.dumps(body, ensure_ascii=False), status=status, content_type="application/json"
    )


def _reset(request: web.Request) -> web.Response:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _chat_of(parameters: Parameters) -> int | None:
    try:
        return int(str(parameters.values.get("chat_id", "")))
    except ValueError:
        return None
