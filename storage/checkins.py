"""Keeps check-ins and their answers; it decides nothing about what comes next."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import Select, select, update

from domain.access import Scope
from domain.checkins import Answer, CheckIn, Rung, State
from domain.forms import Form, asked_in
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import OWN_PREFIX, Item, ItemId, chosen
from storage.answers import Answers
from storage.inserting import insert
from storage.questions import Questions
from storage.reach import within
from storage.tables.checkins import CheckInRow
from storage.tables.groups import MembershipRow
from storage.types import new_id

_Found = tuple[CheckInRow, int, int]


class CheckIns(Answers):
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
        person_id = PersonId(found[1])
        return (await self._built([found], person_id if scope.person_id == person_id else None))[0]

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

    async def set_form(
        self, checkin_id: CheckInId, form: Form, items: Sequence[ItemId] | None = None
    ) -> None:
        """Say what a check-in asks; `items` are the questions of its day, None leaves them as they are."""
        fixed = {} if items is None else {"items": ",".join(items)}
        await self._set(checkin_id, form=form, **fixed)

    async def take_up_late(self, checkin_id: CheckInId, closes_at: dt.datetime, now: dt.datetime) -> None:
        """Let a check-in be answered after its day, until `closes_at`; when that began first is kept."""
        await self._set(checkin_id, closes_at=closes_at)
        is_first = (CheckInRow.id == checkin_id) & CheckInRow.late_at.is_(None)
        await self.session.execute(update(CheckInRow).where(is_first).values(late_at=now))

    async def set_state(self, checkin_id: CheckInId, state: State, ended_at: dt.datetime | None) -> None:
        """Change the state; one that is not open has no ladder left and asks nothing again.

        One that had ended and is open again keeps when that was: `CheckIn.put_away_at`.
        """
        if state.is_open:
            await self._set(checkin_id, state=state)
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
        return await self._built(
            [(row, person, group) for row, person, group in await self.session.execute(query)]
        )

    async def _built(self, found: Sequence[_Found], owner: PersonId | None = None) -> list[CheckIn]:
        """Return the check-ins with their answers, whose words are opened for `owner` alone."""
        answers = await self._rows([row.id for row, _, _ in found])
        own = await self._own(found)
        return [
            _checkin(
                one,
                {ItemId(answer.item): await self._opened(answer, owner) for answer in answers[one[0].id]},
                own.get(one[2], ()),
            )
            for one in found
        ]

    async def _own(self, found: Sequence[_Found]) -> Mapping[int, Sequence[Item]]:
        groups = {group_id for row, _, group_id in found if OWN_PREFIX in row.items}
        questions = Questions(self.session, self.keys, self.bot_id)
        return {group_id: await questions.own(GroupId(group_id)) for group_id in groups}


def _visible(scope: Scope) -> Select[CheckInRow, int, int]:
    return (
        select(CheckInRow, MembershipRow.person_id, MembershipRow.group_id)
        .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
        .where(within(scope))
        .execution_options(populate_existing=True)
    )


def _checkin(found: _Found, answers: Mapping[ItemId, Answer], own: Sequence[Item]) -> CheckIn:
    row, person_id, group_id = found
    form = Form(row.form)
    items = tuple(ItemId(item) for item in row.items.split(",") if item)
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
        form=form,
        items=items,
        questions=asked_in(form, chosen(items, own)) if items else (),
        late_at=row.late_at,
        put_away_at=row.ended_at if State(row.state).is_open else None,
    )
