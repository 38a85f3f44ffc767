import pytest

from domain.errors import NothingToDo
from domain.exchanges import HEARD, SHARE, Kind
from domain.ids import ExchangeId
from domain.messages import ExchangeRevealed
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import in_line, joins, paired
from tests.table import Table, given


@pytest.fixture
def table(storage: Storage, container: Container) -> Table:
    return Table(storage, container)


async def test_in_the_listening_exercise_both_tell_and_both_write_back_what_they_heard(
    table: Table, storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    share = await table.ask(pair_id, Kind.LISTENING, SHARE)
    await table.write(cast.ana, share, "I slept well.")

    assert None is (await table.seen(cast.ana, share)).next_step

    await table.write(cast.ben, share, "Work was hard.")
    heard = (await table.seen(cast.ben, share)).next_step

    assert [ExchangeRevealed(share, pair_id)] == await in_line(storage, cast.ana)
    assert heard is not None
    shown = await table.seen(cast.ben, heard)
    assert HEARD == shown.exchange.prompt
    assert [("Ana", "I slept well.")] == [(side.name, part.words) for side, part in shown.about]

    await table.write(cast.ben, heard, "What I heard you say is that you slept well.")
    assert [] == given(await table.seen(cast.ana, heard))
    await table.write(cast.ana, heard, "What I heard you say is that work was hard.")

    assert [("Ben", None, "What I heard you say is that you slept well.")] == given(
        await table.seen(cast.ana, heard)
    )
    assert [ExchangeRevealed(heard, pair_id)] == await in_line(storage, cast.ben)
    assert None is (await table.seen(cast.ana, share)).next_step


async def test_in_a_trio_the_listening_begins_when_all_have_told_or_passed(
    table: Table, storage: Storage, cast: Cast
) -> None:
    dora = await joins(storage, cast.ana, "Dora", 120)
    pair_id = await paired(storage, cast.ana, cast.ben, dora)
    share = await table.ask(pair_id, Kind.LISTENING, SHARE)
    await table.write(cast.ana, share, "one")
    await table.write(cast.ben, share, "two")
    assert None is (await table.seen(cast.ana, share)).next_step
    await table.leave_out(dora, share)
    heard = (await table.seen(cast.ana, share)).next_step

    assert heard is not None
    assert ["Ben"] == [side.name for side, _ in (await table.seen(cast.ana, heard)).about]
    assert [ExchangeRevealed(share, pair_id)] == await in_line(storage, cast.ana)
    with pytest.raises(NothingToDo):
        await begin(table, dora, heard)


async def begin(table: Table, member: Member, exchange_id: ExchangeId) -> None:
    me = await actor(table.storage, member)
    async with table.container.transaction() as services:
        await services.exchanges.begin_writing(me, exchange_id, NOON)
