"""Reads when somebody was last heard of and who stands in for whom, and keeps when a pair is looked at; it decides nothing."""

import datetime as dt
from collections import Counter

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update

from domain.checkins import State
from domain.ids import GroupId, MembershipId, PairId, PersonId
from domain.partners import Answer, EndReason, PairKind, PairState, Side
from domain.relays import RelayState
from domain.repairs import Cover, Presence
from storage.repository import Repository
from storage.tables.checkins import AnswerRow, CheckInRow, ScheduleRow
from storage.tables.exchanges import ExchangeAnswerRow
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.people import PersonRow
from storage.tables.relays import RelayReactionRow, RelayRow

_OPEN = (PairState.PROPOSED, PairState.ACTIVE)
_IN_IT = (Answer.ASKED, Answer.ACCEPTED)
_NOT_ASKED = (State.PAUSED, State.UNREACHABLE)


class Repairs(Repository):
    """Pairs of which one is away."""

    async def due(self, now: dt.datetime, limit: int) -> list[PairId]:
        """Return the pairs that are looked at now, earliest first, and those for which no moment is set yet."""
        query = (
            select(PairRow.id)
            .where(_is_cared_for(), or_(PairRow.next_care_at <= now, PairRow.next_care_at.is_(None)))
            .order_by(PairRow.next_care_at, PairRow.id)
            .limit(limit)
        )
        return [PairId(found) for found in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return when the next pair is looked at; None when none waits for a moment."""
        return await self.session.scalar(select(func.min(PairRow.next_care_at)).where(_is_cared_for()))

    async def planned_at(self, pair_id: PairId) -> dt.datetime | None:
        """Return when a pair is looked at next; None when that is not set."""
        return await self.session.scalar(select(PairRow.next_care_at).where(PairRow.id == pair_id))

    async def set_next(self, pair_id: PairId, at: dt.datetime | None) -> None:
        """Let a pair be looked at next at a moment; None is never again."""
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(next_care_at=at))

    async def look_soon(self, seat: MembershipId, at: dt.datetime) -> None:
        """Let the pairs of a seat be looked at then, or earlier if that is planned already."""
        mine = select(PairMemberRow.pair_id).where(
            PairMemberRow.membership_id == seat, PairMemberRow.answer.in_(_IN_IT)
        )
        await self.session.execute(
            update(PairRow)
            .where(PairRow.id.in_(mine), _is_cared_for(), PairRow.next_care_at > at)
            .values(next_care_at=at)
        )

    async def presence(self, side: Side, begun_at: dt.datetime) -> Presence:
        """Return what is known of one side; `begun_at` is from when on anything can be expected of it."""
        return await self.presence_of(side.membership_id, side.person_id, side.timezone, begun_at)

    async def presence_of(
        self, seat: MembershipId, person_id: PersonId, timezone: str, begun_at: dt.datetime
    ) -> Presence:
        """Return what is known of a seat, whose person counts days in this zone."""
        heard_at = max([begun_at, *await self._signs(seat, person_id)])
        since = max(heard_at, await self._last(seat, _NOT_ASKED) or heard_at)
        missed = select(CheckInRow.due_at).where(
            CheckInRow.membership_id == seat, CheckInRow.state == State.MISSED, CheckInRow.due_at > since
        )
        return Presence(
            timezone=timezone,
            heard_at=heard_at,
            since=since,
            excused_at=await self._last(seat, (State.EXCUSED,)),
            missed_at=tuple(await self.session.scalars(missed.order_by(CheckInRow.due_at))),
            paused_from=await self._paused_from(seat),
            paused_until=await self.session.scalar(
                select(ScheduleRow.paused_until).where(ScheduleRow.membership_id == seat)
            ),
            unreachable_since=await self.session.scalar(
                select(PersonRow.unreachable_since).where(PersonRow.id == person_id)
            ),
        )

    async def make_cover(self, pair_id: PairId, covered_id: PairId, absent_id: MembershipId) -> None:
        """Let a pair that is asked be one that stands in for a seat of another pair."""
        values = {"kind": PairKind.COVER, "covers_pair_id": covered_id, "covers_membership_id": absent_id}
        await self.session.execute(update(PairRow).where(PairRow.id == pair_id).values(values))

    async def cover(self, pair_id: PairId) -> Cover | None:
        """Return in whose place somebody stands in a pair; None when they are partners of their own."""
        found = await self._covers(PairRow.id == pair_id)
        return found[0] if found else None

    async def covers_of(self, covered_id: PairId) -> list[Cover]:
        """Return all who stood in for somebody of a pair, or were asked to, latest first."""
        return await self._covers(PairRow.covers_pair_id == covered_id)

    async def standing_in(self) -> set[PersonId]:
        """Return who stands in for somebody, or has somebody standing in, in any group, agreed or asked."""
        query = (
            select(MembershipRow.person_id)
            .join(PairMemberRow, PairMemberRow.membership_id == MembershipRow.id)
            .join(PairRow, PairRow.id == PairMemberRow.pair_id)
            .where(PairRow.kind == PairKind.COVER, PairRow.state.in_(_OPEN), PairMemberRow.answer.in_(_IN_IT))
        )
        return {PersonId(person) for person in await self.session.scalars(query)}

    async def said_no(self, covered_id: PairId) -> set[MembershipId]:
        """Return who did not want to stand in for anybody of a pair."""
        query = (
            select(PairMemberRow.membership_id)
            .join(PairRow, PairRow.id == PairMemberRow.pair_id)
            .where(
                PairRow.covers_pair_id == covered_id,
                PairRow.kind == PairKind.COVER,
                PairMemberRow.answer == Answer.DECLINED,
            )
        )
        return {MembershipId(seat) for seat in await self.session.scalars(query)}

    async def busy(self, group_id: GroupId) -> Counter[MembershipId]:
        """Return how many pairs each seat of a group is in or asked to join."""
        query = (
            select(PairMemberRow.membership_id)
            .join(PairRow, PairRow.id == PairMemberRow.pair_id)
            .where(PairRow.group_id == group_id, PairRow.state.in_(_OPEN), PairMemberRow.answer.in_(_IN_IT))
        )
        return Counter(MembershipId(seat) for seat in await self.session.scalars(query))

    async def _signs(self, seat: MembershipId, person_id: PersonId) -> list[dt.datetime]:
        own_pair = exists().where(
            PairMemberRow.pair_id == RelayRow.pair_id, PairMemberRow.membership_id == seat
        )
        queries = (
            select(func.max(AnswerRow.answered_at))
            .join(CheckInRow, CheckInRow.id == AnswerRow.checkin_id)
            .where(CheckInRow.membership_id == seat),
            select(func.max(CheckInRow.ended_at)).where(
                CheckInRow.membership_id == seat, CheckInRow.state == State.SKIPPED
            ),
            select(func.max(RelayRow.written_at)).where(
                RelayRow.sender_id == person_id, RelayRow.state == RelayState.SENT, own_pair
            ),
            select(func.max(RelayReactionRow.given_at))
            .join(RelayRow, RelayRow.id == RelayReactionRow.relay_id)
            .where(RelayReactionRow.person_id == person_id, own_pair),
            select(func.max(ExchangeAnswerRow.answered_at)).where(ExchangeAnswerRow.membership_id == seat),
        )
        found = [await self.session.scalar(query) for query in queries]
        return [at for at in found if at is not None]

    async def _last(self, seat: MembershipId, states: tuple[State, ...]) -> dt.datetime | None:
        query = select(func.max(CheckInRow.due_at)).where(
            CheckInRow.membership_id == seat, CheckInRow.state.in_(states)
        )
        return await self.session.scalar(query)

    async def _paused_from(self, seat: MembershipId) -> dt.date | None:
        before = (
            select(func.max(CheckInRow.local_date))
            .where(CheckInRow.membership_id == seat, CheckInRow.state != State.PAUSED)
            .scalar_subquery()
        )
        query = select(func.min(CheckInRow.local_date)).where(
            CheckInRow.membership_id == seat,
            CheckInRow.state == State.PAUSED,
            or_(before.is_(None), CheckInRow.local_date > before),
        )
        return await self.session.scalar(query)

    async def _covers(self, which: ColumnElement[bool]) -> list[Cover]:
        query = (
            select(PairRow)
            .where(which, PairRow.kind == PairKind.COVER)
            .order_by(PairRow.proposed_at.desc(), PairRow.id)
            .execution_options(populate_existing=True)
        )
        return [
            Cover(
                PairId(row.id),
                PairId(row.covers_pair_id or 0),
                MembershipId(row.covers_membership_id or 0),
                row.proposed_at,
                PairState(row.state) in _OPEN,
                None if row.end_reason is None else EndReason(row.end_reason),
            )
            for row in await self.session.scalars(query)
        ]


def _is_cared_for() -> ColumnElement[bool]:
    """Return the condition on `PairRow`: partners of their own, and whoever stands in or is asked to."""
    return or_(
        and_(PairRow.kind == PairKind.REGULAR, PairRow.state == PairState.ACTIVE),
        and_(PairRow.kind == PairKind.COVER, PairRow.state.in_(_OPEN)),
    )
