"""Draws the pictures that come in and hands them out, until nothing comes any more; a process of `handlers.pictures.studio`."""

import json
import sys

from handlers.pictures import course
from handlers.pictures.picture import picture_from
from handlers.pictures.studio import FAILED, SIZE_BYTES, packed

_KINDS = (course.CoursePicture,)
"""Every kind of picture; importing it lets it be built again from its facts."""


def main() -> None:
    """Serve from stdin to stdout."""
    while size := sys.stdin.buffer.read(SIZE_BYTES):
        kind, facts = json.loads(sys.stdin.buffer.read(int.from_bytes(size, "big")))
        try:
            answer = packed(picture_from(kind, facts).render())
        except Exception as error:  # noqa: BLE001 whoever asked is told; the next picture may succeed
            answer = FAILED + packed(type(error).__name__.encode())
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
