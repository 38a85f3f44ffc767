import datetime as dt

import pytest

from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.phases import Phase, Stage, Track
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast

MONDAY = NOON.date() - dt.timedelta(days=1)
TUESDAY = NOON.date()
USUAL = Track.SUBSTANCE_USE


async def test_a_participant_stands_in_the_first_phase_since_joining(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        stage = await work.phases.stage(cast.ana.membership_id)

        assert Stage(Phase.STABILISATION, USUAL, TUESDAY) == stage


async def test_a_move_is_kept_with_its_date(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.begin(cast.ana.membership_id, Phase.STABILISATION, USUAL, MONDAY)
        await work.phases.move(cast.ana.membership_id, Phase.COPING, Track.EXECUTIVE, TUESDAY)

    async with storage.unit_of_work() as work:
        moved = Stage(Phase.COPING, Track.EXECUTIVE, TUESDAY)
        assert moved == await work.phases.stage(cast.ana.membership_id)
        assert (
            Stage(Phase.STABILISATION, USUAL, MONDAY),
            moved,
        ) == await work.phases.history(cast.ana.membership_id)
        assert () == await work.phases.history(cast.ben.membership_id)


async def test_a_second_move_on_one_date_takes_the_place_of_the_first(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.begin(cast.ana.membership_id, Phase.STABILISATION, USUAL, MONDAY)
        await work.phases.move(cast.ana.membership_id, Phase.AFTERCARE, USUAL, TUESDAY)
        await work.phases.move(cast.ana.membership_id, Phase.COPING, USUAL, TUESDAY)

        assert [Phase.STABILISATION, Phase.COPING] == [
            stage.phase for stage in await work.phases.history(cast.ana.membership_id)
        ]


async def test_a_move_undone_on_the_same_date_leaves_nothing(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.begin(cast.ana.membership_id, Phase.STABILISATION, USUAL, MONDAY)
        await work.phases.move(cast.ana.membership_id, Phase.COPING, USUAL, TUESDAY)
        await work.phases.move(cast.ana.membership_id, Phase.STABILISATION, USUAL, TUESDAY)

        began = Stage(Phase.STABILISATION, USUAL, MONDAY)
        assert (began,) == await work.phases.history(cast.ana.membership_id)
        assert began == await work.phases.stage(cast.ana.membership_id)


async def test_a_group_lists_its_active_participants_alone(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ben.membership_id, Phase.PREVENTION, Track.DUAL_DIAGNOSIS, TUESDAY)
        stages = await work.phases.stages(cast.fay.group_id)
        assert [cast.ana.membership_id, cast.ben.membership_id] == list(stages)
        assert Stage(Phase.PREVENTION, Track.DUAL_DIAGNOSIS, TUESDAY) == stages[cast.ben.membership_id]

        await work.groups.leave(cast.ana.membership_id, NOON)
        assert [cast.ben.membership_id] == list(await work.phases.stages(cast.fay.group_id))


async def test_a_seat_that_is_not_there_has_no_stage(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        with pytest.raises(NotAllowed):
            await work.phases.stage(MembershipId(1))
