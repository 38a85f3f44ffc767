"""Says how sure a measured share is; every benchmark prints it beside the share."""

import math
from typing import Final

_Z: Final = 1.96


def wilson(share: float, count: float) -> tuple[float, float]:
    """Return the 95 % interval of a share of so many (Wilson 1927)."""
    square = _Z * _Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count**2)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)
