from collections.abc import Awaitable, Callable

from bot.app import App
from sandbox.telegram.world import World
from tests.bot.conftest import until

Start = Callable[..., Awaitable[App]]


async def test_a_stranger_who_presses_start_gets_an_answer_over_real_http(world: World, start: Start) -> None:
    await start()
    ana = world.add_person("Ana")
    ana.start()

    await until(lambda: len(ana.chat) == 2)
    assert ana.chat[-1].from_bot
