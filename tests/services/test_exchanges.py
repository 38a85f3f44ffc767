import datetime as dt

import pytest

from domain.errors import NothingToDo, NotUnderstood
from domain.exchanges import LONGEST_WORDS, SHARE, THIS_WEEK, Kind
from domain.messages import ExchangeRevealed
from domain.partners import EndReason
from services.container import Container
from services.exchange_parts import Shown
from services.partings import Partings
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import in_line, paired
from tests.table import Table, given

DAY = dt.timedelta(days=1)


@pytest.fixture
def table(storage: Storage, container: Container) -> Table:
    return Table(storage, container)


async def test_each_sees_the_others_part_only_after_giving_their_own(
    table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "tank")
    await table.choose(cast.ana, asked, 3)
    await table.write(cast.ana, asked, "long day")

    assert [] == given(await table.seen(cast.ben, asked))
    assert ["Ben"] == [side.name for side in (await table.seen(cast.ana, asked)).waiting]

    await table.choose(cast.ben, asked, 8)

    assert [("Ana", 3, "long day")] == given(await table.seen(cast.ben, asked))
    assert [("Ben", 8, None)] == given(await table.seen(cast.ana, asked))


async def test_whoever_gave_first_is_told_once_and_whoever_gave_second_is_not(
    table: Table, storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    asked = await table.ask(pair_id, Kind.CHECKIN, "tank")
    await table.choose(cast.ana, asked, 3)

    assert [] == await in_line(storage, cast.ana)

    await table.choose(cast.ben, asked, 8)
    await table.write(cast.ben, asked, "and a word")

    assert [ExchangeRevealed(asked, pair_id)] == await in_line(storage, cast.ana)
    assert [] == await in_line(storage, cast.ben)


async def test_a_pass_sees_nothing_and_tells_nobody(table: Table, storage: Storage, cast: Cast) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "tank")
    await table.choose(cast.ana, asked, 3)
    await table.leave_out(cast.ben, asked)

    assert [] == given(await table.seen(cast.ben, asked))
    assert [("Ben", None, None)] == given(await table.seen(cast.ana, asked))
    assert [] == await in_line(storage, cast.ana)


async def test_an_answer_may_be_changed_until_the_other_has_been_seen(
    table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "tank")
    await table.choose(cast.ana, asked, 3)
    await table.choose(cast.ana, asked, 4)
    await table.choose(cast.ben, asked, 8)
    await table.choose(cast.ana, asked, 9)

    assert [("Ana", 4, None)] == given(await table.seen(cast.ben, asked))


async def test_whether_they_talked_is_shown_to_no_partner(table: Table, storage: Storage, cast: Cast) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.TALKED)
    await table.choose(cast.ana, asked, 1)
    await table.choose(cast.ben, asked, 0)

    assert ([], []) == (
        given(await table.seen(cast.ana, asked)),
        given(await table.seen(cast.ben, asked)),
    )
    assert [] == await in_line(storage, cast.ana)


@pytest.mark.parametrize("name", ["cem", "dee", "gus", "fay"])
async def test_nobody_else_sees_or_gives_anything(
    name: str, table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "tank")
    await table.choose(cast.ana, asked, 3)

    with pytest.raises(NothingToDo):
        await table.seen(getattr(cast, name), asked)
    with pytest.raises(NothingToDo):
        await table.choose(getattr(cast, name), asked, 3)


async def test_an_ex_partner_sees_nothing_any_more_and_their_words_are_put_aside(
    table: Table, storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    asked = await table.ask(pair_id, Kind.CHECKIN, "uneasy")
    await table.write(cast.ana, asked, "SECRET")
    await table.write(cast.ben, asked, "mine")
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    async with container.transaction() as services:
        pair = await services._work.partners.pair(ana.scope, pair_id)
        assert pair is not None
        await Partings(services._work, services.outbox).part(
            pair, cast.ana.membership_id, EndReason.PARTED, NOON
        )
        assert None is await services.exchanges.revealed(ben, asked, NOON)
        assert [] == await services.exchanges.week(ben, pair_id, NOON)
    with pytest.raises(NothingToDo):
        await table.seen(cast.ben, asked)

    note_id = await table.write(cast.ben, asked, "too late")

    async with storage.unit_of_work() as work:
        note = await work.notes.own(ben.scope, note_id)
        assert note is not None
        assert "too late" == note.text


async def test_what_is_over_takes_nothing_and_keeps_the_words_aside(
    table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "uneasy")
    kept = await table.write(cast.ana, asked, "late words", NOON + 2 * DAY)

    assert not isinstance(kept, Shown)
    assert None is (await table.seen(cast.ana, asked)).mine


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a" * (LONGEST_WORDS + 1), "exchanges.too_long"),
        ("write me at @somebody_else", "exchanges.has_contacts"),
    ],
)
async def test_words_that_do_not_fit_are_refused_and_nothing_is_kept(
    text: str, key: str, table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "uneasy")
    with pytest.raises(NotUnderstood) as refusal:
        await table.write(cast.ana, asked, text)

    assert key == refusal.value.key
    assert None is (await table.seen(cast.ana, asked)).mine


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ((Kind.CHECKIN, "tank"), 11),
        ((Kind.CHECKIN, "uneasy"), 0),
        ((Kind.CHECKIN, "unheard_of"), 0),
        ((Kind.TALKED, THIS_WEEK), 2),
        ((Kind.COMMITMENT, THIS_WEEK), -1),
        ((Kind.LISTENING, SHARE), 0),
        ((Kind.REVIEW, THIS_WEEK), 1),
    ],
)
async def test_a_number_that_is_no_answer_is_refused(
    what: tuple[Kind, str], value: int, table: Table, storage: Storage, cast: Cast
) -> None:
    asked = await table.ask(await paired(storage, cast.ana, cast.ben), *what)
    with pytest.raises(NothingToDo):
        await table.choose(cast.ana, asked, value)
