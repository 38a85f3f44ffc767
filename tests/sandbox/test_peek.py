import pathlib

from sandbox.peek import Waits, look
from storage.tables.checkins import ScheduleRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast


def test_before_there_is_a_database_nothing_waits(tmp_path: pathlib.Path) -> None:
    assert Waits() == look(tmp_path / "tandem.db")


async def test_it_counts_what_waits_and_when_the_next_check_in_is(
    storage: Storage, cast: Cast, tmp_path: pathlib.Path
) -> None:
    async with storage.unit_of_work() as work:
        schedule = await work.session.get(ScheduleRow, cast.ana.membership_id)
        assert schedule is not None
        schedule.next_due_at = NOON

    assert Waits(inbox=0, outbox=0, next_check_in_at=NOON) == look(tmp_path / "tandem.db")
