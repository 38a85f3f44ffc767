"""Who has no business with Ana sees nothing of her: a stranger, her clinic's other group, another clinic, a fellow participant."""

import dataclasses
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from handlers import routes
from sandbox.prepared import Evening, answer, become_facilitator, invite, join
from tests.e2e.conftest import Group, founded, gathered, running
from tests.e2e.phone import Phone, phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

PLANTED = "PLANTED-MARKER"
MARKERS = (PLANTED, "Heliotrope", "Tuesday evening")
"""Ana's words, the name that she chose, and her group."""
COMMANDS = [f"/{route.name}" for route in routes.COMMANDS]


@dataclasses.dataclass(frozen=True)
class Others:
    """A stranger, a participant and a facilitator of another group of the clinic, a facilitator of another clinic."""

    zoe: Phone
    cem: Phone
    dee: Phone
    gus: Phone

    @property
    def all(self) -> tuple[Phone, ...]:
        return self.zoe, self.cem, self.dee, self.gus


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def group() -> AsyncIterator[Group]:
    """Let a lot happen to Ana, here called Heliotrope, and Dana look at it."""
    async with running() as ground:
        group = await gathered(ground)
        ana = phone(ground, "Heliotrope")
        await join(ana, await invite(group.dana))
        await ana.send(f"/note {PLANTED} in a note")
        await ana.sees("Kept, only for you.")
        await ana.tap("My facilitator")
        await ana.sees("facilitator")
        await ana.send("/checkin")
        await answer(ana, Evening(mood=1, craving=9, sleep=2, use="Yes", note=f"{PLANTED} in an answer"))
        await ana.send("/sos")
        await ana.sees("988")
        await group.dana.tap("Show details")
        await group.dana.sees("Craving 9")
        for command in ("/today", "/group", "/alerts"):
            await group.dana.send(command)
            await group.dana.sees("Heliotrope")
        yield dataclasses.replace(group, ana=ana)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def others(group: Group) -> Others:
    ground = group.ground
    others = Others(*(phone(ground, name) for name in ("Zoe", "Cem", "Dee", "Gus")))
    await others.zoe.start()
    await become_facilitator(others.dee, await founded(ground, "Friday morning"))
    await join(others.cem, await invite(others.dee))
    await become_facilitator(others.gus, await founded(ground, "Elsewhere", "Hilltop"))
    return others


def buttons_ever_shown(*phones: Phone) -> list[str]:
    """Return the data of every button that the bot ever put before these people."""
    shown = [sight.bubble for each in phones for sight in each.sights if sight.bubble is not None]
    return sorted(
        {button.data for bubble in shown for row in bubble.buttons for button in row if button.data}
    )


async def test_no_command_shows_anything_of_her(group: Group, others: Others) -> None:
    for other in others.all:
        for command in COMMANDS:
            await other.send(command)
            await other.sees("")
    for other in others.all:
        await other.hears_nothing_of(*MARKERS)


async def test_no_button_of_hers_or_of_her_facilitators_works_for_others(
    group: Group, others: Others
) -> None:
    stolen = buttons_ever_shown(group.ana, group.dana)

    assert len(stolen) > 30
    for other in others.all:
        for data in stolen:
            await other.tap_old(other.last.id, data)
        await group.ground.travel.settle()
    for other in others.all:
        await other.hears_nothing_of(*MARKERS)


async def test_nothing_that_others_pressed_had_an_effect_on_her(group: Group, others: Others) -> None:
    for other in others.all:
        for data in buttons_ever_shown(group.ana, group.dana):
            await other.tap_old(other.last.id, data)
    await group.ground.travel.settle()
    await group.ana.hears_nothing_of("has seen this")
    await group.ana.send("/notes")
    await group.ana.sees(f"{PLANTED} in a note")
    await group.dana.send("/alerts")
    await group.dana.sees("Heliotrope")


async def test_a_fellow_participant_sees_neither_answers_nor_notes(group: Group) -> None:
    for data in buttons_ever_shown(group.ana, group.dana):
        await group.ben.tap_old(group.ben.last.id, data)
    for command in COMMANDS:
        await group.ben.send(command)
    await group.ground.travel.settle()
    await group.ben.hears_nothing_of(PLANTED, "Craving 9", "craving 9")


async def test_a_stranger_gets_a_number_to_call_and_no_sign_of_who_is_here(others: Others) -> None:
    await others.zoe.send("hello?")
    sight = await others.zoe.sees("This is a private bot")

    assert "988" in sight.text
    assert "Riverside" not in sight.text


async def test_no_telegram_name_ever_crosses(group: Group, others: Others) -> None:
    for each in (group.dana, group.ana, group.ben, *others.all):
        await each.hears_nothing_of("_real")
