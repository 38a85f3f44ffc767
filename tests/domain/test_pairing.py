import datetime as dt
import itertools

import pytest

from domain.pairing import Bounds, Seated, Together, plan, shuffled, weights
from domain.pairing.hours import shared_minutes
from domain.pairing.weights import ALL_ALIKE_AFTER, CHANCE, FURTHER_ALONG, weight
from domain.partners import LeftOut, Reason
from domain.phases import Track
from tests.candidates import DAY, NOW, candidate, couple, members, people


@pytest.mark.parametrize("number", [0, 1])
def test_fewer_than_two_make_no_pair(number: int) -> None:
    assert plan(people(number), {}, Bounds(), NOW).matches == ()


@pytest.mark.parametrize("number", range(2, 31))
def test_everybody_is_in_exactly_one_pair_and_an_odd_group_has_one_trio(number: int) -> None:
    found = members(plan(people(number), {}, Bounds(), NOW))

    assert sorted(itertools.chain(*found)) == list(range(1, number + 1))
    assert [len(group) for group in found].count(3) == number % 2
    assert {len(group) for group in found} <= {2, 3}


def test_the_same_people_make_the_same_plan_in_whatever_order_they_come() -> None:
    group = people(9)

    assert plan(group, {}, Bounds(), NOW, 3) == plan(list(reversed(group)), {}, Bounds(), NOW, 3)


def test_people_who_never_were_partners_come_first() -> None:
    past = {couple(1, 2): Together(1, NOW - 200 * DAY), couple(3, 4): Together(1, NOW - 200 * DAY)}

    assert all(one not in members(plan(people(4), past, Bounds(), NOW)) for one in ([1, 2], [3, 4]))


def test_partners_of_long_ago_come_before_those_of_late() -> None:
    past = {
        couple(1, 2): Together(1, NOW - 90 * DAY),
        couple(3, 4): Together(1, NOW - 90 * DAY),
        couple(1, 3): Together(1, NOW - 10 * DAY),
        couple(2, 4): Together(1, NOW - 10 * DAY),
        couple(1, 4): Together(1, NOW - 10 * DAY),
        couple(2, 3): Together(1, NOW - 10 * DAY),
    }

    assert members(plan(people(4), past, Bounds(), NOW)) == [[1, 2], [3, 4]]


def test_nobody_is_proposed_again_to_whom_they_declined_while_there_is_another_way() -> None:
    past = {
        couple(1, 2): Together(was_declined=True),
        couple(1, 3): Together(3, NOW),
        couple(2, 4): Together(3, NOW),
        couple(1, 4): Together(4, NOW),
        couple(2, 3): Together(4, NOW),
    }

    assert members(plan(people(4), past, Bounds(), NOW)) == [[1, 3], [2, 4]]


def test_two_who_declined_each_other_are_still_shown_when_there_is_nobody_else() -> None:
    made = plan(people(2), {couple(1, 2): Together(was_declined=True)}, Bounds(), NOW)

    assert members(made) == [[1, 2]]
    assert Reason.ASKED_FOR_ANOTHER in made.matches[0].reasons


def test_days_that_overlap_decide_where_the_past_does_not() -> None:
    group = [
        candidate(1),
        candidate(2, timezone="Asia/Tokyo"),
        candidate(3),
        candidate(4, timezone="Asia/Tokyo"),
    ]

    assert members(plan(group, {}, Bounds(), NOW)) == [[1, 3], [2, 4]]


@pytest.mark.parametrize(("zone", "is_alike"), [("America/Los_Angeles", True), ("America/Anchorage", False)])
def test_hours_are_similar_up_to_three_apart(zone: str, is_alike: bool) -> None:
    reasons = plan([candidate(1), candidate(2, timezone=zone)], {}, Bounds(), NOW).matches[0].reasons

    assert is_alike == (Reason.SIMILAR_HOURS in reasons)


@pytest.mark.parametrize(
    ("days", "is_further"), [(FURTHER_ALONG.days, True), (FURTHER_ALONG.days - 1, False)]
)
def test_one_is_further_along_from_two_weeks_on(days: int, is_further: bool) -> None:
    reasons = plan([candidate(1), candidate(2, days=days)], {}, Bounds(), NOW).matches[0].reasons

    assert is_further == (Reason.ONE_FURTHER in reasons)


def test_one_further_along_is_matched_with_one_newer() -> None:
    group = [candidate(1, days=60), candidate(2, days=60), candidate(3), candidate(4)]

    assert {frozenset(one) for one in members(plan(group, {}, Bounds(), NOW))} in (
        {frozenset({1, 3}), frozenset({2, 4})},
        {frozenset({1, 4}), frozenset({2, 3})},
    )


def test_the_reasons_say_whether_they_were_partners_before() -> None:
    first = plan(people(2), {}, Bounds(), NOW).matches[0].reasons
    again = plan(people(2), {couple(1, 2): Together(1, NOW)}, Bounds(), NOW).matches[0].reasons

    assert (Reason.NEVER_BEFORE in first, Reason.PARTNERS_BEFORE in first) == (True, False)
    assert (Reason.NEVER_BEFORE in again, Reason.PARTNERS_BEFORE in again) == (False, True)


def test_a_shuffle_shows_other_pairs() -> None:
    first = plan(people(6), {}, Bounds(), NOW)

    assert members(first) != members(shuffled(people(6), {}, Bounds(), NOW, first.seed))


