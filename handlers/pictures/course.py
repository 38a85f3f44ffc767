"""Puts a person's days into one picture: two main lines, smaller ones, the sign of every day; it leaves gaps as gaps."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Self

from markupsafe import Markup

from handlers.pictures import canvas, legend
from handlers.pictures.marks import Mark, drawn
from handlers.pictures.palette import PALETTES, Palette
from handlers.pictures.panels import FEW_DAYS, Panel
from handlers.pictures.picture import Picture

WIDTH = 960
"""Of the drawing, in its own units; its height follows from what there is to show."""
_PIXELS_WIDE, _PIXELS_HIGH = 760, 1160
"""Enough for a phone; every pixel more takes longer to draw, and the messaging app makes pictures smaller anyway."""
_EDGE, _LEFT, _RIGHT = 36, 84, 36
_PLOT = WIDTH - _LEFT - _RIGHT
_HEAD, _BAND, _BAND_WORDS = 148, 46, 29
_MAIN_HEAD, _MAIN = 106, 196
_LANE, _TICKS, _TICK_WORDS = 40, 52, 30
_SMALL_HEAD, _SMALL, _SMALL_GAP = 90, 92, 30
_WEEK, _CELL, _ASIDE = 7, 33, 24


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One item over the days.

    Attributes:
        key: the name of its colour in the palette.
        name: what it is, in the reader's language; `scale` says which end is which.
        figures: the numbers behind it.
        values: 0 to 10 for each day, None where there is no answer.
    """

    key: str
    name: str
    scale: str
    figures: str
    values: tuple[int | None, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class CoursePicture(Picture):
    """A person's days; days are numbered from 0.

    Attributes:
        theme: light or dark.
        title: what is shown; `period`: from when to when.
        main: lines in panels over the whole width; `small`: in panels side by side.
        bands: phases as first day, last day, and what they are called, from the longest name to the shortest.
        marks: the sign of each day; `late` are the days that were answered later.
        uses: days with reported use; `told` are those on which the facilitators were told of something.
        ticks: days with what stands below them.
        weekdays: short names of the days of a week that ends on the last day; given, days are signed week by week.
        legend: signs that occur, with what they mean.
        note: what a gap means, and what the scales are.
    """

    kind: ClassVar[str] = "course"
    theme: str
    title: str
    period: str
    main: tuple[Line, ...]
    small: tuple[Line, ...]
    bands: tuple[tuple[int, int, tuple[str, ...]], ...]
    marks: tuple[str, ...]
    late: tuple[int, ...]
    uses: tuple[int, ...]
    told: tuple[int, ...]
    ticks: tuple[tuple[int, str], ...]
    weekdays: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    note: str

    @classmethod
    def unpack(cls, data: dict[str, Any]) -> Self:
        """Build the picture from what `pack` returned, also after a trip through JSON."""
        lines = {name: tuple(_line(one) for one in data[name]) for name in ("main", "small")}
        pairs = {name: tuple(tuple(one) for one in data[name]) for name in ("ticks", "legend")}
        bands = tuple((first, last, tuple(names)) for first, last, names in data["bands"])
        plain = {name: tuple(data[name]) for name in ("marks", "late", "uses", "told", "weekdays")}
        return cls(**{**data, **lines, **pairs, **plain, "bands": bands})

    def render(self) -> bytes:
        """Return the picture as a PNG."""
        composed = _Composition(self)
        scale = min(_PIXELS_WIDE / WIDTH, _PIXELS_HIGH / composed.height)
        return canvas.png(composed.svg(), int(WIDTH * scale), int(composed.height * scale))

    def svg(self) -> str:
        """Return the picture as SVG."""
        return _Composition(self).svg()


class _Composition:
    """The picture from top to bottom; each part moves the pen down to where the next begins."""

    def __init__(self, picture: CoursePicture) -> None:
        self._picture = picture
        self._colors: Palette = PALETTES[picture.theme]
        self._days = len(picture.marks)
        self._pen = 0.0
        parts = (self._head, self._main, self._signs, self._small, self._legend)
        self._shapes = [shape for part in parts for shape in part()]

    @property
    def height(self) -> int:
        """Return how high the picture has become."""
        return round(self._pen)

    def svg(self) -> str:
        """Return all parts on their paper."""
        return canvas.document(WIDTH, self.height, self._colors.paper, self._shapes)

    def _text(self, x: float, words: str, size: int, *, drop: float, **more: Any) -> Markup:
        color = more.pop("color", self._colors.ink)
        return canvas.text(x, self._pen + drop, words, size, color, **more)

    def _head(self) -> Iterator[Markup]:
        yield self._text(_EDGE, self._picture.title, 48, drop=74, is_bold=True)
        yield self._text(_EDGE, self._picture.period, 30, drop=118, color=self._colors.quiet)
        self._pen = _HEAD
        if not self._picture.bands:
            return
        field = self._field(0)
        for number, (first, last, names) in enumerate(self._picture.bands):
            x, width = field.x(first) - field.step / 2, (last - first + 1) * field.step
            yield canvas.bar(x, self._pen, width - 4, _BAND, self._colors.bands[number % 2])
            fitting = (name for name in names if canvas.width_of(name, _BAND_WORDS) < width - 16)
            if words := next(fitting, ""):
                yield self._text(x + 12, words, _BAND_WORDS, drop=33)
        self._pen += _BAND + 8

    def _main(self) -> Iterator[Markup]:
        fields: list[Panel] = []
        for line in self._picture.main:
            color = getattr(self._colors, line.key)
            yield self._text(_EDGE, line.name, 38, drop=46, color=color, is_bold=True)
            yield self._text(WIDTH - _RIGHT, line.figures, 30, drop=46, anchor="end")
            yield self._text(_EDGE, line.scale, 28, drop=82, color=self._colors.quiet)
            self._pen += _MAIN_HEAD
            field = self._field(_MAIN)
            paused = [day for day, mark in enumerate(self._picture.marks) if mark == Mark.PAUSED]
            yield from field.shade(paused, self._colors.pause)
            yield from self._borders(field)
            yield from field.grid()
            yield from field.line(line.values, color, is_square=bool(fields))
            fields.append(field)
            self._pen += _MAIN + 14

    def _borders(self, field: Panel) -> Iterator[Markup]:
        """Return what crosses a panel from top to bottom: the beginning of a phase, reported use."""
        for first, *_ in self._picture.bands[1:]:
            x = field.x(first) - field.step / 2 - 2
            yield canvas.rule(x, field.top, x, field.bottom, self._colors.axis, width=2)
        for day in self._picture.uses:
            yield canvas.rule(
                field.x(day), field.top, field.x(day), field.bottom, self._colors.setback, width=3
            )

    def _signs(self) -> Iterator[Markup]:
        yield from self._lane(Mark.USE, self._picture.uses)
        if self._picture.weekdays:
            yield from self._ticks()
            yield from self._calendar()
        else:
            yield from self._lane(Mark.TOLD, self._picture.told)
            yield from self._row()
            yield from self._ticks()

    def _lane(self, mark: Mark, days: Sequence[int]) -> Iterator[Markup]:
        field = self._field(0)
        for day in days:
            size = max(10, min(15, field.step * 0.42))
            yield from drawn(mark, field.x(day), self._pen + _LANE / 2 - 4, size, self._colors)
        self._pen += _LANE if days else 0

    def _row(self) -> Iterator[Markup]:
        field, y = self._field(0), self._pen + _LANE / 2
        size = 14 if self._days <= FEW_DAYS else 11
        for day, mark in enumerate(self._picture.marks):
            yield from self._sign(day, mark, field.x(day), y, size)
        self._pen += _LANE

    def _calendar(self) -> Iterator[Markup]:
        field = self._field(0)
        for number, name in enumerate(self._picture.weekdays):
            y = number * _CELL + _CELL / 2
            yield self._text(_LEFT - 10, name, 27, drop=y + 9, color=self._colors.quiet, anchor="end")
        shift = -self._days % _WEEK
        for day, mark in enumerate(self._picture.marks):
            week, number = divmod(day + shift, _WEEK)
            x = field.x((week + 1) * _WEEK - shift - 1) - field.step * (_WEEK - 1) / 2
            y = self._pen + number * _CELL + _CELL / 2
            yield from self._sign(day, mark, x, y, 11)
            if day in self._picture.told:
                yield from drawn(Mark.TOLD, x + _ASIDE, y, 9, self._colors)
        self._pen += _WEEK * _CELL + 6

    def _sign(self, day: int, mark: str, x: float, y: float, size: float) -> Iterator[Markup]:
        if day in self._picture.late:
            yield from drawn(Mark.LATE, x, y, size, self._colors)
            y, size = y - size * 0.2, size * 0.85
        yield from drawn(Mark(mark), x, y, size, self._colors)

    def _ticks(self) -> Iterator[Markup]:
        field = self._field(0)
        for day, label in self._picture.ticks:
            half = canvas.width_of(label, _TICK_WORDS) / 2
            x = max(_LEFT / 2 + half, min(field.x(day), WIDTH - 12 - half))
            yield self._text(x, label, _TICK_WORDS, drop=36, anchor="middle")
        self._pen += _TICKS

    def _small(self) -> Iterator[Markup]:
        count = max(len(self._picture.small), 1)
        width = (WIDTH - 2 * _EDGE - (count - 1) * _SMALL_GAP) / count
        for number, line in enumerate(self._picture.small):
            x, color = _EDGE + number * (width + _SMALL_GAP), getattr(self._colors, line.key)
            yield self._text(x, line.name, 32, drop=38, color=color, is_bold=True)
            yield self._text(x, line.figures, 28, drop=73, color=self._colors.ink)
            top = self._pen + _SMALL_HEAD
            field = Panel(x, top, width, _SMALL, self._days, self._colors)
            yield from field.small_grid()
            yield from field.small_line(line.values, color)
        self._pen += (_SMALL_HEAD + _SMALL + 22) if self._picture.small else 0

    def _legend(self) -> Iterator[Markup]:
        for entries in legend.rows_of(self._picture.legend, WIDTH - _EDGE - _RIGHT):
            yield from legend.row(entries, _EDGE, self._pen, self._colors)
            self._pen += legend.ROW
        yield self._text(_EDGE, self._picture.note, legend.WORDS, drop=30, color=self._colors.quiet)
        self._pen += legend.ROW + 20

    def _field(self, height: float) -> Panel:
        return Panel(_LEFT, self._pen, _PLOT, height, self._days, self._colors)


def _line(data: dict[str, Any]) -> Line:
    return Line(**{**data, "values": tuple(data["values"])})
