"""What two partners send each other, end to end: answered, edited, taken back, reacted to, and ended by a block."""

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from sandbox.telegram.bubbles import Bubble
from tests.e2e.conftest import Group, gathered, running
from tests.e2e.phone import PIXEL, Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def group() -> AsyncIterator[Group]:
    async with running() as ground:
        group = await gathered(ground)
        await group.pair()
        yield group


def the(whose: Phone, fits: Callable[[Bubble], bool]) -> Bubble:
    """Return the newest message of a chat that fits."""
    return next(bubble for bubble in reversed(whose.person.chat) if fits(bubble))


async def test_an_answer_stands_below_what_it_answers_and_an_edit_in_its_place(group: Group) -> None:
    ana, ben = group.ana, group.ben
    wrote = await ana.write("/partner made it through the wedding")
    await ben.sees("made it through the wedding")
    shown = the(ben, lambda one: "through the wedding" in one.text)
    answer = ben.person.send("so glad", reply_to=shown.id)
    await ana.sees("so glad")

    assert wrote.id == the(ana, lambda one: "so glad" in one.text).reply_to
    ben.person.edit(answer.id, "so very glad")
    await ana.sees("so very glad")
    assert [] == [one for one in ana.person.chat if "“so glad”" in one.text]


async def test_a_photo_and_a_reaction_are_carried_without_a_trace_of_the_account(group: Group) -> None:
    ana, ben = group.ana, group.ben
    shown = the(ana, lambda one: "so very glad" in one.text)
    ana.person.react(shown.id, "❤")
    await group.ground.travel.settle()
    assert ("❤",) == the(ben, lambda one: one.text == "so very glad").reactions

    sent = ben.person.send_photo(PIXEL, "the view")
    await group.ground.travel.settle()
    await ben.send("/partner")
    await ben.tap("Write to")
    ben.person.send_photo(PIXEL, "the view")
    await ana.sees("the view")
    photo = the(ana, lambda one: one.media == "photo")
    assert (True, True) == (photo.photo == sent.photo, photo.is_protected)
    assert not ana.ever_saw("ben_real")


async def test_hard_words_to_a_partner_or_in_an_exercise_bring_the_numbers_at_once_and_are_kept(
    group: Group,
) -> None:
    ana, ben = group.ana, group.ben
    await ana.send("/partner I want to die")
    await ana.sees("988")
    await ben.sees("I want to die")
    for one in (ben, ana):
        await one.send("/partner")
        for label in ("Three short things first", "Skip", "That's fine", "No wish about that"):
            await one.tap(label)
    await ana.tap("Our page")
    await ana.tap("Listening exercise")
    await ana.tap("Write it")
    await ana.send("I don't want to be here anymore.")
    await ana.sees("988")
    await group.ground.travel.settle()

    assert ana.shows("I don't want to be here anymore.")
    assert not ben.ever_saw("be here anymore")


async def test_what_is_taken_back_goes_and_a_block_ends_it_without_a_word(group: Group) -> None:
    ana, ben = group.ana, group.ben
    await ana.send("/partner I should not say this")
    await ben.sees("I should not say this")
    await ana.tap("Take it back")
    await ana.sees("I'm taking it back")
    await group.ground.travel.settle()
    assert not ben.shows("I should not say this")

    before = len(ana.sights)
    await ben.tap("Block")
    await ben.tap("Block now")
    await ben.sees("Nothing from")
    await group.ground.travel.settle()
    assert before == len(ana.sights)
    await ana.send("/partner are you there?")
    await ana.sees("no partner right now")
    assert not ben.ever_saw("are you there?")
