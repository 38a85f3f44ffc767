"""What simulated people do when a prompt comes: answer, stop, walk away, put off, travel, pause, come back."""

import datetime as dt
import random
from typing import Final

from benchmarks.twelve_weeks.people import ZONES, Way
from benchmarks.twelve_weeks.world import Somebody, World
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import MOOD, Item, Scale, Use
from domain.ladder import SNOOZES
from domain.messages import CheckInDue, CheckInReminder, Message
from domain.schedules import PauseReason
from services.steps import Step

DAY: Final = dt.timedelta(days=1)
WEEK: Final = dt.timedelta(days=7)
PAUSE_A_WEEK: Final = 0.02
TRAVEL_A_WEEK: Final = 0.015
BLOCK_A_WEEK: Final = 0.004
ON_DEMAND_A_DAY: Final = 0.02
LATE_NEXT_DAY: Final = 0.06
CORRECT: Final = 0.03
WRITES: Final = 0.2
WALK_AWAY_AFTER: Final = 2
"""Answers given by somebody who stops or walks away."""


class Deeds:
    """Everybody's behaviour, wired to the world."""

    def __init__(self, world: World, start: dt.datetime) -> None:
        self._world = world
        self._start = start
        self.counts: dict[str, int] = {}
        world.on_message = self.received

    def begin(self, who: Somebody) -> None:
        """Plan somebody's first week."""
        self._world.later(
            who, self._start + DAY * who.temper.chance.random() * 7, lambda now: self._week(who, now)
        )

    def received(self, who: Somebody, message: Message, now: dt.datetime) -> None:
        """Let somebody react to what arrived."""
        if not isinstance(message, CheckInDue | CheckInReminder):
            return
        checkin_id = message.checkin_id
        if isinstance(message, CheckInDue):
            who.prompted.setdefault(checkin_id, now)
        elif checkin_id in who.tried or not who.temper.happens(0.15):
            return
        way = who.temper.way((now - self._start) // WEEK)
        if way is not Way.SILENT:
            at = now + who.temper.delay()
            self._world.later(who, at, lambda moment: self._take_up(who, checkin_id, way, moment))
        elif who.temper.happens(LATE_NEXT_DAY):
            self._world.later(who, now + DAY * 0.6, lambda moment: self._yesterday(who, moment))

    async def _take_up(self, who: Somebody, checkin_id: CheckInId, way: Way, now: dt.datetime) -> None:
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            if way is Way.DECLINE:
                await services.prompts.stop(actor, checkin_id, now)
                return
            if way is Way.PUT_OFF:
                await services.prompts.put_off(actor, checkin_id, who.temper.chance.choice(SNOOZES), now)
                return
            await services.prompts.begin(actor, checkin_id, now, Form.WELCOME)
            step = await services.checkins.read(actor, checkin_id, now)
        self._go_on(who, step, way, now)

    def _go_on(self, who: Somebody, step: Step, way: Way, now: dt.datetime) -> None:
        given = len(step.checkin.answers)
        if step.question is None:
            if step.checkin.state.is_answered and who.temper.happens(CORRECT):
                at = now + who.temper.delay()
                self._world.later(who, at, lambda moment: self._correct(who, step.checkin.id, moment))
            return
        if way is Way.WALK_AWAY and given >= WALK_AWAY_AFTER:
            return
        if way is Way.STOP and given >= WALK_AWAY_AFTER:
            self._world.later(who, now, lambda moment: self._stop(who, step.checkin.id, moment))
            return
        self._world.later(who, now + who.temper.pause(), lambda moment: self._answer(who, step, way, moment))

    async def _answer(self, who: Somebody, step: Step, way: Way, now: dt.datetime) -> None:
        checkin_id, item = step.checkin.id, step.question
        assert item is not None  # noqa: S101 only a question is answered
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            answer = _answer_to(item, who.temper.chance)
            match answer:
                case None:
                    step = await services.checkins.skip(actor, checkin_id, item.id, now)
                case str():
                    step = await services.checkins.write(actor, checkin_id, answer, now)
                case _:
                    step = await services.checkins.answer(actor, checkin_id, item.id, answer, now)
        if step.checkin.answers:
            who.tried.setdefault(checkin_id, now)
        self._go_on(who, step, way, now)

    async def _stop(self, who: Somebody, checkin_id: CheckInId, now: dt.datetime) -> None:
        async with self._world.container.transaction() as services:
            await services.prompts.stop(await services.people.actor(who.person_id), checkin_id, now)

    async def _correct(self, who: Somebody, checkin_id: CheckInId, now: dt.datetime) -> None:
        self._count("corrections")
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            step = await services.checkins.reopen(actor, checkin_id, MOOD, now)
            if step.question is not None:
                await services.checkins.answer(actor, checkin_id, MOOD, 5, now)

    async def _yesterday(self, who: Somebody, now: dt.datetime) -> None:
        self._count("late answers")
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            step = await services.yesterday.open_yesterday(actor, now)
        self._go_on(who, step, Way.ANSWER, now)

    async def _week(self, who: Somebody, now: dt.datetime) -> None:
        temper = who.temper
        if temper.happens(PAUSE_A_WEEK):
            self._world.later(who, now, lambda moment: self._pause(who, moment))
        if temper.happens(TRAVEL_A_WEEK):
            home, away = who.zone, temper.chance.choice(ZONES)
            self._world.later(who, now, lambda moment: self._move(who, away, moment))
            back = now + DAY * temper.chance.randint(2, 12)
            self._world.later(who, back, lambda moment: self._move(who, home, moment))
        if temper.happens(BLOCK_A_WEEK):
            who.is_blocking = True
            self._count("blocks")
            back = now + DAY * temper.chance.randint(2, 9)
            self._world.later(who, back, lambda moment: self._return(who, moment))
        for day in range(7):
            if temper.happens(ON_DEMAND_A_DAY):
                at = now + DAY * (day + temper.chance.random())
                self._world.later(who, at, lambda moment: self._start_one(who, moment))
        self._world.later(who, now + WEEK, lambda moment: self._week(who, moment))

    async def _pause(self, who: Somebody, now: dt.datetime) -> None:
        self._count("pauses")
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            days, reason = who.temper.chance.randint(3, 14), who.temper.chance.choice(list(PauseReason))
            await services.schedules.pause(actor, days, reason, now, is_partner_told=False)

    async def _move(self, who: Somebody, zone: str, now: dt.datetime) -> None:
        self._count("moves to another zone")
        who.zone = zone
        who.moves.append((now, zone))
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            await services.schedules.set_timezone(actor, zone, now)

    async def _return(self, who: Somebody, now: dt.datetime) -> None:
        who.is_blocking = False
        async with self._world.container.transaction() as services:
            await services.reachability.regained(who.person_id, now)

    async def _start_one(self, who: Somebody, now: dt.datetime) -> None:
        if who.is_blocking:
            return
        self._count("check-ins on demand")
        async with self._world.container.transaction() as services:
            actor = await services.people.actor(who.person_id)
            checkin_id = await services.prompts.start(actor, now)
            await services.prompts.begin(actor, checkin_id, now, Form.WELCOME)
            step = await services.checkins.read(actor, checkin_id, now)
        self._go_on(who, step, Way.ANSWER, now)

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


def _answer_to(item: Item, chance: random.Random) -> int | str | None:
    """Return a number, words, or None for a skip."""
    match item.scale:
        case Scale.TEXT:
            return "A long day, a short note." if chance.random() < WRITES else None
        case Scale.USE:
            return int(chance.choices(list(Use), weights=(93, 3, 4))[0])
        case Scale.YES_NO | Scale.CHOICE:
            return chance.randint(0, 1)
        case Scale.NUMBER:
            return min(10, max(0, round(chance.gauss(6.5 if item.id == MOOD else 3, 1.6))))
