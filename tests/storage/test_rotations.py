import dataclasses
import datetime as dt

from domain.pair_drafts import Draft
from domain.pairing import Apart
from domain.rotations import NOTICE, Rotation
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import asked

SECOND = dt.timedelta(seconds=1)


async def test_a_change_is_due_to_be_announced_and_then_to_be_made(storage: Storage, cast: Cast) -> None:
    planned = Rotation(cast.ana.group_id, next_at=NOON)
    async with storage.unit_of_work() as work:
        await work.rotations.keep(planned)
        assert NOON - NOTICE == await work.rotations.next_at()
        assert [] == await work.rotations.due(NOON - NOTICE - SECOND, 10)
        assert [cast.ana.group_id] == await work.rotations.due(NOON - NOTICE, 10)

        await work.rotations.keep(dataclasses.replace(planned, announced_at=NOON - NOTICE))
        assert NOON == await work.rotations.next_at()
        assert [] == await work.rotations.due(NOON - SECOND, 10)
        assert [cast.ana.group_id] == await work.rotations.due(NOON, 10)


async def test_what_is_planned_outlasts_the_wish_to_look_after_somebody(storage: Storage, cast: Cast) -> None:
    planned = Rotation(cast.ana.group_id, every_weeks=4, number=3, next_at=NOON)
    await asked(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.rotations.keep(planned)
        await work.rotations.want_rematch(cast.ana.group_id, NOON)
        await work.rotations.keep(planned)

        assert planned == await work.rotations.get(cast.ana.group_id)
        assert NOON == await work.rematching.planned_at(cast.ana.group_id)


async def test_a_draft_comes_back_as_it_was_and_is_forgotten(storage: Storage, cast: Cast) -> None:
    couple = frozenset({cast.ana.membership_id, cast.ben.membership_id})
    draft = Draft(seed=7, pinned=frozenset({couple}), forbidden=frozenset({couple}))
    async with storage.unit_of_work() as work:
        await work.pair_drafts.keep(cast.ana.group_id, Draft())
        await work.pair_drafts.keep(cast.ana.group_id, draft)
    async with storage.unit_of_work() as work:
        assert draft == await work.pair_drafts.get(cast.ana.group_id)
        assert Draft() == await work.pair_drafts.get(cast.cem.group_id)
        await work.pair_drafts.drop(cast.ana.group_id)
        assert Draft() == await work.pair_drafts.get(cast.ana.group_id)


async def test_two_are_kept_apart_once_for_the_latest_reason(storage: Storage, cast: Cast) -> None:
    couple = frozenset({cast.ana.membership_id, cast.ben.membership_id})
    async with storage.unit_of_work() as work:
        for reason in (Apart.FACILITATOR, Apart.HOUSEHOLD):
            await work.kept_apart.add(cast.ana.group_id, couple, reason, NOON)

        assert {couple: Apart.HOUSEHOLD} == await work.kept_apart.of(cast.ana.group_id)
        assert {} == await work.kept_apart.of(cast.cem.group_id)
