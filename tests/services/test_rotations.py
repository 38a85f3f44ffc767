import collections
import datetime as dt
import zoneinfo

import pytest

from domain.access import SYSTEM
from domain.messages import GoodbyeComing, Lane, PairEnded, PairGoesOn, PairProposed, RotationComing
from domain.partners import PairState
from domain.quiet import Quiet
from domain.rotations import NEVER
from services.container import Container
from services.ticks import ROTATIONS
from storage.outbox import SENT
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, actor
from tests.pairs import asked, in_line, joins, paired
from tests.rotations import (
    all_say_yes,
    group_of,
    kinds,
    next_due,
    open_pairs,
    paired_group,
    rotation,
    sends_pairs,
    tick,
)

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
TEN_ON_THE_17TH = dt.datetime(2026, 3, 17, 14, tzinfo=dt.UTC)
"""Two weeks after the tests' day, ten in the morning in New York, where summer time has begun meanwhile."""


async def test_twelve_people_meet_everybody_in_eleven_changes(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """22 weeks of ticks: eleven sets of pairs, 66 different ones, and nobody ever without."""
    people = await group_of(storage, cast, 12)
    await sends_pairs(storage, container, cast.fay, NOON)
    met = collections.Counter(await all_say_yes(storage, container, people, NOON))
    for _ in range(10):
        announced_at = await next_due(container)
        await tick(container, announced_at)
        changes_at = await next_due(container)
        await tick(container, changes_at)
        assert changes_at - announced_at == DAY
        begun = await all_say_yes(storage, container, people, changes_at)
        assert 6 == len(begun)
        met.update(begun)

    assert 66 == len(met)
    assert {1} == set(met.values())
    assert 10 == (await rotation(storage, cast.ana)).number


async def test_the_first_sending_plans_a_change_in_two_weeks_at_ten_where_the_group_is(
    storage: Storage, container: Container, cast: Cast
) -> None:
    assert (await rotation(storage, cast.ana)).next_at is None

    await paired_group(storage, container, cast)

    assert TEN_ON_THE_17TH == (await rotation(storage, cast.ana)).next_at
    assert TEN_ON_THE_17TH - DAY == await next_due(container)


async def test_a_day_before_facilitators_hear_at_once_and_partners_some_hours_later(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = await paired_group(storage, container, cast)
    assert 0 == await tick(container, TEN_ON_THE_17TH - DAY - dt.timedelta(seconds=1))
    assert [] == await in_line(storage, cast.fay)

    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH - DAY)

    assert [RotationComing(cast.fay.group_id, 0)] == await in_line(storage, cast.fay)
    assert [[GoodbyeComing]] * 4 == [await kinds(storage, member) for member in people]
    async with storage.unit_of_work() as work:
        assert TEN_ON_THE_17TH - DAY == await work.outbox.next_at()
    assert [] == await in_line(storage, cast.dee)


async def test_a_change_ends_the_old_pairs_and_asks_the_new_ones_in_one_message(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = await paired_group(storage, container, cast)
    old = {
        pair.pair_id: frozenset(side.name for side in pair.sides)
        for pair in await open_pairs(storage, cast.ana)
    }
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH)
    new = await open_pairs(storage, cast.ana)

    assert [PairState.PROPOSED] * 2 == [pair.state for pair in new]
    assert set(old.values()).isdisjoint(frozenset(side.name for side in pair.sides) for pair in new)
    for member in people:
        assert [PairProposed] == await kinds(storage, member)
    async with storage.unit_of_work() as work:
        ended = [await work.partners.pair(SYSTEM, pair_id) for pair_id in old]
    assert {PairState.ENDED} == {pair.state for pair in ended if pair is not None}
    assert TEN_ON_THE_17TH + 14 * DAY == (await rotation(storage, cast.ana)).next_at


async def test_served_twice_a_change_is_made_once(storage: Storage, container: Container, cast: Cast) -> None:
    await paired_group(storage, container, cast)
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH)
    before = await open_pairs(storage, cast.ana)
    async with container.transaction() as services:
        await ROTATIONS.do(services, cast.ana.group_id, TEN_ON_THE_17TH)

    assert before == await open_pairs(storage, cast.ana)


