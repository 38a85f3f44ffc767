import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refused
from domain.pairing import Apart, Bounds, Candidate, Obstacle, obstacle, plan
from domain.partners import LeftOut, Reason
from tests.candidates import NOW, blocks, candidate, couple, members, people, unmatched

SPANISH = frozenset({"es"})
BOTH = frozenset({"en", "es"})


@pytest.mark.parametrize(
    ("a", "b", "bounds", "found"),
    [
        (candidate(1), candidate(2), Bounds(), None),
        (candidate(1), candidate(2, capacity=0), Bounds(), Obstacle.NOT_NOW),
        (candidate(1), candidate(2), Bounds(blocks((1, 2))), Obstacle.BLOCKED),
        (candidate(1), candidate(2), Bounds(blocks((1, 3))), None),
        (candidate(1), candidate(2), Bounds(apart={couple(1, 2): Apart.FACILITATOR}), Obstacle.KEPT_APART),
        (candidate(1), candidate(2), Bounds(apart={couple(1, 2): Apart.HOUSEHOLD}), Obstacle.HOUSEHOLD),
        (candidate(1), candidate(2, languages=SPANISH), Bounds(), Obstacle.NO_COMMON_LANGUAGE),
        (candidate(1, languages=BOTH), candidate(2, languages=SPANISH), Bounds(), None),
        (candidate(1, gender="woman", wants_same_gender=True), candidate(2), Bounds(), Obstacle.WISH),
        (candidate(1, wants_same_gender=True), candidate(2), Bounds(), Obstacle.WISH),
        (
            candidate(1, gender="woman", wants_same_gender=True),
            candidate(2, gender="man"),
            Bounds(),
            Obstacle.WISH,
        ),
        (candidate(1, gender="woman", wants_same_gender=True), candidate(2, gender="woman"), Bounds(), None),
        (candidate(1, gender="woman"), candidate(2, gender="man"), Bounds(), None),
        (candidate(1), candidate(2), Bounds(forbidden=frozenset({couple(1, 2)})), Obstacle.FORBIDDEN),
    ],
)
def test_a_hard_rule_holds_whichever_comes_first(
    a: Candidate, b: Candidate, bounds: Bounds, found: Obstacle | None
) -> None:
    assert found == obstacle(a, b, bounds)
    assert found == obstacle(b, a, bounds)


def test_whoever_wants_nobody_for_now_is_named_and_passed_over() -> None:
    made = plan([*people(2), candidate(3, capacity=0)], {}, Bounds(), NOW)

    assert [[1, 2]] == members(made)
    assert {3: LeftOut.NOT_NOW} == unmatched(made)


@pytest.mark.parametrize(
    ("odd_one", "bounds", "reason"),
    [
        (candidate(3, languages=SPANISH), Bounds(), LeftOut.NO_COMMON_LANGUAGE),
        (candidate(3, gender="man", wants_same_gender=True), Bounds(), LeftOut.WISH),
        (candidate(3), Bounds(blocks((1, 3), (3, 2))), LeftOut.NOBODY_ALLOWED),
        (
            candidate(3),
            Bounds(apart=dict.fromkeys([couple(1, 3), couple(2, 3)], Apart.FACILITATOR)),
            LeftOut.NOBODY_ALLOWED,
        ),
        (
            candidate(3),
            Bounds(apart=dict.fromkeys([couple(1, 3), couple(2, 3)], Apart.HOUSEHOLD)),
            LeftOut.NOBODY_ALLOWED,
        ),
        (candidate(3, languages=SPANISH), Bounds(blocks((1, 3), (2, 3))), LeftOut.NOBODY_ALLOWED),
        (candidate(3), Bounds(blocks((1, 2))), None),
    ],
)
def test_who_cannot_be_matched_is_named_with_the_reason(
    odd_one: Candidate, bounds: Bounds, reason: LeftOut | None
) -> None:
    made = plan([*people(2), odd_one], {}, bounds, NOW)

    assert reason == unmatched(made).get(3)


