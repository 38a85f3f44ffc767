"""Stopping a check-in on the way, and going on with it after all."""

import pytest

from domain.checkins import State
from domain.items import (
    CRAVING,
    MOOD,
    TENSION,
)
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import CLOSE, DAY, DUE, LOOK, MINUTE, NUDGE, REMINDER, asked, latest
from tests.hands import Hands
from tests.phone import kept, messages, tick
from tests.scenes import TODAY, answered


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


async def test_stop_keeps_what_was_given_and_can_be_taken_back(ana: Hands) -> None:
    await ana.start()
    await ana.tap(7, 2)
    await ana.stop()
    assert (State.PARTIAL, None) == (ana.checkin.state, ana.asked)
    assert await ana.dialogue() is None
    assert ana.checkin.can_go_on(ana.now)

    await ana.resume()
    assert (State.IN_PROGRESS, CRAVING) == (ana.checkin.state, ana.asked)
    assert (7, 2) == (ana.checkin.value(MOOD), ana.checkin.value(TENSION))
    assert ("checkin", ana.checkin.id) == await ana.dialogue()


async def test_stop_without_an_answer_is_a_not_now(ana: Hands) -> None:
    await ana.start()
    await ana.skip()
    await ana.stop()

    assert State.SKIPPED is ana.checkin.state
    await ana.resume()
    assert TENSION == ana.asked


async def test_every_question_left_out_is_a_not_now_that_can_be_taken_back(ana: Hands) -> None:
    await ana.start()
    await ana.skip(8)
    assert State.SKIPPED is ana.checkin.state
    await ana.resume()

    assert (State.IN_PROGRESS, MOOD) == (ana.checkin.state, ana.asked)
    await ana.tap(6)
    assert State.COMPLETED is ana.checkin.state


async def test_after_the_window_nothing_is_taken_up_again(ana: Hands) -> None:
    await ana.start()
    await ana.tap(7)
    await ana.stop()
    ana.now = ana.checkin.closes_at
    await ana.resume()

    assert (State.PARTIAL, None) == (ana.checkin.state, ana.asked)


async def test_what_was_taken_up_again_ends_with_its_window(
    container: Container, storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.tap(7)
    await ana.stop()
    await ana.resume()
    closes_at = ana.checkin.closes_at
    await tick(container, closes_at - MINUTE)
    assert State.IN_PROGRESS is (await kept(storage, cast.ana)).state
    await tick(container, closes_at)

    assert State.PARTIAL is (await kept(storage, cast.ana)).state


async def test_a_not_now_that_was_only_looked_at_once_more_is_still_a_not_now(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.begin((await latest(storage, cast.ana)).id)
    await ana.stop()
    await ana.resume()
    assert State.IN_PROGRESS is ana.checkin.state
    for moment in (REMINDER, NUDGE, LOOK, CLOSE):
        await tick(container, moment)

    assert State.SKIPPED is (await latest(storage, cast.ana)).state
    assert ["checkin.due"] == await messages(storage, cast.ana)


async def test_two_missed_ones_and_a_not_now_taken_back_in_vain_are_not_three_missed_in_a_row(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    for number in (1, 2):
        await answered(storage, cast.ana, TODAY - number * DAY, State.MISSED)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.begin((await latest(storage, cast.ana)).id)
    await ana.stop()
    await ana.resume()
    for moment in (LOOK, CLOSE):
        await tick(container, moment)

    assert "alert.raised" not in await messages(storage, cast.fay)


async def test_a_check_in_of_ones_own_that_was_put_away_leaves_its_trace_when_looked_at_in_vain(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.stop()
    await ana.resume()
    await tick(container, ana.checkin.closes_at)

    assert State.SKIPPED is (await latest(storage, cast.ana)).state
    assert [] == await messages(storage, cast.ana)
