"""Finds and keeps alerts; what is done about one stands in `storage.alert_steps`. It decides nothing and tells nobody."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Select, case, func, or_, select, true, update

from domain.access import Scope
from domain.alerts import Alert, StepTaken
from domain.ids import AlertId, CheckInId, GroupId, MembershipId, PersonId
from domain.setbacks import AlertState, Cause, Found, Level, Outcome, Rule, Step
from storage.alert_rounds import lent_to
from storage.repository import Repository
from storage.tables.alerts import AlertCauseRow, AlertRow, AlertStepRow
from storage.tables.groups import MembershipRow
from storage.types import new_id

_ORDER: Final = {step: number for number, step in enumerate(Step)}


class Alerts(Repository):
    """Alerts with their causes and what was done about them."""

    async def unresolved_of(self, membership_id: MembershipId) -> Alert | None:
        """Return the one alert about this seat that is not resolved; None when there is none.

        The seat is held until the transaction ends, so that two causes at once make one alert.
        """
        # Changed, not only locked: on PostgreSQL whoever waited would otherwise go on with what it saw before.
        await self.session.execute(
            update(MembershipRow).where(MembershipRow.id == membership_id).values(state=MembershipRow.state)
        )
        query = _alerts().where(AlertRow.membership_id == membership_id, AlertRow.resolved_at.is_(None))
        return await self._one(query)

    async def of(self, scope: Scope, alert_id: AlertId, *, also_lent: bool = False) -> Alert | None:
        """Return the alert, for the facilitators of its group alone; None when it is out of reach.

        `also_lent`: also for those of the program's other groups who were told of it, while it is not resolved.
        """
        reach = _facilitated(scope)
        if also_lent and scope.person_id is not None:
            reach = or_(reach, lent_to(scope.person_id))
        return await self._one(_alerts().where(AlertRow.id == alert_id, reach))

    async def about(self, person_id: PersonId, alert_id: AlertId) -> Alert | None:
        """Return the alert if it is about this person; None else."""
        query = _alerts().where(AlertRow.id == alert_id, MembershipRow.person_id == person_id)
        return await self._one(query)

    async def unresolved(self, scope: Scope) -> list[Alert]:
        """Return the unresolved alerts of the facilitated groups, oldest first."""
        query = _alerts().where(AlertRow.resolved_at.is_(None), _facilitated(scope))
        found = await self.session.execute(query.order_by(AlertRow.raised_at, AlertRow.id))
        return [await self._alert(row, PersonId(person_id)) for row, person_id in found]

    async def causes_told(self, membership_id: MembershipId, since: dt.datetime) -> list[Cause]:
        """Return the causes found about this seat since then, of open and closed alerts."""
        query = (
            select(AlertCauseRow)
            .join(AlertRow, AlertRow.id == AlertCauseRow.alert_id)
            .where(AlertRow.membership_id == membership_id, AlertCauseRow.found_at > since)
        )
        return [_cause(row) for row in await self.session.scalars(query)]

    async def judged(
        self, scope: Scope, rules: Collection[Rule], since: dt.datetime
    ) -> dict[Rule, tuple[int, int]]:
        """Return by rule how many alerts of the facilitated groups were closed since, and how many as false alarms."""
        is_false = case((AlertRow.outcome == Outcome.FALSE_ALARM, 1), else_=0)
        told = (
            select(AlertCauseRow.alert_id, AlertCauseRow.rule)
            .where(AlertCauseRow.rule.in_(rules))
            .distinct()
            .subquery()
        )
        query = (
            select(told.c.rule, func.count(), func.sum(is_false))
            .join(AlertRow, AlertRow.id == told.c.alert_id)
            .where(AlertRow.resolved_at > since, AlertRow.is_drill.is_(False), _facilitated(scope))
            .group_by(told.c.rule)
        )
        return {Rule(rule): (closed, int(wrong)) for rule, closed, wrong in await self.session.execute(query)}

    async def create(
        self,
        membership_id: MembershipId,
        group_id: GroupId,
        level: Level,
        now: dt.datetime,
        next_round_at: dt.datetime | None,
    ) -> AlertId:
        """Create an open alert without causes."""
        row = AlertRow(
            id=new_id(),
            group_id=group_id,
            membership_id=membership_id,
            level=level,
            state=AlertState.OPEN,
            round=0,
            repeats=0,
            raised_at=now,
            sent_at=now,
            next_round_at=next_round_at,
        )
        self.session.add(row)
        await self.session.flush()
        return AlertId(row.id)

    async def add_causes(self, alert_id: AlertId, causes: Sequence[Cause], now: dt.datetime) -> None:
        """Append causes, in order."""
        for cause in causes:
            self.session.add(
                AlertCauseRow(
                    id=new_id(),
                    alert_id=alert_id,
                    rule=cause.rule,
                    value=cause.value,
                    checkin_id=cause.checkin_id,
                    raised_by=cause.raised_by,
                    found_at=now,
                    threshold=cause.threshold,
                    detail=cause.detail,
                )
            )
        await self.session.flush()

    async def send_again(
        self,
        alert: Alert,
        level: Level,
        now: dt.datetime,
        next_round_at: dt.datetime | None,
        *,
        is_repeat: bool,
    ) -> int:
        """Open the alert's next round, as unseen, and return its number."""
        number = alert.round + 1
        await self._change(
            alert.alert_id,
            level=level,
            state=AlertState.OPEN,
            round=number,
            repeats=alert.repeats + 1 if is_repeat else 0,
            sent_at=now,
            next_round_at=next_round_at,
            acknowledged_by=None,
            acknowledged_at=None,
            snoozed_until=None,
        )
        return number

    async def _change(self, alert_id: AlertId, *conditions: ColumnElement[bool], **values: object) -> bool:
        statement = update(AlertRow).where(AlertRow.id == alert_id, *conditions).values(**values)
        return (await self.session.execute(statement.returning(AlertRow.id))).first() is not None

    async def _one(self, query: Select[AlertRow, int]) -> Alert | None:
        found = (await self.session.execute(query)).first()
        return None if found is None else await self._alert(found[0], PersonId(found[1]))

    async def _alert(self, row: AlertRow, person_id: PersonId) -> Alert:
        await self.session.refresh(row)
        return Alert(
            alert_id=AlertId(row.id),
            group_id=GroupId(row.group_id),
            membership_id=MembershipId(row.membership_id),
            person_id=person_id,
            level=Level(row.level),
            state=AlertState(row.state),
            round=row.round,
            repeats=row.repeats,
            raised_at=row.raised_at,
            sent_at=row.sent_at,
            next_round_at=row.next_round_at,
            acknowledged_by=_person(row.acknowledged_by),
            acknowledged_at=row.acknowledged_at,
            resolved_by=_person(row.resolved_by),
            resolved_at=row.resolved_at,
            outcome=None if row.outcome is None else Outcome(row.outcome),
            owner_id=_person(row.owner_id),
            snoozed_until=row.snoozed_until,
            rung=row.rung,
            is_drill=row.is_drill,
            found=await self._found(row.id),
            steps=await self._steps(row.id),
        )

    async def _found(self, alert_id: int) -> tuple[Found, ...]:
        query = select(AlertCauseRow).where(AlertCauseRow.alert_id == alert_id)
        rows = await self.session.scalars(query.order_by(AlertCauseRow.found_at, AlertCauseRow.rule))
        return tuple(Found(_cause(row), row.found_at) for row in rows)

    async def _steps(self, alert_id: int) -> tuple[StepTaken, ...]:
        query = select(AlertStepRow).where(AlertStepRow.alert_id == alert_id)
        rows = await self.session.scalars(query.order_by(AlertStepRow.done_at, AlertStepRow.id))
        taken = [StepTaken(Step(row.step), _person(row.person_id), row.done_at) for row in rows]
        # One press can be two steps at one moment: seen, and put off.
        return tuple(sorted(taken, key=lambda one: (one.done_at, _ORDER[one.step])))


def _alerts() -> Select[AlertRow, int]:
    return select(AlertRow, MembershipRow.person_id).join(
        MembershipRow, MembershipRow.id == AlertRow.membership_id
    )


def _facilitated(scope: Scope) -> ColumnElement[bool]:
    """Return the condition for alerts: facilitators reach those of their groups, nobody reaches their own this way.

    A drill is about nobody: it is shown as what it is, and never as an alert.
    """
    if scope.is_system:
        return true()
    return AlertRow.group_id.in_(scope.facilitated) & AlertRow.is_drill.is_(False)


def _person(found: int | None) -> PersonId | None:
    return None if found is None else PersonId(found)


def _cause(row: AlertCauseRow) -> Cause:
    return Cause(
        Rule(row.rule),
        row.value,
        None if row.checkin_id is None else CheckInId(row.checkin_id),
        None if row.raised_by is None else MembershipId(row.raised_by),
        row.threshold,
        row.detail,
    )
