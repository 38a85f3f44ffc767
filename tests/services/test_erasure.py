import pathlib

from sqlalchemy import select

from services.container import Container
from storage.tables.people import PersonKeyRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor


async def wrapped_key(storage: Storage, member: Member) -> bytes:
    async with storage.unit_of_work() as work:
        query = select(PersonKeyRow.wrapped_key).where(PersonKeyRow.person_id == member.person_id)
        return (await work.session.execute(query)).scalar_one()


def on_disk(folder: pathlib.Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


async def test_an_erased_persons_key_is_in_no_file_of_the_database(
    storage: Storage, container: Container, cast: Cast, tmp_path: pathlib.Path
) -> None:
    """Deleted rows linger in the write-ahead log until it is emptied."""
    key, bens = await wrapped_key(storage, cast.ana), await wrapped_key(storage, cast.ben)
    ana = await actor(storage, cast.ana)

    assert key in on_disk(tmp_path)

    async with container.transaction() as services:
        await services.leaving.erase(ana, NOON)

    assert key not in on_disk(tmp_path)
    assert bens in on_disk(tmp_path)
