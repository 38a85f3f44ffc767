"""Says where a questionnaire stands after what a person did with it, and who sees it; it changes no answer."""

import dataclasses
import datetime as dt
import enum

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import MeasureId
from domain.measures import Measure, State
from services.measures import Waiting, open_in, seen_by
from storage.unit_of_work import UnitOfWork

DIALOGUE = "measure"
"""The kind of dialogue in which typed answers arrive."""


class Remark(enum.StrEnum):
    """What is to be said about what the person just did, besides showing where the questionnaire stands."""

    OUTDATED = "outdated"
    CLOSED = "closed"
    NOT_AN_ANSWER = "not_an_answer"
    CORRECTED = "corrected"


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Where a questionnaire stands after what the person did.

    Attributes:
        is_told: the answer just given was told to the facilitators at once.
        names: display names of the facilitators who can see answers and result.
        following: what it grew into, at its end; None when nothing.
        previous: the last completed one of the same form before it; None when there is none.
    """

    measure: Measure
    remark: Remark | None
    is_told: bool
    names: tuple[str, ...]
    following: Waiting | None
    previous: Measure | None


class MeasureSteps:
    """What stands around a questionnaire."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of(
        self, actor: Actor, measure: Measure, remark: Remark | None = None, *, is_told: bool = False
    ) -> Step:
        """Return where a questionnaire stands; it must be the asking person's own."""
        names = await seen_by(self._work, actor, measure.group_id)
        if measure.state is State.OPEN:
            return Step(measure, remark, is_told, names, None, None)
        following = await open_in(self._work, actor, measure.membership_id)
        return Step(measure, remark, is_told, names, following, await self._previous(actor, measure))

    async def _previous(self, actor: Actor, measure: Measure) -> Measure | None:
        every = await self._work.measures.of(actor.scope, measure.membership_id)
        same = (measure.version.kind, measure.version.recall_days)
        return next(
            (
                one
                for one in every
                if one.state is State.COMPLETED
                and (one.version.kind, one.version.recall_days) == same
                and one.offered_at < measure.offered_at
            ),
            None,
        )


async def own_measure(work: UnitOfWork, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Measure:
    """Return the actor's own questionnaire, ended if its time is over.

    Raises:
        NotAllowed: it is somebody else's, of a group the actor has left, or there is none.
    """
    await work.measures.expire(actor.person_id, now)
    measure = await work.measures.get(actor.scope, measure_id)
    seats = {seat.membership_id for seat in actor.participant_seats}
    if measure is None or measure.person_id != actor.person_id or measure.membership_id not in seats:
        raise NotAllowed("system.not_yours")
    return measure
