import asyncio

import pytest

from sandbox.ground import CommandFailed, Ground
from sandbox.launcher import SetupFailed, opened


async def test_what_failed_before_the_bot_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(self: Ground, *arguments: str) -> str:
        raise CommandFailed("group create: the disk is full")

    monkeypatch.setattr(Ground, "run_command", fails)
    with pytest.raises(SetupFailed, match="could not be set up: group create: the disk is full"):
        async with asyncio.timeout(20), opened():
            pass
