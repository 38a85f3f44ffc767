"""Draws the signs that a day can have, each of a form of its own, so that no colour is needed to tell them apart."""

import enum
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from markupsafe import Markup

from handlers.pictures import canvas
from handlers.pictures.palette import Palette


class Mark(enum.StrEnum):
    """What a sign says.

    NONE is a day on which nobody was asked; LATE is a line below another sign: something was answered later.
    """

    NONE = ""
    FULL = "full"
    PARTLY = "partly"
    SHORT = "short"
    MISSED = "missed"
    SKIPPED = "skipped"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    EXCUSED = "excused"
    LATE = "late"
    USE = "use"
    TOLD = "told"


def drawn(mark: Mark, x: float, y: float, size: float, colors: Palette) -> Iterable[Markup]:
    """Return the sign around a point; `size` is half its height."""
    color = colors.setback if mark in {Mark.USE, Mark.TOLD} else colors.mark
    return _SHAPES[mark](x, y, size, color)


def _line_of(size: float) -> float:
    return max(size * 0.28, 2.5)


def _none(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    del x, y, size, color
    return ()


def _full(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield canvas.disc(x, y, size, color)


def _partly(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield from _missed(x, y, size, color)
    yield canvas.path(f"M {x:.1f} {y - size:.1f} a {size:.1f} {size:.1f} 0 0 0 0 {size * 2:.1f} z", color)


def _short(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield canvas.disc(x, y, size * 0.55, color)


def _missed(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield canvas.ring(x, y, size - _line_of(size) / 2, color, line=_line_of(size))


def _skipped(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield canvas.bar(x - size, y - _line_of(size) / 2, size * 2, _line_of(size), color, radius=0)


def _paused(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    for left in (x - size * 0.7, x + size * 0.2):
        yield canvas.bar(left, y - size * 0.9, size * 0.5, size * 1.8, color, radius=0)


def _unreachable(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    reach, line = size * 0.8, _line_of(size)
    yield canvas.rule(x - reach, y - reach, x + reach, y + reach, color, width=line)
    yield canvas.rule(x - reach, y + reach, x + reach, y - reach, color, width=line)


def _excused(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    side = size * 1.6
    yield canvas.frame(x - side / 2, y - side / 2, side, side, color, line=_line_of(size))


def _late(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    yield canvas.bar(x - size, y + size * 1.05, size * 2, _line_of(size), color, radius=0)


def _use(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    way = f"M {x:.1f} {y - size:.1f} l {size:.1f} {size * 1.9:.1f} l {-size * 2:.1f} 0 z"
    yield canvas.path(way, color)


def _told(x: float, y: float, size: float, color: str) -> Iterable[Markup]:
    """Return a speech bubble."""
    left, top, wide, high = x - size * 1.1, y - size, size * 2.2, size * 1.4
    tail = f"l {-wide * 0.45:.1f} 0 l {-wide * 0.22:.1f} {size * 0.6:.1f} l 0 {-size * 0.6:.1f} "
    way = f"M {left:.1f} {top:.1f} h {wide:.1f} v {high:.1f} {tail}L {left:.1f} {top + high:.1f} z"
    yield canvas.path(way, color)


_SHAPES: Final[Mapping[Mark, Callable[[float, float, float, str], Iterable[Markup]]]] = {
    Mark.NONE: _none,
    Mark.FULL: _full,
    Mark.PARTLY: _partly,
    Mark.SHORT: _short,
    Mark.MISSED: _missed,
    Mark.SKIPPED: _skipped,
    Mark.PAUSED: _paused,
    Mark.UNREACHABLE: _unreachable,
    Mark.EXCUSED: _excused,
    Mark.LATE: _late,
    Mark.USE: _use,
    Mark.TOLD: _told,
}
