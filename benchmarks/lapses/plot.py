"""Draws how often what was foretold came true, as one small picture; it computes nothing."""

from collections.abc import Sequence

_SIDE, _EDGE = 320, 44
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def calibration(points: Sequence[tuple[float, float, float, float]]) -> str:
    """Return an SVG of points (foretold, came true, lowest, highest), beside the line on which both are the same."""
    whole = _SIDE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#9aa8ab" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)} V{_y(0)} H{_x(1)}" fill="none" stroke="#1b2f33"/>',
    ]
    for tick in _TICKS:
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    for foretold, true, low, high in points:
        parts.append(
            f'<line x1="{_x(foretold)}" y1="{_y(low)}" x2="{_x(foretold)}" y2="{_y(high)}" stroke="#2f7d74"/>'
        )
        parts.append(f'<circle cx="{_x(foretold)}" cy="{_y(true)}" r="4" fill="#2f7d74"/>')
    parts.append(f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">foretold</text>')
    parts.append(f'<text x="{_x(0)}" y="{_y(1) - 12}" text-anchor="middle">came true</text>')
    return "\n".join([*parts, "</svg>\n"])


def _x(share: float) -> float:
    return round(_EDGE + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIDE, 1)
