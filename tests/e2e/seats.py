"""A group around one page in a browser: Dana leads it, others take their seats, and time goes by the bar of the page."""

import contextlib
import dataclasses
from collections.abc import AsyncIterator

from playwright.async_api import ViewportSize

from sandbox.ground import Ground
from sandbox.launcher import opened
from sandbox.player import Player
from sandbox.prepared import become_facilitator, invite, join
from sandbox.stage import Stage
from tests.e2e.visitor import Visitor, chromium, visitor

UPRIGHT: ViewportSize = {"width": 390, "height": 1010}
"""So high that the phone on the page is as high as a real one, below the sandbox's own bar."""
NEXT = "Next check-in"
DUE = "Time for your check-in."

WHOLE = (
    ("How is your mood", "7"),
    ("How tense", "3"),
    ("Strongest craving", "1"),
    ("Any use", "No"),
    ("How sure", "8"),
    ("How did you sleep", "6"),
    ("7 of 8", "No"),
    ("Anything you want to note", "Nothing to add"),
)
"""Each question of an ordinary day with a steady answer; the seventh takes turns."""


@dataclasses.dataclass
class Table:
    """A page on which a group is played; `you` is whoever plays."""

    ground: Ground
    you: Visitor
    _stage: Stage
    _dana: Player

    async def seat(self, name: str) -> None:
        """Let somebody join, and look at their phone."""
        known = {person.name: person for person in self.ground.world.people.values()}
        person = known.get(name)
        if person is None:
            person = self.ground.world.add_person(name)
            self._stage.add_person(person, "participant")
        player = Player(self.ground.world, person)
        await join(player, await invite(self._dana))
        player.leave()
        await self.you.look_at(name)

    async def lead(self, name: str) -> None:
        """Let somebody lead the group too, by the operator's link."""
        printed = await self.ground.run_command("facilitator", "invite", "Tuesday evening")
        person = self.ground.world.add_person(name)
        self._stage.add_person(person, "facilitator")
        player = Player(self.ground.world, person)
        await become_facilitator(player, printed.strip().splitlines()[-1])
        player.leave()

    async def next_check_in(self, name: str) -> None:
        """Let time pass until everybody is asked."""
        await self.you.pass_time(NEXT)
        await self.you.reads(name, DUE)

    async def answer(self, name: str, **other: str) -> None:
        """Tap through the open check-in; `other` are answers by a word of their question."""
        for question, label in WHOLE:
            await self.you.reads(name, question)
            await self.you.tap(
                name, next((given for word, given in other.items() if word in question), label)
            )
        await self.you.reads(name, "Done, thank you")


@contextlib.asynccontextmanager
async def laid() -> AsyncIterator[Table]:
    """Open a sandbox on which Dana has founded her group, and its page in a browser."""
    async with opened(is_empty=True) as (ground, stage):
        dana = next(person for person in ground.world.people.values() if person.name == "Dana")
        player = Player(ground.world, dana)
        await become_facilitator(player, stage.links.pop(dana.id))
        async with chromium() as browser:
            yield Table(ground, await visitor(browser, ground.url, UPRIGHT), stage, player)
