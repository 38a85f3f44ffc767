"""Reads who of a group could be paired and who was with whom before; it makes no pair."""

import datetime as dt
import itertools
from collections import defaultdict

from sqlalchemy import select, true, update

from domain.access import Role, Scope
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId, PersonId
from domain.pairing import Candidate, Couple, Seated, Together
from domain.partners import Answer, PairState
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import ScheduleRow
from storage.tables.groups import GroupRow, MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import PersonRow


class Pairing(Repository):
    """What a proposal of pairs is made from."""

    async def alone(self, group_id: GroupId) -> None:
        """Let no other transaction ask pairs of this group until this one ends; on PostgreSQL it then begins anew."""
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(name=GroupRow.name))

    async def seated(self, scope: Scope, group_id: GroupId) -> list[Seated]:
        """Return the group's active participants in reach, by joining."""
        query = (
            select(MembershipRow, PersonRow, ScheduleRow.paused_until)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .outerjoin(ScheduleRow, ScheduleRow.membership_id == MembershipRow.id)
            .where(
                MembershipRow.group_id == group_id,
                MembershipRow.role == Role.PARTICIPANT,
                MembershipRow.state == MemberState.ACTIVE,
                within(scope),
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        found = []
        for seat, person, paused_until in await self.session.execute(query):
            candidate = await self._candidate(seat, person)
            found.append(Seated(candidate, paused_until, person.unreachable_since is not None))
        return found

    async def past(self, scope: Scope, group_id: GroupId, now: dt.datetime) -> dict[Couple, Together]:
        """Return what each two members of the group have behind them; couples without a past are left out."""
        query = (
            select(PairRow, PairMemberRow.membership_id, PairMemberRow.answer)
            .join(PairMemberRow, PairMemberRow.pair_id == PairRow.id)
            .where(
                PairRow.group_id == group_id,
                true() if scope.is_system else PairRow.group_id.in_(scope.facilitated),
            )
        )
        pairs: dict[int, tuple[PairRow, dict[MembershipId, Answer]]] = {}
        for row, member, answer in await self.session.execute(query):
            pairs.setdefault(row.id, (row, {}))[1][MembershipId(member)] = Answer(answer)
        past: defaultdict[Couple, Together] = defaultdict(Together)
        for row, answers in pairs.values():
            for couple in itertools.combinations(answers, 2):
                past[frozenset(couple)] = _with(
                    past[frozenset(couple)], row, [answers[one] for one in couple], now
                )
        return dict(past)

    async def _candidate(self, seat: MembershipRow, person: PersonRow) -> Candidate:
        name = ""
        if seat.display_name is not None:
            cipher = await self.keys.of(PersonId(person.id))
            name = cipher.open("memberships.display_name", seat.id, seat.display_name)
        return Candidate(
            membership_id=MembershipId(seat.id),
            person_id=PersonId(person.id),
            name=name,
            joined_at=seat.joined_at or person.created_at,
            timezone=person.timezone,
        )


def _with(before: Together, row: PairRow, answers: list[Answer], now: dt.datetime) -> Together:
    """Add one pair to what two have behind them."""
    if Answer.DECLINED in answers:
        return Together(before.times, before.last_at, was_declined=True)
    if row.started_at is None:
        return before
    last_at = now if row.state == PairState.ACTIVE else row.ended_at or row.started_at
    return Together(before.times + 1, max(last_at, before.last_at or last_at), before.was_declined)
