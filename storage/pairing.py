"""Reads who of a group could be paired and who was with whom before; it makes no pair."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select, true, update

from domain.access import Role, Scope
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId, PersonId
from domain.pairing import Bounds, Candidate, Couple, Seated, Together
from domain.partners import Answer, PairKind, PairState
from domain.phases import Track
from storage.kept_apart import KeptApart
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import ScheduleRow
from storage.tables.groups import GroupRow, MembershipRow
from storage.tables.matching import BlockRow, PairWishRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import PersonRow
from storage.wishes import languages_of


class Pairing(Repository):
    """What a proposal of pairs is made from."""

    async def alone(self, group_id: GroupId) -> None:
        """Let no other transaction ask pairs of this group until this one ends; on PostgreSQL it then begins anew."""
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(name=GroupRow.name))

    async def seated(self, scope: Scope, group_id: GroupId) -> list[Seated]:
        """Return the group's active participants in reach, by joining."""
        query = (
            select(MembershipRow, PersonRow, ScheduleRow.paused_until, PairWishRow)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .outerjoin(ScheduleRow, ScheduleRow.membership_id == MembershipRow.id)
            .outerjoin(PairWishRow, PairWishRow.membership_id == MembershipRow.id)
            .where(
                MembershipRow.group_id == group_id,
                MembershipRow.role == Role.PARTICIPANT,
                MembershipRow.state == MemberState.ACTIVE,
                within(scope),
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
            .execution_options(populate_existing=True)
        )
        found = []
        for seat, person, paused_until, wish in await self.session.execute(query):
            candidate = await self._candidate(seat, person, wish)
            found.append(Seated(candidate, paused_until, person.unreachable_since is not None))
        return found

    async def bounds(self, scope: Scope, group_id: GroupId, people: Collection[PersonId]) -> Bounds:
        """Return the hard rules among these people of a group in reach; who blocked whom is told to nobody."""
        if not scope.is_system and group_id not in scope.facilitated:
            return Bounds()
        query = select(BlockRow.blocker_id, BlockRow.blocked_id).where(
            BlockRow.blocker_id.in_(people), BlockRow.blocked_id.in_(people)
        )
        blocked = {(PersonId(one), PersonId(other)) for one, other in await self.session.execute(query)}
        apart = await KeptApart(self.session, self.keys, self.bot_id).of(group_id)
        return Bounds(frozenset(blocked), apart)

    async def past(self, scope: Scope, group_id: GroupId, now: dt.datetime) -> dict[Couple, Together]:
        """Return what each two members of the group have behind them; couples without a past are left out."""
        query = (
            select(PairRow, PairMemberRow.membership_id, PairMemberRow.answer)
            .join(PairMemberRow, PairMemberRow.pair_id == PairRow.id)
            .where(
                PairRow.group_id == group_id,
                # Who stood in for somebody was no partner: the two may still be brought together as such.
                PairRow.kind == PairKind.REGULAR,
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

    async def _candidate(self, seat: MembershipRow, person: PersonRow, wish: PairWishRow | None) -> Candidate:
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
            languages=frozenset(languages_of("" if wish is None else wish.languages, person.language)),
            gender=None if wish is None else wish.gender,
            wants_same_gender=wish is not None and wish.wants_same_gender,
            capacity=1 if wish is None else wish.capacity,
            track=Track(seat.track),
            waking=_waking(person),
        )


def _waking(person: PersonRow) -> tuple[int, int] | None:
    """Return from when until when it is not quiet; None without quiet hours."""
    if person.quiet_from is None or person.quiet_until is None:
        return None
    return person.quiet_until, person.quiet_from


def _with(before: Together, row: PairRow, answers: list[Answer], now: dt.datetime) -> Together:
    """Add one pair to what two have behind them."""
    if Answer.DECLINED in answers:
        return Together(before.times, before.last_at, was_declined=True)
    if row.started_at is None:
        return before
    last_at = now if row.state == PairState.ACTIVE else row.ended_at or row.started_at
    return Together(before.times + 1, max(last_at, before.last_at or last_at), before.was_declined)
