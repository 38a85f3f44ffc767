"""A thousand random orders of what partners do and what waits for them, through the real courier and a real server.

Whoever ends the right to see something does it by a tap, as people do. From the moment at which the server takes the answer to
that tap nothing of what ended may arrive, not even for a moment: the server's own list of what it was asked is the judge.
"""

import asyncio
import collections
import dataclasses
import http
import random
from collections.abc import Awaitable, Callable

from bot.app import App
from domain.errors import NothingToDo
from domain.ids import PairId
from domain.messages import PairProposed, PartnerNudge
from domain.partners import EndReason
from domain.sharing import SharedItem
from handlers.callbacks.pairing import PairAccepted, PairRefused
from handlers.callbacks.partners import EndPairingConfirmed
from handlers.callbacks.payload import Press
from handlers.callbacks.relays import BlockConfirmed
from handlers.callbacks.sharing import ShareChosen
from sandbox.telegram.world import World
from services.container import Services
from services.partings import Partings
from storage.database import has_collided
from tests.bot.conftest import SteeredClock, container_of, until
from tests.bot.couples import Couple, couples, is_private
from tests.pairs import asked, paired

ORDERS = 1_000
COUPLES = 25
LASTS_SECONDS = 1.0
"""Within this the end comes; what is put in line comes within the first third. When all couples act at once, a message takes up to
half of it from line to phone, so that of the messages some arrive before the end, some are still in line, and some are on the wire."""
OF_ACTIVE = ("part", "block", "revoke")
OF_ASKED = ("decline", "regroup", "accept and decline")
Doing = Callable[[Services], Awaitable[object]]


@dataclasses.dataclass
class Races:
    """Brings orders about, and counts what arrived when."""

    app: App
    world: World
    clock: SteeredClock
    chance: random.Random
    tried: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    meant: int = 0
    in_time: int = 0
    late: list[str] = dataclasses.field(default_factory=list)

    async def order(self, couple: Couple, made: asyncio.Barrier) -> None:
        """Put messages in line and end the right to see them, each at a random moment."""
        is_asked = self.chance.random() < 1 / 2
        end = self.chance.choice(OF_ASKED if is_asked else OF_ACTIVE)
        make = asked if is_asked else paired
        storage = container_of(self.app).storage
        pair_id = await make(storage, couple.ana, couple.ben, at=self.clock.now())
        couple.query_id = couple.ended_at = None
        await made.wait()
        self.tried[end] += 1
        posts = [self._proposed] if is_asked else [self._relayed, self._nudged]
        if end == "revoke":
            posts = [self._nudged]
        self.meant += 1 if end == "revoke" else 2
        await asyncio.gather(
            *(self._within(LASTS_SECONDS / 3, post(couple, pair_id)) for post in posts),
            self._within(LASTS_SECONDS, self._end(couple, pair_id, end)),
        )

    def judge(self, people: list[Couple]) -> None:
        """Sort what the server was asked since the last time into before and after each end; empty the chats."""
        calls = list(self.world.calls)
        answers = {
            call.parameters["callback_query_id"]: place
            for place, call in enumerate(calls)
            if call.method == "answercallbackquery" and call.status == http.HTTPStatus.OK
        }
        ends = {
            phone.id: answers[couple.query_id]
            for couple in people
            if couple.query_id is not None
            for phone in couple.phones
        }
        for place, call in enumerate(calls):
            text = call.parameters.get("text", "")
            if call.method != "sendmessage" or call.status != http.HTTPStatus.OK or not is_private(text):
                continue
            if place > ends.get(int(call.parameters["chat_id"]), len(calls)):
                self.late.append(text)
            else:
                self.in_time += 1
        for couple in people:
            self.late += couple.left()
        self.world.calls.clear()

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
        ana, ben = couple.phones
        bens = couple.ben.membership_id
        if end == "regroup":
            await self._regrouped(couple, pair_id)
            return
        presses: dict[str, Press] = {
            "part": EndPairingConfirmed(pair_id),
            "block": BlockConfirmed(pair_id, bens),
            "revoke": ShareChosen(pair_id, bens, SharedItem.CHECKED_IN, 0),
        }
        taps = [(ana, presses.get(end, PairRefused(pair_id)))]
        if end == "accept and decline":
            taps.append((ben, PairAccepted(pair_id)))
        self.chance.shuffle(taps)
        queries = {phone.id: phone.forge_tap(1, press.pack()) for phone, press in taps}
        couple.query_id = queries[ana.id]
        desk = couple.phones[0]._state.desk
        await until(lambda: all(desk.is_answered(one) for one in queries.values()), 20)
        if end == "block":
            await self.serve(lambda services: services.blocks.unblock(couple.actors[0], pair_id, bens))

    async def _regrouped(self, couple: Couple, pair_id: PairId) -> None:
        """End it as a tick does, that nobody taps for: from then on nothing of it may stay."""

        async def end(services: Services) -> None:
            work = services._work
            pair = await work.partners.pair(couple.actors[0].scope, pair_id)
            assert pair is not None
            await Partings(work, services.outbox).end(pair, EndReason.REGROUPED, self.clock.now())

        await self.serve(end)
        couple.ended_at = self.clock.now()


async def test_nothing_arrives_after_the_end_of_the_right_to_see_it(
    start: Callable[..., Awaitable[App]], world: World, clock: SteeredClock
) -> None:
    app = await start(TICK_SECONDS="60")
    races = Races(app, world, clock, random.Random(4))  # noqa: S311 an order, no secret
    people = await couples(app, world, COUPLES, clock.now())
    await until(lambda: all(len(phone.chat) > 1 for couple in people for phone in couple.phones), 20)
    await until(app.is_idle)
    # Ways through a network differ: what was sent first may arrive last.
    world.faults.slow(0.0, 0.1)
    world.calls.clear()
    for _ in range(ORDERS // COUPLES):
        made = asyncio.Barrier(COUPLES)
        await asyncio.gather(*(races.order(couple, made) for couple in people))
        await until(app.is_idle, 20)
        races.judge(people)

    vitals = app.vitals.counts
    print(  # noqa: T201 the figures are what the test is for
        f"{sum(races.tried.values())} orders ({dict(races.tried)}): of {races.meant} messages {races.in_time} arrived before the end, "
        f"{vitals['outbox_overtaken']} of them were on the wire when it came and went again, {len(races.late)} arrived after it"
    )
    assert [] == races.late
    assert ORDERS == sum(races.tried.values())
    assert races.in_time > races.meant / 5
    assert races.meant - races.in_time > races.meant / 5
    assert vitals["outbox_overtaken"] > 0