def test_a_block_reads_like_being_kept_apart() -> None:
    """What a facilitator sees must not tell who blocked whom, nor that anybody did."""
    three = people(3)
    blocked = plan(three, {}, Bounds(blocks((3, 1), (3, 2))), NOW)
    apart = dict.fromkeys([couple(1, 3), couple(2, 3)], Apart.FACILITATOR)

    assert plan(three, {}, Bounds(apart=apart), NOW) == blocked


def test_pinned_people_are_together_and_the_reasons_say_so() -> None:
    made = plan(people(6), {}, Bounds(pinned=frozenset({couple(1, 6), couple(2, 5)})), NOW)

    assert [[1, 6], [2, 5], [3, 4]] == members(made)
    assert [True, True, False] == [Reason.PINNED in match.reasons for match in made.matches]


def test_two_pins_with_one_person_make_the_trio() -> None:
    made = plan(people(5), {}, Bounds(pinned=frozenset({couple(1, 4), couple(4, 5)})), NOW)

    assert [[1, 4, 5], [2, 3]] == members(made)


def test_somebody_joins_a_pinned_pair_where_else_they_had_nobody() -> None:
    pinned = frozenset({couple(1, 2)})
    made = plan(people(3), {}, Bounds(pinned=pinned), NOW)

    assert [[1, 2, 3]] == members(made)


def test_a_pin_with_somebody_who_is_not_there_says_nothing() -> None:
    made = plan(people(2), {}, Bounds(pinned=frozenset({couple(1, 9)})), NOW)

    assert [[1, 2]] == members(made)


@pytest.mark.parametrize(
    ("other", "bounds", "key"),
    [
        (candidate(2), Bounds(blocks((2, 1))), "pairing.pinned_not_allowed"),
        (candidate(2), Bounds(apart={couple(1, 2): Apart.FACILITATOR}), "pairing.pinned_not_allowed"),
        (candidate(2), Bounds(apart={couple(1, 2): Apart.HOUSEHOLD}), "pairing.pinned_not_allowed"),
        (candidate(2, wants_same_gender=True), Bounds(), "pairing.pinned_not_allowed"),
        (candidate(2, languages=SPANISH), Bounds(), "pairing.pinned_no_language"),
        (candidate(2, capacity=0), Bounds(), "pairing.pinned_not_now"),
        (candidate(2), Bounds(forbidden=frozenset({couple(1, 2)})), "pairing.pinned_and_forbidden"),
    ],
)
def test_a_pin_against_a_hard_rule_is_refused(other: Candidate, bounds: Bounds, key: str) -> None:
    pinned = Bounds(bounds.blocked, bounds.apart, frozenset({couple(1, 2)}), bounds.forbidden)

    with pytest.raises(Refused) as refused:
        plan([candidate(1), other, candidate(3)], {}, pinned, NOW)

    assert (key, {}) == (refused.value.key, refused.value.data)


def test_two_pins_around_a_block_are_refused() -> None:
    """All three of a trio are each other's partners."""
    pinned = frozenset({couple(1, 2), couple(2, 3)})

    with pytest.raises(Refused, match=r"pairing\.pinned_not_allowed"):
        plan(people(3), {}, Bounds(blocks((1, 3)), pinned=pinned), NOW)


@pytest.mark.parametrize(
    "pins", [[(1, 2), (2, 3), (3, 4)], [(1, 2), (2, 3), (4, 5), (5, 6)], [(1, 2), (1, 3), (1, 4)]]
)
def test_pins_that_make_a_four_or_two_trios_are_refused(pins: list[tuple[int, int]]) -> None:
    pinned = frozenset(couple(*two) for two in pins)

    with pytest.raises(Refused, match=r"pairing\.too_many_pinned"):
        plan(people(6), {}, Bounds(pinned=pinned), NOW)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 30), st.data())
def test_pins_are_kept_and_nobody_is_left_out_for_them(number: int, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(1, number + 1)))
    pins = [order[at : at + 2] for at in range(0, 2 * data.draw(st.integers(0, number // 2)), 2)]
    made = plan(people(number), {}, Bounds(pinned=frozenset(couple(*two) for two in pins)), NOW)

    assert {} == unmatched(made)
    assert all(any(set(two) <= set(one) for one in members(made)) for two in pins)
