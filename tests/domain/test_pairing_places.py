from domain.pairing import Bounds, Candidate, Match, Together, best_place, split
from domain.partners import LeftOut, Reason
from tests.candidates import DAY, NOW, blocks, candidate, couple, people

PAIRS = [people(4)[:2], people(4)[2:]]


def ids(found: Match | LeftOut) -> list[int]:
    assert isinstance(found, Match)

    return [int(one.membership_id) for one in found.members]


def halves(found: tuple[Match, Match] | LeftOut) -> list[list[int]]:
    assert isinstance(found, tuple)

    return [ids(one) for one in found]


def place(newcomer: Candidate, **bounds: object) -> Match | LeftOut:
    return best_place(newcomer, PAIRS, {}, Bounds(**bounds), NOW)  # type: ignore[arg-type]  # fields of bounds


def test_a_late_joiner_joins_the_pair_they_have_not_been_with() -> None:
    past = {couple(1, 9): Together(1, NOW - DAY)}
    found = best_place(candidate(9), PAIRS, past, Bounds(), NOW)

    assert [3, 4, 9] == ids(found)
    assert isinstance(found, Match)
    assert Reason.TRIO in found.reasons


def test_what_a_pair_has_behind_it_is_not_held_against_it() -> None:
    past = {couple(1, 2): Together(1, NOW), couple(3, 9): Together(1, NOW - 300 * DAY)}

    assert [1, 2, 9] == ids(best_place(candidate(9), PAIRS, past, Bounds(), NOW))


def test_a_pair_that_can_look_after_two_is_asked_first() -> None:
    pairs = [PAIRS[0], [candidate(3, capacity=2), candidate(4, capacity=2)]]

    assert [3, 4, 9] == ids(best_place(candidate(9), pairs, {}, Bounds(), NOW))


def test_of_equal_pairs_it_is_the_same_in_whatever_order_they_come() -> None:
    assert ids(best_place(candidate(9), PAIRS[::-1], {}, Bounds(), NOW)) == ids(place(candidate(9)))


def test_one_who_is_blocked_by_either_of_a_pair_does_not_join_it() -> None:
    assert [3, 4, 9] == ids(place(candidate(9), blocked=blocks((2, 9))))
    assert LeftOut.NOBODY_ALLOWED == place(candidate(9), blocked=blocks((2, 9), (9, 3)))


def test_where_there_is_no_place_the_reason_is_named() -> None:
    spanish = candidate(9, languages=frozenset({"es"}))

    assert LeftOut.NO_COMMON_LANGUAGE == place(spanish)
    assert LeftOut.WISH == place(candidate(9, gender="man", wants_same_gender=True))
    assert LeftOut.NOT_NOW == place(candidate(9, capacity=0))
    assert LeftOut.NO_ONE_LEFT == best_place(candidate(9), [], {}, Bounds(), NOW)
    assert LeftOut.NO_ONE_LEFT == best_place(candidate(9), [people(3)], {}, Bounds(), NOW)


def test_a_pair_of_which_one_wants_nobody_more_is_left_as_it_is() -> None:
    pairs = [[candidate(1), candidate(2, capacity=0)], PAIRS[1]]

    assert [3, 4, 9] == ids(best_place(candidate(9), pairs, {}, Bounds(), NOW))


def test_a_trio_and_one_more_become_two_pairs() -> None:
    past = {couple(1, 9): Together(1, NOW - DAY), couple(2, 9): Together(1, NOW - 9 * DAY)}

    assert [[3, 9], [1, 2]] == halves(split(people(3), candidate(9), past, Bounds(), NOW))


def test_a_trio_is_split_so_that_nobody_is_with_whom_they_must_not() -> None:
    bounds = Bounds(blocks((1, 9), (2, 9)))

    assert [[3, 9], [1, 2]] == halves(split(people(3), candidate(9), {}, bounds, NOW))


def test_a_trio_stays_where_the_newcomer_may_be_with_nobody_of_it() -> None:
    bounds = Bounds(blocks((1, 9), (2, 9), (9, 3)))

    assert LeftOut.NOBODY_ALLOWED == split(people(3), candidate(9), {}, bounds, NOW)
    assert LeftOut.NOT_NOW == split(people(3), candidate(9, capacity=0), {}, Bounds(), NOW)


def test_a_trio_whose_others_must_not_stay_as_two_is_split_another_way() -> None:
    bounds = Bounds(blocks((1, 2)))

    assert [3] not in [one[:1] for one in halves(split(people(3), candidate(9), {}, bounds, NOW))]
