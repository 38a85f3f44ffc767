"""Serve the page on the Bot API's own loopback address: files, changes, acts. It lets in nobody from elsewhere."""

import mimetypes
import pathlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.acts import NotPossible, act
from sandbox.stage import Stage

_PAGE = pathlib.Path(__file__).parent / "page"
_HOSTS = frozenset({"127.0.0.1", "localhost"})
_API_PREFIXES = ("/bot", "/file/")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Front:
    """Put the page in front of the Bot API."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._files = {path.name: path for path in _PAGE.iterdir() if path.is_file()}

    def furnish(self, app: web.Application) -> None:
        """Add the page's routes to the Bot API's application."""
        app.middlewares.append(self._guard)
        app.router.add_get("/static/{name}", self._file)
        app.router.add_get("/media/{chat}/{message}/{version}", self._media)
        app.router.add_get("/events", self._events)
        app.router.add_post("/act", self._act)
        app.on_shutdown.append(self._close)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse names that only another site's DNS gives to this address, and answer the bare address with the page."""
        if request.url.host not in _HOSTS:
            raise web.HTTPForbidden(text="This address is for this machine only.")
        if request.path.startswith(_API_PREFIXES):
            return await handler(request)
        if request.path == "/":
            return _page_file(self._files["index.html"])
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = self._files.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return _page_file(path)

    async def _media(self, request: web.Request) -> web.StreamResponse:
        """Hand out a picture to look at, anything else to save."""
        chat = self._stage.ground.world.chats.get(_number(request, "chat"))
        message = None if chat is None else chat.messages.get(_number(request, "message"))
        media = None if message is None else message.media
        if media is None or media.content is None:
            raise web.HTTPNotFound
        if media.kind == "photo":
            return web.Response(body=media.content, content_type="image/png", headers=_HEADERS)
        return web.Response(
            body=media.content,
            content_type="application/octet-stream",
            headers={**_HEADERS, "Content-Disposition": "attachment"},
        )

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={**_HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        async for packed in self._stage.stream.follow(self._stage.picture):
            await response.write(packed)
        return response

    async def _act(self, request: web.Request) -> web.StreamResponse:
        """Do what somebody did on the page; JSON only, so that no form of another site can send it."""
        if (
            request.content_type != "application/json"
            or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
        ):
            raise web.HTTPForbidden
        try:
            await act(self._stage, await request.json())
        except NotPossible as refusal:
            return web.json_response({"problem": str(refusal)}, status=409)
        return web.json_response({})

    async def _close(self, app: web.Application) -> None:
        del app
        self._stage.stream.close()


def _page_file(path: pathlib.Path) -> web.Response:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers = {**_HEADERS, "Cache-Control": "no-cache"}
    return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8", headers=headers)


def _number(request: web.Request, name: str) -> int:
    try:
        return int(request.match_info[name])
    except ValueError:
        raise web.HTTPNotFound from None