def test_a_shuffle_never_brings_late_partners_together() -> None:
    past = {couple(1, 2): Together(1, NOW - DAY), couple(3, 4): Together(1, NOW - DAY)}
    made = plan(people(4), past, Bounds(), NOW)
    for _ in range(12):
        made = shuffled(people(4), past, Bounds(), NOW, made.seed)

        assert [1, 2] not in members(made)


def test_two_people_cannot_be_shuffled() -> None:
    assert shuffled(people(2), {}, Bounds(), NOW, 0).seed == 0


def test_the_fingerprint_changes_when_somebody_changes() -> None:
    assert plan(people(4), {}, Bounds(), NOW).fingerprint == plan(people(4), {}, Bounds(), NOW, 0).fingerprint
    assert plan(people(4), {}, Bounds(), NOW).fingerprint != plan(people(5), {}, Bounds(), NOW).fingerprint


@pytest.mark.parametrize(
    ("seated", "reason"),
    [
        (Seated(candidate(1), None, is_unreachable=False), None),
        (Seated(candidate(1), NOW.date(), is_unreachable=False), None),
        (Seated(candidate(1), NOW.date() + DAY, is_unreachable=False), LeftOut.PAUSED),
        (Seated(candidate(1), None, is_unreachable=True), LeftOut.UNREACHABLE),
    ],
)
def test_the_paused_and_the_unreachable_are_left_out(seated: Seated, reason: LeftOut | None) -> None:
    assert reason == seated.left_out(NOW)


def test_the_pause_is_counted_in_the_persons_own_days() -> None:
    just_past_midnight = dt.datetime(2026, 3, 4, 4, 30, tzinfo=dt.UTC)
    until = dt.date(2026, 3, 4)

    assert LeftOut.PAUSED == Seated(candidate(1), until, is_unreachable=False).left_out(just_past_midnight)


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        (("UTC", None), ("UTC", None), 14),
        (("America/New_York", None), ("America/Los_Angeles", None), 11),
        (("America/New_York", None), ("Asia/Tokyo", None), 4),
        (("UTC", (9 * 60, 17 * 60)), ("UTC", (22 * 60, 6 * 60)), 0),
        (("UTC", (22 * 60, 6 * 60)), ("UTC", (20 * 60, 2 * 60)), 4),
        (("UTC", (0, 0)), ("UTC", (9 * 60, 17 * 60)), 8),
        (("America/New_York", (9 * 60, 17 * 60)), ("Asia/Tokyo", (22 * 60, 7 * 60)), 8),
    ],
)
def test_shared_hours_are_those_in_which_both_are_awake(
    one: tuple[str, tuple[int, int] | None], other: tuple[str, tuple[int, int] | None], hours: int
) -> None:
    a, b = (candidate(1 + number, timezone=zone, waking=of) for number, (zone, of) in enumerate((one, other)))

    assert hours * 60 == shared_minutes(a, b, NOW) == shared_minutes(b, a, NOW)


def test_shared_hours_follow_the_clocks_of_that_day() -> None:
    """Between the change in New York and that in Madrid, an hour less lies between them."""
    a, b = candidate(1), candidate(2, timezone="Europe/Madrid")

    assert 8 * 60 == shared_minutes(a, b, NOW)
    assert 9 * 60 == shared_minutes(a, b, NOW + 10 * DAY)


def test_hours_in_which_both_are_awake_decide_where_the_past_does_not() -> None:
    night = (20 * 60, 8 * 60)
    group = [candidate(1), candidate(2, waking=night), candidate(3, waking=night), candidate(4)]

    assert [[1, 4], [2, 3]] == members(plan(group, {}, Bounds(), NOW))


def test_the_same_track_decides_among_those_alike() -> None:
    first, second = Track.EXECUTIVE, Track.DUAL_DIAGNOSIS
    group = [
        candidate(number, track=one) for number, one in enumerate((first, second, second, first), start=1)
    ]
    made = plan(group, {}, Bounds(), NOW)

    assert [[1, 4], [2, 3]] == members(made)
    assert all(Reason.SAME_TRACK in match.reasons for match in made.matches)


def test_the_trio_goes_to_those_who_can_look_after_two() -> None:
    group = [candidate(number, capacity=2 if number in {2, 5, 7} else 1) for number in range(1, 8)]

    assert [2, 5, 7] in members(plan(group, {}, Bounds(), NOW))


def test_every_tier_of_the_weights_outweighs_all_below_it_in_a_group_of_thirty() -> None:
    couples = 14 + 3
    soft = weight(candidate(1), candidate(2, days=60, waking=(0, 0)), {}, NOW) % weights.AHEAD
    least = weights.EACH_QUARTER_HOUR_SHARED * 24 * 4 + weights.ONE_FURTHER + weights.SAME_TRACK

    assert soft <= least
    assert weights.AHEAD > couples * (CHANCE + least) + 3 * weights.CAN_HAVE_TWO
    assert weights.EACH_DAY_APART > couples * (weights.AHEAD + CHANCE + least)
    assert -weights.EACH_TIME_TOGETHER > couples * weights.EACH_DAY_APART * (ALL_ALIKE_AFTER.days + 1)
    assert -weights.ASKED_FOR_ANOTHER > 100 * couples * -weights.EACH_TIME_TOGETHER
