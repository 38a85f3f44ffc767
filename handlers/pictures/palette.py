"""Holds the colours of our pictures, light and dark; what a colour means is always said by form or word as well.

Every colour of words has a contrast of at least 4.5 to its ground, every mark and line at least 3 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

import dataclasses
from typing import Final


@dataclasses.dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours.

    Attributes:
        paper: the ground; `ink` and `quiet` are for words on it, `mark` for the signs of days.
        grid, axis, pause: nothing that has to be seen to understand the picture.
        mood, craving: the two main lines; `small` is the line of every small panel.
        setback: reported use, and what the facilitators were told.
        bands: grounds of phases, by turns.
    """

    paper: str
    ink: str
    quiet: str
    mark: str
    grid: str
    axis: str
    pause: str
    mood: str
    craving: str
    small: str
    setback: str
    bands: tuple[str, str]


LIGHT: Final = Palette(
    paper="#FBFAF6",
    ink="#1F2C37",
    quiet="#55626D",
    mark="#44525E",
    grid="#E4E2DA",
    axis="#B5B9BA",
    pause="#EFECE2",
    mood="#0E6C66",
    craving="#B4451F",
    small="#3A5A8C",
    setback="#5B3FA0",
    bands=("#E3EEEA", "#D3E2DF"),
)
DARK: Final = Palette(
    paper="#12181D",
    ink="#EDF1F3",
    quiet="#A9B5BE",
    mark="#C5CFD6",
    grid="#2F3B45",
    axis="#56626C",
    pause="#1D262E",
    mood="#4CC9B8",
    craving="#FF9B73",
    small="#92B7EE",
    setback="#C7B2FF",
    bands=("#1F2E32", "#2A3D41"),
)
PALETTES: Final = {"light": LIGHT, "dark": DARK}
