"""Start the sandbox for a visitor: everything on one loopback address, a progress line for each step, Ctrl-C ends it all."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import AsyncIterator
from typing import TextIO

from sandbox.clock import SandboxClock, latest_opening
from sandbox.ground import LOOPBACK, CommandFailed, Ground
from sandbox.guide import Guide
from sandbox.player import NothingCame
from sandbox.prepared import Opening, beginning
from sandbox.stage import Stage
from sandbox.steps import ARRIVAL, LOOP
from sandbox.web import Front

WRONG_USE = 2
NOT_REACHABLE = 4
_SETUP_SECONDS = 60


class SetupFailed(Exception):
    """Say in a sentence what kept the sandbox from being set up."""


def main(port: int = 8090, *, empty: bool = False) -> None:
    """Run the sandbox until Ctrl-C; exit with 2 when the port is taken, with 4 when the bot does not come up."""
    if not _is_free(port):
        _say(f"Port {port} is in use by another program. Try: tandem sandbox --port {port + 1}", sys.stderr)
        sys.exit(WRONG_USE)
    try:
        asyncio.run(_run(port, is_empty=empty))
    except SetupFailed as failure:
        _say(str(failure), sys.stderr)
        sys.exit(NOT_REACHABLE)


@contextlib.asynccontextmanager
async def opened(port: int = 0, *, is_empty: bool = False) -> AsyncIterator[tuple[Ground, Stage]]:
    """Open a sandbox with its page, set up and ready to be played on; port 0 picks a free one.

    Raises:
        SetupFailed: the bot did not come up or did not answer as the story needs it.
    """
    stage = Stage(Guide(ARRIVAL + LOOP if is_empty else LOOP))
    clock = SandboxClock.starting_at(latest_opening() if is_empty else beginning())
    front = Front(stage)
    async with Ground(
        clock, port=port, furnish=front.furnish, on_bot=stage.tell_bot, on_leg=stage.tell_leg
    ) as ground:
        stage.stand_on(ground)
        try:
            async with asyncio.timeout(_SETUP_SECONDS):
                await _set_up(ground, stage, is_empty=is_empty)
        except (CommandFailed, NothingCame, TimeoutError) as error:
            raise SetupFailed(
                f"The sandbox could not be set up: {error or 'it took too long'}.\n{_log_end(ground)}"
            ) from error
        watching = asyncio.get_running_loop().create_task(stage.watch_waits())
        try:
            yield ground, stage
        finally:
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching


async def _run(port: int, *, is_empty: bool) -> None:
    running = asyncio.current_task()
    assert running is not None  # noqa: S101  this runs in a task

    def close() -> None:
        _say("\n· Closing")
        running.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, close)
    _say("· Starting a Telegram of our own on this machine")
    try:
        async with opened(port, is_empty=is_empty) as (ground, _):
            _say(f"\n  The sandbox is open:  {ground.url}\n\n  Ctrl-C ends it and forgets everything.")
            await asyncio.Event().wait()
    except asyncio.CancelledError:
        running.uncancel()


async def _set_up(ground: Ground, stage: Stage, *, is_empty: bool) -> None:
    def tell(step: str) -> None:
        _say(f"· {step}")
        stage.tell_setting(step)

    opening = Opening(ground, seat=stage.add_person, tell=tell)
    story = opening.people()
    link = await opening.group()
    tell("Starting the bot")
    await ground.start_bot()
    if is_empty:
        stage.give_link(story.dana.person, link)
    else:
        await opening.play(story, link)
    for player in (story.dana, story.ana, story.ben):
        player.leave()
    stage.tell_setting("")


def _is_free(port: int) -> bool:
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _log_end(ground: Ground) -> str:
    log = ground.folder / "bot.log"
    if not log.exists():
        return ""
    lines = log.read_text(errors="replace").splitlines()
    return "\n".join(lines[-15:])


def _say(line: str, to: TextIO | None = None) -> None:
    print(line, file=to or sys.stdout, flush=True)
