"""A person in a test, by the name that tests read well with: `await ana.tap("7")`, `await ana.sees("Done")`."""

import asyncio

from sandbox.ground import Ground
from sandbox.player import Player
from sandbox.telegram.bubbles import Bubble

QUIET_SECONDS = 0.15
"""How long nothing must come before a test says that nothing came."""


class Phone(Player):
    """Whatever a test does on somebody's phone, beyond what a script of the sandbox does."""

    @property
    def last(self) -> Bubble:
        """Return the newest message from the bot."""
        return next(bubble for bubble in reversed(self.person.chat) if bubble.from_bot)

    async def send_sticker(self) -> None:
        self._act(self.person.send_sticker)

    async def tap_twice(self, label: str) -> None:
        bubble, button = await self._found(label)
        data = button.data or ""
        self._act(lambda: self.person.tap_twice(bubble.id, data))

    async def tap_old(self, message_id: int, data: str) -> None:
        """Press what a chat remembers from before, whether or not it is still there."""
        self._act(lambda: self.person.forge_tap(message_id, data))

    async def hears_nothing_of(self, *markers: str) -> None:
        """Wait a moment and make sure that nothing here ever said any of these."""
        await asyncio.sleep(QUIET_SECONDS)
        heard = [sight.text for sight in self.sights if any(marker in sight.text for marker in markers)]

        assert not heard, f"{self.name} heard {heard}"


def phone(ground: Ground, name: str, language: str = "en") -> Phone:
    """Give somebody a phone; they have not met the bot."""
    return Phone(
        ground.world, ground.world.add_person(name, username=f"{name.lower()}_real", language_code=language)
    )
