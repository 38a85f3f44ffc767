"""Sums up a person's answers over days: figures with their counts, a spark line, one honest remark; gaps stay gaps.

A day with several check-ins has one value for each question: the strongest craving, of everything else the latest answer.
Craving is asked as a peak since the last check-in, so the peak of the day is the strongest; the others say how it is now.
"""

import dataclasses
import datetime as dt
import statistics
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from domain.checkins import CheckIn, State
from domain.forms import Form
from domain.items import CONFIDENCE, CRAVING, HIGHEST, MOOD, SLEEP, TENSION, USE, ItemId, Use

NOTED_DIFFERENCE: Final = 2
"""Points from the person's own middle at which a value is remarked on: one point is the noise of such scales."""
ANSWERS_NEEDED: Final = 5
"""Earlier answers without which nothing is said about what is usual."""
USUAL_OF: Final = dt.timedelta(days=14)
CRAVING_HARD: Final = 5
MOOD_HARD: Final = 3
TENSION_HARD: Final = 8
"""From this craving or tension, or down to this mood, a check-in hands back a skill and a person to turn to."""
MEASURED: Final = (MOOD, CRAVING, TENSION, CONFIDENCE, SLEEP)
"""The questions that have a course over days, from 0 to 10."""
GAP: Final = "·"
"""Stands in a spark line where there is no answer."""

_BARS: Final = "▁▂▃▄▅▆▇█"
_MERGED: Final = (
    State.COMPLETED,
    State.PARTIAL,
    State.IN_PROGRESS,
    State.OPEN,
    State.SKIPPED,
    State.MISSED,
    State.EXCUSED,
    State.UNREACHABLE,
    State.PAUSED,
)
"""What a day with several check-ins counts as: the first of these that one of them is in."""


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """One date of one person; None is a gap: not asked, not answered, or skipped.

    Attributes:
        state: None when there was no check-in.
        craving: the strongest of the day; the other numbers are the latest.
        use: yes when any answer of the day was.
        answered: how many check-ins were answered.
        is_short: all that were answered were of a short form, which asks for the mood alone.
        is_late: something was answered or changed after the day.
    """

    on: dt.date
    state: State | None = None
    mood: int | None = None
    craving: int | None = None
    sleep: int | None = None
    use: Use | None = None
    tension: int | None = None
    confidence: int | None = None
    answered: int = 0
    is_short: bool = False
    is_late: bool = False

    def value(self, item: ItemId) -> int | None:
        """Return the day's number for one of `MEASURED`; None for any other question."""
        return getattr(self, item) if item in MEASURED else None


