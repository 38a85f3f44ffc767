"""A person who moves zones, a zone that changes its rules, and a clock that jumps: nothing twice, nothing left out."""

import datetime as dt
import zoneinfo

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.evenings import (
    DAY,
    DUE,
    HOUR,
    LOOK,
    MINUTE,
    alone,
    arrived,
    asked_at,
    next_event,
    scheduled,
    taken,
)
from tests.phone import messages, tick

HALF_HOURS = [(number, jump) for number in range(0, 20, 3) for jump in (HOUR, -HOUR)]


async def move(storage: Storage, container: Container, member: Member, zone: str, now: dt.datetime) -> None:
    who = await actor(storage, member)
    async with container.transaction() as services:
        await services.schedules.set_timezone(who, zone, now)


async def lived(
    storage: Storage, container: Container, member: Member, since: dt.datetime, until: dt.datetime
) -> None:
    """Let all that is due happen between two moments, with every prompt answered ten minutes after it came."""
    while (event := await next_event(container)) is not None and event <= until:
        now = max(event, since)
        await tick(container, now)
        await arrived(storage)
        if any(one.state is State.OPEN for one in await scheduled(storage, member)):
            await taken(storage, container, member, now + 10 * MINUTE)


async def asked_locally(storage: Storage, member: Member, *zones: str) -> list[str]:
    """Return date, slot and local moment of each check-in, in the zone that the person was in."""
    found = await scheduled(storage, member)
    return [
        f"{one.local_date:%d}/{one.slot} {one.due_at.astimezone(zoneinfo.ZoneInfo(zone)):%d %H:%M}"
        for one, zone in zip(found, zones, strict=True)
    ]


async def test_new_york_to_tokyo_to_honolulu_in_one_week_once_a_day(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """Friday comes twice on the way over the date line, and is asked for once."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    out, back = NOON + DAY, NOON + 3 * DAY - 6 * HOUR
    await lived(storage, container, cast.ana, NOON, out)
    await move(storage, container, cast.ana, "Asia/Tokyo", out)
    await lived(storage, container, cast.ana, out, back)
    await move(storage, container, cast.ana, "Pacific/Honolulu", back)
    await lived(storage, container, cast.ana, back, NOON + 5 * DAY)

    there, tokyo, honolulu = "America/New_York", "Asia/Tokyo", "Pacific/Honolulu"
    assert ["03/0 03 18:00", "05/0 05 18:00", "06/0 06 18:00", "07/0 07 18:00"] == await asked_locally(
        storage, cast.ana, there, tokyo, tokyo, honolulu
    )
    assert 4 == (await messages(storage, cast.ana)).count("checkin.due")


async def test_new_york_to_tokyo_to_honolulu_three_times_a_day(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, 9 * 60, 14 * 60, 20 * 60)
    out, back = NOON + 22 * HOUR, NOON + 44 * HOUR
    await lived(storage, container, cast.ana, NOON, out)
    await move(storage, container, cast.ana, "Asia/Tokyo", out)
    await lived(storage, container, cast.ana, out, back)
    await move(storage, container, cast.ana, "Pacific/Honolulu", back)
    await lived(storage, container, cast.ana, back, NOON + 80 * HOUR)

    found = await scheduled(storage, cast.ana)
    keys = [(one.local_date, one.slot) for one in found]
    assert len(keys) == len(set(keys))
    assert {State.COMPLETED} == {one.state for one in found}
    assert len(keys) == (await messages(storage, cast.ana)).count("checkin.due")
    # Wednesday 10:00 in New York is midnight in Tokyo: of what passed on the way only the last one is asked, at once.
    # Thursday comes twice, and is asked for once.
    tuesday, wednesday = [(3, 1), (3, 2)], [(4, 2), (4, 0)]
    thursday, friday = [(5, 0), (5, 1), (5, 2)], [(6, 0), (6, 1)]
    assert [*tuesday, *wednesday, *thursday, *friday] == [(one.day, slot) for one, slot in keys]


async def test_what_passed_on_the_way_and_is_in_its_window_is_asked_now(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """16:00 in New York is 21:00 in London, where 18:00 is three hours past."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await move(storage, container, cast.ana, "Europe/London", NOON + 4 * HOUR)
    await tick(container, NOON + 4 * HOUR)

    [one] = await scheduled(storage, cast.ana)
    assert (State.OPEN, NOON + HOUR, NOON + 4 * HOUR) == (one.state, one.due_at, one.asked_at)
    assert ["checkin.due"] == await messages(storage, cast.ana)


@pytest.mark.parametrize("minutes", [(18 * 60,), (14 * 60, 20 * 60)])
async def test_a_move_there_and_back_by_mistake_changes_nothing(
    storage: Storage, container: Container, cast: Cast, minutes: tuple[int, ...]
) -> None:
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, *minutes)
    async with storage.unit_of_work() as work:
        before = await work.schedules.get(SYSTEM, cast.ana.membership_id)
    for zone in ("Asia/Tokyo", "Pacific/Honolulu", "America/New_York"):
        await move(storage, container, cast.ana, zone, NOON)

    async with storage.unit_of_work() as work:
        assert before == await work.schedules.get(SYSTEM, cast.ana.membership_id)