@pytest.mark.parametrize("hours", [7, 24, 24 * 60])
async def test_after_an_outage_one_change_comes_announced_and_at_a_decent_hour(
    storage: Storage, container: Container, cast: Cast, hours: int
) -> None:
    people = await paired_group(storage, container, cast)
    await tick(container, TEN_ON_THE_17TH - DAY)
    back_at = TEN_ON_THE_17TH + hours * HOUR
    await tick(container, back_at)

    assert 0 == (await rotation(storage, cast.ana)).number
    announced_at = await next_due(container)
    await tick(container, announced_at)
    changes_at = await next_due(container)
    await tick(container, changes_at)

    assert back_at <= announced_at <= changes_at - DAY
    assert 10 == changes_at.astimezone(zoneinfo.ZoneInfo(ZONE)).hour
    assert 1 == (await rotation(storage, cast.ana)).number
    assert 2 == len(await all_say_yes(storage, container, people, changes_at))
    assert await next_due(container) > changes_at + 12 * DAY


async def test_a_pair_younger_than_four_days_stays(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    eve, ira = [await joins(storage, cast.ana, name, 300 + i) for i, name in enumerate(("Eve", "Ira"))]
    young = await paired(storage, eve, ira, at=TEN_ON_THE_17TH - 4 * DAY + HOUR)
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH)

    assert [PairState.ACTIVE] == [
        pair.state for pair in await open_pairs(storage, cast.ana) if pair.pair_id == young
    ]
    assert [] == await in_line(storage, eve)


async def test_a_question_that_nobody_answered_for_four_days_makes_room(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    eve, ira = [await joins(storage, cast.ana, name, 300 + i) for i, name in enumerate(("Eve", "Ira"))]
    old = await asked(storage, eve, ira, at=NOON)
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH)

    assert old not in {pair.pair_id for pair in await open_pairs(storage, cast.ana)}
    assert [PairProposed] == await kinds(storage, eve)


async def test_two_who_would_only_get_each_other_again_go_on_without_a_word(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = await paired_group(storage, container, cast, size=2)
    await tick(container, TEN_ON_THE_17TH - DAY)

    assert [[]] * 3 == [await in_line(storage, member) for member in [*people, cast.fay]]
    assert [PairState.ACTIVE] == [pair.state for pair in await open_pairs(storage, cast.ana)]
    assert TEN_ON_THE_17TH + 13 * DAY == await next_due(container)


async def test_not_this_time_leaves_the_pairs_and_nobody_has_said_goodbye(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = await paired_group(storage, container, cast)
    await tick(container, TEN_ON_THE_17TH - DAY)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        settled = await services.rotations.skip(fay, cast.fay.group_id, 0, TEN_ON_THE_17TH - DAY + HOUR)
        again = await services.rotations.skip(fay, cast.fay.group_id, 0, TEN_ON_THE_17TH - DAY + HOUR)
    await tick(container, TEN_ON_THE_17TH)

    assert (True, False) == (settled.is_new, again.is_new)
    assert TEN_ON_THE_17TH + 14 * DAY == settled.rotation.next_at
    assert [[]] * 4 == [await in_line(storage, member) for member in people]
    assert [PairState.ACTIVE] * 2 == [pair.state for pair in await open_pairs(storage, cast.ana)]


async def test_who_was_told_goodbye_hears_that_the_pair_goes_on(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    await tick(container, TEN_ON_THE_17TH - DAY)
    now = TEN_ON_THE_17TH - DAY + 6 * HOUR
    async with container.transaction() as services:
        for waiting in await services.outbox.claim(list(Lane), 50, owner="courier", now=now, lease=HOUR):
            await services.outbox.settle(waiting, "courier", SENT, now)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.rotations.set_every(fay, cast.fay.group_id, NEVER, now)

    assert [PairGoesOn] == await kinds(storage, cast.ana)
    assert (await rotation(storage, cast.ana)).next_at is None


async def test_quiet_hours_hold_the_goodbye_and_the_question(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ana.person_id, Quiet(9 * 60, 20 * 60))
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH)
    async with container.transaction() as services:
        ready = await services.outbox.claim(
            list(Lane), 50, owner="courier", now=TEN_ON_THE_17TH + 9 * HOUR, lease=HOUR
        )

    assert cast.ana.person_id not in {waiting.person_id for waiting in ready}
    assert [PairProposed] == await kinds(storage, cast.ana)


async def test_somebody_whose_partner_moves_on_alone_is_told_that_it_is_over(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, TEN_ON_THE_17TH.date() + 9 * DAY)
    await tick(container, TEN_ON_THE_17TH - DAY)

    assert [] == await in_line(storage, cast.ana)

    await tick(container, TEN_ON_THE_17TH)

    assert [PairEnded] == await kinds(storage, cast.ana)
