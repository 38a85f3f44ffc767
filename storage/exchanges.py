"""Keeps what partners are asked together and what each gave, sealed; the query itself holds back the others' part."""

import datetime as dt

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.exchanges import Exchange, Kind, Part
from domain.groups import MemberState
from domain.ids import ExchangeId, MembershipId, PairId, PersonId
from domain.partners import Answer
from storage.inserting import insert
from storage.partner_reach import in_lasting_pair
from storage.repository import Repository
from storage.tables.exchanges import ExchangeAnswerRow, ExchangeRow
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow
from storage.types import new_id

_WORDS = "exchange_answers.body"


class Exchanges(Repository):
    """What is asked of all sides of a pair, and their parts."""

    async def add(
        self, pair_id: PairId, kind: Kind, prompt: str, due_at: dt.datetime, closes_at: dt.datetime
    ) -> ExchangeId | None:
        """Ask a pair something; None when it was asked at this moment already."""
        exchange_id = ExchangeId(new_id())
        statement = insert(self.session, ExchangeRow).values(
            id=exchange_id, pair_id=pair_id, kind=kind, prompt=prompt, due_at=due_at, closes_at=closes_at
        )
        result = await self.session.execute(statement.on_conflict_do_nothing().returning(ExchangeRow.id))
        return None if result.first() is None else exchange_id

    async def get(self, scope: Scope, exchange_id: ExchangeId) -> Exchange | None:
        """Return an exchange of a pair that one is in now; None otherwise. Facilitators reach none."""
        query = select(ExchangeRow).where(
            ExchangeRow.id == exchange_id, in_lasting_pair(scope, ExchangeRow.pair_id)
        )
        row = await self.session.scalar(query)
        return None if row is None else _exchange(row)

    async def of_moment(self, scope: Scope, exchange: Exchange) -> list[Exchange]:
        """Return what was asked in the same evening, this one included, in the order in which it is shown."""
        query = select(ExchangeRow).where(
            ExchangeRow.pair_id == exchange.pair_id,
            ExchangeRow.due_at == exchange.due_at,
            in_lasting_pair(scope, ExchangeRow.pair_id),
        )
        found = [_exchange(row) for row in await self.session.scalars(query)]
        return sorted(found, key=lambda one: (one.kind is Kind.TALKED, one.kind))

    async def latest(self, scope: Scope, pair_id: PairId, kind: Kind, prompt: str = "") -> Exchange | None:
        """Return the last exchange of a kind (and prompt, if one is given) of a pair that one is in now."""
        query = select(ExchangeRow).where(
            ExchangeRow.pair_id == pair_id,
            ExchangeRow.kind == kind,
            in_lasting_pair(scope, ExchangeRow.pair_id),
        )
        if prompt:
            query = query.where(ExchangeRow.prompt == prompt)
        row = await self.session.scalar(query.order_by(ExchangeRow.due_at.desc()).limit(1))
        return None if row is None else _exchange(row)

    async def count(self, pair_id: PairId, kind: Kind) -> int:
        """Return how often a pair was asked this kind of thing."""
        query = select(func.count()).where(ExchangeRow.pair_id == pair_id, ExchangeRow.kind == kind)
        return await self.session.scalar(query) or 0

    async def keep(
        self,
        exchange_id: ExchangeId,
        membership_id: MembershipId,
        *,
        value: int | None,
        words: str | None,
        now: dt.datetime,
    ) -> None:
        """Keep the part of one side in place of an earlier one; without value and words it is a pass."""
        # On PostgreSQL a part given at the same moment must see this one: the changed row makes it begin anew.
        await self.session.execute(
            update(ExchangeRow).where(ExchangeRow.id == exchange_id).values(prompt=ExchangeRow.prompt)
        )
        seat = await self.session.get_one(MembershipRow, membership_id)
        cipher = await self.keys.of(PersonId(seat.person_id))
        row = await self.session.scalar(
            select(ExchangeAnswerRow).where(
                ExchangeAnswerRow.exchange_id == exchange_id, ExchangeAnswerRow.membership_id == membership_id
            )
        )
        if row is None:
            row = ExchangeAnswerRow(
                id=new_id(), exchange_id=exchange_id, membership_id=membership_id, answered_at=now
            )
            self.session.add(row)
        row.value, row.answered_at = value, now
        row.body = None if words is None else cipher.seal(_WORDS, row.id, words)
        await self.session.flush()

    async def parts(self, scope: Scope, exchange_id: ExchangeId) -> list[Part]:
        """Return one's own part, and the others' parts once one's own is given; oldest first.

        Nothing once one is no longer in the pair. Who passes, and whoever is asked what is never shown, sees only their own.
        """
        own, mine = aliased(ExchangeAnswerRow), aliased(MembershipRow)
        gave = exists().where(
            own.exchange_id == ExchangeAnswerRow.exchange_id,
            own.membership_id == mine.id,
            mine.person_id == scope.person_id,
            own.value.is_not(None) | own.body.is_not(None),
        )
        theirs = exists().where(
            PairMemberRow.pair_id == ExchangeRow.pair_id,
            PairMemberRow.membership_id == ExchangeAnswerRow.membership_id,
            PairMemberRow.answer == Answer.ACCEPTED,
            MembershipRow.state == MemberState.ACTIVE,
        )
        query = (
            select(ExchangeAnswerRow, MembershipRow.person_id)
            .join(ExchangeRow, ExchangeRow.id == ExchangeAnswerRow.exchange_id)
            .join(MembershipRow, MembershipRow.id == ExchangeAnswerRow.membership_id)
            .where(
                ExchangeAnswerRow.exchange_id == exchange_id,
                in_lasting_pair(scope, ExchangeRow.pair_id),
                or_(
                    MembershipRow.person_id == scope.person_id,
                    (ExchangeRow.kind != Kind.TALKED) & gave & theirs,
                ),
            )
            .order_by(ExchangeAnswerRow.answered_at, ExchangeAnswerRow.id)
            .execution_options(populate_existing=True)
        )
        return [
            await self._part(row, PersonId(person_id)) for row, person_id in await self.session.execute(query)
        ]

    async def has_given(self, exchange_id: ExchangeId) -> dict[MembershipId, bool]:
        """Return who has answered, and whether that says something or is a pass; never what."""
        query = select(
            ExchangeAnswerRow.membership_id,
            ExchangeAnswerRow.value.is_not(None) | ExchangeAnswerRow.body.is_not(None),
        ).where(ExchangeAnswerRow.exchange_id == exchange_id)
        return {MembershipId(seat): bool(given) for seat, given in await self.session.execute(query)}

    async def _part(self, row: ExchangeAnswerRow, person_id: PersonId) -> Part:
        words = None
        if row.body is not None:
            words = (await self.keys.of(person_id)).open(_WORDS, row.id, row.body)
        return Part(MembershipId(row.membership_id), row.value, words, row.answered_at)


def _exchange(row: ExchangeRow) -> Exchange:
    return Exchange(
        exchange_id=ExchangeId(row.id),
        pair_id=PairId(row.pair_id),
        kind=Kind(row.kind),
        prompt=row.prompt,
        due_at=row.due_at,
        closes_at=row.closes_at,
    )
