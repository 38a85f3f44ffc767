import dataclasses
import itertools

import pytest

from domain.pairing import Bounds, Couple, Plan, Together, couple_of, plan
from domain.phases import Track
from tests.candidates import DAY, NOW, blocks, candidate, couple

TWO_WEEKS = 14 * DAY
ZONES = ("America/New_York", "America/Los_Angeles", "Europe/Madrid")


@dataclasses.dataclass
class Season:
    """What a group goes through: its people, what they have behind them, and the rotation it is at."""

    number: int
    seed: int = 0
    bounds: Bounds = dataclasses.field(default_factory=Bounds)
    past: dict[Couple, Together] = dataclasses.field(default_factory=dict)
    rotation: int = 0

    def __post_init__(self) -> None:
        self.group = [
            candidate(one, days=one * 7 % 40, timezone=ZONES[one % 3], capacity=1 + one % 2)
            for one in range(1, self.number + 1)
        ]

    def turn(self) -> tuple[Plan, int]:
        """Let the group rotate once; return the plan and how many couples were together before."""
        now = NOW + self.rotation * TWO_WEEKS
        made = plan(self.group, self.past, self.bounds, now, self.seed)
        self.rotation += 1
        again = 0
        for match in made.matches:
            for a, b in itertools.combinations(match.members, 2):
                before = self.past.get(couple_of(a, b), Together())
                again += before.times > 0
                self.past[couple_of(a, b)] = Together(before.times + 1, now + TWO_WEEKS)
        return made, again


@pytest.mark.parametrize("seed", [0, 1, 7])
@pytest.mark.parametrize("number", [4, 6, 8, 10, 12])
def test_pairs_repeat_only_after_all_have_met(
    number: int, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    season, couples = Season(number, seed), number * (number - 1) // 2
    again = sum(season.turn()[1] for _ in range(number - 1))
    met = len(season.past)
    with capsys.disabled():
        print(f"\n{number} people: {met} of {couples} pairs in {number - 1} rotations", end=" ")  # noqa: T201 the figure is asked for

    assert (couples, 0) == (met, again)


@pytest.mark.parametrize("number", [4, 8, 12])
def test_in_the_second_cycle_too_all_meet_once_before_anybody_a_third_time(number: int) -> None:
    season = Season(number)
    for _ in range(2 * (number - 1)):
        season.turn()

    assert {2} == {one.times for one in season.past.values()}


@pytest.mark.parametrize(
    ("number", "without", "all_met"), [(3, 1, 1), (5, 1, 3), (7, 3, 5), (9, 6, 6), (11, 7, 9)]
)
def test_an_odd_group_with_its_trios_meets_fast_and_repeats_late(
    number: int, without: int, all_met: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A trio makes three couples at once, so all have met before as many rotations as there are others."""
    season, couples = Season(number), number * (number - 1) // 2
    again = []
    while len(season.past) < couples and season.rotation < number:
        again.append(season.turn()[1])
    fresh = next((at for at, one in enumerate(again) if one), len(again))
    with capsys.disabled():
        print(  # noqa: T201 the figure is asked for
            f"\n{number} people: {fresh} rotations without a repetition, all {couples} pairs in {len(again)}",
            end=" ",
        )

    assert fresh >= without
    assert len(season.past) == couples
    assert len(again) <= all_met


def test_the_best_round_of_today_is_not_taken_where_others_would_get_stuck_after_it() -> None:
    """Six people after two rotations: 1-6, 2-4, 3-5 are the best today, and two circles of three would remain."""
    first, second, best = [(1, 4), (2, 5), (3, 6)], [(1, 5), (2, 6), (3, 4)], [(1, 6), (2, 4), (3, 5)]
    track = {one: track for two, track in zip(best, Track, strict=False) for one in two}
    group = [candidate(one, track=track[one]) for one in range(1, 7)]
    past = {couple(*two): Together(1, NOW - DAY) for two in (*first, *second)}
    met = {couple_of(*match.members) for match in plan(group, past, Bounds(), NOW).matches}

    assert set() == met & set(past)
    assert {couple(*two) for two in best} != met


def test_a_pair_that_was_made_by_hand_costs_no_repetition_later() -> None:
    season = Season(8)
    season.bounds = Bounds(pinned=frozenset({couple(1, 2), couple(3, 4)}))
    season.turn()
    season.bounds = Bounds()
    again = sum(season.turn()[1] for _ in range(6))

    assert (28, 0) == (len(season.past), again)


def test_somebody_who_joins_in_between_meets_everybody_without_a_repetition_for_themselves() -> None:
    season = Season(7)
    for _ in range(2):
        season.turn()
    season.group.append(candidate(8))
    for _ in range(7):
        season.turn()

    assert [1] * 7 == [season.past[couple(one, 8)].times for one in range(1, 8)]


def test_somebody_who_may_be_with_nobody_does_not_spoil_the_look_ahead() -> None:
    season = Season(9, bounds=Bounds(blocks(*((one, 9) for one in range(1, 9)))))
    again = sum(season.turn()[1] for _ in range(7))

    assert (28, 0) == (len(season.past), again)


def test_couples_that_must_not_be_are_left_out_of_the_look_ahead() -> None:
    """Two and two of eight never meet: each has six others, and meets them in six rotations."""
    season = Season(8, bounds=Bounds(blocks((1, 2), (3, 4), (5, 6), (7, 8))))
    again = sum(season.turn()[1] for _ in range(6))

    assert (24, 0) == (len(season.past), again)
