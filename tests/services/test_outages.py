"""The service is away for a minute to three days: at most one catch-up for each person, and nobody has missed anything."""

import datetime as dt
import itertools
from collections import Counter

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from domain.setbacks import missed_in_a_row
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import (
    DAY,
    DUE,
    HOUR,
    MINUTE,
    alone,
    arrived,
    asked_at,
    next_event,
    scheduled,
    taken,
)
from tests.phone import messages, tick

ONCE, THRICE = (18 * 60,), (9 * 60, 14 * 60, 18 * 60)
LENGTHS = [
    MINUTE,
    14 * MINUTE,
    16 * MINUTE,
    45 * MINUTE,
    HOUR,
    3 * HOUR + 59 * MINUTE,
    5 * HOUR + 50 * MINUTE,
    6 * HOUR + MINUTE,
    9 * HOUR,
    15 * HOUR,
    23 * HOUR,
    25 * HOUR,
    72 * HOUR,
]
BEGINNINGS = [-HOUR, 5 * MINUTE, 50 * MINUTE]
"""Before and after the prompt of Tuesday at 18:00."""
AWAY = list(itertools.product(BEGINNINGS, LENGTHS))


async def lived_through(
    storage: Storage, container: Container, cast: Cast, away_from: dt.datetime, back_at: dt.datetime
) -> None:
    """Let Ana answer ten minutes after each prompt; what she sends during the outage comes a minute after its end."""
    answers_at: dt.datetime | None = None
    while (event := await next_event(container)) is not None and event < back_at + DAY + HOUR:
        tick_at = back_at if away_from <= event < back_at else event
        if answers_at is not None and away_from <= answers_at < back_at:
            answers_at = back_at + MINUTE
        if answers_at is not None and answers_at < tick_at:
            await taken(storage, container, cast.ana, answers_at)
            answers_at = None
            continue
        before = len(await messages(storage, cast.ana))
        await tick(container, tick_at)
        await arrived(storage)
        if "checkin.due" in (await messages(storage, cast.ana))[before:]:
            answers_at = tick_at + 10 * MINUTE
    if answers_at is not None:
        await taken(storage, container, cast.ana, answers_at)


@pytest.mark.parametrize("minutes", [ONCE, THRICE], ids=["once", "thrice"])
@pytest.mark.parametrize("away", AWAY, ids=lambda away: f"{away[0]}+{away[1]}")
async def test_whoever_answers_has_missed_nothing_whatever_the_outage(
    storage: Storage,
    container: Container,
    cast: Cast,
    away: tuple[dt.timedelta, dt.timedelta],
    minutes: tuple[int, ...],
) -> None:
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, *minutes)
    away_from, back_at = DUE + away[0], DUE + sum(away, dt.timedelta(0))
    await lived_through(storage, container, cast, away_from, back_at)

    found = await scheduled(storage, cast.ana)
    each = Counter((one.local_date, one.slot) for one in found)
    catch_ups = [one for one in found if one.asked_at is not None and one.asked_at - one.due_at > MINUTE]
    excused = [one for one in found if one.state is State.EXCUSED]
    assert {1} == set(each.values())
    assert {State.COMPLETED, State.EXCUSED} >= {one.state for one in found}
    assert len(catch_ups) <= 1
    # Only what became due while we were away is excused.
    assert all(away_from <= one.due_at <= back_at for one in excused)
    assert 0 == missed_in_a_row([one.state for one in reversed(found)])
    assert [] == await messages(storage, cast.fay)


@pytest.mark.parametrize("minutes", [ONCE, THRICE], ids=["once", "thrice"])
@pytest.mark.parametrize("length", LENGTHS, ids=str)
async def test_silence_while_we_were_away_is_nobody_s_miss(
    storage: Storage, container: Container, cast: Cast, length: dt.timedelta, minutes: tuple[int, ...]
) -> None:
    """Ana answers nothing; what she was asked just before the outage, or in it, may end as missed only with its time."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, *minutes)
    away_from, back_at = DUE + 5 * MINUTE, DUE + 5 * MINUTE + length
    while (event := await next_event(container)) is not None and event < back_at + DAY:
        await tick(container, back_at if away_from <= event < back_at else event)
        await arrived(storage)

    for one in await scheduled(storage, cast.ana):
        ended_while_away = away_from < one.closes_at <= back_at
        was_late = one.asked_at is not None and one.asked_at - one.due_at > 15 * MINUTE
        had_all = one.asked_at is not None and one.closes_at - one.asked_at == 6 * HOUR
        if one.state is State.MISSED:
            assert not ended_while_away
            assert not was_late or had_all
        elif away_from <= one.due_at <= back_at:
            assert one.state in {State.EXCUSED, State.OPEN}


async def test_who_could_not_be_reached_is_told_apart_from_our_outage(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await alone(storage, cast.ana, cast.cem)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ana.person_id, NOON)
    await tick(container, DUE + 2 * DAY + HOUR)

    assert [State.UNREACHABLE] * 3 == [one.state for one in await scheduled(storage, cast.ana)]
    assert [State.EXCUSED, State.EXCUSED, State.OPEN] == [
        one.state for one in await scheduled(storage, cast.ben)
    ]


async def test_a_catch_up_shortly_before_the_next_one_is_no_miss(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """Back ten minutes before 14:00: 9:00 is asked all the same, and nobody is blamed for ten minutes."""
    await alone(storage, cast.ana, cast.ben, cast.cem)
    await asked_at(storage, cast.ana, 9 * 60, 14 * 60, now=NOON + 9 * HOUR)
    two = NOON + 26 * HOUR
    for moment in (two - 10 * MINUTE, two - 9 * MINUTE, two):
        await tick(container, moment)
        await arrived(storage)

    assert [State.EXCUSED, State.OPEN] == [one.state for one in await scheduled(storage, cast.ana)]
    async with storage.unit_of_work() as work:
        assert 1 == len(await work.checkins.open_of(SYSTEM, cast.ana.person_id))
