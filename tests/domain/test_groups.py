import pytest

from domain.errors import NotUnderstood
from domain.groups import LONGEST_NAME, check_new_group


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "Tuesday\nevening", "a\u2028b"])
def test_a_group_needs_a_name_of_one_line(name: str) -> None:
    with pytest.raises(NotUnderstood):
        check_new_group("Our program", name, "UTC")
    with pytest.raises(NotUnderstood):
        check_new_group(name, "Tuesday", "UTC")


@pytest.mark.parametrize("name", ["T", " Tuesday ", "x" * LONGEST_NAME, "👨‍👩‍👧 <b>&", "مساء الثلاثاء"])
def test_any_line_can_be_a_name(name: str) -> None:
    check_new_group("Our program", name, "UTC")
