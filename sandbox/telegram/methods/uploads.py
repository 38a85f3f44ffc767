"""Take the files that requests bring, by upload or by id. It sends no message."""

from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.files import PhotoSize, StoredFile
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State

MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024


def chosen_photo(state: State, parameters: Parameters, name: str) -> tuple[PhotoSize, ...]:
    """Return a picture in all its sizes; raise ApiError when there is none or it is no picture."""
    upload = parameters.upload(name)
    if upload is None:
        return state.files.photo(_file_id(parameters, name))
    _check_content(upload.content)
    if len(upload.content) > MAX_PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(upload.content)} bytes is too big for a photo;"
            f" the maximum size is {MAX_PHOTO_BYTES} bytes"
        )
    return state.files.add_photo(upload.content)


def chosen_file(state: State, parameters: Parameters, name: str, *, folder: str) -> StoredFile:
    """Return a file of any kind; raise ApiError when there is none."""
    upload = parameters.upload(name)
    if upload is None:
        return state.files.get(_file_id(parameters, name))
    _check_content(upload.content)
    return state.files.add(upload.content, folder=folder, name=upload.name, mime_type=upload.mime_type)


def _file_id(parameters: Parameters, name: str) -> str:
    given = parameters.text(name).strip()
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {name} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if len(given) < len("AgAC"):
        raise bad_request("invalid file HTTP URL specified: Unsupported URL protocol")
    return given


def _check_content(content: bytes) -> None:
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > MAX_UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
