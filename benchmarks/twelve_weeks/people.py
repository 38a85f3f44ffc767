"""How simulated people behave: when they answer, how far they get, when they are away; they know nothing of the product.

Answer rates fall from 83 % to 31 % over eight weeks and stay there, as in the trials that the product is built on; each
person stands above or below that by a constant of their own.
"""

import dataclasses
import datetime as dt
import enum
import random
from typing import Final

FIRST_RATE: Final = 0.83
LAST_RATE: Final = 0.31
FALLS_FOR_WEEKS: Final = 8
DECLINES: Final = 0.05
"""Of those who do not answer, so many say so."""
SEVERAL_A_DAY: Final = 0.15
ZONES: Final = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Europe/Madrid",
    "America/Sao_Paulo",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Honolulu",
)
MINUTES: Final = (7 * 60, 8 * 60 + 30, 12 * 60, 18 * 60, 19 * 60, 20 * 60 + 30, 22 * 60)
SEVERAL: Final = ((8 * 60, 18 * 60), (9 * 60, 21 * 60), (8 * 60, 13 * 60, 20 * 60))


class Way(enum.Enum):
    """What somebody makes of one prompt."""

    ANSWER = "answer"
    STOP = "stop"
    WALK_AWAY = "walk away"
    DECLINE = "decline"
    PUT_OFF = "put off"
    SILENT = "silent"


@dataclasses.dataclass
class Temper:
    """What stays the same about one person."""

    chance: random.Random
    leaning: float
    zone: str
    minutes: tuple[int, ...]

    def rate(self, week: int) -> float:
        """Return how likely this person answers a prompt in a week, counted from 0."""
        fallen = min(week, FALLS_FOR_WEEKS) / FALLS_FOR_WEEKS
        return min(0.99, max(0.02, FIRST_RATE + (LAST_RATE - FIRST_RATE) * fallen + self.leaning))

    def way(self, week: int) -> Way:
        """Decide what to make of a prompt."""
        if self.chance.random() >= self.rate(week):
            return Way.DECLINE if self.happens(DECLINES) else Way.SILENT
        return self.chance.choices((Way.ANSWER, Way.STOP, Way.WALK_AWAY, Way.PUT_OFF), weights=(86, 5, 4, 5))[
            0
        ]

    def delay(self) -> dt.timedelta:
        """Return how long it takes to pick up the phone: a dozen minutes, rarely hours."""
        return dt.timedelta(minutes=min(self.chance.lognormvariate(2.5, 1.1), 290))

    def pause(self) -> dt.timedelta:
        """Return how long one answer takes."""
        return dt.timedelta(seconds=self.chance.uniform(2, 15))

    def happens(self, probability: float) -> bool:
        """Tell whether something of this probability happens now."""
        return self.chance.random() < probability


def temper(seed: int) -> Temper:
    """Return the person with this number; the same number is the same person in every run."""
    chance = random.Random(seed)  # noqa: S311 behaviour, no secret
    several = chance.random() < SEVERAL_A_DAY
    return Temper(
        chance=chance,
        leaning=chance.gauss(0, 0.12),
        zone=chance.choice(ZONES),
        minutes=chance.choice(SEVERAL) if several else (chance.choice(MINUTES),),
    )
