import pytest

from domain.ids import PairId
from domain.messages import CoverBegun, CoverOffered, LookedAfter, PairEnded, WithoutPartner
from domain.partners import Pair
from services.container import Container
from storage.unit_of_work import Storage
from tests.absences import covers, pass_until, silent
from tests.cast import NOON, Cast, Member
from tests.evenings import DAY, HOUR
from tests.pairs import in_line, joins, paired
from tests.phone import Phone
from tests.scenes import answered

SILENT = NOON + 3 * DAY


@pytest.fixture
async def pair_id(storage: Storage, cast: Cast) -> PairId:
    async with storage.unit_of_work() as work:
        for member in (cast.ana, cast.ben, cast.cem):
            await work.schedules.stop(member.membership_id)
    return await paired(storage, cast.ana, cast.ben)


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Phone:
    phone = Phone(storage, container, cast.ana)
    phone.now = SILENT
    return phone


@pytest.fixture
async def eva(storage: Storage, container: Container, cast: Cast) -> Phone:
    phone = Phone(storage, container, await joins(storage, cast.ana, "Eva", 107))
    phone.now = SILENT
    return phone


@pytest.fixture
async def cover(storage: Storage, cast: Cast, pair_id: PairId, eva: Phone) -> Pair:
    del pair_id
    await silent(storage, cast.ben)
    await pass_until(eva.container, SILENT)
    (found,) = await covers(storage)
    return found


async def gets(storage: Storage, phone: Phone, kind: type) -> str | None:
    """Return what the latest waiting message of a kind says; None when it is not sent after all."""
    message = [one for one in await in_line(storage, phone.member) if isinstance(one, kind)][-1]
    return None if await phone.receive(message) is None else phone.text


async def back(storage: Storage, container: Container, member: Member) -> None:
    await answered(storage, member, (SILENT + DAY).date(), mood=5)
    await pass_until(container, SILENT + DAY + HOUR, SILENT + DAY)


@pytest.mark.usefixtures("cover")
async def test_who_would_stand_in_does_not_hear_whose_place_it_is(storage: Storage, eva: Phone) -> None:
    asked = await gets(storage, eva, CoverOffered)

    assert "<b>Ana</b>'s partner is away for a while" in (asked or "").replace("&#39;", "'")
    assert "Ben" not in eva.text
    assert ["Yes, meanwhile", "No, not now"] == eva.labels


@pytest.mark.usefixtures("cover")
async def test_both_say_yes_and_the_return_ends_it_kindly(
    storage: Storage, cast: Cast, ana: Phone, eva: Phone
) -> None:
    asked = await gets(storage, ana, CoverOffered)
    assert "<b>Ben</b>" in (asked or "")
    assert "It's nothing you did" in (asked or "")
    await ana.tap("Yes, meanwhile")
    assert "If it comes about with <b>Eva</b>" in ana.text
    await gets(storage, eva, CoverOffered)
    await eva.tap("Yes, meanwhile")
    assert "You're there for <b>Ana</b> now" in eva.text
    assert "<b>Eva</b> is there for you meanwhile" in (await gets(storage, ana, CoverBegun) or "")

    await back(storage, ana.container, cast.ben)

    assert "<b>Ben</b> is back, and your pair goes on" in (await gets(storage, ana, PairEnded) or "")
    assert "Thank you for being there for <b>Ana</b>" in (await gets(storage, eva, PairEnded) or "")


@pytest.mark.usefixtures("cover")
async def test_who_has_been_silent_is_welcome_and_need_not_explain(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ben = Phone(storage, container, cast.ben)
    said = await gets(storage, ben, LookedAfter)

    assert (said or "").startswith("You're welcome back any time.\n")
    assert "No need to explain anything" in ben.text
    assert "<b>Ana</b>" in ben.text
    assert "I need help now" == ben.labels[-1]


@pytest.mark.usefixtures("cover")
async def test_a_no_is_told_to_the_facilitator_without_who_said_it(
    storage: Storage, container: Container, cast: Cast, eva: Phone
) -> None:
    await gets(storage, eva, CoverOffered)
    await eva.tap("No, not now")
    assert "Nothing changes for you" in eva.text

    await pass_until(container, SILENT, SILENT)
    fay = Phone(storage, container, cast.fay)
    fay.now = SILENT
    told = await gets(storage, fay, WithoutPartner) or ""

    assert "<b>Ana</b> is without a partner for now" in told
    assert "<b>Ben</b> has been silent" in told
    assert "Eva" not in told


async def test_an_offer_is_dropped_once_it_is_needless(
    storage: Storage, cast: Cast, cover: Pair, ana: Phone
) -> None:
    await back(storage, ana.container, cast.ben)

    assert await ana.receive(CoverOffered(cover.pair_id)) is None
    assert (
        await Phone(storage, ana.container, cast.ben).receive(
            LookedAfter(cover.pair_id, cast.ben.membership_id)
        )
        is None
    )


@pytest.mark.usefixtures("cover")
async def test_partner_shows_an_offer_that_waits(storage: Storage, eva: Phone) -> None:
    await eva.command("partner")

    assert ["Yes, meanwhile", "No, not now"] == eva.labels


async def test_nobody_else_answers_an_offer(
    storage: Storage, container: Container, cast: Cast, cover: Pair, eva: Phone
) -> None:
    await eva.command("partner")
    yes = eva.button("Yes, meanwhile")
    for member in (cast.ben, cast.cem, cast.fay):
        await Phone(storage, container, member).press(yes)
    (after,) = await covers(storage)

    assert cover.sides == after.sides