@pytest.mark.parametrize("wrong", [-HOUR, HOUR])
async def test_when_a_zone_changes_its_rules_the_moment_is_computed_anew(
    storage: Storage, container: Container, cast: Cast, wrong: dt.timedelta
) -> None:
    """The stored moment is off by the hour that the rules have changed by."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    async with storage.unit_of_work() as work:
        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        [time] = schedule.times
        assert time.due_on is not None
        await work.schedules.set_due(time.time_id, time.due_on, DUE + wrong)
    for minutes in range(-60, 121, 30):
        await tick(container, DUE + minutes * MINUTE)

    [one] = await scheduled(storage, cast.ana)
    assert (DUE, State.OPEN, max(DUE, DUE + wrong)) == (one.due_at, one.state, one.asked_at)
    assert 1 == (await messages(storage, cast.ana)).count("checkin.due")
    async with storage.unit_of_work() as work:
        assert await work.schedules.next_due_at() == DUE + DAY


@pytest.mark.parametrize(("half_hours", "jump"), HALF_HOURS)
async def test_a_clock_that_jumps_for_half_an_hour_asks_nothing_twice_and_blames_nobody(
    storage: Storage, container: Container, cast: Cast, half_hours: int, jump: dt.timedelta
) -> None:
    """Ana answers ten minutes after each prompt, by her own watch; three prompts a day."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, 9 * 60, 14 * 60, 20 * 60)
    wrong_from = NOON + half_hours * 30 * MINUTE
    answers_at: dt.datetime | None = None
    for minutes in range(0, 22 * 60, 5):
        true = NOON + minutes * MINUTE
        clock = true + jump if wrong_from <= true < wrong_from + 30 * MINUTE else true
        event = await next_event(container)
        if event is not None and event <= clock:
            await tick(container, clock)
            await arrived(storage)
            answers_at = answers_at or true + 10 * MINUTE
        if answers_at is not None and true >= answers_at:
            answers_at = None
            async with storage.unit_of_work() as work:
                is_open = bool(await work.checkins.open_of(SYSTEM, cast.ana.person_id))
            if is_open:
                await taken(storage, container, cast.ana, clock)

    found = await scheduled(storage, cast.ana)
    assert [(3, 1), (3, 2), (4, 0)] == [(one.local_date.day, one.slot) for one in found]
    assert {State.COMPLETED} == {one.state for one in found}
    assert 3 == (await messages(storage, cast.ana)).count("checkin.due")


async def test_a_clock_that_jumps_over_the_end_makes_no_miss(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await tick(container, DUE)
    await arrived(storage)
    await tick(container, LOOK - MINUTE + HOUR)
    await tick(container, LOOK)
    await taken(storage, container, cast.ana, LOOK + MINUTE)

    assert [State.COMPLETED] == [one.state for one in await scheduled(storage, cast.ana)]
