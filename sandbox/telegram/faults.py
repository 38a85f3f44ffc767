"""Break the server on purpose: outages, slow answers, wrong answers. It says when; the server does it."""

import dataclasses
import enum
import random


class Fault(enum.StrEnum):
    """Name what can go wrong with one call."""

    SERVER_ERROR = "500"
    BAD_GATEWAY = "502"
    TOO_MANY_REQUESTS = "429"
    TIMEOUT_AFTER_EFFECT = "timeout after effect"
    RESET_BEFORE_EFFECT = "reset before effect"
    RESET_AFTER_EFFECT = "reset after effect"
    UNAUTHORIZED = "401"
    NOT_FOUND = "404"


_PASSING = (
    Fault.SERVER_ERROR,
    Fault.BAD_GATEWAY,
    Fault.TOO_MANY_REQUESTS,
    Fault.TIMEOUT_AFTER_EFFECT,
    Fault.RESET_BEFORE_EFFECT,
    Fault.RESET_AFTER_EFFECT,
)
"""What a network does by itself; a token that is refused is no accident."""


@dataclasses.dataclass(slots=True)
class _Plan:
    method: str | None
    fault: Fault
    times: int
    seconds: int


class Faults:
    """Hold the faults that are switched on; nothing is, at first."""

    def __init__(self) -> None:
        self.is_down = False
        self._slow = (0.0, 0.0)
        self._chance = random.Random(7)  # noqa: S311 how long a call takes, no secret
        self._plans: list[_Plan] = []
        self._share, self._which = 0.0, self._chance

    def outage(self, on: bool) -> None:
        """Reset every connection while on."""
        self.is_down = on

    def slow(self, seconds: float, at_most: float | None = None) -> None:
        """Wait this long before each call has its effect, or some time between both; zero ends it."""
        self._slow = (seconds, seconds if at_most is None else at_most)

    def wait_seconds(self) -> float:
        """Return how long the next call waits."""
        return self._chance.uniform(*self._slow)

    def fail_next(self, fault: Fault, *, method: str | None = None, times: int = 1, seconds: int = 5) -> None:
        """Let the next calls of a method (None: of any) go wrong.

        `seconds` is the retry_after of a 429 and how long a timeout hangs.
        """
        self._plans.append(_Plan(method.lower() if method else None, fault, times, seconds))

    def some(self, share: float, seed: int = 7) -> None:
        """Let this share of all calls (0 to 1) go wrong in one way or another, the same ones for the same seed; 0 ends it."""
        self._share, self._which = share, random.Random(seed)  # noqa: S311 which calls fail, no secret

    def clear(self) -> None:
        """Switch every fault off."""
        self.is_down = False
        self._share = 0.0
        self._slow = (0.0, 0.0)
        self._plans.clear()

    def take(self, method: str) -> tuple[Fault, int] | None:
        """Use up one planned fault of this method, with its seconds; None when there is none."""
        for plan in self._plans:
            if plan.method in {None, method.lower()}:
                plan.times -= 1
                if plan.times <= 0:
                    self._plans.remove(plan)
                return plan.fault, plan.seconds
        if self._share and self._which.random() < self._share:
            return self._which.choice(_PASSING), 1
        return None
