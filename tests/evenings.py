"""What tests of time share: the evening on which the cast is asked, and small steps through it."""

import datetime as dt

from sqlalchemy import update

from domain.access import SYSTEM
from domain.checkins import CheckIn
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Member
from tests.phone import tick

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
DUE = NOON + 6 * HOUR
"""18:00 in New York, when everybody of the cast is asked."""
REMINDER = DUE + 45 * MINUTE
NUDGE = DUE + 2 * HOUR
CLOSE = DUE + 6 * HOUR


async def latest(storage: Storage, member: Member) -> CheckIn:
    async with storage.unit_of_work() as work:
        found = await work.checkins.latest(SYSTEM, member.membership_id)
    assert found is not None
    return found


async def asked(storage: Storage, container: Container, day: int = 0) -> None:
    """Let the time come, and the prompts arrive."""
    await tick(container, DUE + day * DAY)
    await arrived(storage)


async def arrived(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.session.execute(update(OutboxRow).values(state="sent"))
