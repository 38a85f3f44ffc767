import pytest

from domain.ids import MembershipId
from domain.wishes import Gender, Language, Wishes
from handlers.callbacks.wishes import CapacityChosen, SameGenderTurned, ShowWishes
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import paired
from tests.phone import Phone
from tests.rotations import group_of


async def kept_wishes(storage: Storage, member: Member) -> Wishes:
    async with storage.unit_of_work() as work:
        return await work.pair_wishes.get(member.membership_id, "en")


async def at_my_wishes(phone: Phone) -> None:
    await phone.command("partner")
    await phone.tap("My wishes for a partner")


async def wish(phone: Phone, topic: str, *choices: str) -> None:
    await at_my_wishes(phone)
    await phone.tap(topic)
    for choice in choices:
        await phone.tap(choice)


async def test_the_screen_says_who_sees_it(ana: Phone) -> None:
    await at_my_wishes(ana)

    assert "Nobody is shown this" in ana.text
    assert "You can write in: English." in ana.text


async def test_the_wishes_are_two_taps_away_from_the_partner_too(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("partner")
    await ana.tap("More …")
    await ana.tap("My wishes for a partner")

    assert "Your wishes for a partner" in ana.text


async def test_a_language_is_added_and_one_always_stays(storage: Storage, cast: Cast, ana: Phone) -> None:
    await wish(ana, "Languages", "Spanish")
    assert {Language.ENGLISH, Language.SPANISH} == (await kept_wishes(storage, cast.ana)).languages

    await ana.tap("✓ English")
    await ana.tap("✓ Spanish")

    assert {Language.SPANISH} == (await kept_wishes(storage, cast.ana)).languages
    assert "One language stays." == ana.reply.notice


async def test_the_same_gender_can_be_wished_for_once_ones_own_is_told(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await wish(ana, "Gender")
    assert "Only with the same gender" not in ana.labels

    await ana.tap("A woman")
    await ana.tap("Only with the same gender")
    wishes = await kept_wishes(storage, cast.ana)

    assert (Gender.WOMAN, True) == (wishes.gender, wishes.wants_same_gender)

    await ana.tap("I'd rather not say")
    wishes = await kept_wishes(storage, cast.ana)

    assert (None, False) == (wishes.gender, wishes.wants_same_gender)


async def test_a_forged_wish_for_the_same_gender_is_refused(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.press(Button("", SameGenderTurned(cast.ana.membership_id, 1)))

    assert "your own gender first" in ana.text
    assert not (await kept_wishes(storage, cast.ana)).wants_same_gender


@pytest.mark.parametrize("capacity", [-1, 3, 2**62])
async def test_room_for_more_than_two_or_less_than_none_is_refused(
    storage: Storage, cast: Cast, ana: Phone, capacity: int
) -> None:
    await ana.press(Button("", CapacityChosen(cast.ana.membership_id, capacity)))

    assert 1 == (await kept_wishes(storage, cast.ana)).capacity


async def test_who_wants_no_partner_now_is_not_proposed(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await wish(ana, "How many partners", "Not now")
    assert "No partner for now." in ana.text

    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")

    assert "Ana (no partner for now)" in fay.text
    assert "1." not in fay.text


async def test_a_wish_is_heeded_and_the_facilitator_does_not_learn_which(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await wish(ana, "Gender", "A woman", "Only with the same gender")
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")

    assert "Ana (nobody here fits what was wished for)" in fay.text
    for word in ("woman", "gender"):
        assert word not in fay.text


async def test_people_without_a_common_language_are_not_brought_together(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    people = await group_of(storage, cast, 4)
    for member in people[:2]:
        await wish(Phone(storage, container, member), "Languages", "Spanish", "✓ English")
    fay = Phone(storage, container, cast.fay)
    await fay.command("pair")

    assert "Ana and Ben" in fay.text
    assert "P00 and P01" in fay.text


async def test_the_language_of_the_app_is_what_one_writes_in_until_told(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        wishes = await work.pair_wishes.get(cast.ana.membership_id, "es")

    assert {Language.SPANISH} == wishes.languages


@pytest.mark.parametrize("name", ["ben", "cem", "fay", "gus"])
async def test_nobody_sees_or_changes_the_wishes_of_somebody_else(
    storage: Storage, container: Container, cast: Cast, ana: Phone, name: str
) -> None:
    await wish(ana, "Gender", "A man")
    seat: MembershipId = cast.ana.membership_id
    other = Phone(storage, container, getattr(cast, name))
    await other.press(Button("", ShowWishes(seat)))

    assert "man" not in other.text.lower().replace("many", "")

    await other.press(Button("", CapacityChosen(seat, 0)))

    assert 1 == (await kept_wishes(storage, cast.ana)).capacity


async def test_in_two_groups_the_wishes_of_each_are_by_themselves(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(
            cast.cem.group_id,
            cast.ana.person_id,
            "participant",  # type: ignore[arg-type]  # the enum's value
            "Ana",
            NOON,
        )
    await ana.command("partner")
    await ana.tap("My wishes in Friday morning")
    await ana.tap("How many partners")
    await ana.tap("Not now")
    async with storage.unit_of_work() as work:
        there = await work.pair_wishes.get(seat, "en")

    assert (0, 1) == (there.capacity, (await kept_wishes(storage, cast.ana)).capacity)
