import pytest

from domain.partners import SharedItem, Sharing


def test_a_new_pair_shares_only_whether_one_has_checked_in() -> None:
    assert {SharedItem.CHECKED_IN} == {item for item in SharedItem if Sharing().has(item)}


@pytest.mark.parametrize("item", SharedItem)
@pytest.mark.parametrize("is_on", [True, False])
def test_one_item_is_switched_and_the_others_stay(item: SharedItem, is_on: bool) -> None:
    before = Sharing(checked_in=True, mood=False, craving=True)
    after = before.with_item(item, is_on)

    assert is_on == after.has(item)
    assert all(before.has(other) == after.has(other) for other in SharedItem if other is not item)
