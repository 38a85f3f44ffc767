"""Lead a visitor through the loop in steps and tick off what has happened. It does nothing for them."""

import dataclasses
import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from handlers.callbacks.payload import Press


class DeedKind(enum.Enum):
    """Name what can tick off a step."""

    SENT = enum.auto()
    TAPPED = enum.auto()
    OPENED = enum.auto()
    SAW = enum.auto()
    TRAVELLED = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Deed:
    """Tell what happened to somebody: text sent, prefix of a tapped button, prefixes of the buttons under what they saw."""

    person: str
    kind: DeedKind
    what: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Hold one step: who, what to do in words, a command the page can type for them, and which deeds complete it.

    `goals` are all needed; `after` names steps that must be done before these deeds count.
    """

    key: str
    who: tuple[str, ...]
    title: str
    how: str
    goals: tuple[Callable[[Deed], bool], ...]
    says: str | None = None
    after: tuple[str, ...] = ()


def tapped(person: str, press: type[Press]) -> Callable[[Deed], bool]:
    """Match a tap on a button of this kind."""
    return lambda deed: deed.person == person and deed.kind is DeedKind.TAPPED and press.prefix in deed.what


def saw(person: str, press: type[Press]) -> Callable[[Deed], bool]:
    """Match a message with a button of this kind."""
    return lambda deed: deed.person == person and deed.kind is DeedKind.SAW and press.prefix in deed.what


def sent(person: str, beginning: str) -> Callable[[Deed], bool]:
    """Match writing something that begins so."""
    return lambda deed: (
        deed.person == person
        and deed.kind is DeedKind.SENT
        and any(text.startswith(beginning) for text in deed.what)
    )


def opened(person: str) -> Callable[[Deed], bool]:
    """Match opening a link."""
    return lambda deed: deed.person == person and deed.kind is DeedKind.OPENED


def travelled(deed: Deed) -> bool:
    """Match moving the clock."""
    return deed.kind is DeedKind.TRAVELLED


class Guide:
    """Keep which steps are done, in whatever order they happen."""

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        self._steps = list(steps)
        self._met: dict[str, set[int]] = {step.key: set() for step in steps}

    def take(self, deed: Deed) -> bool:
        """Tick off what a deed completes; tell whether anything changed."""
        changed = False
        # What one deed completes opens the next step only for the next deed.
        for step in [step for step in self._steps if self._is_open(step)]:
            met = {number for number, goal in enumerate(step.goals) if goal(deed)}
            changed |= not met <= self._met[step.key]
            self._met[step.key] |= met
        return changed

    def scene(self) -> list[dict[str, Any]]:
        """Describe the steps for the page, in order."""
        return [
            {
                "key": step.key,
                "who": step.who,
                "title": step.title,
                "how": step.how,
                "says": step.says,
                "done": self._is_done(step.key),
                "met": len(self._met[step.key]),
                "goals": len(step.goals),
            }
            for step in self._steps
        ]

    def _is_open(self, step: Step) -> bool:
        return not self._is_done(step.key) and all(self._is_done(each) for each in step.after)

    def _is_done(self, key: str) -> bool:
        return any(step.key == key and len(self._met[key]) == len(step.goals) for step in self._steps)


def kinds(data: Iterable[str | None]) -> frozenset[str]:
    """Return the kinds of button behind callback data: what stands before the first colon."""
    return frozenset(each.partition(":")[0] for each in data if each)
