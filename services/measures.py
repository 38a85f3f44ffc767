"""Knows which questionnaire a person may take now, and which they took; it asks nobody and takes no answer."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from domain.access import Actor
from domain.cadence import PRIORITY, due
from domain.errors import NotAllowed, Outdated
from domain.groups import Member
from domain.ids import GroupId, MembershipId
from domain.instruments.catalogue import in_use, version_of
from domain.instruments.version import Kind, Version
from domain.measures import Measure, State
from domain.recurrence import local_date_at
from storage.unit_of_work import UnitOfWork

DONE_SHOWN = 8
"""So many finished questionnaires are listed."""
_GROWN_FIRST = (Kind.PHQ9, Kind.PHQ8, Kind.GAD7)


@dataclasses.dataclass(frozen=True, slots=True)
class Waiting:
    """A questionnaire that a person may take now.

    Attributes:
        measure: None while it has not been begun.
        names: display names of the facilitators who can see its answers and result.
    """

    membership_id: MembershipId
    version: Version
    measure: Measure | None
    names: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """Return which questionnaire it is."""
        return self.version.kind

    @property
    def left(self) -> int:
        """Return how many questions are still to be answered."""
        return len(self.version.asked({})) if self.measure is None else self.measure.left

    @property
    def is_begun(self) -> bool:
        """Tell whether something was answered in it, beside what it took over from a shorter one."""
        return self.measure is not None and self.measure.is_begun

    @property
    def is_grown(self) -> bool:
        """Tell whether it grew out of a shorter one that was answered already."""
        return self.measure is not None and self.measure.is_grown


@dataclasses.dataclass(frozen=True, slots=True)
class Overview:
    """What waits for a person, and what was answered, latest first."""

    waiting: tuple[Waiting, ...]
    done: tuple[Measure, ...]


class Measures:
    """Questionnaires before and after they are answered."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def waiting(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> Waiting | None:
        """Return the one questionnaire that a person may take now in a seat of their own; None when none is due.

        Raises:
            NotAllowed: it is no participant's seat of theirs.
        """
        return await waiting_for(self._work, actor, membership_id, now)

    async def overview(self, actor: Actor, now: dt.datetime) -> Overview:
        """Return what waits and what was answered, in all seats of the person."""
        waiting = [await self.waiting(actor, seat.membership_id, now) for seat in actor.participant_seats]
        seats = {seat.membership_id for seat in actor.participant_seats}
        every = await self._work.measures.of_person(actor.scope, actor.person_id)
        done = [one for one in every if one.is_kept and one.membership_id in seats]
        return Overview(tuple(one for one in waiting if one is not None), tuple(done[:DONE_SHOWN]))

    async def decline(self, actor: Actor, membership_id: MembershipId, kind: Kind, now: dt.datetime) -> None:
        """Leave out the questionnaire that waits, until its next turn; what was begun stays.

        Raises:
            Outdated: another one waits, or none.
        """
        waiting = await waiting_of_kind(self._work, actor, membership_id, kind, now)
        if waiting.measure is None:
            await self._work.measures.add(membership_id, waiting.version, State.DECLINED, now, closes_at=now)
        elif not waiting.is_begun:
            await self._work.measures.end(waiting.measure.measure_id, State.DECLINED, None, now)


async def waiting_for(
    work: UnitOfWork, actor: Actor, membership_id: MembershipId, now: dt.datetime
) -> Waiting | None:
    """Return the one questionnaire that a person may take now in a seat of their own; None when none is due.

    Raises:
        NotAllowed: it is no participant's seat of theirs.
    """
    seat = next((one for one in actor.participant_seats if one.membership_id == membership_id), None)
    if seat is None:
        raise NotAllowed("system.not_yours")
    await work.measures.expire(actor.person_id, now)
    begun = await open_in(work, actor, membership_id)
    if begun is not None:
        return begun
    today = local_date_at(now, actor.timezone)
    every = await work.measures.of_person(actor.scope, actor.person_id)
    if any(today in _dates(one, actor.timezone) for one in every):
        return None
    last = {
        one.version.kind: local_date_at(one.offered_at, actor.timezone)
        for one in reversed(every)
        if one.membership_id == membership_id
    }
    stage = await work.phases.stage(membership_id)
    upcoming = due(stage, last, await _versions(work, actor.language), today)
    if not upcoming:
        return None
    names = await seen_by(work, actor, seat.group_id)
    return Waiting(membership_id, upcoming[0].version, None, names)


async def waiting_of_kind(
    work: UnitOfWork, actor: Actor, membership_id: MembershipId, kind: Kind, now: dt.datetime
) -> Waiting:
    """Return what waits if it is this questionnaire.

    Raises:
        NotAllowed: it is no participant's seat of theirs.
        Outdated: another one waits, or none.
    """
    waiting = await waiting_for(work, actor, membership_id, now)
    if waiting is None or waiting.kind is not kind:
        raise Outdated("measures.not_waiting")
    return waiting


async def open_in(work: UnitOfWork, actor: Actor, membership_id: MembershipId) -> Waiting | None:
    """Return the questionnaire that was begun, or that grew out of one; None when there is none."""
    every = await work.measures.of(actor.scope, membership_id)
    found = [one for one in every if one.state is State.OPEN]
    if not found:
        return None
    first = min(found, key=lambda one: (one.offered_at, _place(one.version.kind)))
    return Waiting(membership_id, first.version, first, await seen_by(work, actor, first.group_id))


async def seen_by(work: UnitOfWork, actor: Actor, group_id: GroupId) -> tuple[str, ...]:
    """Return the display names of a group's facilitators, without the person's own."""
    leading: list[Member] = await work.groups.facilitators(group_id)
    return tuple(one.display_name for one in leading if one.person_id != actor.person_id)


async def _versions(work: UnitOfWork, language: str) -> Mapping[Kind, Version]:
    """Return the version of each questionnaire that would be shown to somebody who speaks this language."""
    offered = in_use(await work.measures.choices())
    found = {kind: version_of(kind, language, offered) for kind in PRIORITY}
    return {kind: version for kind, version in found.items() if version is not None}


def _dates(measure: Measure, timezone: str) -> set[dt.date]:
    """Return the person's own dates on which they had to do with a questionnaire."""
    moments = [measure.offered_at, *(given.answered_at for given in measure.answers.values())]
    return {local_date_at(moment, timezone) for moment in moments}


def _place(kind: Kind) -> int:
    return _GROWN_FIRST.index(kind) if kind in _GROWN_FIRST else len(_GROWN_FIRST)
