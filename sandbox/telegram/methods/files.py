"""Tell where an uploaded file can be fetched. The fetching is a route of the server."""

from sandbox.telegram.errors import Json, bad_request
from sandbox.telegram.files import MAX_DOWNLOAD_BYTES
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State


def get_file(state: State, parameters: Parameters) -> Json:
    """Return a file's download path."""
    file = state.files.get(parameters.text("file_id"))
    if len(file.content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }
