import pathlib

from sqlalchemy import update

from sandbox.peek import Waits, look
from storage.tables.checkins import ScheduleTimeRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast


def test_before_there_is_a_database_nothing_waits(tmp_path: pathlib.Path) -> None:
    assert Waits() == look(tmp_path / "tandem.db")


async def test_it_counts_what_waits_and_when_the_next_check_in_is(
    storage: Storage, cast: Cast, tmp_path: pathlib.Path
) -> None:
    async with storage.unit_of_work() as work:
        row = update(ScheduleTimeRow).where(ScheduleTimeRow.membership_id == cast.ana.membership_id)
        await work.session.execute(row.values(next_due_at=NOON))

    assert Waits(inbox=0, outbox=0, next_check_in_at=NOON) == look(tmp_path / "tandem.db")
