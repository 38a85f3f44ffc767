"""E-mail beside the chat: what is put in line rings at once."""

from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor


async def test_a_code_rings_at_once_and_nothing_else_does(
    storage: Storage, container: Container, cast: Cast
) -> None:
    rung: list[bool] = []
    container.on_posted(lambda: rung.append(True))
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        assert await services.mails.address(fay) is None
    assert [] == rung
    async with container.transaction() as services:
        await services.mails.ask(fay, "fay@clinic.example", NOON)
    assert [True] == rung
