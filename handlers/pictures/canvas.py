"""Shapes of our pictures as SVG, and the way from SVG to PNG; it knows nothing of what is drawn, and no colour."""

import pathlib
from collections.abc import Iterable, Sequence
from typing import Final

import resvg_py
from markupsafe import Markup

FONTS: Final = pathlib.Path(__file__).parent / "fonts"
_FAMILY: Final = "DejaVu Sans"
_FONT_FILES: Final = [
    str(FONTS / "DejaVuSansCondensed.ttf"),
    str(FONTS / "DejaVuSansCondensed-Bold.ttf"),
]
_AVERAGE_WIDTH: Final = 0.52
_AVERAGE_BOLD_WIDTH: Final = 0.6
"""Width of a letter of this font in parts of its size, on average."""


def document(width: int, height: int, paper: str, shapes: Iterable[Markup]) -> str:
    """Return a whole picture on its paper."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        'font-family="{family}" font-stretch="condensed"><rect width="{w}" height="{h}" fill="{paper}"/>{shapes}</svg>'
    ).format(w=width, h=height, family=_FAMILY, paper=paper, shapes=Markup("").join(shapes))


def png(svg: str, width: int, height: int) -> bytes:
    """Return the drawn picture; only our own fonts are used, so that it looks the same everywhere."""
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        height=height,
        skip_system_fonts=True,
        font_files=_FONT_FILES,
        font_family=_FAMILY,
    )
    return bytes(drawn)


def text(
    x: float,
    y: float,
    words: str,
    size: int,
    color: str,
    *,
    is_bold: bool = False,
    anchor: str = "start",
) -> Markup:
    """Return words with their baseline at `y`; the words are escaped."""
    return Markup(
        '<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{color}" text-anchor="{anchor}">'
        "{words}</text>"
    ).format(x=x, y=y, size=size, weight=700 if is_bold else 400, color=color, anchor=anchor, words=words)


def width_of(words: str, size: int, *, is_bold: bool = False) -> float:
    """Return about how wide the words are."""
    return len(words) * size * (_AVERAGE_BOLD_WIDTH if is_bold else _AVERAGE_WIDTH)


def rule(x1: float, y1: float, x2: float, y2: float, color: str, *, width: float = 3) -> Markup:
    """Return a straight line."""
    return Markup(
        '<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" stroke-width="{width}" '
        'stroke-linecap="round"/>'
    ).format(x1=x1, y1=y1, x2=x2, y2=y2, color=color, width=width)


def bar(x: float, y: float, width: float, height: float, color: str, *, radius: float = 8) -> Markup:
    """Return a filled rectangle."""
    return Markup(
        '<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius}" fill="{color}"/>'
    ).format(x=x, y=y, width=width, height=height, radius=min(radius, width / 2, height / 2), color=color)


def frame(x: float, y: float, width: float, height: float, color: str, *, line: float) -> Markup:
    """Return an empty rectangle."""
    return Markup(
        '<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="none" stroke="{color}" '
        'stroke-width="{line:.1f}"/>'
    ).format(x=x, y=y, width=width, height=height, color=color, line=line)


def stroke(points: Sequence[tuple[float, float]], color: str, width: int) -> Markup:
    """Return a line through the points; straight between them, since nothing is known of what lies between."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return Markup(
        '<polyline points="{path}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linejoin="round" '
        'stroke-linecap="round"/>'
    ).format(path=path, color=color, width=width)


def disc(x: float, y: float, size: float, color: str, *, rim: float = 0, paper: str = "none") -> Markup:
    """Return a filled circle, with a rim of paper where lines should not touch it."""
    return Markup(
        '<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{color}" stroke="{paper}" stroke-width="{rim}"/>'
    ).format(x=x, y=y, size=size, rim=rim, color=color, paper=paper)


def ring(x: float, y: float, size: float, color: str, *, line: float) -> Markup:
    """Return an empty circle."""
    return Markup(
        '<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="none" stroke="{color}" stroke-width="{line:.1f}"/>'
    ).format(x=x, y=y, size=size, color=color, line=line)


def diamond(x: float, y: float, size: float, color: str, *, rim: float = 0, paper: str = "none") -> Markup:
    """Return a filled square on its corner, with a rim of paper."""
    return Markup(
        '<rect x="{left:.1f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" fill="{color}" stroke="{paper}" '
        'stroke-width="{rim}" transform="rotate(45 {x:.1f} {y:.1f})"/>'
    ).format(
        left=x - size * 0.85,
        top=y - size * 0.85,
        side=size * 1.7,
        x=x,
        y=y,
        rim=rim,
        color=color,
        paper=paper,
    )


def path(way: str, color: str) -> Markup:
    """Return a filled shape of its own."""
    return Markup('<path d="{way}" fill="{color}"/>').format(way=way, color=color)
