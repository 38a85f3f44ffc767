"""What tests of time share: the evening on which the cast is asked, and small steps through it."""

import datetime as dt

from sqlalchemy import update

from domain.access import SYSTEM
from domain.checkins import OWN_SLOT, CheckIn
from domain.items import MOOD
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import EVERY_DAY, NOON, Member, actor
from tests.phone import tick

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
DUE = NOON + 6 * HOUR
"""18:00 in New York, when everybody of the cast is asked."""
REMINDER = DUE + 45 * MINUTE
NUDGE = DUE + 2 * HOUR
CLOSE = DUE + 6 * HOUR
LOOK = CLOSE - 15 * MINUTE
"""The last look before the end, without which we were away."""


async def latest(storage: Storage, member: Member) -> CheckIn:
    async with storage.unit_of_work() as work:
        found = await work.checkins.latest(SYSTEM, member.membership_id)
    assert found is not None
    return found


async def asked(storage: Storage, container: Container, day: int = 0) -> None:
    """Let the time come, and the prompts arrive."""
    await tick(container, DUE + day * DAY)
    await arrived(storage)


async def next_event(container: Container) -> dt.datetime | None:
    """Return when the next check-in is asked or climbs its ladder."""
    async with container.transaction() as services:
        moments = [await services.asking.next_at(), await services.ladder.next_at()]
    return min((moment for moment in moments if moment is not None), default=None)


async def scheduled(storage: Storage, member: Member) -> list[CheckIn]:
    """Return the check-ins that were due by plan, oldest first."""
    async with storage.unit_of_work() as work:
        found = await work.checkins.between(
            SYSTEM, member.membership_id, NOON.date() - 30 * DAY, NOON.date() + 60 * DAY
        )
    return sorted((one for one in found if one.slot < OWN_SLOT), key=lambda one: one.due_at)


async def asked_at(storage: Storage, member: Member, *minutes: int, now: dt.datetime = NOON) -> None:
    """Let a member be asked at these minutes of the day, as if they had never been asked before."""
    async with storage.unit_of_work() as work:
        zone = (await work.people.actor(member.person_id)).timezone
        await work.schedules.create(member.membership_id, minutes, EVERY_DAY, zone, now)


async def alone(storage: Storage, member: Member, *others: Member) -> None:
    """Ask nobody but this member."""
    async with storage.unit_of_work() as work:
        for other in others:
            if other != member:
                await work.schedules.stop(other.membership_id)


async def taken(storage: Storage, container: Container, member: Member, now: dt.datetime) -> None:
    """Let a member check in from beginning to end, with a mood of six."""
    who = await actor(storage, member)
    async with container.transaction() as services:
        checkin_id = await services.prompts.start(who, now)
        step = await services.checkins.read(who, checkin_id, now)
        assert step.question is not None
        while (question := step.question) is not None:
            if question.id == MOOD:
                step = await services.checkins.answer(who, checkin_id, MOOD, 6, now)
            else:
                step = await services.checkins.skip(who, checkin_id, question.id, now)


async def arrived(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.session.execute(update(OutboxRow).values(state="sent"))
