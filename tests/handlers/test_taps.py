"""The burden, counted: every tap from the prompt to the receipt, the last one too, as buttons are really tapped."""

import statistics
from collections.abc import Awaitable, Callable

import pytest

from domain.checkins import State
from domain.messages import CheckInDue
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import DAY, DUE, asked
from tests.phone import Phone, kept
from tests.taps import USUAL

Play = Callable[[int, dict[str, str]], Awaitable[int]]

DAYS = 16
STEADY = {**USUAL, "mood": "7", "tension": "2"}
RESTLESS = {**USUAL, "tension": "7"}
"""Nothing alarming, but no steady day: every question is asked."""


@pytest.fixture
def play(storage: Storage, container: Container, cast: Cast, ana: Phone) -> Play:
    async def evening(day: int, answers: dict[str, str]) -> int:
        """Let Ana be asked on this day, answer whatever is asked, and return how often she tapped."""
        await asked(storage, container, day)
        ana.now = DUE + day * DAY
        await ana.receive(CheckInDue((await kept(storage, cast.ana)).id))
        assert "Time for your check-in." == ana.text
        await ana.tap("Start")
        is_short = "Something is different" in ana.labels
        labels = [answers["mood"]] if is_short else list(answers.values())
        for label in labels:
            await ana.tap(label)
        assert "Done, thank you." in ana.text
        assert State.COMPLETED is (await kept(storage, cast.ana)).state
        return 1 + len(labels)

    return evening


@pytest.mark.parametrize(
    ("kind", "answers", "most"), [("full", RESTLESS, 9), ("steady", STEADY, 2)], ids=["full", "steady"]
)
async def test_the_median_check_in_takes_few_taps(
    capsys: pytest.CaptureFixture[str], play: Play, kind: str, answers: dict[str, str], most: int
) -> None:
    median = statistics.median([await play(day, answers) for day in range(DAYS)])
    with capsys.disabled():
        print(f"\n{kind} check-ins: median {median:g} taps over {DAYS} days")  # noqa: T201  the figure is the point

    assert median <= most
