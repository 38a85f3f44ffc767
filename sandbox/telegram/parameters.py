"""Read a request's parameters as Telegram does, from any of its four encodings. It knows no method."""

import dataclasses
import json
from collections.abc import Mapping

from sandbox.telegram.errors import Json, bad_request

_TRUE = frozenset({"true", "yes", "1"})


@dataclasses.dataclass(frozen=True, slots=True)
class Upload:
    """Hold one uploaded file."""

    content: bytes
    name: str
    mime_type: str


class Parameters:
    """Give one request's parameters by name; a missing one is empty, zero or false."""

    def __init__(self, values: Mapping[str, object], uploads: Mapping[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def has(self, name: str) -> bool:
        """Tell whether a parameter was given and is not empty."""
        return self.values.get(name) not in {None, ""} if _hashable(self.values.get(name)) else True

    def text(self, name: str) -> str:
        """Return a text; raise ApiError when it is not UTF-8."""
        value = self.values.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
        return text

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number, the default when missing, zero when it is no number."""
        text = self.text(name).strip()
        if not text:
            return default
        try:
            return int(text)
        except ValueError:
            return 0

    def boolean(self, name: str) -> bool:
        """Return whether a flag is on."""
        return self.text(name).strip().lower() in _TRUE

    def decoded(self, name: str, refusal: str) -> object:
        """Return a JSON value, None when missing; raise ApiError with the refusal when it is no JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(refusal) from None

    def upload(self, name: str) -> Upload | None:
        """Return an uploaded file, also when the value points to it with attach://."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)

    def summary(self) -> Json:
        """Return all parameters for the log, uploads as their sizes."""
        sizes = {name: f"<{len(upload.content)} bytes>" for name, upload in self.uploads.items()}
        return {**self.values, **sizes}


def field(body: Json, name: str, kind: type | tuple[type, ...], type_name: str, *, wrap: str = "") -> object:
    """Return a field of a JSON object, None when missing; raise ApiError when its type is wrong."""
    value = body.get(name)
    if value is None:
        return None
    is_wrong_bool = isinstance(value, bool) and kind is not bool
    if is_wrong_bool or not isinstance(value, kind):
        raise refusal(f'Field "{name}" must be of type {type_name}', wrap)
    return value


def refusal(text: str, wrap: str) -> Exception:
    """Refuse a JSON value, naming what was being read when there is such a name."""
    return bad_request(f"{wrap}: {text}" if wrap else text)


def _hashable(value: object) -> bool:
    return not isinstance(value, dict | list)
