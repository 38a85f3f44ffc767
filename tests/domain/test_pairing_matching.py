import dataclasses
import itertools
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.pairing import Apart, Bounds, Candidate, Couple, Plan, Together, obstacle, plan
from domain.pairing.matching import Board, grouped
from domain.pairing.weights import worth
from domain.partners import LeftOut
from domain.phases import Track
from tests.candidates import (
    DAY,
    NOW,
    best_by_trying_all,
    best_of_board,
    blocks,
    candidate,
    couple,
    members,
    people,
    unmatched,
)

ZONES = ("America/New_York", "America/Los_Angeles", "Europe/Madrid")
LANGUAGES = (frozenset({"en"}), frozenset({"es"}), frozenset({"en", "es"}))


def groups(smallest: int, largest: int) -> st.SearchStrategy[list[Candidate]]:
    def person(number: int) -> st.SearchStrategy[Candidate]:
        return st.builds(
            candidate,
            st.just(number),
            st.integers(0, 60),
            st.sampled_from(ZONES),
            languages=st.sampled_from(LANGUAGES),
            gender=st.sampled_from((None, "woman", "man")),
            wants_same_gender=st.integers(0, 4).map(lambda one: one == 0),
            capacity=st.sampled_from((1, 1, 1, 2, 2, 0)),
            track=st.sampled_from((None, *Track)),
        )

    return st.integers(smallest, largest).flatmap(
        lambda size: st.tuples(*(person(number) for number in range(1, size + 1))).map(list)
    )


@st.composite
def situations(
    draw: st.DrawFn, smallest: int = 1, largest: int = 8
) -> tuple[list[Candidate], dict[Couple, Together], Bounds]:
    group = draw(groups(smallest, largest))
    couples = [(int(a.membership_id), int(b.membership_id)) for a, b in itertools.combinations(group, 2)]
    some = st.lists(st.sampled_from(couples or [(1, 1)]), max_size=2 * len(group))
    past = {
        couple(*two): Together(number % 3, NOW - number * 20 * DAY, was_declined=number == 4)
        for number, two in enumerate(draw(some))
    }
    apart = dict.fromkeys((couple(*two) for two in draw(some)), draw(st.sampled_from(Apart)))
    forbidden = frozenset(couple(*two) for two in draw(some))
    return group, past, Bounds(blocks(*draw(some)), apart, forbidden=forbidden)


def covered(made: Plan) -> int:
    return sum(len(match.members) for match in made.matches)


@settings(max_examples=40, deadline=None)
@given(situations(2, 30), st.integers(0, 3))
def test_no_hard_rule_is_ever_broken(
    situation: tuple[list[Candidate], dict[Couple, Together], Bounds], seed: int
) -> None:
    group, past, bounds = situation
    made = plan(group, past, bounds, NOW, seed)

    for match in made.matches:
        for a, b in itertools.combinations(match.members, 2):
            assert obstacle(a, b, bounds) is None
            assert obstacle(b, a, bounds) is None


@settings(max_examples=60, deadline=None)
@given(situations(2, 30))
def test_everybody_is_in_one_match_or_named_with_the_reason(
    situation: tuple[list[Candidate], dict[Couple, Together], Bounds],
) -> None:
    group, past, bounds = situation
    made = plan(group, past, bounds, NOW)
    named = [*itertools.chain(*members(made)), *unmatched(made)]

    assert sorted(named) == sorted(int(one.membership_id) for one in group)
    assert sum(len(match.members) == 3 for match in made.matches) <= 1


@settings(max_examples=30, deadline=None)
@given(situations(9, 18))
def test_nobody_is_unmatched_in_a_larger_group_when_a_matching_exists(
    situation: tuple[list[Candidate], dict[Couple, Together], Bounds],
) -> None:
    group, past, bounds = situation
    free = [one for one in group if one.capacity > 0]
    graph = nx.Graph([(a, b) for a, b in itertools.combinations(free, 2) if obstacle(a, b, bounds) is None])
    in_pairs = 2 * len(nx.max_weight_matching(graph, maxcardinality=True))
    triangles = [clique for clique in nx.enumerate_all_cliques(graph) if len(clique) == 3]
    with_trio = (
        3 + 2 * len(nx.max_weight_matching(graph.subgraph(set(graph) - set(three)), maxcardinality=True))
        for three in triangles
    )
    most = (
        in_pairs if in_pairs == len(free) else max(in_pairs, next((n for n in with_trio if n > in_pairs), 0))
    )

    assert most == covered(plan(group, past, bounds, NOW))