@dataclasses.dataclass(frozen=True, slots=True)
class Course:
    """A person's days, oldest first, without holes."""

    days: tuple[Day, ...]

    @property
    def asked(self) -> int:
        """Return on how many days the person was asked and could answer: the denominator of every rate."""
        return sum(
            day.state is not None and (day.state.was_asked or day.state is State.IN_PROGRESS)
            for day in self.days
        )

    @property
    def answered(self) -> int:
        """Return on how many days the person answered something."""
        return sum(
            day.state is not None and (day.state.is_answered or day.state is State.IN_PROGRESS)
            for day in self.days
        )

    @property
    def has_several_a_day(self) -> bool:
        """Tell whether a day's numbers had to be chosen from several check-ins."""
        return any(day.answered > 1 for day in self.days)

    @property
    def uses(self) -> tuple[dt.date, ...]:
        """Return the dates with reported use."""
        return tuple(day.on for day in self.days if day.use is Use.YES)

    def values(self, item: ItemId) -> tuple[int | None, ...]:
        """Return the numbers for an item, a None for each day without."""
        return tuple(day.value(item) for day in self.days)

    def last(self, count: int) -> "Course":
        """Return the latest days alone."""
        return Course(self.days[-count:])


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one item: how many answers, their mean, the lowest and the highest."""

    count: int
    mean: float
    lowest: int
    highest: int


@dataclasses.dataclass(frozen=True, slots=True)
class Observation:
    """Today's value beside the person's own usual one: the middle of `answers` earlier answers."""

    item: ItemId
    value: int
    usual: int
    answers: int


def course_of(checkins: Iterable[CheckIn], first: dt.date, last: dt.date) -> Course:
    """Return the days from first to last with what was answered on each."""
    by_date: dict[dt.date, list[CheckIn]] = {}
    for checkin in checkins:
        # What the person began and left without an answer was asked by nobody, and leaves no mark on the day.
        if checkin.was_asked or not checkin.state.was_asked:
            by_date.setdefault(checkin.local_date, []).append(checkin)
    count = (last - first).days + 1
    dates = [first + dt.timedelta(days=number) for number in range(count)]
    return Course(tuple(_day(date, by_date.get(date, ())) for date in dates))


def figures(values: Iterable[int | None]) -> Figures | None:
    """Return the numbers behind a line; None when nothing was answered. Gaps are not counted."""
    given = [value for value in values if value is not None]
    if not given:
        return None
    return Figures(len(given), statistics.fmean(given), min(given), max(given))


def spark(values: Iterable[int | None]) -> str:
    """Return the numbers from 0 to 10 as a line of bars, gaps as `GAP`."""
    top = len(_BARS) - 1
    return "".join(GAP if value is None else _BARS[round(value * top / HIGHEST)] for value in values)


def observation(course: Course) -> Observation | None:
    """Return what stands out on the last day of a course; None when nothing does or the data are too few."""
    if not course.days:
        return None
    *earlier, today = course.days
    since = today.on - USUAL_OF
    for item in (CRAVING, MOOD, SLEEP):
        value = today.value(item)
        given = [day.value(item) for day in earlier if day.on >= since]
        answers = [number for number in given if number is not None]
        if value is None or len(answers) < ANSWERS_NEEDED:
            continue
        usual = statistics.median_low(answers)
        if abs(value - usual) >= NOTED_DIFFERENCE:
            return Observation(item, value, usual, len(answers))
    return None


def run_of(asked: Iterable[tuple[dt.date, State]]) -> int:
    """Return on how many dates in a row, up to the latest, the person answered.

    Dates on which nobody asked (paused, excused, unreachable) neither count nor end a run. Of several check-ins of one
    date one answered is enough.
    """
    is_answered: dict[dt.date, bool] = {}
    for on, state in asked:
        if state.was_asked:
            is_answered[on] = is_answered.get(on, False) or state.is_answered
    latest_first = [is_answered[on] for on in sorted(is_answered, reverse=True)]
    return next((number for number, answered in enumerate(latest_first) if not answered), len(latest_first))


def is_hard(mood: int | None, craving: int | None, tension: int | None = None) -> bool:
    """Tell whether a check-in calls for a skill and a person; None is not asked or not answered."""
    return (
        (craving is not None and craving >= CRAVING_HARD)
        or (mood is not None and mood <= MOOD_HARD)
        or (tension is not None and tension >= TENSION_HARD)
    )


def _day(date: dt.date, checkins: Sequence[CheckIn]) -> Day:
    answered = [checkin for checkin in checkins if checkin.has_answers]
    return Day(
        on=date,
        state=_merged([checkin.state for checkin in checkins]),
        mood=_latest(checkins, MOOD),
        craving=max(_given(checkins, CRAVING), default=None),
        sleep=_latest(checkins, SLEEP),
        use=_use(_given(checkins, USE)),
        tension=_latest(checkins, TENSION),
        confidence=_latest(checkins, CONFIDENCE),
        answered=len(answered),
        is_short=bool(answered) and all(checkin.form is not Form.FULL for checkin in answered),
        is_late=any(checkin.is_late for checkin in answered),
    )


def _merged(states: Collection[State]) -> State | None:
    return min(states, key=_MERGED.index, default=None)


def _given(checkins: Sequence[CheckIn], item: ItemId) -> list[int]:
    ordered = sorted(checkins, key=lambda checkin: checkin.due_at)
    return [value for checkin in ordered if (value := checkin.value(item)) is not None]


def _latest(checkins: Sequence[CheckIn], item: ItemId) -> int | None:
    given = _given(checkins, item)
    return given[-1] if given else None


def _use(values: Collection[int]) -> Use | None:
    # Yes weighs more than not saying, and not saying is never a no.
    return next((use for use in (Use.YES, Use.RATHER_NOT_SAY, Use.NO) if use in values), None)
