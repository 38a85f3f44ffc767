import re

import pytest

from handlers.callbacks.pairing import SendPairs
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import asked, in_line, paired
from tests.phone import Phone
from tests.rotations import group_of


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    """The facilitator of four: Ana, Ben, P00 and P01, who looks at /pair."""
    await group_of(storage, cast, 4)
    phone = Phone(storage, container, cast.fay)
    await phone.command("pair")
    return phone


def shown(phone: Phone) -> set[frozenset[str]]:
    """Return the matches in sight, by names."""
    found = re.findall(r"\d+\. <b>(.+?)</b>:", phone.text)
    return {frozenset(re.split(r", | and ", names)) for names in found}


@pytest.mark.parametrize("reason", ["They live together", "Another reason"])
async def test_two_are_kept_apart_for_good_until_it_is_undone(
    storage: Storage, cast: Cast, fay: Phone, reason: str
) -> None:
    await fay.tap("Rules and rhythm")
    await fay.tap("Keep two apart")
    await fay.tap("Ana")
    await fay.tap("Ben")

    assert "Nobody in the group is told" in fay.text

    await fay.tap(reason)

    assert ("Ana and Ben: they live together" in fay.text) == (reason == "They live together")
    assert [] == await in_line(storage, cast.ana)

    await fay.command("pair")
    assert frozenset({"Ana", "Ben"}) not in shown(fay)

    await fay.tap("Rules and rhythm")
    await fay.tap("No longer: Ana, Ben")

    assert "Nobody is kept apart by you." in fay.text


async def test_keeping_partners_apart_ends_their_pair_and_says_so_before(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await fay.command("pair")
    await fay.tap("Rules and rhythm")
    await fay.tap("Keep two apart")
    await fay.tap("Ana")
    await fay.tap("Ben")

    assert "That ends at once" in fay.text

    await fay.tap("They live together")
    async with storage.unit_of_work() as work:
        assert not await work.partners.is_open(pair_id)


async def test_everyone_blocked_by_everyone_gets_a_clear_screen(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = await group_of(storage, cast, 4)
    async with storage.unit_of_work() as work:
        for one in people:
            for other in people:
                if one is not other:
                    await work.blocks.add(one.person_id, other.person_id, NOON)
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")

    assert "no two of those who are free can be partners now" in fay.text
    assert 4 == fay.text.count("(nobody here fits)")
    assert ["Rules and rhythm"] == fay.labels
    assert "block" not in fay.text.lower()


@pytest.mark.parametrize("size", [2, 3, 25])
async def test_a_group_of_any_size_fits_on_the_screens(
    storage: Storage, container: Container, cast: Cast, size: int
) -> None:
    await group_of(storage, cast, size)
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")

    assert size // 2 == len(shown(fay))
    assert 2 + size % 2 == max(map(len, shown(fay)))
    assert len(fay.text) < 4096

    await fay.tap("Change by hand")
    await fay.tap("Put two together")

    assert size == len(fay.labels) - 1
    assert all(button.press is not None and len(button.press.pack()) <= 64 for button in fay._buttons())


async def test_what_was_asked_meanwhile_is_not_asked_again(storage: Storage, cast: Cast, fay: Phone) -> None:
    send = fay.button("Send these")
    await asked(storage, cast.ana, cast.ben)
    await fay.press(send)

    assert isinstance(send.press, SendPairs)
    assert [] == await in_line(storage, cast.ana)
