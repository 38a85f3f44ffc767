"""Take a request apart: token, method, parameters from any of the four encodings. It runs nothing."""

import json
import re
import urllib.parse
from collections.abc import Mapping

from aiohttp import BodyPartReader, web

from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.parameters import Parameters, Upload

_TOKEN = re.compile(r"(\d{1,20}):[A-Za-z0-9_-]+")
_FORM = "application/x-www-form-urlencoded"


def check_token(given: str, expected: str) -> None:
    """Raise ApiError unless this is the bot's token, as the public server does."""
    found = _TOKEN.fullmatch(given)
    if found is None:
        raise ApiError(404, "Not Found")
    if int(found.group(1)) == 0:
        raise ApiError(401, "Unauthorized: invalid token specified")
    if given != expected:
        raise ApiError(401, "Unauthorized")


async def read_parameters(request: web.Request) -> Parameters:
    """Read the query and the body; the body wins."""
    values: dict[str, object] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method != "POST" or not request.can_read_body:
        return Parameters(values)
    if request.content_type == "application/json":
        values |= await _json_body(request)
    elif request.content_type == _FORM:
        values |= await _form_body(request)
    elif request.content_type.startswith("multipart/"):
        await _multipart_body(request, values, uploads)
    return Parameters(values, uploads)


async def _json_body(request: web.Request) -> Mapping[str, object]:
    try:
        body = json.loads(await request.read())
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("expected a JSON object")
    return body


async def _form_body(request: web.Request) -> Mapping[str, object]:
    body = await request.read()
    try:
        return dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _multipart_body(
    request: web.Request, values: dict[str, object], uploads: dict[str, Upload]
) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            try:
                values[part.name] = content.decode()
            except UnicodeDecodeError:
                raise bad_request("strings must be encoded in UTF-8") from None
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(content, part.filename, mime_type)
