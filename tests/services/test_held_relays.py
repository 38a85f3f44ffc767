import datetime as dt

import pytest

from domain.errors import NothingToDo
from domain.ids import CheckInId
from domain.relays import RELAY_WINDOW, UNANSWERED_PER_HOUR
from services.container import Container
from services.written import Fate
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.letters import texts_for, write
from tests.pairs import in_line, paired

MINUTE = dt.timedelta(minutes=1)
CHECKIN = CheckInId(77)


async def test_a_text_with_a_username_waits_for_a_tap_and_goes_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    written = await write(container, ana, pair_id, "I'm @ana_nyc")

    assert (Fate.HELD_FOR_CONTACTS, ("@ana_nyc",)) == (written.fate, written.contacts)
    assert [] == await in_line(storage, cast.ben)
    assert written.relay_id is not None
    async with container.transaction() as services:
        first = await services.relays.send_held(ana, written.relay_id, NOON, is_sure=True)
        second = await services.relays.send_held(ana, written.relay_id, NOON, is_sure=True)

    assert (Fate.SENT, Fate.SENT_BEFORE) == (first.fate, second.fate)
    assert ["Ana: I'm @ana_nyc"] == await texts_for(storage, container, cast.ben)


async def test_a_text_that_is_not_to_be_sent_is_gone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    written = await write(container, ana, pair_id, "I'm @ana_nyc")
    assert written.relay_id is not None
    async with container.transaction() as services:
        await services.relays.drop_held(ana, written.relay_id)
        with pytest.raises(NothingToDo):
            await services.relays.send_held(ana, written.relay_id, NOON, is_sure=True)
        with pytest.raises(NothingToDo):
            await services.relays.drop_held(ana, written.relay_id)

    assert [] == await in_line(storage, cast.ben)


@pytest.mark.parametrize("outsider", ["ben", "cem", "fay", "gus"])
async def test_nobody_sends_or_drops_somebody_elses_held_text(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    written = await write(container, await actor(storage, cast.ana), pair_id, "I'm @ana_nyc")
    person = await actor(storage, getattr(cast, outsider))
    assert written.relay_id is not None
    async with container.transaction() as services:
        with pytest.raises(NothingToDo):
            await services.relays.send_held(person, written.relay_id, NOON)
        with pytest.raises(NothingToDo):
            await services.relays.drop_held(person, written.relay_id)


async def test_the_sixth_text_without_an_answer_is_kept_until_it_may_go(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    for number in range(UNANSWERED_PER_HOUR):
        assert Fate.SENT is (await write(container, ana, pair_id, str(number), NOON + number * MINUTE)).fate
    held = await write(container, ana, pair_id, "one more", NOON + 40 * MINUTE)

    assert (Fate.HELD_FOR_LIMIT, NOON + RELAY_WINDOW) == (held.fate, held.free_at)
    assert held.relay_id is not None
    async with container.transaction() as services:
        early = await services.relays.send_held(ana, held.relay_id, NOON + RELAY_WINDOW - MINUTE)
        late = await services.relays.send_held(ana, held.relay_id, NOON + RELAY_WINDOW)

    assert (Fate.HELD_FOR_LIMIT, Fate.SENT) == (early.fate, late.fate)


async def test_an_answer_of_the_other_opens_the_way_at_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    for number in range(UNANSWERED_PER_HOUR):
        await write(container, ana, pair_id, str(number), NOON + number * MINUTE)
    held = await write(container, ana, pair_id, "one more", NOON + 10 * MINUTE)
    await write(container, ben, pair_id, "still here", NOON + 11 * MINUTE)
    assert held.relay_id is not None
    async with container.transaction() as services:
        released = await services.relays.send_held(ana, held.relay_id, NOON + 12 * MINUTE)

    assert (Fate.HELD_FOR_LIMIT, Fate.SENT) == (held.fate, released.fate)


async def test_what_comes_in_a_burst_is_kept_in_one_and_told_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    second = dt.timedelta(seconds=0.3)
    written = [
        await write(container, ana, pair_id, f"word {number}", NOON + number * second) for number in range(20)
    ]

    assert [Fate.SENT] * 5 + [Fate.HELD_FOR_LIMIT] + [Fate.ADDED] * 14 == [one.fate for one in written]
    assert written[-1].relay_id is not None
    later = NOON + dt.timedelta(hours=2)
    async with container.transaction() as services:
        await services.relays.send_held(ana, written[-1].relay_id, later)
    assert "Ana: " + "\n".join(f"word {number}" for number in range(5, 20)) in await texts_for(
        storage, container, cast.ben
    )
