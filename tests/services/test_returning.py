"""Coming back after days without an answer: a welcome with three ways, no backlog, no count."""

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from domain.forms import Form
from domain.items import MOOD, NOTE, TENSION
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.evenings import DAY, DUE, MINUTE, asked, latest
from tests.hands import Hands
from tests.phone import messages
from tests.scenes import TODAY, answered


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    """Return Ana, who has missed the last three days."""
    await silent(storage, cast, State.MISSED, State.MISSED, State.MISSED)
    return Hands(storage, container, cast.ana)


async def silent(storage: Storage, cast: Cast, *states: State) -> None:
    for number, state in enumerate(states, start=1):
        await answered(storage, cast.ana, TODAY - number * DAY, state)


async def test_whoever_was_silent_is_welcomed_before_any_question(ana: Hands) -> None:
    await ana.start()

    assert ana.step.is_returning
    assert (State.OPEN, None) == (ana.checkin.state, ana.asked)
    assert await ana.dialogue() is None


async def test_a_prompt_that_is_begun_leads_to_the_welcome_too(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.begin((await latest(storage, cast.ana)).id)

    assert ana.step.is_returning
    assert State.OPEN is ana.checkin.state


async def test_the_short_way_back_is_the_mood_alone_and_claims_nothing_else(ana: Hands) -> None:
    await ana.start()
    await ana.begin(ana.checkin.id, Form.WELCOME)
    assert (Form.WELCOME, MOOD, 1) == (ana.checkin.form, ana.asked, len(ana.checkin.questions))
    assert not ana.step.is_returning
    await ana.tap(3)

    assert State.COMPLETED is ana.checkin.state
    assert {MOOD} == set(ana.checkin.answers)


async def test_a_very_low_mood_on_coming_back_is_told_like_any_other(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.begin(ana.checkin.id, Form.WELCOME)
    await ana.tap(1)

    assert ["alert.raised"] == await messages(storage, cast.fay)


async def test_whoever_comes_back_can_answer_everything_all_the_same(ana: Hands) -> None:
    await ana.start()
    await ana.begin(ana.checkin.id, Form.WELCOME)
    await ana.do("something_differs")
    await ana.tap(6)

    assert (Form.FULL, TENSION) == (ana.checkin.form, ana.asked)


async def test_a_note_alone_is_a_way_back(ana: Hands) -> None:
    await ana.start()
    await ana.begin(ana.checkin.id, Form.NOTE)
    assert NOTE == ana.asked
    await ana.write("I was at my sister's")

    assert State.COMPLETED is ana.checkin.state
    assert "I was at my sister's" == ana.checkin.answers[NOTE].text
    ana.now = NOON + DAY
    await ana.start()
    assert not ana.step.is_returning


async def test_not_today_is_a_not_now(ana: Hands) -> None:
    await ana.start()
    await ana.stop()
    assert State.SKIPPED is ana.checkin.state
    await ana.resume()

    assert ana.step.is_returning


async def test_nobody_chooses_the_short_way_back_without_having_been_away(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await silent(storage, cast, State.MISSED, State.MISSED, State.COMPLETED)
    ana = Hands(storage, container, cast.ana)
    await ana.start()
    await ana.begin(ana.checkin.id, Form.WELCOME)

    assert Form.FULL is ana.checkin.form


async def test_a_pause_an_outage_and_a_blocked_bot_are_no_silence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await silent(storage, cast, State.PAUSED, State.EXCUSED, State.UNREACHABLE, State.MISSED, State.MISSED)
    ana = Hands(storage, container, cast.ana)
    await ana.start()

    assert (False, MOOD) == (ana.step.is_returning, ana.asked)


async def test_the_silence_is_that_of_one_seat_and_seen_by_its_person(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    me = await actor(storage, cast.ana)
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        assert await services.prompts.is_returning(me, cast.ana.membership_id, NOON)
        assert not await services.prompts.is_returning(ben, cast.ben.membership_id, NOON)
        assert not await services.prompts.is_returning(ben, cast.ana.membership_id, NOON)


async def test_the_day_after_coming_back_all_questions_are_asked(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await ana.start()
    await ana.begin(ana.checkin.id, Form.WELCOME)
    await ana.tap(7)
    ana.now = NOON + DAY
    await ana.start()

    assert Form.FULL is ana.checkin.form
    async with storage.unit_of_work() as work:
        assert 4 == len(await work.history.asked(SYSTEM, cast.ana.membership_id))
