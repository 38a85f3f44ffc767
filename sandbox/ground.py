"""Put the pieces together: a world, its Bot API on loopback, the real bot beside it, and one clock for all. It has no page."""

import asyncio
import contextlib
import os
import pathlib
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox.clock import SandboxClock
from sandbox.keeper import BotKeeper, BotState
from sandbox.telegram.server import build_app
from sandbox.telegram.world import Limits, World
from sandbox.travel import Leg, Travel
from storage.vault import new_master_key

LOOPBACK = "127.0.0.1"
_BOT_ID = 7_000_000_001
_TOKEN_BYTES = 26
_ROOT = pathlib.Path(__file__).resolve().parent.parent
_COMMAND_SECONDS = 60


class CommandFailed(Exception):
    """Carry what a command of the bot wrote before it failed."""


class Ground:
    """Hold one whole sandbox for the time of an `async with`, its bot from `start_bot` on; port 0 picks a free one.

    Flood limits count real seconds, in which the sandbox lets days pass; so they are off unless a test asks for them.
    """

    def __init__(
        self,
        clock: SandboxClock | None = None,
        *,
        port: int = 0,
        limits: Limits | None = None,
        furnish: Callable[[web.Application], None] = lambda _: None,
        on_bot: Callable[[BotState], None] = lambda _: None,
        on_leg: Callable[[Leg], None] = lambda _: None,
    ) -> None:
        self.clock = clock or SandboxClock()
        self.world = World(self.clock.now, _new_token(), limits=limits or Limits.off())
        self.port = port
        self._furnish = furnish
        self._on_bot = on_bot
        self._on_leg = on_leg
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> Self:
        async with contextlib.AsyncExitStack() as stack:
            folder = await asyncio.to_thread(tempfile.TemporaryDirectory, prefix="tandem-sandbox-")
            stack.callback(folder.cleanup)
            self.folder = pathlib.Path(folder.name)
            await stack.enter_async_context(self._serving())
            self.environment = self._bot_environment()
            self.bot = BotKeeper(self.environment, self.folder / "bot.log", self.clock, self._on_bot)
            self.travel = Travel(self.world, self.clock, self.bot, self._on_leg)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def start_bot(self) -> None:
        """Start the bot, keep it running until the end, and wait until it takes updates."""
        await self._stack.enter_async_context(self._keeping_bot())
        await self.bot.until_up()

    @property
    def url(self) -> str:
        """Return the address of the Bot API and of the page, without a closing slash."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def database(self) -> pathlib.Path:
        """Return the bot's database file."""
        return self.folder / "tandem.db"

    async def run_command(self, *arguments: str) -> str:
        """Run the product's own command line beside the bot and return the last line that it prints.

        Raises:
            CommandFailed: it ended with another code than 0.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, **self.environment},
            cwd=self.folder,
        )
        async with asyncio.timeout(_COMMAND_SECONDS):
            output, complaints = await process.communicate()
        if process.returncode != 0:
            raise CommandFailed(f"{' '.join(arguments)}: {complaints.decode() or output.decode()}")
        return output.decode().strip().splitlines()[-1]

    @contextlib.asynccontextmanager
    async def _serving(self) -> AsyncIterator[None]:
        app = build_app(self.world)
        self._furnish(app)
        runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, LOOPBACK, self.port).start()
            self.port = int(runner.addresses[0][1])
            yield
        finally:
            await runner.cleanup()

    @contextlib.asynccontextmanager
    async def _keeping_bot(self) -> AsyncIterator[None]:
        # A task group would wrap what the block raises; `run` ends here in any case.
        keeping = asyncio.get_running_loop().create_task(self.bot.run())
        try:
            yield
        finally:
            await self.bot.stop()
            keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeping

    def _bot_environment(self) -> dict[str, str]:
        """Return the bot's settings; those of the surroundings are emptied, so that no real token or database is met."""
        return {
            "BOT_TOKEN": self.world.bot.token,
            "BOT_API_URL": self.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "ENCRYPTION_KEYS": new_master_key(),
            "TICK_SECONDS": "1",
            "DEFAULT_COUNTRY": "US",
            "LOG_LEVEL": "INFO",
            "LOG_FORMAT": "text",
            "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
            **dict.fromkeys(("WEBHOOK_URL", "WEBHOOK_SECRET", "WEBHOOK_LISTEN", "HTTP_LISTEN"), ""),
            **dict.fromkeys(
                ("BOT_TOKEN_FILE", "ENCRYPTION_KEYS_FILE", "WEBHOOK_SECRET_FILE", "DATABASE_URL_FILE"), ""
            ),
        }


def _new_token() -> str:
    return f"{_BOT_ID}:AA{secrets.token_urlsafe(_TOKEN_BYTES)[:33]}"
