"""Fills an empty database with a program of simulated people, and plans when the service is away."""

import contextlib
import datetime as dt
import pathlib
import random
import tempfile
from collections.abc import AsyncIterator
from typing import Final

from benchmarks.twelve_weeks.people import ZONES, temper
from benchmarks.twelve_weeks.world import Somebody
from domain.access import Role
from domain.ids import Address, GroupId
from domain.recurrence import EVERY_DAY
from services.container import Container, Surroundings
from storage import schema
from storage.database import Database
from storage.unit_of_work import Storage, UnitOfWork
from storage.vault import MasterKeys, new_master_key

OUTAGES_MINUTES: Final = (1, 4, 20, 65, 5 * 60, 26 * 60, 72 * 60)
SETTLED_DAYS: Final = 5
"""Days at the end without an outage: the longest one is over by then."""
GROUP_OF: Final = 10
EVENING: Final = 18 * 60
PEOPLE_OF_A_BOT: Final = 1_000_003
BOT_ID: Final = 4242


def outages(start: dt.datetime, weeks: int) -> list[tuple[dt.datetime, dt.datetime]]:
    """Return when the service is away: from a minute to three days, spread over the weeks."""
    chance = random.Random(weeks)  # noqa: S311 a plan, no secret
    hours = (weeks * 7 - SETTLED_DAYS) * 24
    found = []
    for number, minutes in enumerate(OUTAGES_MINUTES):
        share = (number + 0.1 + chance.random() * 0.6) / len(OUTAGES_MINUTES)
        since = start + dt.timedelta(hours=hours * share)
        found.append((since, since + dt.timedelta(minutes=minutes)))
    return found


@contextlib.asynccontextmanager
async def program(
    count: int, number: int, start: dt.datetime
) -> AsyncIterator[tuple[Container, list[Somebody]]]:
    """Open a database with so many participants; the same number makes the same people."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{pathlib.Path(folder)}/tandem.db")
        await schema.upgrade(database)
        storage = Storage(database, MasterKeys([new_master_key()]), BOT_ID)
        await storage.open()
        people = []
        group = GroupId(0)
        for seat in range(count):
            async with storage.unit_of_work() as work:
                if seat % GROUP_OF == 0:
                    group = await _group(work, f"Group {seat}", start)
                people.append(await _member(work, group, number * PEOPLE_OF_A_BOT + seat, start))
        yield Container(storage, Surroundings("simulated_bot", "US")), people
        await storage.close()


async def _group(work: UnitOfWork, name: str, start: dt.datetime) -> GroupId:
    clinic = await work.groups.program("Riverside", start)
    group = await work.groups.create(clinic, name, ZONES[0], EVENING, start)
    assert group is not None  # noqa: S101 every name is another
    return group


async def _member(work: UnitOfWork, group: GroupId, number: int, start: dt.datetime) -> Somebody:
    one = temper(number)
    person = await work.people.add(Address(1_000 + number), "en", one.zone, start)
    seat = await work.groups.join(group, person, Role.PARTICIPANT, f"P{number}", start)
    await work.schedules.create(seat, one.minutes, EVERY_DAY, one.zone, start)
    return Somebody(person, seat, one, one.zone)
