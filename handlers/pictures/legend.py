"""Sets signs and what they mean side by side, in as many rows as it takes; it chooses none of them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from handlers.pictures import canvas
from handlers.pictures.marks import Mark, drawn
from handlers.pictures.palette import Palette

ROW = 46
WORDS = 30
_SIGN = 38
_GAP = 26

Entry = tuple[str, str]


def rows_of(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    """Return the signs with their words in rows that are no wider than `width`."""
    rows: list[list[Entry]] = []
    left = 0.0
    for entry in entries:
        if not rows or _width_of(entry) > left:
            rows.append([])
            left = width + _GAP
        rows[-1].append(entry)
        left -= _width_of(entry)
    return rows


def row(entries: Sequence[Entry], x: float, top: float, colors: Palette) -> Iterator[Markup]:
    """Return one row."""
    for entry in entries:
        mark, words = Mark(entry[0]), entry[1]
        # The line of a late answer stands below another sign; here it needs one to stand below.
        if mark is Mark.LATE:
            yield from drawn(Mark.FULL, x + 14, top + 17, 10, colors)
        yield from drawn(mark, x + 14, top + (19 if mark is Mark.LATE else 20), 12, colors)
        yield canvas.text(x + _SIGN, top + 30, words, WORDS, colors.ink)
        x += _width_of(entry)


def _width_of(entry: Entry) -> float:
    return _SIGN + canvas.width_of(entry[1], WORDS) + _GAP
