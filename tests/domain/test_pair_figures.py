import dataclasses
import datetime as dt

import pytest

from domain.ids import MembershipId, PairId, PersonId
from domain.pair_figures import Counted, PairFacts, Span, Typical, figures, has_talked
from domain.partners import EndReason, PairKind
from tests.cast import NOON

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
WEEK = Span(NOON - 7 * DAY, NOON)
PERIOD = Span(NOON - 28 * DAY, NOON)
ANA, BEN = PersonId(1), PersonId(2)
PAIR = PairFacts(
    pair_id=PairId(1),
    kind=PairKind.REGULAR,
    proposed_at=NOON - 20 * DAY,
    started_at=NOON - 20 * DAY,
    ended_at=None,
    end_reason=None,
    first_contact_at=None,
    members=frozenset({MembershipId(1), MembershipId(2)}),
)


@pytest.mark.parametrize(
    ("changes", "talked"),
    [
        ({}, False),
        ({"said_at": (NOON - DAY,)}, True),
        ({"said_at": (NOON - 7 * DAY,)}, True),
        ({"said_at": (NOON - 7 * DAY - HOUR,)}, False),
        ({"said_at": (NOON,)}, False),
        ({"called_at": (NOON - DAY,)}, True),
        ({"written": ((ANA, NOON - DAY), (ANA, NOON - HOUR))}, False),
        ({"written": ((ANA, NOON - DAY), (BEN, NOON - HOUR))}, True),
        ({"written": ((ANA, NOON - 8 * DAY), (BEN, NOON - HOUR))}, False),
    ],
)
def test_a_pair_talked_when_one_says_so_both_wrote_or_a_call_took_place_that_week(
    changes: dict[str, object], talked: bool
) -> None:
    assert talked == has_talked(dataclasses.replace(PAIR, **changes), WEEK)


def test_the_pair_rate_counts_pairs_of_at_least_three_days_and_no_covers() -> None:
    pairs = [
        PAIR,
        dataclasses.replace(PAIR, said_at=(NOON - DAY,)),
        dataclasses.replace(PAIR, started_at=NOON - 3 * DAY),
        dataclasses.replace(PAIR, started_at=NOON - 3 * DAY + HOUR, said_at=(NOON - HOUR,)),
        dataclasses.replace(PAIR, ended_at=NOON - 5 * DAY),
        dataclasses.replace(PAIR, kind=PairKind.COVER, said_at=(NOON - DAY,)),
        dataclasses.replace(PAIR, started_at=None),
    ]

    assert Counted(1, 3) == figures(pairs, WEEK, PERIOD).talked


def test_first_contact_is_the_median_of_pairs_that_had_one_and_the_others_are_counted() -> None:
    started_at = NOON - 20 * DAY
    pairs = [
        dataclasses.replace(PAIR, first_contact_at=started_at + 2 * HOUR),
        dataclasses.replace(PAIR, first_contact_at=started_at + 5 * HOUR),
        PAIR,
        dataclasses.replace(PAIR, started_at=NOON - 40 * DAY),
    ]
    found = figures(pairs, WEEK, PERIOD)

    assert (Typical(3.5 * HOUR, 2), Counted(1, 3)) == (found.first_contact, found.without_contact)


def test_a_reply_is_counted_from_the_first_message_of_a_turn_to_the_others_next() -> None:
    written = (
        (ANA, NOON - 10 * HOUR),
        (ANA, NOON - 9 * HOUR),
        (BEN, NOON - 8 * HOUR),
        (BEN, NOON - 7 * HOUR),
        (ANA, NOON - 4 * HOUR),
    )

    assert Typical(3 * HOUR, 2) == figures([dataclasses.replace(PAIR, written=written)], WEEK, PERIOD).reply


def test_covers_are_counted_as_taken_of_offered() -> None:
    cover = dataclasses.replace(PAIR, kind=PairKind.COVER)
    pairs = [cover, dataclasses.replace(cover, started_at=None), PAIR]

    assert Counted(1, 2) == figures(pairs, WEEK, PERIOD).covers


@pytest.mark.parametrize(
    ("reason", "counted"),
    [
        (EndReason.PARTED, Counted(1, 1)),
        (EndReason.LEFT_GROUP, Counted(1, 1)),
        (EndReason.BLOCKED, Counted(1, 1)),
        (EndReason.ROTATED, Counted(0, 0)),
    ],
)
def test_a_pair_that_ended_early_counts_as_matched_anew_when_one_of_them_has_another(
    reason: EndReason, counted: Counted
) -> None:
    ended = dataclasses.replace(PAIR, ended_at=NOON - 5 * DAY, end_reason=reason)
    following = dataclasses.replace(
        PAIR, started_at=NOON - 5 * DAY, members=frozenset({MembershipId(2), MembershipId(9)})
    )

    assert counted == figures([ended, following], WEEK, PERIOD).rematched


def test_without_pairs_there_is_nothing_to_tell() -> None:
    assert not figures([], WEEK, PERIOD).are_any
