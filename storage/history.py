"""Looks back on a participant's check-ins: counts, states, what came of them; it changes nothing."""

import datetime as dt

from sqlalchemy import func, select

from domain.access import Scope
from domain.checkins import OWN_SLOT, State
from domain.ids import CheckInId, MembershipId, PersonId
from domain.setbacks import TOLD_BY_THE_PERSON, Past
from storage.reach import within
from storage.repository import Repository
from storage.tables.alerts import AlertCauseRow, AlertRow
from storage.tables.checkins import CheckInRow
from storage.tables.groups import MembershipRow

_WITHOUT_ANSWERS = (State.MISSED, State.EXCUSED, State.UNREACHABLE, State.PAUSED)


class History(Repository):
    """What lies behind a participant."""

    async def past(self, scope: Scope, membership_id: MembershipId, limit: int) -> list[Past]:
        """Return the latest check-ins with their states, latest first."""
        query = (
            select(CheckInRow.id, CheckInRow.state)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(CheckInRow.membership_id == membership_id, within(scope))
            .order_by(CheckInRow.due_at.desc(), CheckInRow.slot.desc())
            .limit(limit)
        )
        return [Past(CheckInId(row.id), row.state) for row in await self.session.execute(query)]

    async def asked(
        self, scope: Scope, membership_id: MembershipId, limit: int = 30
    ) -> list[tuple[dt.date, State]]:
        """Return date and state of the latest check-ins that were asked and have ended, latest first."""
        query = (
            select(CheckInRow.local_date, CheckInRow.state)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                CheckInRow.membership_id == membership_id,
                CheckInRow.state.in_([state for state in State if state.was_asked]),
                (CheckInRow.slot < OWN_SLOT) | (CheckInRow.state != State.SKIPPED),
                within(scope),
            )
            .order_by(CheckInRow.local_date.desc(), CheckInRow.slot.desc())
            .limit(limit)
        )
        return [(row.local_date, State(row.state)) for row in await self.session.execute(query)]

    async def unanswered(
        self, scope: Scope, person_id: PersonId, now: dt.datetime, limit: int
    ) -> list[CheckInId]:
        """Return the person's check-ins that are over and hold no answer, latest first; not one being filled in late."""
        query = (
            select(CheckInRow.id)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                MembershipRow.person_id == person_id,
                CheckInRow.state.in_([*_WITHOUT_ANSWERS, State.SKIPPED]),
                (CheckInRow.state != State.SKIPPED) | (CheckInRow.closes_at <= now),
                CheckInRow.reopened_item.is_(None) | (CheckInRow.closes_at <= now),
                within(scope),
            )
            .order_by(CheckInRow.due_at.desc())
            .limit(limit)
        )
        return [CheckInId(found) for found in await self.session.scalars(query)]

    async def has_unresolved_alert(self, scope: Scope, membership_id: MembershipId) -> bool:
        """Tell whether an alert about the participant waits for its end."""
        query = (
            select(AlertRow.id)
            .join(MembershipRow, MembershipRow.id == AlertRow.membership_id)
            .where(AlertRow.membership_id == membership_id, AlertRow.resolved_at.is_(None), within(scope))
        )
        return (await self.session.execute(query.limit(1))).first() is not None

    async def days_answered(self, scope: Scope, membership_id: MembershipId) -> int:
        """Return on how many dates the person answered something."""
        query = (
            select(func.count(CheckInRow.local_date.distinct()))
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                CheckInRow.membership_id == membership_id,
                CheckInRow.state.in_([State.COMPLETED, State.PARTIAL, State.IN_PROGRESS]),
                within(scope),
            )
        )
        return (await self.session.execute(query)).scalar_one()

    async def has_raised_alert(self, scope: Scope, checkin_id: CheckInId) -> bool:
        """Tell whether an answer of this check-in was the cause of an alert."""
        query = (
            select(AlertCauseRow.id)
            .join(CheckInRow, CheckInRow.id == AlertCauseRow.checkin_id)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                AlertCauseRow.checkin_id == checkin_id,
                AlertCauseRow.rule.in_(TOLD_BY_THE_PERSON),
                within(scope),
            )
        )
        return (await self.session.execute(query.limit(1))).first() is not None

    async def told_at(
        self, scope: Scope, membership_id: MembershipId, since: dt.datetime
    ) -> list[dt.datetime]:
        """Return when the participant told something that the facilitators were alerted to, oldest first."""
        query = (
            select(AlertCauseRow.found_at)
            .join(AlertRow, AlertRow.id == AlertCauseRow.alert_id)
            .join(MembershipRow, MembershipRow.id == AlertRow.membership_id)
            .where(
                AlertRow.membership_id == membership_id,
                AlertCauseRow.rule.in_(TOLD_BY_THE_PERSON),
                AlertCauseRow.found_at >= since,
                within(scope),
            )
            .order_by(AlertCauseRow.found_at)
        )
        return list((await self.session.scalars(query)).all())

    async def answered_before(
        self, scope: Scope, membership_id: MembershipId, moment: dt.datetime
    ) -> dt.date | None:
        """Return the date of the last check-in due before a moment that was answered; None when there is none."""
        query = (
            select(CheckInRow.local_date)
            .join(MembershipRow, MembershipRow.id == CheckInRow.membership_id)
            .where(
                CheckInRow.membership_id == membership_id,
                CheckInRow.due_at < moment,
                CheckInRow.state.in_([State.COMPLETED, State.PARTIAL]),
                within(scope),
            )
            .order_by(CheckInRow.due_at.desc())
            .limit(1)
        )
        return (await self.session.execute(query)).scalar_one_or_none()