@settings(max_examples=100, deadline=None)
@given(situations(1, 8))
def test_up_to_eight_no_way_covers_more_or_weighs_more(
    situation: tuple[list[Candidate], dict[Couple, Together], Bounds],
) -> None:
    """All that outweighs the look ahead: how many are covered, declines, times together and days apart."""
    group, past, bounds = situation
    alike = [
        dataclasses.replace(one, joined_at=NOW, timezone=ZONES[0], track=None, capacity=min(one.capacity, 1))
        for one in group
    ]
    made = plan(alike, past, bounds, NOW)
    weight = sum(worth(match.members, past, NOW) for match in made.matches)
    trios = sum(len(match.members) == 3 for match in made.matches)

    assert best_by_trying_all(alike, past, bounds) == (covered(made), -trios, weight)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    size = draw(st.integers(1, 8))
    pairs: list[list[int | None]] = [[None] * size for _ in range(size)]
    for a, b in itertools.combinations(range(size), 2):
        pairs[a][b] = pairs[b][a] = draw(st.none() | st.integers(-(10**17), 10**6))
    return Board(pairs, draw(st.lists(st.integers(0, 50), min_size=size, max_size=size)))


@settings(max_examples=200, deadline=None)
@given(boards())
def test_up_to_eight_no_groups_of_any_weights_cover_more_or_weigh_more(board: Board) -> None:
    found = grouped(board)
    sizes = [len(group) for group in found]

    assert best_of_board(board) == (sum(sizes), -sizes.count(3), sum(board.worth(one) or 0 for one in found))


@settings(max_examples=40, deadline=None)
@given(situations(2, 30), st.integers(0, 3), st.randoms(use_true_random=False))
def test_the_same_people_past_bounds_and_seed_make_the_same_plan(
    situation: tuple[list[Candidate], dict[Couple, Together], Bounds], seed: int, chance: random.Random
) -> None:
    group, past, bounds = situation
    mixed = chance.sample(group, len(group))

    assert plan(group, past, bounds, NOW, seed) == plan(mixed, past, bounds, NOW, seed)


@pytest.mark.parametrize("number", [2, 3, 25])
def test_where_everybody_is_blocked_by_everybody_nobody_is_matched(number: int) -> None:
    everyone = blocks(*itertools.combinations(range(1, number + 1), 2))
    made = plan(people(number), {}, Bounds(everyone), NOW)

    assert made.matches == ()
    assert dict.fromkeys(range(1, number + 1), LeftOut.NOBODY_ALLOWED) == unmatched(made)


@pytest.mark.parametrize(("number", "sizes"), [(1, []), (2, [2]), (3, [3]), (25, [2] * 11 + [3])])
def test_groups_of_one_two_three_and_twenty_five(number: int, sizes: list[int]) -> None:
    made = plan(people(number), {}, Bounds(), NOW)

    assert sizes == sorted(len(match.members) for match in made.matches)
    assert ({1: LeftOut.NO_ONE_LEFT} if number == 1 else {}) == unmatched(made)


def test_a_trio_is_made_in_an_even_group_only_where_it_covers_more() -> None:
    alone = blocks((4, 1), (4, 2), (4, 3))
    made = plan(people(4), {}, Bounds(alone), NOW)

    assert [[1, 2, 3]] == members(made)
    assert {4: LeftOut.NOBODY_ALLOWED} == unmatched(made)


def test_one_trio_is_the_most_also_where_a_second_would_cover_more() -> None:
    across = blocks(*itertools.product((1, 2, 3), (4, 5, 6)))
    made = plan(people(6), {}, Bounds(across), NOW)

    assert [2, 3] == sorted(len(match.members) for match in made.matches)
    assert [LeftOut.NO_ONE_LEFT] == list(unmatched(made).values())


def test_a_large_group_whose_only_possible_trio_is_a_poor_one_leaves_nobody_out() -> None:
    """Persons 1 to 3 are a triangle at the end of ten who can only be with their neighbour."""
    allowed = {(1, 2), (1, 3), (2, 3), *((one, one + 1) for one in range(4, 13, 2))}
    others = set(itertools.combinations(range(1, 14), 2)) - allowed
    past = {couple(1, 2): Together(5, NOW, was_declined=True), couple(2, 3): Together(5, NOW)}
    made = plan(people(13), past, Bounds(blocks(*others)), NOW)

    assert [1, 2, 3] in members(made)
    assert {} == unmatched(made)


def test_pairs_that_would_leave_somebody_out_are_not_made_for_their_weight() -> None:
    """Person 1 may be with 2 only, 4 with 3 only; 2 and 3 would be the better pair."""
    past = {couple(1, 2): Together(3, NOW), couple(3, 4): Together(3, NOW)}
    made = plan(people(4), past, Bounds(blocks((1, 3), (1, 4), (2, 4))), NOW)

    assert [[1, 2], [3, 4]] == members(made)
