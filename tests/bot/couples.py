"""Couples with their phones, who become partners and part again and again, for tests of what may still arrive."""

import dataclasses
import datetime as dt

from bot.app import App
from domain.access import Actor, Role
from domain.checkins import State
from domain.ids import CheckInId
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from tests.bot.conftest import container_of
from tests.cast import Member, _group, _member, _program, actor
from tests.scenes import answered

PRIVATE = ("From Ana:", "could be your partner", "hasn't checked in")
"""What may be seen only as long as the right to see it lasts."""


@dataclasses.dataclass
class Couple:
    """Two people with their phones, who are partners again and again; `query_id` is the tap that ended it the last time.

    `ended_at` is when it had ended, where nobody tapped.
    """

    ana: Member
    ben: Member
    actors: tuple[Actor, Actor]
    phones: tuple[Person, Person]
    checkin_id: CheckInId
    query_id: str | None = None
    ended_at: dt.datetime | None = None

    def left(self) -> list[str]:
        """Return what stands in either chat and came after the end, tap or none; empty the chats."""
        found: list[str] = []
        for phone in self.phones:
            chat = phone._state.private_chat(phone.id)
            for message in chat.messages.values():
                is_late = self.ended_at is not None and message.sent_at > self.ended_at
                if is_late and is_private(message.text):
                    found.append(message.text)
            chat.messages.clear()
        return found


async def couples(app: App, world: World, count: int, now: dt.datetime) -> list[Couple]:
    """Bring couples into one group, each of whom has a check-in that waits for an answer."""
    storage = container_of(app).storage
    async with storage.unit_of_work() as work:
        group = await _group(work, await _program(work, "Riverside"), "Tuesday evening")
    found = []
    for _ in range(count):
        phones = (world.add_person("Ana"), world.add_person("Ben"))
        async with storage.unit_of_work() as work:
            ana, ben = [
                await _member(work, group, phone.name, Role.PARTICIPANT, phone.id) for phone in phones
            ]
            for member in (ana, ben):
                await work.schedules.stop(member.membership_id)
        for phone in phones:
            phone.start()
        checkin_id = await answered(storage, ana, now.date(), State.OPEN)
        actors = (await actor(storage, ana), await actor(storage, ben))
        found.append(Couple(ana, ben, actors, phones, checkin_id))
    return found


def is_private(text: str) -> bool:
    """Tell whether it rests on a right that can end."""
    return any(words in text for words in PRIVATE)
