"""Fixtures of the edge: a real client against the simulated Telegram."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Defaults, ExtBot

from bot.limiter import Limiter
from bot.transport import Transport
from handlers.edge.calls import Patience
from handlers.edge.outbound import Outbound
from handlers.pictures.picture import Picture
from sandbox.telegram.flood import Limits
from sandbox.telegram.person import Person
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from tests.bot.conftest import TOKEN, SteeredClock

QUICK = Patience(not_sent_for=1, first_wait=0.01, longest_wait=0.05, send_again_after=0.02)


async def drawn_here(picture: Picture) -> bytes:
    """Draw without a process for it."""
    return picture.render()


@pytest.fixture
def world() -> World:
    return World(SteeredClock().now, TOKEN, limits=Limits.off())


@pytest.fixture
def ana(world: World) -> Person:
    person = world.add_person("Ana")
    person.start()
    return person


@pytest.fixture
async def outbound(world: World) -> AsyncIterator[Outbound]:
    async with RunningServer(world) as server:
        bot: ExtBot[Any] = ExtBot(
            TOKEN,
            base_url=server.base_url,
            request=Transport(),
            get_updates_request=Transport(),
            rate_limiter=Limiter(),
            defaults=Defaults(
                parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
            ),
        )
        async with bot:
            yield Outbound(bot, drawn_here, QUICK)
