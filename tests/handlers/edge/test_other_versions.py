from handlers import routes
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast


async def said(container: Container, cast: Cast, number: int) -> Delivery | None:
    known = table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES)
    arrival = Arrival(number, Happening.TYPED, int(cast.ana.address), message_id=50, text="a good day")
    async with container.transaction() as services:
        await services.intake.keep({arrival.update_id: b"x"}, NOON)
    return await Door(container, known, lambda: NOON).serve(arrival)


async def test_what_is_typed_for_what_only_another_version_knew_is_taken_like_any_words(
    storage: Storage, container: Container, cast: Cast
) -> None:
    usual = await said(container, cast, 1)
    async with storage.unit_of_work() as work:
        await work.dialogues.open(cast.ana.person_id, "of-another", 42, NOON)
    other = await said(container, cast, 2)

    assert usual is not None
    assert other is not None
    assert [sheet.text for sheet in usual.sheets] == [sheet.text for sheet in other.sheets]
