"""A fresh sandbox for a test: the real bot as a process of its own, people with phones, a group on Tuesday at five."""

import contextlib
import dataclasses
from collections.abc import AsyncIterator

import pytest

from bot.commands import container_of
from bot.settings import read
from sandbox.clock import STORY_ZONE, SandboxClock, latest_opening
from sandbox.ground import Ground
from sandbox.prepared import become_facilitator, invite, join
from tests.e2e.phone import Phone, phone


@dataclasses.dataclass(frozen=True)
class Group:
    """One group with its facilitator and two participants, in a running sandbox."""

    ground: Ground
    dana: Phone
    ana: Phone
    ben: Phone

    async def pair(self) -> None:
        """Let Dana suggest, and Ana and Ben say yes."""
        await self.dana.send("/pair")
        await self.dana.tap("Send these")
        for each in (self.ana, self.ben):
            await each.tap("Yes")
        for each in (self.ana, self.ben):
            await each.sees("partner")


@contextlib.asynccontextmanager
async def running() -> AsyncIterator[Ground]:
    """Run a sandbox without a page and without people."""
    async with Ground(SandboxClock.starting_at(latest_opening())) as ground:
        await ground.start_bot()
        yield ground


async def founded(ground: Ground, name: str, program: str = "Riverside") -> str:
    """Create a group as the operator's command does, without a process for it, and return the facilitator's link."""
    settings = read(ground.environment, ground.folder / "no.env")
    now = ground.clock.now()
    async with (
        container_of(settings, ground.world.bot.username) as container,
        container.transaction() as services,
    ):
        group_id = await services.joining.create_group(program, name, STORY_ZONE.key, now)
        return await services.joining.invite_facilitator(group_id, now)


async def gathered(ground: Ground) -> Group:
    """Bring Dana, Ana and Ben into a group."""
    dana, ana, ben = phone(ground, "Dana"), phone(ground, "Ana"), phone(ground, "Ben")
    await become_facilitator(dana, await founded(ground, "Tuesday evening"))
    for each in (ana, ben):
        await join(each, await invite(dana))
    return Group(ground, dana, ana, ben)


@pytest.fixture
async def ground() -> AsyncIterator[Ground]:
    async with running() as ground:
        yield ground


@pytest.fixture
async def group(ground: Ground) -> Group:
    return await gathered(ground)
