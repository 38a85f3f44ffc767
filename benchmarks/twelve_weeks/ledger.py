"""Holds what the database says at the end against what people did and what the calendar demanded."""

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from benchmarks.twelve_weeks.world import Somebody
from domain.checkins import OWN_SLOT, State
from domain.ids import MembershipId
from domain.recurrence import occurrence_on
from storage.tables.checkins import AnswerRow, CheckInRow
from storage.unit_of_work import Storage

LEAST_TIME = dt.timedelta(hours=1)
SOON = dt.timedelta(hours=1)
"""What comes so soon after an outage came because of it."""
LEFT_OUT = (State.PAUSED, State.UNREACHABLE, State.EXCUSED)
"""States of check-ins that nobody could have been expected to answer."""


@dataclasses.dataclass(frozen=True)
class Books:
    """The check-ins at the end, scheduled ones and those that people started."""

    rows: Sequence[CheckInRow]
    answers: Mapping[int, int]

    @property
    def scheduled(self) -> list[CheckInRow]:
        """Return the check-ins that the calendar demanded."""
        return [row for row in self.rows if row.slot < OWN_SLOT]


def by_week(found: Books, start: dt.date) -> dict[int, Counter[State]]:
    """Return how the scheduled ones ended, by week of their local date, counted from 0."""
    weeks: dict[int, Counter[State]] = defaultdict(Counter)
    for row in found.scheduled:
        weeks[max(0, (row.local_date - start).days // 7)][State(row.state)] += 1
    return dict(weeks)


async def books(storage: Storage) -> Books:
    """Read every check-in and count its answers."""
    async with storage.unit_of_work() as work:
        rows = (await work.session.scalars(select(CheckInRow))).all()
        answers = Counter((await work.session.scalars(select(AnswerRow.checkin_id))).all())
    return Books(rows, answers)


def faults(
    found: Books,
    people: Sequence[Somebody],
    last: dt.date,
    outages: Sequence[tuple[dt.datetime, dt.datetime]],
) -> dict[str, int]:
    """Return how often each promise was broken; all must be 0."""
    seats = {one.membership_id: one for one in people}
    by_seat: dict[MembershipId, list[CheckInRow]] = defaultdict(list)
    for row in found.scheduled:
        by_seat[MembershipId(row.membership_id)].append(row)
    return {
        "in no end state": sum(State(row.state).is_open for row in found.rows),
        "date and slot twice": len(found.rows)
        - len({(row.membership_id, row.local_date, row.slot) for row in found.rows}),
        "date and slot left out": len(left_out(found, people, last)[0]),
        "people never asked": len(seats) - len(by_seat),
        "missed though never prompted": _count(
            found, seats, lambda row, who: row.state == State.MISSED and row.id not in who.prompted
        ),
        "missed though answered": _count(
            found,
            seats,
            lambda row, who: (
                row.state == State.MISSED and (row.id in who.tried or bool(found.answers[row.id]))
            ),
        ),
        "missed with less than an hour to answer": _count(
            found, seats, lambda row, _: row.state == State.MISSED and _time_given(row, outages) < LEAST_TIME
        ),
        "asked twice and more after one outage": sum(
            max(0, _catch_ups(found, who, end) - 1) for who in people for _, end in outages
        ),
        "answer lost": _count(
            found, seats, lambda row, who: row.id in who.tried and not found.answers[row.id]
        ),
        "answered without an answer": _count(
            found, seats, lambda row, _: State(row.state).is_answered and not found.answers[row.id]
        ),
        "answer that nobody gave": _count(
            found, seats, lambda row, who: bool(found.answers[row.id]) and row.id not in who.tried
        ),
        "asked while away": _count(
            found,
            seats,
            lambda row, who: row.state in LEFT_OUT and row.id in who.prompted and not _may_be(row),
        ),
    }


def left_out(found: Books, people: Sequence[Somebody], last: dt.date) -> tuple[list[dt.date], list[dt.date]]:
    """Return the dates without a row that should have one, and those that a journey passed over."""
    by_seat = defaultdict(list)
    for row in found.scheduled:
        by_seat[row.membership_id].append(row)
    wrong: list[dt.date] = []
    passed: list[dt.date] = []
    for who in people:
        for date, slot in _left_out(by_seat[who.membership_id], who, last):
            (passed if _is_passed_over(date, slot, who) else wrong).append(date)
    return wrong, passed


def _count(
    found: Books,
    seats: Mapping[MembershipId, Somebody],
    is_wrong: Callable[[CheckInRow, Somebody], bool],
) -> int:
    return sum(is_wrong(row, seats[MembershipId(row.membership_id)]) for row in found.rows)


def _time_given(row: CheckInRow, outages: Sequence[tuple[dt.datetime, dt.datetime]]) -> dt.timedelta:
    """Return for how long the service was there between a check-in's prompt and its end."""
    if row.asked_at is None or row.ended_at is None:
        return dt.timedelta(0)
    given = row.ended_at - row.asked_at
    for since, until in outages:
        given -= max(dt.timedelta(0), min(until, row.ended_at) - max(since, row.asked_at))
    return given


def _catch_ups(found: Books, who: Somebody, end: dt.datetime) -> int:
    """Return how many check-ins that were due in an outage somebody was asked for when it was over."""
    due = {row.id: row.due_at for row in found.scheduled if row.id in who.prompted}
    return sum(due[one] < end <= at < end + SOON for one, at in who.prompted.items() if one in due)


def _may_be(row: CheckInRow) -> bool:
    """Tell whether a prompt may have come and the check-in still ended as left out: the block, pause or outage came after it."""
    return row.asked_at is not None


def _left_out(rows: Sequence[CheckInRow], who: Somebody, last: dt.date) -> list[tuple[dt.date, int]]:
    """Return the dates and slots between somebody's first and the last day that have no row."""
    dates = {(row.local_date, row.slot) for row in rows}
    first = min(date for date, _ in dates)
    days = [first + dt.timedelta(days=number) for number in range(1, (last - first).days + 1)]
    slots = range(len(who.temper.minutes))
    return [(day, slot) for day in days for slot in slots if (day, slot) not in dates]


def _is_passed_over(date: dt.date, slot: int, who: Somebody) -> bool:
    """Tell whether a journey put the time of a date from the future into the past: there was no moment to ask at."""
    zone = who.temper.zone
    for moment, to in who.moves:
        before, after = (occurrence_on(date, who.temper.minutes[slot], one) for one in (zone, to))
        if after <= moment < before:
            return True
        zone = to
    return False
