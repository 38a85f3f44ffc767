"""Keeps questionnaires with their answers, and which versions the operator chose; it scores nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Select, case, func, select, update

from domain.access import Scope
from domain.errors import Broken
from domain.ids import GroupId, MeasureId, MembershipId, PersonId
from domain.instruments.catalogue import VERSIONS
from domain.instruments.version import Version
from domain.measures import Given, Measure, State
from storage.reach import within
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.measures import InstrumentChoiceRow, MeasureAnswerRow, MeasureRow
from storage.types import new_id

_Found = tuple[MeasureRow, int, int]


class Measures(Repository):
    """Questionnaires of participants."""

    async def add(
        self,
        membership_id: MembershipId,
        version: Version,
        state: State,
        now: dt.datetime,
        *,
        closes_at: dt.datetime,
        answers: Mapping[str, Given] | None = None,
    ) -> MeasureId:
        """Create a questionnaire, with answers that were given elsewhere already."""
        row = MeasureRow(
            id=new_id(),
            membership_id=membership_id,
            instrument=version.id,
            state=state,
            offered_at=now,
            closes_at=closes_at,
            ended_at=None if state is State.OPEN else now,
        )
        self.session.add(row)
        await self.session.flush()
        for item, given in (answers or {}).items():
            await self.keep_answer(MeasureId(row.id), item, given.value, given.answered_at)
        return MeasureId(row.id)

    async def get(self, scope: Scope, measure_id: MeasureId) -> Measure | None:
        """Return a questionnaire with its answers; None when it is out of reach."""
        found = await self._many(_visible(scope).where(MeasureRow.id == measure_id))
        return found[0] if found else None

    async def of(self, scope: Scope, membership_id: MembershipId) -> list[Measure]:
        """Return all questionnaires of a participant in reach, latest first."""
        return await self._many(_visible(scope).where(MeasureRow.membership_id == membership_id))

    async def of_person(self, scope: Scope, person_id: PersonId) -> list[Measure]:
        """Return all questionnaires of a person in reach, latest first."""
        return await self._many(_visible(scope).where(MembershipRow.person_id == person_id))

    async def completed_since(
        self, scope: Scope, membership_id: MembershipId, since: dt.datetime
    ) -> list[Measure]:
        """Return the questionnaires that a participant in reach completed since then, latest first."""
        query = _visible(scope).where(
            MeasureRow.membership_id == membership_id,
            MeasureRow.state == State.COMPLETED,
            MeasureRow.ended_at >= since,
        )
        return await self._many(query)

    async def keep_answer(
        self,
        measure_id: MeasureId,
        item: str,
        value: int | None,
        answered_at: dt.datetime,
        *,
        message_id: int | None = None,
        corrected_at: dt.datetime | None = None,
    ) -> None:
        """Keep the answer to an item in place of any earlier one; None is a skip.

        `message_id` is the person's own message that gave it, None for a tap. A correction (of a questionnaire that had ended)
        keeps what was answered first beside it; `corrected_at` is None for any other answer.
        """
        row = await self.session.get(MeasureAnswerRow, (measure_id, item))
        if row is None:
            row = MeasureAnswerRow(measure_id=measure_id, item=item)
            self.session.add(row)
        elif corrected_at is not None:
            if row.corrected_at is None:
                row.first_value = row.value
            row.corrected_at = corrected_at
        row.value = value
        row.is_skipped = value is None
        row.answered_at = answered_at
        row.message_id = message_id
        await self.session.flush()

    async def set_reopened(self, measure_id: MeasureId, item: str | None) -> None:
        """Let an item be asked again, or none."""
        await self._set(measure_id, reopened_item=item)

    async def end(self, measure_id: MeasureId, state: State, total: int | None, now: dt.datetime) -> None:
        """End a questionnaire with its score."""
        await self._set(measure_id, state=state, total=total, ended_at=now, reopened_item=None)

    async def set_total(self, measure_id: MeasureId, total: int | None) -> None:
        """Keep another score of a questionnaire that has ended."""
        await self._set(measure_id, total=total)

    async def take_up(self, measure_id: MeasureId) -> None:
        """Let a completed questionnaire be gone on with until its time is over; when it was completed is kept."""
        await self._set(measure_id, state=State.OPEN)

    async def expire(self, person_id: PersonId, now: dt.datetime) -> None:
        """End what a person did not finish in time, as of when its time was over.

        What had been completed and was taken up again is completed as of then, with what it holds.
        """
        seats = select(MembershipRow.id).where(MembershipRow.person_id == person_id)
        await self.session.execute(
            update(MeasureRow)
            .where(
                MeasureRow.membership_id.in_(seats),
                MeasureRow.state == State.OPEN,
                MeasureRow.closes_at <= now,
            )
            .values(
                state=case((MeasureRow.ended_at.is_(None), State.EXPIRED), else_=State.COMPLETED),
                ended_at=func.coalesce(MeasureRow.ended_at, MeasureRow.closes_at),
                reopened_item=None,
            )
            .execution_options(synchronize_session=False)
        )

    async def choices(self) -> dict[str, bool]:
        """Return what the operator chose by version: True switched on, False off."""
        return {row.instrument: row.is_on for row in await self.session.scalars(select(InstrumentChoiceRow))}

    async def choose(self, instrument: str, is_on: bool, now: dt.datetime) -> None:
        """Keep what the operator chose for a version."""
        await self.session.merge(InstrumentChoiceRow(instrument=instrument, is_on=is_on, chosen_at=now))
        await self.session.flush()

    async def _set(self, measure_id: MeasureId, **values: object) -> None:
        await self.session.execute(update(MeasureRow).where(MeasureRow.id == measure_id).values(**values))

    async def _many(self, query: Select[MeasureRow, int, int]) -> list[Measure]:
        ordered = query.order_by(MeasureRow.offered_at.desc(), MeasureRow.id.desc())
        found = [(row, person, group) for row, person, group in await self.session.execute(ordered)]
        answers = await self._answers([row.id for row, _, _ in found])
        return [_measure(one, answers[one[0].id]) for one in found]

    async def _answers(self, measure_ids: Sequence[int]) -> Mapping[int, dict[str, Given]]:
        found: dict[int, dict[str, Given]] = defaultdict(dict)
        if measure_ids:
            query = select(MeasureAnswerRow).where(MeasureAnswerRow.measure_id.in_(measure_ids))
            for row in await self.session.scalars(query.execution_options(populate_existing=True)):
                found[row.measure_id][row.item] = Given(
                    row.value, row.answered_at, row.first_value, row.corrected_at
                )
        return found


def _visible(scope: Scope) -> Select[MeasureRow, int, int]:
    return (
        select(MeasureRow, MembershipRow.person_id, MembershipRow.group_id)
        .join(MembershipRow, MembershipRow.id == MeasureRow.membership_id)
        .where(within(scope))
        .execution_options(populate_existing=True)
    )


def _measure(found: _Found, answers: Mapping[str, Given]) -> Measure:
    row, person_id, group_id = found
    version = VERSIONS.get(row.instrument)
    if version is None:
        raise Broken("measures.no_such_version", {"instrument": row.instrument})
    return Measure(
        measure_id=MeasureId(row.id),
        membership_id=MembershipId(row.membership_id),
        person_id=PersonId(person_id),
        group_id=GroupId(group_id),
        version=version,
        state=State(row.state),
        offered_at=row.offered_at,
        closes_at=row.closes_at,
        ended_at=row.ended_at,
        total=row.total,
        reopened=row.reopened_item,
        answers=answers,
    )
