"""Finds and keeps pairs with their sides; it decides nothing about who fits whom."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, exists, or_, select, true, update
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.agreements import Boundary, Reach, Terms
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId, PairId, PersonId
from domain.partners import Answer, EndedPair, EndReason, Pair, PairState, Partner, Reason, Side
from storage.consents import PartnerConsents
from storage.reach import within
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import PersonKeyRow, PersonRow
from storage.types import Sealed, new_id

_OPEN = (PairState.PROPOSED, PairState.ACTIVE)
_IN_IT = (Answer.ASKED, Answer.ACCEPTED)


class Partners(Repository):
    """Pairs and their sides."""

    async def partners_of(self, scope: Scope, membership_id: MembershipId) -> list[Partner]:
        """Return the partners of a seat now, longest partners first; none when the seat is out of reach."""
        mine, other, theirs = aliased(PairMemberRow), aliased(PairMemberRow), aliased(MembershipRow)
        query = (
            select(mine.pair_id, theirs)
            .join(PairRow, PairRow.id == mine.pair_id)
            .join(MembershipRow, MembershipRow.id == mine.membership_id)
            .join(other, (other.pair_id == mine.pair_id) & (other.membership_id != mine.membership_id))
            .join(theirs, theirs.id == other.membership_id)
            .where(
                mine.membership_id == membership_id,
                within(scope),
                PairRow.state == PairState.ACTIVE,
                mine.answer == Answer.ACCEPTED,
                other.answer == Answer.ACCEPTED,
                MembershipRow.state == MemberState.ACTIVE,
                theirs.state == MemberState.ACTIVE,
            )
            .order_by(PairRow.started_at, PairRow.id, theirs.joined_at, theirs.id)
        )
        return [
            Partner(
                pair_id=PairId(pair_id),
                membership_id=MembershipId(seat.id),
                person_id=PersonId(seat.person_id),
                name=await self._name(PersonId(seat.person_id), seat.id, seat.display_name),
            )
            for pair_id, seat in await self.session.execute(query)
        ]

    async def pair(self, scope: Scope, pair_id: PairId, *, is_locked: bool = False) -> Pair | None:
        """Return the pair in any state; None when it is out of reach. Locked, no other transaction answers meanwhile."""
        query = select(PairRow).where(PairRow.id == pair_id, _reached(scope))
        if is_locked:
            query = query.with_for_update(of=PairRow)
        found = await self._many(query)
        return found[0] if found else None

    async def open_of(self, scope: Scope, membership_id: MembershipId) -> list[Pair]:
        """Return the pairs that a seat is in or is asked to join, oldest first."""
        # By the seat, which has few: a condition on each pair would read all pairs that there are.
        sides = select(PairMemberRow.pair_id).where(
            PairMemberRow.membership_id == membership_id, PairMemberRow.answer.in_(_IN_IT)
        )
        query = select(PairRow).where(PairRow.id.in_(sides), PairRow.state.in_(_OPEN), _reached(scope))
        return await self._many(query.order_by(PairRow.proposed_at, PairRow.id))

    async def open_in(self, scope: Scope, group_id: GroupId) -> list[Pair]:
        """Return the group's pairs, agreed or asked, oldest first, for its facilitators."""
        query = select(PairRow).where(
            PairRow.group_id == group_id,
            PairRow.state.in_(_OPEN),
            true() if scope.is_system else PairRow.group_id.in_(scope.facilitated),
        )
        return await self._many(query.order_by(PairRow.proposed_at, PairRow.id))

    async def leave(self, pair: Pair, membership_id: MembershipId, now: dt.datetime) -> EndedPair:
        """Take one side out of a pair, which ends unless two others remain; return who remained until now."""
        rest = [side for side in pair.sides if side.membership_id != membership_id and side.answer in _IN_IT]
        await self.set_answer(pair.pair_id, membership_id, Answer.LEFT, now)
        await self._let_go(pair.pair_id, now, membership_id)
        if len(rest) < 2:  # noqa: PLR2004 two make a pair
            await self.close(pair.pair_id, PairState.ENDED, now)
        elif all(side.answer is Answer.ACCEPTED for side in rest):
            await self.activate(pair.pair_id, now)
        return EndedPair(pair.pair_id, tuple(side.person_id for side in rest))

    async def propose(
        self, group_id: GroupId, members: Sequence[MembershipId], reasons: Sequence[Reason], now: dt.datetime
    ) -> PairId:
        """Create a pair whose sides are asked; nobody shares anything before it begins."""
        pair_id = PairId(new_id())
        self.session.add(
            PairRow(
                id=pair_id,
                group_id=group_id,
                state=PairState.PROPOSED,
                reasons=",".join(reasons),
                proposed_at=now,
            )
        )
        await self.session.flush()
        self.session.add_all(
            PairMemberRow(
                pair_id=pair_id,
                membership_id=member,
                answer=Answer.ASKED,
            )
            for member in members
        )
        await self.session.flush()
        return pair_id

    async def set_answer(
        self, pair_id: PairId, membership_id: MembershipId, answer: Answer, now: dt.datetime
    ) -> None:
        """Keep one side's answer."""
        # On PostgreSQL an answer given at the same moment must see this one: the changed row makes it begin anew.
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(state=PairRow.state))
        await self.session.execute(
            update(PairMemberRow)
            .where(PairMemberRow.pair_id == pair_id, PairMemberRow.membership_id == membership_id)
            .values(answer=answer, answered_at=now)
        )

    async def activate(self, pair_id: PairId, now: dt.datetime) -> None:
        """Let a proposed pair begin, with what is shared at the start; one that has begun stays as it is."""
        begun = await self.session.execute(
            update(PairRow)
            .where(PairRow.id == pair_id, PairRow.state == PairState.PROPOSED)
            .values(state=PairState.ACTIVE, started_at=now)
            .returning(PairRow.id)
        )
        if begun.first() is not None:
            await self._consents().begin(pair_id, now)

    async def close(self, pair_id: PairId, state: PairState, now: dt.datetime) -> None:
        """End a pair or a proposal, for good, with every consent and username in it."""
        await self.session.execute(
            update(PairRow)
            .where(PairRow.id == pair_id, PairRow.state.in_(_OPEN))
            .values(state=state, ended_at=now)
        )
        await self._let_go(pair_id, now)

    async def set_end_reason(self, pair_id: PairId, reason: EndReason) -> None:
        """Keep why a pair is over."""
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(end_reason=reason))

    async def is_open(self, pair_id: PairId) -> bool:
        """Tell whether a pair lasts, or is asked."""
        query = select(PairRow.id).where(PairRow.id == pair_id, PairRow.state.in_(_OPEN))
        return await self.session.scalar(query) is not None

    async def _let_go(
        self, pair_id: PairId, now: dt.datetime, membership_id: MembershipId | None = None
    ) -> None:
        """Take back the consents of all, or those by and for one side; a swap of usernames was agreed on by all."""
        await self._consents().end(pair_id, now, membership_id)
        forgotten = {"username": None, "swap_agreed_at": None}
        await self.session.execute(
            update(PairMemberRow).where(PairMemberRow.pair_id == pair_id).values(forgotten)
        )

    def _consents(self) -> PartnerConsents:
        return PartnerConsents(self.session, self.keys, self.bot_id)

    async def _many(self, query: Select[PairRow]) -> list[Pair]:
        rows = (await self.session.scalars(query.execution_options(populate_existing=True))).all()
        sides = await self._sides([row.id for row in rows])
        return [
            Pair(
                pair_id=PairId(row.id),
                group_id=GroupId(row.group_id),
                state=PairState(row.state),
                reasons=tuple(Reason(name) for name in row.reasons.split(",") if name),
                proposed_at=row.proposed_at,
                started_at=row.started_at,
                ended_at=row.ended_at,
                sides=tuple(sides.get(row.id, ())),
            )
            for row in rows
        ]

    async def _sides(self, pair_ids: Sequence[int]) -> dict[int, list[Side]]:
        query = (
            select(PairMemberRow, MembershipRow, PersonRow.timezone)
            .join(MembershipRow, MembershipRow.id == PairMemberRow.membership_id)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .where(PairMemberRow.pair_id.in_(pair_ids))
            .order_by(MembershipRow.joined_at, MembershipRow.id)
            .execution_options(populate_existing=True)
        )
        sides: dict[int, list[Side]] = {}
        for row, seat, timezone in await self.session.execute(query):
            side = Side(
                membership_id=MembershipId(seat.id),
                person_id=PersonId(seat.person_id),
                name=await self._name(PersonId(seat.person_id), seat.id, seat.display_name),
                timezone=timezone,
                answer=Answer(row.answer),
                answered_at=row.answered_at,
                terms=_terms(row),
            )
            sides.setdefault(row.pair_id, []).append(side)
        return sides

    async def _name(self, person_id: PersonId, membership_id: int, sealed: Sealed | None) -> str:
        has_key = await self.session.get(PersonKeyRow, person_id) is not None
        if sealed is None or not has_key:
            return ""
        cipher = await self.keys.of(person_id)
        return cipher.open("memberships.display_name", membership_id, sealed)


def _terms(row: PairMemberRow) -> Terms:
    reach = Reach(row.reach) if row.reach else None
    return Terms(row.contract_step, reach, Boundary(row.boundaries) if row.boundaries else None)


def _reached(scope: Scope) -> ColumnElement[bool]:
    """Return the condition on `PairRow`: pairs that one has a side in, and those of groups that one facilitates."""
    if scope.is_system:
        return true()
    own = exists().where(
        PairMemberRow.pair_id == PairRow.id,
        PairMemberRow.membership_id == MembershipRow.id,
        MembershipRow.person_id == scope.person_id,
    )
    return or_(PairRow.group_id.in_(scope.facilitated), own)
