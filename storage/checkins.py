"""Keeps check-ins and their answers; it decides nothing about what comes next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Select, select, update

from domain.access import Scope
from domain.checkins import Answer, CheckIn, Rung, State
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import ItemId
from storage.inserting import insert
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow
from storage.tables.groups import MembershipRow
from storage.types import new_id

_TEXT = "answers.text"
_Found = tuple[CheckInRow, int, int]


class CheckIns(Repository):
    """Check-ins with their answers. Written answers are opened only by `get`."""

    async def add(
        self,
        membership_id: MembershipId,
        local_date: dt.date,
        slot: int,
        state: State,
        *,
        due_at: dt.datetime,
        asked_at: dt.datetime | None,
        closes_at: dt.datetime,
        next_step_at: dt.datetime | None,
    ) -> CheckInId | None:
        """Create a check-in; None when this date and slot has one already."""
        values = {
            "id": new_id(),
            "membership_id": membership_id,
            "local_date": local_date,
            "slot": slot,
            "state": state,
            "due_at": due_at,
            "asked_at": asked_at,
            "closes_at": closes_at,
            "ladder_step": Rung.REMIND if asked_at else Rung.CLOSE,
            "next_step_at": next_step_at,
            "ended_at": None if state.is_open else due_at,
        }
        statement = insert(self.session, CheckInRow).values(values).on_conflict_do_nothing()
        found = (await self.session.execute(statement.returning(CheckInRow.id))).scalar_one_or_none()
        return None if found is None else CheckInId(found)

    async def get(self, scope: Scope, checkin_id: CheckInId) -> CheckIn | None:
        """Return a check-in with all its answers, opened; None when it is out of reach.

        Words are opened for their owner alone: to anybody else a written answer is one without text.
        """
        found = (await self.session.execute(_visible(scope).where(CheckInRow.id == checkin_id))).first()
        if found is None:
            return None
        row, person_id, group_id = found
        answers = await self._answers([row.id])
        is_own = scope.person_id == person_id
        opened = {
            ItemId(answer.item): await self._answer(answer, PersonId(person_id) if is_own else None)
            for answer in answers[row.id]
        }
        return _checkin((row, person_id, group_id), opened)

    async def of_day(self, scope: Scope, membership_id: MembershipId, local_date: dt.date) -> list[CheckIn]:
        """Return the check-ins of one date, by slot."""
        return await self.between(scope, membership_id, local_date, local_date)

    async def between(
        self, scope: Scope, membership_id: MembershipId, first: dt.date, last: dt.date
    ) -> list[CheckIn]:
        """Return the check-ins of the dates from first to last, in their order, without the words of answers."""
        query = _visible(scope).where(
            CheckInRow.membership_id == membership_id,
            CheckInRow.local_date >= first,
            CheckInRow.local_date <= last,
        )
        return await self._many(query.order_by(CheckInRow.local_date, CheckInRow.slot))

    async def open_of(self, scope: Scope, person_id: PersonId) -> list[CheckIn]:
        """Return what a person can answer now, latest first, without the words of answers."""
        query = _visible(scope).where(
            MembershipRow.person_id == person_id,
            CheckInRow.state.in_([State.OPEN, State.IN_PROGRESS]),
        )
        return await self._many(query.order_by(CheckInRow.due_at.desc(), CheckInRow.id))

    async def latest(self, scope: Scope, membership_id: MembershipId) -> CheckIn | None:
        """Return the check-in that came last; None when there never was one."""
        query = _visible(scope).where(CheckInRow.membership_id == membership_id)
        found = await self._many(query.order_by(CheckInRow.due_at.desc(), CheckInRow.slot.desc()).limit(1))
        return found[0] if found else None

    async def keep_answer(
        self,
        checkin: CheckIn,
        item: ItemId,
        now: dt.datetime,
        *,
        value: int | None = None,
        text: str | None = None,
    ) -> None:
        """Keep the answer to an item in place of any earlier one; neither number nor text is a skip."""
        sealed = None
        if text is not None:
            sealed = (await self.keys.of(checkin.person_id)).seal(_TEXT, checkin.id, text)
        await self.session.merge(
            AnswerRow(
                checkin_id=checkin.id,
                item=item,
                value=value,
                text=sealed,
                is_skipped=value is None and text is None,
                answered_at=now,
            )
        )
        await self.session.flush()

    async def set_state(self, checkin_id: CheckInId, state: State, ended_at: dt.datetime | None) -> None:
        """Change the state; one that is not open has no ladder left and asks nothing again."""
        if state.is_open:
            await self._set(checkin_id, state=state, ended_at=None)
        else:
            await self._set(checkin_id, state=state, ended_at=ended_at, next_step_at=None, reopened_item=None)

    async def set_reopened(self, checkin_id: CheckInId, item: ItemId | None) -> None:
        """Ask an item again, or none."""
        await self._set(checkin_id, reopened_item=item)

    async def remove(self, checkin_id: CheckInId) -> None:
        """Delete a check-in that nobody asked for and nobody answered."""
        row = await self.session.get_one(CheckInRow, checkin_id)
        await self.session.delete(row)
        await self.session.flush()

    async def _set(self, checkin_id: CheckInId, **values: object) -> None:
        await self.session.execute(update(CheckInRow).where(CheckInRow.id == checkin_id).values(**values))

    async def _many(self, query: Select[CheckInRow, int, int]) -> list[CheckIn]:
        found = [(row, person, group) for row, person, group in await self.session.execute(query)]
        answers = await self._answers([row.id for row, _, _ in found])
        return [
            _checkin(one, {ItemId(a.item): await self._answer(a, None) for a in answers[one[0].id]})
            for one in found
        ]

    async def _answers(self, checkin_ids: Sequence[int]) -> Mapping[int, list[AnswerRow]]:
        found: dict[int, list[AnswerRow]] = defaultdict(list)
        if checkin_ids:
            query = select(AnswerRow).where(AnswerRow.checkin_id.in_(checkin_ids))
            for row in (await self.session.execute(query)).scalars():
                found[row.checkin_id].append(row)
        return found

    async def _answer(self, row: AnswerRow, owner: PersonId | None) -> Answer:
        text = None
        if row.text is not None and owner is not None:
            text = (await self.keys.of(owner)).open(_TEXT, row.checkin_id, row.text)
        return Answer(row.value, text, row.is_skipped, row.answered_at)


def _visible(scope: Scope) -> Select[CheckInRow, int, int]:
    return (
        select(CheckInRow, MembershipRow.person_id, MembershipRow.group_id)
        .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
        .where(within(scope))
        .execution_options(populate_existing=True)
    )


def _checkin(found: _Found, answers: Mapping[ItemId, Answer]) -> CheckIn:
    row, person_id, group_id = found
    return CheckIn(
        id=CheckInId(row.id),
        membership_id=MembershipId(row.membership_id),
        person_id=PersonId(person_id),
        group_id=GroupId(group_id),
        local_date=row.local_date,
        slot=row.slot,
        state=State(row.state),
        due_at=row.due_at,
        asked_at=row.asked_at,
        closes_at=row.closes_at,
        rung=Rung(row.ladder_step),
        snoozed_until=row.snoozed_until,
        reopened=None if row.reopened_item is None else ItemId(row.reopened_item),
        answers=answers,
    )
