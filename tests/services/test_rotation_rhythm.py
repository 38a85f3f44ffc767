import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from domain.errors import NotAllowed, NotUnderstood
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import asked
from tests.rotations import (
    paired_group,
    rotation,
    tick,
)

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
TEN_ON_THE_17TH = dt.datetime(2026, 3, 17, 14, tzinfo=dt.UTC)
"""Two weeks after the tests' day, ten in the morning in New York, where summer time has begun meanwhile."""


async def test_a_change_that_is_a_little_late_is_made_all_the_same(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired_group(storage, container, cast)
    await tick(container, TEN_ON_THE_17TH - DAY)
    await tick(container, TEN_ON_THE_17TH + 6 * HOUR)

    assert 1 == (await rotation(storage, cast.ana)).number


@pytest.mark.parametrize("weeks", [5, -1, 52])
async def test_other_rhythms_than_the_choices_are_refused(
    storage: Storage, container: Container, cast: Cast, weeks: int
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        with pytest.raises(NotUnderstood):
            await services.rotations.set_every(fay, cast.fay.group_id, weeks, NOON)


async def test_a_rhythm_chosen_before_the_first_pairs_counts_from_their_sending(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.rotations.set_every(fay, cast.fay.group_id, 3, NOON - 30 * DAY)
    assert (await rotation(storage, cast.ana)).next_at is None

    await paired_group(storage, container, cast)

    assert TEN_ON_THE_17TH + 7 * DAY == (await rotation(storage, cast.ana)).next_at


@pytest.mark.parametrize("outsider", ["ana", "cem", "dee", "gus"])
async def test_only_the_groups_facilitator_changes_when_pairs_change(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    person, group_id = await actor(storage, getattr(cast, outsider)), cast.fay.group_id
    async with container.transaction() as services:
        assert await services.rotations.coming(person, group_id, 0, NOON) is None
        attempts: list[Callable[[], Awaitable[object]]] = [
            lambda: services.rotations.rhythm(person, group_id),
            lambda: services.rotations.set_every(person, group_id, 1, NOON),
            lambda: services.rotations.skip(person, group_id, 0, NOON),
        ]
        for attempt in attempts:
            with pytest.raises(NotAllowed):
                await attempt()


async def test_a_group_that_never_had_pairs_wants_no_rematch(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.rotations.want_rematch(cast.ana.group_id, NOON)
        assert await work.rematching.planned_at(cast.ana.group_id) is None


async def test_a_no_lets_those_without_a_partner_be_looked_after(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.pairing.decline(ana, pair_id, NOON)
    async with storage.unit_of_work() as work:
        assert NOON == await work.rematching.planned_at(cast.ana.group_id)
