"""Draws one item over days in a field from 0 to 10; a day without an answer is a gap, never a guess."""

import dataclasses
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from handlers.pictures import canvas
from handlers.pictures.palette import Palette

HIGHEST = 10
FEW_DAYS = 10
"""Up to so many days every dot is large and has its number."""
_MANY_DAYS = 45
"""From so many days on a line has no dots: they would touch."""
_NEAR_TOP = 9
"""From this value on its number stands below the dot."""
_NUMBER_SIZE = 32

Point = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Panel:
    """A field over a number of days; `top` is the height of 10 and `left` the beginning of the first day."""

    left: float
    top: float
    width: float
    height: float
    days: int
    colors: Palette

    @property
    def bottom(self) -> float:
        """Return the height of 0."""
        return self.top + self.height

    @property
    def step(self) -> float:
        """Return how wide a day is."""
        return self.width / max(self.days, 1)

    def x(self, day: float) -> float:
        """Return the middle of a day."""
        return self.left + self.step * (day + 0.5)

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.bottom - value * self.height / HIGHEST

    def grid(self) -> Iterator[Markup]:
        """Return the lines of 0, 5 and 10 with their numbers."""
        for value in (0, 5, 10):
            color = self.colors.axis if value == 0 else self.colors.grid
            yield canvas.rule(self.left, self.y(value), self.left + self.width, self.y(value), color)
            yield canvas.text(
                self.left - 16, self.y(value) + 11, str(value), 30, self.colors.quiet, anchor="end"
            )

    def small_grid(self) -> Iterator[Markup]:
        """Return the lines of 0 and 10 alone."""
        for value, color in ((0, self.colors.axis), (10, self.colors.grid)):
            yield canvas.rule(self.left, self.y(value), self.left + self.width, self.y(value), color)

    def shade(self, days: Sequence[int], color: str) -> Iterator[Markup]:
        """Return grounds behind days."""
        for first, last in _stretches(days):
            x = self.x(first) - self.step / 2
            yield canvas.bar(x, self.top, (last - first + 1) * self.step, self.height, color, radius=0)

    def line(self, values: Sequence[int | None], color: str, *, is_square: bool) -> Iterator[Markup]:
        """Return the course of an item: strokes where days in a row have answers, dots where there is room."""
        mark = canvas.diamond if is_square else canvas.disc
        size, rim = (13, 4) if self.days <= FEW_DAYS else (9 if self.days <= _MANY_DAYS else 6, 0)
        runs = list(runs_of(values))
        for run in runs:
            if len(run) > 1:
                yield self._stroke(run, color, 7 if self.days <= _MANY_DAYS else 5)
        for run in runs:
            # On many days the line speaks for itself, except where there is only a point of it.
            if self.days <= _MANY_DAYS or len(run) == 1:
                for day, value in run:
                    yield mark(self.x(day), self.y(value), size, color, rim=rim, paper=self.colors.paper)
        if self.days <= FEW_DAYS:
            for day, value in (point for run in runs for point in run):
                yield from self._number(day, value, color)

    def small_line(self, values: Sequence[int | None], color: str) -> Iterator[Markup]:
        """Return the course of an item where there is little room."""
        size = 7 if self.days <= FEW_DAYS else 4.5
        for run in runs_of(values):
            if len(run) > 1:
                yield self._stroke(run, color, 4)
            if len(run) == 1 or self.days <= FEW_DAYS:
                for day, value in run:
                    yield canvas.disc(self.x(day), self.y(value), size, color)

    def _stroke(self, run: Sequence[Point], color: str, width: int) -> Markup:
        return canvas.stroke([(self.x(day), self.y(value)) for day, value in run], color, width)

    def _number(self, day: int, value: int, color: str) -> Iterator[Markup]:
        x = self.x(day)
        y = self.y(value) - 26 if value < _NEAR_TOP else self.y(value) + 50
        half = canvas.width_of(str(value), _NUMBER_SIZE, is_bold=True) / 2 + 4
        yield canvas.bar(x - half, y - 28, half * 2, 34, self.colors.paper)
        yield canvas.text(x, y, str(value), _NUMBER_SIZE, color, is_bold=True, anchor="middle")


def runs_of(values: Sequence[int | None]) -> Iterator[list[Point]]:
    """Return the stretches of days with answers, as days and values."""
    run: list[Point] = []
    for day, value in enumerate(values):
        if value is not None:
            run.append((day, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _stretches(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return first and last of the days that follow each other."""
    first = last = None
    for day in sorted(days):
        if first is None or last is None:
            first = last = day
        elif day == last + 1:
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last
