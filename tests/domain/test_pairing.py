import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ids import MembershipId, PersonId
from domain.pairing import (
    Bounds,
    Candidate,
    Couple,
    Plan,
    Seated,
    Together,
    plan,
    shuffled,
)
from domain.pairing.weights import FURTHER_ALONG, weight
from domain.partners import LeftOut, Reason

NOW = dt.datetime(2026, 3, 3, 17, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def candidate(number: int, days: int = 0, timezone: str = "America/New_York") -> Candidate:
    return Candidate(MembershipId(number), PersonId(1000 + number), f"P{number}", NOW - days * DAY, timezone)


def people(number: int) -> list[Candidate]:
    return [candidate(one) for one in range(1, number + 1)]


def couple(one: int, other: int) -> Couple:
    return frozenset({MembershipId(one), MembershipId(other)})


def members(made: Plan) -> list[list[int]]:
    return [[int(one.membership_id) for one in match.members] for match in made.matches]


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


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 8), st.data())
def test_no_other_matching_weighs_more(number: int, data: st.DataObject) -> None:
    group = people(number)
    past = {
        couple(a, b): Together(data.draw(st.integers(0, 3)), NOW - data.draw(st.integers(0, 400)) * DAY)
        for a, b in itertools.combinations(range(1, number + 1), 2)
        if data.draw(st.booleans())
    }
    weights = {
        couple(a, b): weight(group[a - 1], group[b - 1], past, NOW)
        for a, b in itertools.combinations(range(1, number + 1), 2)
    }

    def worth(groups: list[list[int]]) -> int:
        return sum(weights[couple(*two)] for one in groups for two in itertools.combinations(one, 2))

    assert worth(members(plan(group, past, Bounds(), NOW))) == max(map(worth, matchings(list(range(1, number + 1)))))


def matchings(ids: list[int]) -> list[list[list[int]]]:
    """Return every way of making pairs, with one trio where the number is odd."""
    if len(ids) % 2:
        return [
            [list(trio), *rest]
            for trio in itertools.combinations(ids, 3)
            for rest in matchings([one for one in ids if one not in trio])
        ]
    if not ids:
        return [[]]
    first, *others = ids
    return [
        [[first, other], *rest]
        for other in others
        for rest in matchings([one for one in others if one != other])
    ]


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
