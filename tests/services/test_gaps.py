"""Who is told of a gap, and when: facilitators at once, others when their quiet hours are over, nobody twice."""

import datetime as dt

from sqlalchemy import select

from domain.ids import PersonId
from domain.quiet import Quiet
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast

HOUR = dt.timedelta(hours=1)


async def _due(storage: Storage) -> dict[PersonId, list[dt.datetime]]:
    found: dict[PersonId, list[dt.datetime]] = {}
    async with storage.unit_of_work() as work:
        for row in await work.session.scalars(select(OutboxRow).where(OutboxRow.kind == "gap.over")):
            found.setdefault(PersonId(row.person_id), []).append(row.not_before)
    return found


async def test_everybody_is_told_once_and_nobody_in_their_quiet_hours_but_facilitators(
    storage: Storage, container: Container, cast: Cast
) -> None:
    around_noon = Quiet(11 * 60, 14 * 60)
    async with storage.unit_of_work() as work:
        for member in (cast.ana, cast.fay):
            await work.people.set_quiet(member.person_id, around_noon)
    for _ in range(2):
        async with container.transaction() as services:
            last = await services.gaps.tell(NOON - 30 * HOUR, NOON, NOON)
            assert 0 == await services.gaps.tell(NOON - 30 * HOUR, NOON, NOON, last)

    due = await _due(storage)
    assert {one.person_id for one in (cast.ana, cast.ben, cast.fay, cast.cem, cast.dee, cast.gus)} == set(due)
    assert [NOON + 2 * HOUR] == due[cast.ana.person_id]
    assert [NOON] == due[cast.ben.person_id]
    assert [NOON] == due[cast.fay.person_id]
