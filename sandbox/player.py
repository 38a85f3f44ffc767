"""Play a person from a script: act, and wait until the chat shows what it should. It never looks behind the screen."""

import asyncio
import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from sandbox.telegram.bubbles import Bubble, Button
from sandbox.telegram.person import Person
from sandbox.telegram.world import Event, EventKind, World

PATIENCE_SECONDS = 5.0
_FRESH_SECONDS = 0.5

T = TypeVar("T")


class NothingCame(AssertionError):
    """Say what was waited for and what the chat shows instead."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sight:
    """Hold something that the bot put before somebody's eyes: a message, new or changed, or the words over a chat."""

    text: str
    bubble: Bubble | None = None


class Player:
    """Hold one person's phone in the hands of a script."""

    def __init__(self, world: World, person: Person, patience: float = PATIENCE_SECONDS) -> None:
        self.person = person
        self.sights: list[Sight] = []
        self._world = world
        self._patience = patience
        self._since_act = 0
        self._news = asyncio.Event()
        self._leave = world.on_change(self._changed)

    @property
    def name(self) -> str:
        """Return the person's name."""
        return self.person.name

    def leave(self) -> None:
        """Stop watching."""
        self._leave()

    async def start(self, payload: str | None = None) -> None:
        """Press Start."""
        self._act(lambda: self.person.start(payload))

    async def open(self, url: str) -> None:
        """Open a link to the bot."""
        self._act(lambda: self.person.open_link(url))

    async def send(self, text: str) -> None:
        """Write to the bot."""
        self._act(lambda: self.person.send(text))

    async def tap(self, label: str) -> None:
        """Tap the newest button with this label (or a label that begins with it), waiting for it if need be."""
        bubble, button = await self._found(label)
        assert button.data is not None, f"“{label}” opens a link"  # noqa: S101  a script's mistake
        data = button.data
        self._act(lambda: self.person.tap(bubble.id, data))

    async def sees(self, *texts: str) -> Sight:
        """Wait until the bot shows something with one of these texts, since this person last did anything; return it."""

        def found() -> Sight | None:
            sights = self.sights[self._since_act :]
            return next((each for each in sights if any(text in each.text for text in texts)), None)

        return await self._until(found, " or ".join(f"“{text}”" for text in texts), self._patience)

    def shows(self, text: str) -> bool:
        """Tell whether the chat shows this text now, anywhere."""
        return any(text in _words(bubble) for bubble in self.person.chat)

    def ever_saw(self, text: str) -> bool:
        """Tell whether the bot ever showed this text here, even if it is gone."""
        return any(text in each.text for each in self.sights)

    def buttons(self) -> Iterator[tuple[Bubble, Button]]:
        """Yield every button in the chat that can be tapped, newest message first."""
        for bubble in reversed(self.person.chat):
            for row in bubble.buttons:
                for button in row:
                    yield bubble, button

    def _act(self, deed: Callable[[], T]) -> T:
        self._since_act = len(self.sights)
        return deed()

    async def _found(self, label: str) -> tuple[Bubble, Button]:
        """Find a button in what came since this person's last act; an older one only when none has come for a while."""
        what = f"a button “{label}”"
        try:
            return await self._until(lambda: self._button(label, self._fresh()), what, _FRESH_SECONDS)
        except NothingCame:
            return await self._until(lambda: self._button(label, None), what, self._patience)

    def _fresh(self) -> set[int]:
        return {each.bubble.id for each in self.sights[self._since_act :] if each.bubble is not None}

    def _button(self, label: str, among: set[int] | None) -> tuple[Bubble, Button] | None:
        found = [each for each in self.buttons() if among is None or each[0].id in among]
        exact = next((each for each in found if each[1].label == label), None)
        return exact or next((each for each in found if each[1].label.startswith(label)), None)

    async def _until(self, look: Callable[[], T | None], what: str, seconds: float) -> T:
        deadline = time.monotonic() + seconds
        while (found := look()) is None:
            self._news.clear()
            try:
                async with asyncio.timeout(deadline - time.monotonic()):
                    await self._news.wait()
            except TimeoutError:
                raise NothingCame(f"{self.name} waited in vain for {what}; {self._describe()}") from None
        return found

    def _describe(self) -> str:
        last = self.person.chat[-3:]
        labels = [button.label for row in last[-1].buttons for button in row] if last else []
        return f"the chat ends with {[_words(bubble)[:200] for bubble in last]}, buttons {labels}"

    def _changed(self, event: Event) -> None:
        if event.chat_id != self.person.id:
            return
        if event.toast is not None and event.toast.text:
            self.sights.append(Sight(event.toast.text))
        elif event.message is not None and event.message.from_bot and event.kind is not EventKind.DELETED:
            self.sights.append(Sight(_words(event.message), event.message))
        self._news.set()


def _words(bubble: Bubble) -> str:
    return bubble.text or bubble.caption
