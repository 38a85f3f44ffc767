import re

import pytest

from domain.pairing import Apart
from handlers.callbacks.pairing import Hand, Picked
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import in_line, joins
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


async def by_hand(phone: Phone, what: str, first: str, second: str) -> None:
    await phone.tap("Change by hand")
    await phone.tap(what)
    await phone.tap(first)
    await phone.tap(second)


def partner_of(phone: Phone, name: str) -> str:
    (match,) = [match for match in shown(phone) if name in match]
    (other,) = match - {name}
    return other


@pytest.mark.parametrize("other", ["Ben", "P00", "P01"])
async def test_two_can_be_put_together(fay: Phone, other: str) -> None:
    await by_hand(fay, "Put two together", "Ana", other)

    assert frozenset({"Ana", other}) in shown(fay)
    assert "chosen by the facilitator" in fay.text


async def test_two_can_be_ruled_out_for_this_time(fay: Phone) -> None:
    before = partner_of(fay, "Ana")
    await by_hand(fay, "Not these two, this time", "Ana", before)

    assert before != partner_of(fay, "Ana")


async def test_two_can_be_swapped_and_all_others_stay(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    for number in range(4):
        await joins(storage, cast.ana, f"Q{number}", 300 + number)
    await fay.command("pair")
    before = shown(fay)
    mate, other = partner_of(fay, "Ana"), partner_of(fay, "Q0" if partner_of(fay, "Ana") != "Q0" else "Q1")
    others = partner_of(fay, other)
    await by_hand(fay, "Swap two", "Ana", other)

    assert shown(fay) == (before - {frozenset({"Ana", mate}), frozenset({other, others})}) | {
        frozenset({"Ana", others}),
        frozenset({other, mate}),
    }


async def test_what_is_set_by_hand_outlasts_the_screen_and_can_be_undone(fay: Phone) -> None:
    before = shown(fay)
    other = next(name for name in ("Ben", "P00", "P01") if name != partner_of(fay, "Ana"))
    await by_hand(fay, "Put two together", "Ana", other)
    chosen = shown(fay)
    await fay.command("pair")

    assert chosen == shown(fay) != before

    await fay.tap("Undo what I set by hand")

    assert before == shown(fay)
    assert "Undo what I set by hand" not in fay.labels


async def test_what_was_set_by_hand_is_sent_and_then_forgotten(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    await by_hand(fay, "Put two together", "Ana", "P01")
    await fay.tap("Send these")

    assert frozenset({"Ana", "P01"}) in shown(fay)
    assert 1 == len(await in_line(storage, cast.ana))
    async with storage.unit_of_work() as work:
        assert not (await work.pair_drafts.get(cast.fay.group_id)).is_by_hand


async def test_a_preview_from_before_a_change_by_hand_sends_nothing(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    old = fay.button("Send these")
    await by_hand(fay, "Not these two, this time", "Ana", partner_of(fay, "Ana"))
    await fay.press(old)

    assert fay.reply.notice is not None
    assert "changed since" in fay.reply.notice
    assert [] == await in_line(storage, cast.ana)


async def test_a_pin_against_a_block_is_refused_like_one_against_a_wish_or_a_rule(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    """The sentence must not tell which of them it was: a block is nobody else's business."""
    async with storage.unit_of_work() as work:
        await work.blocks.add(cast.ben.person_id, cast.ana.person_id, NOON)
    await fay.command("pair")
    before = shown(fay)
    await by_hand(fay, "Put two together", "Ana", "Ben")
    blocked = fay.text
    async with storage.unit_of_work() as work:
        await work.blocks.remove(cast.ben.person_id, cast.ana.person_id)
        couple = frozenset({cast.ana.membership_id, cast.ben.membership_id})
        await work.kept_apart.add(cast.ana.group_id, couple, Apart.FACILITATOR, NOON)
    await fay.command("pair")
    await by_hand(fay, "Put two together", "Ana", "Ben")

    assert blocked.startswith("These two can't be partners right now.")
    assert fay.text == blocked
    assert before == shown(fay)
    assert "block" not in blocked.lower()


async def test_a_pin_that_a_block_has_overtaken_gives_way(storage: Storage, cast: Cast, fay: Phone) -> None:
    await by_hand(fay, "Put two together", "Ana", "Ben")
    async with storage.unit_of_work() as work:
        await work.blocks.add(cast.ana.person_id, cast.ben.person_id, NOON)
    await fay.command("pair")

    assert frozenset({"Ana", "Ben"}) not in shown(fay)
    assert 2 == len(shown(fay))


@pytest.mark.parametrize("hand", list(Hand))
async def test_one_person_twice_is_refused(cast: Cast, fay: Phone, hand: Hand) -> None:
    seat = cast.ana.membership_id
    await fay.press(Button("", Picked(hand, seat, seat)))

    assert "That is one person; choose two." == fay.text


async def test_a_swap_within_one_pair_is_refused(cast: Cast, fay: Phone) -> None:
    await by_hand(fay, "Put two together", "Ana", "Ben")
    await fay.press(Button("", Picked(Hand.SWAP, cast.ana.membership_id, cast.ben.membership_id)))

    assert fay.text.startswith("To swap, choose one person from each of two pairs.")


async def test_two_cannot_be_swapped_where_there_is_one_pair(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")
    await fay.tap("Change by hand")

    assert "Swap two" not in fay.labels
