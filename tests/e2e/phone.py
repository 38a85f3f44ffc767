"""A person in a test, by the name that tests read well with: `await ana.tap("7")`, `await ana.sees("Done")`."""

import asyncio

from sandbox.ground import Ground
from sandbox.player import Player
from sandbox.telegram.bubbles import Bubble

LONGEST_TEXT = 4_096
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478"
    "9c6360000002000001e221bc330000000049454e44ae426082"
)
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

    async def say(self, seconds: int = 12, caption: str | None = None) -> Bubble:
        """Send a voice message; return it."""
        return self._act(lambda: self.person.send_voice(seconds, caption))

    async def send_photos(self, count: int) -> None:
        self._act(lambda: self.person.send_photos([PIXEL] * count))

    async def write(self, text: str) -> Bubble:
        """Write to the bot and return the message, to be edited later."""
        return self._act(lambda: self.person.send(text))

    async def paste(self, text: str) -> None:
        """Write something long, which the app sends in parts."""
        for start in range(0, len(text), LONGEST_TEXT):
            self._act(lambda part=text[start : start + LONGEST_TEXT]: self.person.send(part))

    async def edit(self, message: Bubble, text: str) -> None:
        """Change what an own message says."""
        self._act(lambda: self.person.edit(message.id, text))

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
