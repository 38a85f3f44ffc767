import datetime as dt

from domain.sharing import AT_START, CONSENT_LASTS, SharedItem, Sharing
from tests.cast import NOON

ENDS_AT = NOON + CONSENT_LASTS
SHARED = Sharing({SharedItem.SUPPORT: ENDS_AT, SharedItem.MOOD: ENDS_AT - dt.timedelta(weeks=1)})


def test_at_the_start_no_answer_to_any_question_is_shared() -> None:
    assert {SharedItem.MOOD, SharedItem.CRAVING}.isdisjoint(AT_START)


def test_what_is_shared_is_told_in_one_order_whatever_came_first() -> None:
    assert (SharedItem.MOOD, SharedItem.SUPPORT) == SHARED.items


def test_the_last_item_says_until_when_anything_is_shared() -> None:
    assert ENDS_AT == SHARED.ends_at
    assert Sharing().ends_at is None


def test_only_what_is_shared_and_has_a_week_left_is_about_to_end() -> None:
    at = ENDS_AT - dt.timedelta(weeks=1, minutes=1)

    assert [SharedItem.MOOD] == [item for item in SharedItem if SHARED.is_ending(item, at)]
