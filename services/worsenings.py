"""Compares a completed questionnaire with the one before, and tells when it is worse by more than chance; it scores none."""

import datetime as dt

from domain.access import SYSTEM
from domain.measures import Measure
from domain.setbacks import COMPARED_WITHIN, Rule, causes_of_measure
from services.alarm import Alarm
from storage.unit_of_work import UnitOfWork


class Worsenings:
    """What completed questionnaires say about somebody's weeks."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def look(self, measure: Measure, now: dt.datetime) -> None:
        """Tell of a questionnaire that was just completed, or scored anew, if it is worse; the same once a day at most."""
        seat = measure.membership_id
        if not (await self._work.thresholds.of_seat(seat)).has(Rule.MEASURE):
            return
        kind = measure.version.kind
        earlier = await self._work.measures.completed_since(SYSTEM, seat, now - COMPARED_WITHIN)
        before = next(
            (
                one.total
                for one in earlier
                if one.version.kind is kind and one.offered_at < measure.offered_at and one.total is not None
            ),
            None,
        )
        await self._alarm.raise_alert(seat, causes_of_measure(kind, measure.score.total, before), now)
