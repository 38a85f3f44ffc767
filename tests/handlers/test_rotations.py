import datetime as dt

import pytest

from domain.messages import GoodbyeComing, PairGoesOn, RotationComing
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import in_line
from tests.phone import Phone
from tests.rotations import all_say_yes, group_of, next_due, open_pairs, sends_pairs, tick

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
async def announced_at(storage: Storage, container: Container, cast: Cast) -> dt.datetime:
    """A group of four whose pairs change tomorrow."""
    people = await group_of(storage, cast, 4)
    await sends_pairs(storage, container, cast.fay, NOON)
    await all_say_yes(storage, container, people, NOON)
    async with storage.unit_of_work() as work:
        for member in people:
            await work.outbox.drop_of(member.person_id, NOON)
    at = await next_due(container)
    await tick(container, at)
    return at


async def told(storage: Storage, container: Container, member: Member, at: dt.datetime) -> Phone:
    """Return the member's phone with the last message in line on it."""
    phone = Phone(storage, container, member)
    phone.now = at
    assert await phone.receive((await in_line(storage, member))[-1]) is not None
    return phone


async def test_a_facilitator_hears_the_day_before_and_sees_the_pairs_to_come(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    fay = await told(storage, container, cast.fay, announced_at)
    assert fay.text.startswith("New pairs tomorrow in <b>Tuesday evening</b>.")

    await fay.tap("Show")

    assert "on Tue, Mar 17 10:00 these will be asked" in fay.text
    assert "not partners before" in fay.text
    assert "Send these" not in fay.labels
    assert "Change by hand" in fay.labels


async def test_what_is_set_by_hand_the_day_before_comes_about(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    old = {frozenset(side.name for side in pair.sides) for pair in await open_pairs(storage, cast.ana)}
    (apart,) = [other for other in ("Ben", "P00", "P01") if frozenset({"Ana", other}) in old]
    chosen = next(other for other in ("P01", "P00", "Ben") if other != apart)
    fay = await told(storage, container, cast.fay, announced_at)
    await fay.tap("Show")
    await fay.tap("Change by hand")
    await fay.tap("Put two together")
    await fay.tap("Ana")
    await fay.tap(chosen)
    await tick(container, announced_at + DAY)

    new = {frozenset(side.name for side in pair.sides) for pair in await open_pairs(storage, cast.ana)}
    assert frozenset({"Ana", chosen}) in new


async def test_a_goodbye_names_the_partner_and_the_day_and_lets_one_write(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    ana = await told(storage, container, cast.ana, announced_at + 4 * HOUR)

    assert ana.text.startswith("Your pair changes soon.")
    assert "ends on Tue, Mar 17. A thank-you is a good goodbye." in ana.text
    assert [label for label in ana.labels if label.startswith("Write to")] == ana.labels


async def test_after_not_this_time_no_goodbye_is_said(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    (goodbye,) = await in_line(storage, cast.ana)
    fay = await told(storage, container, cast.fay, announced_at)
    again = fay.button("Not this time")
    await fay.tap("Not this time")
    assert "the pairs go on. The next change is on Tue, Mar 31." in fay.text

    await fay.press(again)
    assert "no longer planned" in fay.text

    ana = Phone(storage, container, cast.ana)
    ana.now = announced_at + 4 * HOUR
    assert await ana.receive(goodbye) is None
    assert isinstance(goodbye, GoodbyeComing)
    assert await ana.receive(PairGoesOn(goodbye.pair_id, 0)) is not None


async def test_a_goodbye_after_the_end_is_not_said(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    (goodbye,) = await in_line(storage, cast.ana)
    await tick(container, announced_at + DAY)
    ana = Phone(storage, container, cast.ana)
    ana.now = announced_at + DAY + MINUTE

    assert await ana.receive(goodbye) is None


async def test_the_question_about_somebody_new_says_that_the_old_pair_is_over(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime
) -> None:
    await tick(container, announced_at + DAY)
    ana = await told(storage, container, cast.ana, announced_at + DAY)

    assert "has come to an end; what you gave each other stays." in ana.text
    assert ["Yes", "Someone else, please"] == ana.labels


@pytest.mark.parametrize("name", ["cem", "dee", "gus"])
async def test_outsiders_hear_nothing_of_a_change(
    storage: Storage, container: Container, cast: Cast, announced_at: dt.datetime, name: str
) -> None:
    (goodbye,) = await in_line(storage, cast.ana)
    assert isinstance(goodbye, GoodbyeComing)
    outsider = Phone(storage, container, getattr(cast, name))
    outsider.now = announced_at

    assert await outsider.receive(goodbye) is None
    assert await outsider.receive(PairGoesOn(goodbye.pair_id, 1)) is None
    assert await outsider.receive(RotationComing(cast.fay.group_id, 0)) is None


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        ("Every week", "Pairs change every week."),
        ("Every 6 weeks", "Pairs change every 6 weeks."),
        ("Never", "Pairs don't change by themselves."),
    ],
)
async def test_a_facilitator_chooses_how_often_pairs_change(
    storage: Storage, container: Container, cast: Cast, choice: str, says: str
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")
    await fay.tap("Rules and rhythm")
    await fay.tap("How often pairs change")
    assert "✓ Every 2 weeks" in fay.labels

    await fay.tap(choice)

    assert says in fay.text
    assert f"✓ {choice}" in fay.labels
