"""Draws pictures in a process of its own: the library that draws holds the interpreter while it does, and with it everybody.

It knows no person: a picture's facts go there through a pipe, the image comes back, and nothing is kept.
"""

import asyncio
import contextlib
import json
import os
import pathlib
import sys
from asyncio.subprocess import PIPE, Process
from typing import Final

from handlers.pictures.picture import Picture

SIZE_BYTES: Final = 4
FAILED: Final = b"\xff" * SIZE_BYTES
"""Stands where the size of an image would, before the name of the error."""
PATIENCE_SECONDS: Final = 20.0
"""How long one picture may take on a busy machine."""
_ROOT = pathlib.Path(__file__).parents[2]


class NotDrawn(Exception):
    """A picture could not be drawn."""


class Studio:
    """The process that draws, begun with the first picture; one that has died is replaced."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def draw(self, picture: Picture) -> bytes:
        """Return the picture as a PNG.

        Raises:
            NotDrawn: it cannot be drawn.
        """
        asked = packed(json.dumps([picture.kind, picture.pack()]).encode())
        async with self._turn:
            for is_last in (False, True):
                try:
                    return await self._answer(asked)
                except NotDrawn:
                    raise
                except (OSError, EOFError, TimeoutError) as error:
                    # The process is gone or stuck, which says nothing about this picture.
                    await self._end()
                    if is_last:
                        raise NotDrawn(type(error).__name__) from error
                except BaseException:
                    # Its answer would be taken for that to the next picture.
                    await self._end()
                    raise
        raise AssertionError("the loop above ends by itself")

    async def close(self) -> None:
        """End the process."""
        async with self._turn:
            await self._end()

    async def _answer(self, asked: bytes) -> bytes:
        process = self._process
        if process is None:
            process = self._process = await _started()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        async with asyncio.timeout(PATIENCE_SECONDS):
            process.stdin.write(asked)
            await process.stdin.drain()
            size = await process.stdout.readexactly(SIZE_BYTES)
            if is_failed := size == FAILED:
                size = await process.stdout.readexactly(SIZE_BYTES)
            answer = await process.stdout.readexactly(int.from_bytes(size, "big"))
        if is_failed:
            raise NotDrawn(answer.decode())
        return answer

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        await process.wait()


def packed(content: bytes) -> bytes:
    """Return something with its size before it."""
    return len(content).to_bytes(SIZE_BYTES, "big") + content


async def _started() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "handlers.pictures",
        stdin=PIPE,
        stdout=PIPE,
        # Nothing of our settings: the token and the keys stay in one process.
        env={"PYTHONPATH": os.pathsep.join([str(_ROOT), *sys.path])},
        start_new_session=True,  # Ctrl-C is for the bot, which ends it in order
    )
