import pytest

from domain.errors import NothingToDo
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.handlers.test_partners import button, pressed, typed
from tests.pairs import labels, paired, said


async def test_the_page_keeps_to_what_is_wanted_often_and_the_rest_is_one_tap_away(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    page = await typed(storage, container, cast.ana)
    more = await pressed(storage, container, cast.ana, button(page, "More …"))

    assert len(page.screens[0].rows) <= 7
    assert {"Mute", "Report a message", "Block Ben", "End this pairing", "Back"} <= set(labels(more))
    assert not {"Block Ben", "End this pairing"} & set(labels(page))


async def test_ending_asks_once_more_and_then_holds(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    page = await typed(storage, container, cast.ana)
    more = await pressed(storage, container, cast.ana, button(page, "More …"))
    asks = await pressed(storage, container, cast.ana, button(more, "End this pairing"))

    assert ["End it", "Keep it"] == labels(asks)
    assert "no partner" not in said(await typed(storage, container, cast.ana))

    ended = await pressed(storage, container, cast.ana, button(asks, "End it"))

    assert "has ended" in said(ended)
    assert "no partner right now" in said(await typed(storage, container, cast.ben))
    with pytest.raises(NothingToDo):
        await pressed(storage, container, cast.ana, button(asks, "End it"))
