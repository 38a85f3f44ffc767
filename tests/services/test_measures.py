import datetime as dt

import pytest

from domain.errors import NothingToDo, Outdated
from domain.instruments.version import Kind
from domain.measures import State
from domain.phases import Phase, Track
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.taking import DAY, Taker, chosen, kind_of


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Taker:
    return Taker(container, await actor(storage, cast.ana), cast.ana)


async def test_one_waits_at_a_time_and_at_most_one_a_day(ana: Taker) -> None:
    first = await ana.waiting()
    await ana.take(Kind.PHQ4, 0, 0, 0, 0)
    later = await ana.waiting()
    ana.now = NOON + DAY

    assert (Kind.PHQ4, 4, ("Fay",)) == (kind_of(first), first and first.left, first and first.names)
    assert later is None
    assert Kind.BAM is kind_of(await ana.waiting())


async def test_a_day_is_the_persons_own(ana: Taker) -> None:
    ana.now = dt.datetime(2026, 3, 4, 4, 30, tzinfo=dt.UTC)
    await ana.take(Kind.PHQ4, 0, 0, 0, 0)
    still_tuesday = await ana.waiting()
    ana.now = dt.datetime(2026, 3, 4, 5, 1, tzinfo=dt.UTC)

    assert still_tuesday is None
    assert Kind.BAM is kind_of(await ana.waiting())


async def test_declined_it_waits_for_its_next_turn(ana: Taker) -> None:
    await ana.decline(Kind.PHQ4)
    same_day = await ana.waiting()
    ana.now = NOON + 13 * DAY
    before = kind_of(await ana.waiting())
    ana.now = NOON + 15 * DAY
    await ana.decline(Kind.BAM)
    ana.now += DAY
    await ana.decline(Kind.WHO5)
    ana.now += DAY

    assert (None, Kind.BAM, Kind.PHQ4) == (same_day, before, kind_of(await ana.waiting()))


async def test_what_does_not_wait_cannot_be_begun_or_declined(ana: Taker) -> None:
    with pytest.raises(Outdated):
        await ana.begin(Kind.PHQ9)
    with pytest.raises(Outdated):
        await ana.decline(Kind.BAM)


async def test_phase_and_track_decide_what_is_due(
    storage: Storage, container: Container, cast: Cast, ana: Taker
) -> None:
    await chosen(container, pacs_en=True, bam_30day_en=False)
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ana.membership_id, Phase.PREVENTION, Track.SUBSTANCE_USE, NOON.date())
    await ana.take(Kind.PHQ4, 0, 0, 0, 0)
    ana.now = NOON + DAY
    on_substances = kind_of(await ana.waiting())
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ana.membership_id, Phase.PREVENTION, Track.MENTAL_HEALTH, NOON.date())

    assert (Kind.PACS, Kind.WHO5) == (on_substances, kind_of(await ana.waiting()))


async def test_what_was_done_is_listed_latest_first(ana: Taker) -> None:
    await ana.take(Kind.PHQ4, 0, 0, 0, 0)
    ana.now = NOON + DAY
    await ana.take(Kind.BAM, 2)
    ana.now = NOON + 4 * DAY
    async with ana.container.transaction() as services:
        overview = await services.measures.overview(ana.who, ana.now)

    assert [("bam_30day_en", State.EXPIRED), ("phq4_en", State.COMPLETED)] == [
        (one.version.id, one.state) for one in overview.done
    ]
    assert [Kind.WHO5] == [one.kind for one in overview.waiting]


async def test_a_version_that_there_is_not_cannot_be_confirmed(container: Container) -> None:
    with pytest.raises(NothingToDo):
        await chosen(container, mmpi_en=True)
