import pathlib

import pytest

from domain.pairing import matching, weights

TEXT = (pathlib.Path(__file__).parents[2] / "docs/pairing.md").read_text()


@pytest.mark.parametrize(
    ("figure", "row"),
    [
        (weights.ASKED_FOR_ANOTHER, "asked for somebody else"),
        (weights.EACH_TIME_TOGETHER, "for each time they were partners"),
        (weights.EACH_DAY_APART, f"up to {weights.ALL_ALIKE_AFTER.days}"),
        (weights.AHEAD, "most rounds follow"),
        (f"0 to {weights.CHANCE - 1}", "chance"),
        (weights.EACH_QUARTER_HOUR_SHARED, "quarter of an hour"),
        (weights.ONE_FURTHER, f"{weights.FURTHER_ALONG.days} days or more"),
        (weights.SAME_TRACK, "the same track"),
        (weights.CAN_HAVE_TWO, "look after two"),
    ],
)
def test_the_document_has_the_weight_that_is_used(figure: int | str, row: str) -> None:
    told = figure if isinstance(figure, str) else f"{figure:,}"

    assert [line for line in TEXT.splitlines() if line.startswith(f"| {told} |") and row in line]


def test_the_document_says_up_to_which_size_every_trio_is_tried() -> None:
    assert f"groups up to {matching.EXACT_TRIOS_UP_TO} with every possible trio" in TEXT
    assert matching.TRIOS_TRIED == 6
    assert "six most promising trios" in TEXT
