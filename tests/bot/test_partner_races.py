"""A thousand random orders of what partners do and what waits for them, through the real courier and a real server."""

import asyncio
import collections
import dataclasses
import datetime as dt
import random
from collections.abc import Awaitable, Callable

from bot.app import App
from domain.access import Actor, Role
from domain.checkins import State
from domain.errors import NothingToDo
from domain.ids import CheckInId, PairId
from domain.messages import PairProposed, PartnerNudge
from domain.partners import EndReason
from domain.sharing import SharedItem
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from services.container import Services
from services.partings import Partings
from storage.database import has_collided
from tests.bot.conftest import SteeredClock, container_of, until
from tests.cast import Member, _group, _member, _program, actor
from tests.pairs import asked, paired
from tests.scenes import answered

ORDERS = 1_000
COUPLES = 25
LASTS_SECONDS = 1.0
"""Within this, everything of one order happens. Shorter, and all transactions share one commit: nothing is on its way then."""
OF_ACTIVE = ("part", "block", "revoke")
OF_ASKED = ("decline", "withdraw", "accept and decline")
KIND = ("has come to an end", "It won't be the pair")
"""What may be said of a pair that is over: this alone comes after its end."""

Doing = Callable[[Services], Awaitable[object]]


@dataclasses.dataclass
class Couple:
    """Two people with their phones, who are partners again and again; `ended_at` is the commit of the latest end."""

    ana: Member
    ben: Member
    actors: tuple[Actor, Actor]
    phones: tuple[Person, Person]
    checkin_id: CheckInId
    ended_at: dt.datetime | None = None

    def late(self, arrived: list[str]) -> list[str]:
        """Return what stands in either chat and came after the end, and add what came before it; empty the chats."""
        found: list[str] = []
        for phone in self.phones:
            chat = phone._state.private_chat(phone.id)
            for message in chat.messages.values():
                is_kind = any(words in message.text for words in KIND)
                is_late = self.ended_at is not None and message.sent_at > self.ended_at
                if not is_kind:
                    (found if is_late else arrived).append(message.text)
            chat.messages.clear()
        return found


@dataclasses.dataclass
class Races:
    """Brings orders about."""

    app: App
    clock: SteeredClock
    chance: random.Random
    tried: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)

    async def order(self, couple: Couple, made: asyncio.Barrier) -> None:
        """Put messages in line and end the right to see them, each at a random moment."""
        is_asked = self.chance.random() < 1 / 2
        end = self.chance.choice(OF_ASKED if is_asked else OF_ACTIVE)
        make = asked if is_asked else paired
        storage = container_of(self.app).storage
        pair_id = await make(storage, couple.ana, couple.ben, at=self.clock.now())
        couple.ended_at = None
        await made.wait()
        self.tried[end] += 1
        posts = [self._proposed] if is_asked else [self._relayed, self._nudged]
        if end == "revoke":
            posts = [self._nudged]
        await asyncio.gather(
            *(self._within(LASTS_SECONDS / 5, post(couple, pair_id)) for post in posts),
            self._within(LASTS_SECONDS, self._end(couple, pair_id, end)),
        )

    async def is_quiet(self) -> bool:
        """Tell whether nothing waits and nothing is on its way, what is taken back included."""
        is_clearing = any(task.get_name().startswith("take back") for task in asyncio.all_tasks())
        return not is_clearing and await self.app.is_idle()

    async def serve(self, doing: Doing) -> None:
        """Do something in a transaction, and again when another one came first, as the door does."""
        while True:
            try:
                async with container_of(self.app).transaction() as services:
                    await doing(services)
            except NothingToDo:
                return
            except Exception as error:
                if not has_collided(error):
                    raise
            else:
                return

    async def _within(self, seconds: float, doing: Awaitable[None]) -> None:
        await asyncio.sleep(self.chance.random() * seconds)
        await doing

    async def _relayed(self, couple: Couple, pair_id: PairId) -> None:
        ana, _ = couple.actors
        await self.serve(lambda services: services.relays.write(ana, pair_id, "hello", self.clock.now()))

    async def _nudged(self, couple: Couple, pair_id: PairId) -> None:
        nudge, now = PartnerNudge(pair_id, couple.checkin_id), self.clock.now()
        to, key = couple.ben.person_id, f"nudge {pair_id}"
        await self.serve(lambda services: services.outbox.post(nudge, to=to, key=key, now=now))

    async def _proposed(self, couple: Couple, pair_id: PairId) -> None:
        async def post(services: Services) -> None:
            for member in (couple.ana, couple.ben):
                key = f"pair-proposed:{pair_id}"
                await services.outbox.post(
                    PairProposed(pair_id), to=member.person_id, key=key, now=self.clock.now()
                )

        await self.serve(post)

    async def _end(self, couple: Couple, pair_id: PairId, end: str) -> None:
        (ana, ben), bens, now = couple.actors, couple.ben.membership_id, self.clock.now()

        async def withdraw(services: Services) -> None:
            work = services._work
            pair = await work.partners.pair(ana.scope, pair_id)
            assert pair is not None
            await Partings(work, services.outbox).end(pair, EndReason.REGROUPED, now)

        async def block(services: Services) -> None:
            await services.blocks.block(ana, pair_id, bens, now)
            await services.blocks.unblock(ana, pair_id, bens)

        ways: dict[str, Doing] = {
            "part": lambda services: services.partners.end(ana, pair_id, now),
            "block": block,
            "revoke": lambda services: services.consenting.choose(
                ana, pair_id, bens, item=SharedItem.CHECKED_IN, is_on=False, now=now
            ),
            "decline": lambda services: services.pairing.decline(ana, pair_id, now),
            "withdraw": withdraw,
        }
        doing = [ways.get(end, ways["decline"])]
        if end == "accept and decline":
            doing.append(lambda services: services.pairing.accept(ben, pair_id, now))
        self.chance.shuffle(doing)
        await asyncio.gather(*(self.serve(one) for one in doing))
        couple.ended_at = self.clock.now()


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


async def test_nothing_stands_in_a_chat_that_came_after_the_end_of_the_right_to_see_it(
    start: Callable[..., Awaitable[App]], world: World, clock: SteeredClock
) -> None:
    app = await start(TICK_SECONDS="60")
    races = Races(app, clock, random.Random(4))  # noqa: S311 an order, no secret
    people = await couples(app, world, COUPLES, clock.now())
    await until(lambda: all(len(phone.chat) > 1 for couple in people for phone in couple.phones), 20)
    await until(races.is_quiet)
    late = [text for couple in people for text in couple.late([])]
    arrived: list[str] = []
    for _ in range(ORDERS // COUPLES):
        made = asyncio.Barrier(COUPLES)
        await asyncio.gather(*(races.order(couple, made) for couple in people))
        await until(races.is_quiet, 20)
        late += [text for couple in people for text in couple.late(arrived)]

    overtaken = app.vitals.counts["outbox_overtaken"]
    print(  # noqa: T201 the figure is what the test is for
        f"{sum(races.tried.values())} orders ({dict(races.tried)}), {len(arrived)} messages arrived in time, "
        f"{overtaken} overtaken on the wire and taken back, {len(late)} after the end"
    )
    assert [] == late
    assert ORDERS == sum(races.tried.values())
    assert len(arrived) > ORDERS / 10
