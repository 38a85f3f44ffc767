"""The short form of steady days, and how it turns long."""

import pytest

from domain.checkins import State
from domain.forms import Form
from domain.items import (
    MOOD,
    TENSION,
    USE,
)
from domain.setbacks import Cause, Rule
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY
from tests.hands import Hands
from tests.phone import kept, messages, tick
from tests.scenes import alert_about, answered


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


async def steady(storage: Storage, cast: Cast, days: int = 3, **values: int) -> None:
    """Let the last days be steady."""
    good: dict[str, int] = {"mood": 7, "tension": 2, "craving": 1, "use": 0, "confidence": 8, "sleep": 6}
    for number in range(1, days + 1):
        await answered(storage, cast.ana, NOON.date() - number * DAY, **{**good, **values})


async def test_after_three_steady_days_one_tap_is_all(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    assert (Form.SHORT, 7, (MOOD,)) == (
        ana.checkin.form,
        ana.step.usual_mood,
        tuple(item.id for item in ana.checkin.questions),
    )
    await ana.tap(6)

    assert State.COMPLETED is ana.checkin.state
    assert ana.checkin.value(USE) is None, "what was not asked is not answered"


async def test_an_unresolved_alert_keeps_the_form_full(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await steady(storage, cast)
    first = (await kept(storage, cast.ana)).id
    await alert_about(storage, container, cast, NOON, Cause(Rule.SOS, None, first))
    await ana.start()

    assert Form.FULL is ana.checkin.form


@pytest.mark.parametrize("mood", [0, 3, 5])
async def test_a_mood_worse_than_usual_goes_on_with_the_other_questions(
    storage: Storage, ana: Hands, cast: Cast, mood: int
) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(mood)

    assert (State.IN_PROGRESS, Form.FULL, TENSION) == (ana.checkin.state, ana.checkin.form, ana.asked)
    assert mood == ana.checkin.value(MOOD)


async def test_something_different_asks_everything(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.do("something_differs")

    assert (Form.FULL, MOOD, 8) == (ana.checkin.form, ana.asked, len(ana.checkin.questions))


async def test_something_different_is_possible_after_the_short_one_has_ended(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(7)
    await ana.do("something_differs")
    assert (State.IN_PROGRESS, TENSION) == (ana.checkin.state, ana.asked)
    await ana.tap(2, 9)
    assert ["alert.raised"] == await messages(storage, cast.fay)
    await tick(container, ana.checkin.closes_at)

    assert State.PARTIAL is (await kept(storage, cast.ana)).state


async def test_a_short_one_corrected_to_a_low_mood_goes_on(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.tap(7)
    await ana.do("reopen", MOOD)
    await ana.tap(2)

    assert (State.IN_PROGRESS, TENSION) == (ana.checkin.state, ana.asked)
    assert (2, 7) == (ana.checkin.answers[MOOD].value, ana.checkin.answers[MOOD].first_value)


async def test_a_short_one_left_out_is_a_not_now(storage: Storage, ana: Hands, cast: Cast) -> None:
    await steady(storage, cast)
    await ana.start()
    await ana.skip()

    assert State.SKIPPED is ana.checkin.state
