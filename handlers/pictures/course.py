"""Draws a person's days as lines: mood over sleep, craving below; a day without an answer is a gap, never a guess."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Self

from markupsafe import Markup

from handlers.pictures import canvas
from handlers.pictures.picture import Picture

HIGHEST = 10
WIDTH = 1080
HEIGHT = 1230

_LEFT, _RIGHT = 96, 40
_MOOD_TOP, _CRAVING_TOP, _PANEL = 296, 738, 290
_FEW_DAYS = 10
"""Up to so many days every dot is large and has its number."""
_MANY_DAYS = 45
"""From so many days on a line has no dots: they would touch."""
_SLIVER = 0.15
"""Height of a bar for zero: a night without sleep is an answer too."""
_NEAR_TOP = 9
"""From this value on its number stands below the dot."""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One item over the days.

    Attributes:
        name: what it is, in the reader's language.
        scale: which end is which.
        figures: the numbers behind it.
        values: 0 to 10 for each day, None where there is no answer.
    """

    name: str
    scale: str
    figures: str
    values: tuple[int | None, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class CoursePicture(Picture):
    """A person's days.

    Attributes:
        title: what is shown; `period`: from when to when.
        mood: drawn as a line over bars of `sleep`; `craving` in a panel of its own.
        uses: numbers of the days, from 0, on which use was reported; `use_name` is what the mark means.
        pauses: numbers of the days on which the person was paused; `pause_name` likewise.
        ticks: numbers of days with what stands below them.
        gap_note: what a gap means.
    """

    kind: ClassVar[str] = "course"
    title: str
    period: str
    mood: Line
    craving: Line
    sleep: Line
    uses: tuple[int, ...]
    use_name: str
    pauses: tuple[int, ...]
    pause_name: str
    ticks: tuple[tuple[int, str], ...]
    gap_note: str

    @classmethod
    def unpack(cls, data: dict[str, Any]) -> Self:
        """Build the picture from what `pack` returned, also after a trip through JSON."""
        lines = {name: _line(data[name]) for name in ("mood", "craving", "sleep")}
        ticks = tuple((int(day), str(label)) for day, label in data["ticks"])
        days = {name: tuple(data[name]) for name in ("uses", "pauses")}
        return cls(**{**data, **lines, **days, "ticks": ticks})

    def render(self) -> bytes:
        """Return the picture as a PNG."""
        return canvas.png(self.svg(), WIDTH, HEIGHT)

    def svg(self) -> str:
        """Return the picture as SVG."""
        mood, craving = _Panel(_MOOD_TOP, len(self.mood.values)), _Panel(_CRAVING_TOP, len(self.mood.values))
        return canvas.document(
            WIDTH,
            HEIGHT,
            [
                canvas.text(_LEFT - 48, 84, self.title, 50, canvas.INK, is_bold=True),
                canvas.text(_LEFT - 48, 134, self.period, 34, canvas.QUIET),
                *_pauses(self, mood, craving),
                *_head(self.mood, mood.top, canvas.MOOD),
                *_sleep_name(self.sleep, mood.top),
                *mood.grid(),
                *mood.bars(self.sleep.values),
                *_uses(self, mood, craving),
                *mood.line(self.mood.values, canvas.MOOD, is_square=False),
                *_head(self.craving, craving.top, canvas.CRAVING),
                *craving.grid(),
                *craving.line(self.craving.values, canvas.CRAVING, is_square=True),
                *_ticks(self, craving),
                *_legend(self),
            ],
        )


@dataclasses.dataclass(frozen=True, slots=True)
class _Panel:
    """A field from 0 to 10 over a number of days; `top` is the height of 10."""

    top: int
    days: int

    @property
    def bottom(self) -> int:
        return self.top + _PANEL

    @property
    def step(self) -> float:
        return (WIDTH - _LEFT - _RIGHT) / max(self.days, 1)

    def x(self, day: float) -> float:
        return _LEFT + self.step * (day + 0.5)

    def y(self, value: float) -> float:
        return self.bottom - value * _PANEL / HIGHEST

    def grid(self) -> Iterator[Markup]:
        for value in (0, 5, 10):
            color = canvas.AXIS if value == 0 else canvas.GRID
            yield canvas.rule(_LEFT, self.y(value), WIDTH - _RIGHT, self.y(value), color)
            yield canvas.text(_LEFT - 18, self.y(value) + 11, str(value), 32, canvas.QUIET, anchor="end")

    def bars(self, values: Sequence[int | None]) -> Iterator[Markup]:
        width = min(self.step * 0.62, 64)
        for day, value in enumerate(values):
            if value is not None:
                top = self.y(max(value, _SLIVER))
                yield canvas.bar(self.x(day) - width / 2, top, width, self.bottom - top, canvas.SLEEP)

    def line(self, values: Sequence[int | None], color: str, *, is_square: bool) -> Iterator[Markup]:
        runs = list(_runs(values))
        for run in runs:
            points = [(self.x(day), self.y(value)) for day, value in run]
            if len(points) > 1:
                yield canvas.stroke(points, color, 7 if self.days <= _MANY_DAYS else 5)
        size = 13 if self.days <= _FEW_DAYS else 8
        for run in runs:
            # On many days the line speaks for itself, except where there is only a point of it.
            if self.days <= _MANY_DAYS or len(run) == 1:
                for day, value in run:
                    x, y = self.x(day), self.y(value)
                    yield canvas.dot(x, y, size, color, is_square=is_square, rim=size // 3)
        if self.days <= _FEW_DAYS:
            for day, value in (point for run in runs for point in run):
                yield from self._number(day, value, color)

    def _number(self, day: int, value: int, color: str) -> Iterator[Markup]:
        x = self.x(day)
        y = self.y(value) - 26 if value < _NEAR_TOP else self.y(value) + 50
        half = canvas.width_of(str(value), 32) / 2 + 4
        yield canvas.bar(x - half, y - 28, half * 2, 34, canvas.PAPER)
        yield canvas.text(x, y, str(value), 32, color, is_bold=True, anchor="middle")


def _line(data: dict[str, Any]) -> Line:
    return Line(**{**data, "values": tuple(data["values"])})


def _runs(values: Sequence[int | None]) -> Iterator[list[tuple[int, int]]]:
    """Return the stretches of days with answers."""
    run: list[tuple[int, int]] = []
    for day, value in enumerate(values):
        if value is not None:
            run.append((day, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _head(line: Line, top: int, color: str) -> Iterator[Markup]:
    yield canvas.text(_LEFT - 48, top - 80, line.name, 40, color, is_bold=True)
    yield canvas.text(WIDTH - _RIGHT, top - 80, line.figures, 32, canvas.INK, anchor="end")
    yield canvas.text(_LEFT - 48, top - 38, line.scale, 28, canvas.QUIET)


def _sleep_name(line: Line, top: int) -> Iterator[Markup]:
    if any(value is not None for value in line.values):
        yield canvas.text(WIDTH - _RIGHT, top - 38, line.name, 28, canvas.SLEEP_INK, anchor="end")


def _pauses(picture: CoursePicture, *panels: _Panel) -> Iterator[Markup]:
    for panel in panels:
        for day in picture.pauses:
            x = panel.x(day) - panel.step / 2
            yield canvas.bar(x, panel.top, panel.step + 0.5, _PANEL, canvas.PAUSE, radius=0)


def _uses(picture: CoursePicture, *panels: _Panel) -> Iterator[Markup]:
    for panel in panels:
        for day in picture.uses:
            yield canvas.rule(
                panel.x(day), panel.top, panel.x(day), panel.bottom, canvas.USE, dashes="3 9", width=5
            )
    for day in picture.uses:
        yield canvas.flag(panels[-1].x(day), panels[-1].bottom + 6, canvas.USE)


def _ticks(picture: CoursePicture, panel: _Panel) -> Iterator[Markup]:
    for day, label in picture.ticks:
        half = canvas.width_of(label, 30) / 2
        x = min(panel.x(day), WIDTH - _RIGHT + 24 - half)
        yield canvas.text(x, panel.bottom + 66, label, 30, canvas.INK, anchor="middle")


def _legend(picture: CoursePicture) -> Iterator[Markup]:
    x, y = float(_LEFT - 48), HEIGHT - 56
    if picture.uses:
        yield canvas.flag(x + 14, y - 24, canvas.USE)
        yield canvas.text(x + 40, y, picture.use_name, 30, canvas.INK)
        x += 40 + canvas.width_of(picture.use_name, 30) + 40
    if picture.pauses:
        yield canvas.bar(x, y - 24, 30, 28, canvas.PAUSE_MARK, radius=4)
        yield canvas.text(x + 42, y, picture.pause_name, 30, canvas.INK)
    yield canvas.text(WIDTH - _RIGHT, y, picture.gap_note, 30, canvas.QUIET, anchor="end")
