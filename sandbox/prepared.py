"""Play the days before a visitor comes, through the same traffic as everything else: nothing is put into the database by hand."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable

from sandbox import peek
from sandbox.clock import STORY_ZONE, latest_opening
from sandbox.ground import Ground
from sandbox.player import Player
from sandbox.telegram.world import Person

GROUP = "Tuesday evening"
PROGRAM = "Riverside"

ASKED = "seen by you"
THANKED = "hank you"
NOTE = "Anything you want to note"
"""What every question, every end and the last question of a check-in say."""

_LINK = re.compile(r"https://t\.me/\w+\?start=[\w-]+")
_BEN_COMES_BEFORE = dt.timedelta(minutes=12)


@dataclasses.dataclass(frozen=True, slots=True)
class Evening:
    """Hold what somebody answers one evening; a note of None is left out, and so is every question not named here."""

    mood: int
    craving: int
    sleep: int
    use: str = "No"
    note: str | None = None
    tension: int = 4
    confidence: int = 6


ANAS_EVENINGS = (
    Evening(mood=5, tension=6, craving=6, confidence=5, sleep=5),
    Evening(mood=4, tension=7, craving=5, confidence=5, sleep=6, note="Long day. Called my sister instead."),
    Evening(mood=6, tension=4, craving=4, confidence=6, sleep=7),
    Evening(mood=7, tension=3, craving=3, confidence=7, sleep=7),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Story:
    """Hold who is in the sandbox at the beginning."""

    dana: Player
    ana: Player
    ben: Player


class Opening:
    """Set the table; `seat` shows a person's phone, `tell` says what is being done."""

    def __init__(
        self,
        ground: Ground,
        seat: Callable[[Person, str], None] = lambda *_: None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._ground = ground
        self._seat = seat
        self._tell = tell

    def people(self) -> Story:
        """Give Dana, Ana and Ben their phones; they have not met the bot."""
        return Story(
            dana=self._player("Dana", "facilitator"),
            ana=self._player("Ana", "participant"),
            ben=self._player("Ben", "participant"),
        )

    async def group(self) -> str:
        """Create the group as an operator does and return the facilitator's link."""
        self._tell("Creating the group")
        return await self._ground.run_command(
            "group", "create", GROUP, "--timezone", STORY_ZONE.key, "--program", PROGRAM
        )

    async def play(self, story: Story, link: str) -> None:
        """Let everybody join, and Ana have some days behind her, until the evening on which the visitor comes."""
        self._tell("Dana opens her link")
        await become_facilitator(story.dana, link)
        self._tell("Ana joins")
        await join(story.ana, await invite(story.dana))
        for evening in ANAS_EVENINGS:
            await self.to_next_check_in()
            self._tell(f"{self._ground.clock.now().astimezone(STORY_ZONE):%A}: Ana checks in")
            await story.ana.tap("Start")
            await answer(story.ana, evening)
        await self._ground.travel.to(latest_opening() - _BEN_COMES_BEFORE)
        self._tell("Ben joins")
        await join(story.ben, await invite(story.dana))
        await self._ground.travel.to(latest_opening())

    async def to_next_check_in(self) -> None:
        """Let time pass until somebody is asked."""
        due_at = peek.look(self._ground.database).next_check_in_at
        assert due_at is not None, "somebody has joined"  # noqa: S101  a script's mistake
        await self._ground.travel.to(due_at)

    def _player(self, name: str, part: str) -> Player:
        person = self._ground.world.add_person(name, username=name.lower())
        self._seat(person, part)
        return Player(self._ground.world, person)


def beginning() -> dt.datetime:
    """Return when the played days begin, so that they end at the latest opening."""
    local = latest_opening().astimezone(STORY_ZONE)
    first = dt.datetime.combine(
        local.date() - dt.timedelta(days=len(ANAS_EVENINGS)), local.time(), STORY_ZONE
    )
    return first.astimezone(dt.UTC)


async def become_facilitator(dana: Player, link: str) -> None:
    """Open the operator's link and say who one is."""
    await dana.open(link)
    await dana.tap("Yes, that's me")
    await dana.send(dana.name)
    await dana.sees(dana.name)


async def invite(dana: Player) -> str:
    """Ask for a link for one person and return it."""
    await dana.send("/invite")
    sight = await dana.sees("https://t.me/")
    found = _LINK.search(sight.text)
    assert found is not None, sight.text  # noqa: S101  a script's mistake
    return found.group()


async def join(person: Player, link: str) -> None:
    """Go from an invitation to the first check-in's offer, as most people would."""
    await person.open(link)
    await person.tap("Let's start")
    await person.tap("Go on")
    await person.tap("I agree")
    await person.send(f"{person.name} Miller")
    await person.sees("call you")
    await person.send(person.name)
    await person.tap("New York")
    await person.tap("19:00")
    await person.tap("Alcohol or other drugs")
    await person.sees("You're in")


async def answer(person: Player, evening: Evening) -> None:
    """Answer an open check-in to its end, whatever it asks in whatever order."""
    given = {
        "How is your mood": str(evening.mood),
        "How tense": str(evening.tension),
        "Strongest craving": str(evening.craving),
        "Any use": evening.use,
        "How sure": str(evening.confidence),
        "How did you sleep": str(evening.sleep),
    }
    while True:
        sight = await person.sees(ASKED, THANKED)
        if THANKED in sight.text:
            return
        label = next((label for question, label in given.items() if question in sight.text), None)
        if label is not None:
            await person.tap(label)
        elif NOTE not in sight.text:
            await person.tap("Skip")
        elif evening.note is None:
            await person.tap("Nothing to add")
        else:
            await person.send(evening.note)
