"""Keep the real bot running beside the sandbox, as a process of its own that may be killed at any moment."""

import asyncio
import contextlib
import enum
import os
import pathlib
import signal
import sys
from collections.abc import Callable, Mapping

from sandbox.clock import SandboxClock
from sandbox.control import LINE_BYTES, BotGone, Control, Report

_COMMAND = (sys.executable, "-m", "sandbox.bot_start")
_PAUSE_SECONDS = 0.1
_LONGEST_PAUSE_SECONDS = 3.0
_STOP_SECONDS = 5.0


class BotState(enum.StrEnum):
    """Name how the bot stands."""

    STARTING = "starting"
    RUNNING = "running"
    DOWN = "down"


class BotKeeper:
    """Start the bot, start it again when it ends, and give it orders."""

    def __init__(
        self,
        environment: Mapping[str, str],
        log: pathlib.Path,
        clock: SandboxClock,
        on_change: Callable[[BotState], None] = lambda _: None,
    ) -> None:
        self._environment = {**os.environ, **environment}
        self._log = log
        self._clock = clock
        self._on_change = on_change
        self._process: asyncio.subprocess.Process | None = None
        self._control: Control | None = None
        self._is_up = asyncio.Event()
        self._is_stopping = False
        self.state = BotState.DOWN
        self.starts = 0

    @property
    def pid(self) -> int | None:
        """Return the process id; None while there is no process."""
        return None if self._process is None or self._process.returncode is not None else self._process.pid

    async def run(self) -> None:
        """Keep the bot running until `stop`."""
        pause = _PAUSE_SECONDS
        while not self._is_stopping:
            came_up = await self._live()
            pause = _PAUSE_SECONDS if came_up else min(pause * 2, _LONGEST_PAUSE_SECONDS)
            if not self._is_stopping:
                await asyncio.sleep(pause)

    async def until_up(self) -> None:
        """Wait until the bot takes updates."""
        await self._is_up.wait()

    async def order(self, *, is_tick: bool = False) -> Report:
        """Give the bot the clock's time and return how it stands; one that dies meanwhile is asked again after its restart."""
        while True:
            await self._is_up.wait()
            control = self._control
            assert control is not None  # noqa: S101  up means that there is one
            with contextlib.suppress(BotGone):
                return await control.order(self._clock.offset, is_tick=is_tick)
            if self._control is control:
                self._is_up.clear()

    def kill(self) -> None:
        """End the process as a power cut would."""
        if self.pid is not None:
            self._is_up.clear()
            os.kill(self.pid, signal.SIGKILL)

    async def stop(self) -> None:
        """Let the bot finish what it is doing, and end it."""
        self._is_stopping = True
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _live(self) -> bool:
        """Run one process from its start to its end; tell whether it came as far as taking updates."""
        self._tell(BotState.STARTING)
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *_COMMAND,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                env=self._environment,
                cwd=self._log.parent,
                limit=LINE_BYTES,
                start_new_session=True,  # Ctrl-C is for the launcher, which stops the bot in order
            )
        self.starts += 1
        self._process = process
        assert process.stdin is not None  # noqa: S101  both are pipes
        assert process.stdout is not None  # noqa: S101
        self._control = Control(process.stdin, process.stdout)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._control.listen())
            group.create_task(self._greet(self._control))
        came_up = self.state is BotState.RUNNING
        self._is_up.clear()
        await process.wait()
        self._tell(BotState.DOWN)
        return came_up

    async def _greet(self, control: Control) -> None:
        with contextlib.suppress(BotGone):
            await control.order(self._clock.offset)
            self._is_up.set()
            self._tell(BotState.RUNNING)

    def _tell(self, state: BotState) -> None:
        self.state = state
        self._on_change(state)
