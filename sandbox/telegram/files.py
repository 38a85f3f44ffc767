"""Keep uploaded bytes and hand out Telegram's file ids. It serves no HTTP and resizes no picture."""

import dataclasses
import hashlib
import struct
from collections.abc import Iterator

from sandbox.telegram.errors import bad_request

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
# Telegram keeps a photo in these boxes; the letter is its own name for the size.
_PHOTO_BOXES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER_BYTES = 24
_JPEG = b"\xff\xd8"
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MAX_SIDES_SUM = 10_000
_MAX_SIDES_RATIO = 20
_TYPE_NAMES = {"photos": "Photo", "voice": "VoiceNote", "stickers": "Sticker"}


@dataclasses.dataclass(frozen=True, slots=True)
class StoredFile:
    """Hold one file's bytes under its id and its download path; `seconds` is how long a sound is."""

    file_id: str
    unique_id: str
    path: str
    content: bytes
    name: str
    mime_type: str
    seconds: int = 0

    @property
    def type_name(self) -> str:
        """Return what Telegram calls files of this kind."""
        return _TYPE_NAMES.get(self.path.partition("/")[0], "Document")


@dataclasses.dataclass(frozen=True, slots=True)
class PhotoSize:
    """Hold one size of a photo, in pixels."""

    file: StoredFile
    width: int
    height: int


class FileStore:
    """Keep every uploaded file for the life of the world."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._photos: dict[str, tuple[PhotoSize, ...]] = {}

    def add(
        self,
        content: bytes,
        *,
        folder: str,
        name: str,
        mime_type: str,
        variant: str = "",
        seconds: int = 0,
    ) -> StoredFile:
        """Keep the bytes under a new id; `variant` tells the sizes of one photo apart."""
        number = len(self._by_id)
        digest = hashlib.sha256(content + variant.encode()).hexdigest()
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        file = StoredFile(
            file_id=f"AgAC{number:06d}{digest[:40]}",
            unique_id=f"AQAD{digest[:12]}",
            path=f"{folder}/file_{number}.{suffix}",
            content=content,
            name=name,
            mime_type=mime_type,
            seconds=seconds,
        )
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file
        return file

    def get(self, file_id: str) -> StoredFile:
        """Find a file by its id; raise ApiError for an empty or unknown one."""
        if not file_id:
            raise bad_request("file_id not specified")
        found = self._by_id.get(file_id)
        if found is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return found

    def at_path(self, path: str) -> StoredFile | None:
        """Find a file by its download path; None when there is none."""
        return self._by_path.get(path)

    def add_photo(self, content: bytes) -> tuple[PhotoSize, ...]:
        """Keep a picture in Telegram's sizes, smallest first; raise ApiError when it is no picture."""
        width, height = picture_size(content)
        shorter, longer = sorted((width, height))
        if not shorter or shorter + longer > _MAX_SIDES_SUM or longer > _MAX_SIDES_RATIO * shorter:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        sizes = tuple(
            PhotoSize(
                self.add(content, folder="photos", name="photo.jpg", mime_type="image/jpeg", variant=letter),
                w,
                h,
            )
            for letter, w, h in _scaled(width, height)
        )
        self._photos |= {size.file.file_id: sizes for size in sizes}
        return sizes

    def photo(self, file_id: str) -> tuple[PhotoSize, ...]:
        """Find a picture by the id of any of its sizes; raise ApiError when it is none."""
        found = self.get(file_id)
        if file_id not in self._photos:
            raise bad_request(f"can't use file of type {found.type_name} as Photo")
        return self._photos[file_id]


def picture_size(content: bytes) -> tuple[int, int]:
    """Read width and height from a PNG or JPEG header; raise ApiError for anything else."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= _PNG_HEADER_BYTES:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content.startswith(_JPEG):
        for marker, start in _jpeg_segments(content):
            if marker in _JPEG_FRAMES:
                height, width = struct.unpack(">HH", content[start + 3 : start + 7])
                return int(width), int(height)
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, int]]:
    at = len(_JPEG)
    while at + 9 < len(content):
        marker = content[at + 1]
        if marker in _JPEG_WITHOUT_LENGTH:
            at += 2
            continue
        yield marker, at + 2
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")


def _scaled(width: int, height: int) -> list[tuple[str, int, int]]:
    longest = max(width, height)
    sizes = []
    for letter, box in _PHOTO_BOXES:
        scale = min(1.0, box / longest)
        sizes.append((letter, max(1, round(width * scale)), max(1, round(height * scale))))
        if box >= longest:
            break
    return sizes
