"""Keeps consents between partners, each with whom, what and until when; none is deleted, it is taken back or runs out."""

import datetime as dt

from sqlalchemy import ColumnElement, exists, or_, select, true, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import MembershipId, PairId
from domain.partners import Answer
from domain.sharing import AT_START, CONSENT_LASTS, SharedItem, Sharing
from storage.partner_reach import shown_to_anybody, shown_to_partner
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PartnerConsentRow
from storage.types import new_id


class PartnerConsents(Repository):
    """Who lets whom see what."""

    async def begin(self, pair_id: PairId, now: dt.datetime) -> None:
        """Let all who are in a pair share with each other what is shared at the start; who has chosen before stays as is."""
        query = select(PairMemberRow.membership_id).where(
            PairMemberRow.pair_id == pair_id, PairMemberRow.answer == Answer.ACCEPTED
        )
        seats = [MembershipId(seat) for seat in await self.session.scalars(query.order_by("membership_id"))]
        for owner in seats:
            for viewer in seats:
                if owner != viewer and not await self._has_any(pair_id, owner, viewer):
                    for item in AT_START:
                        self._add(pair_id, owner, viewer, item, now)
        await self.session.flush()

    async def give(
        self,
        pair_id: PairId,
        owner: MembershipId,
        viewer: MembershipId,
        item: SharedItem,
        now: dt.datetime,
    ) -> None:
        """Let the other see an item from now on; what was given before is replaced, so that it lasts anew."""
        await self.revoke(pair_id, owner, viewer, item, now)
        self._add(pair_id, owner, viewer, item, now)
        await self.session.flush()

    async def revoke(
        self,
        pair_id: PairId,
        owner: MembershipId,
        viewer: MembershipId,
        item: SharedItem,
        now: dt.datetime,
    ) -> None:
        """Let the other see an item no longer."""
        await self._take_back(
            now,
            PartnerConsentRow.pair_id == pair_id,
            PartnerConsentRow.owner_membership_id == owner,
            PartnerConsentRow.viewer_membership_id == viewer,
            PartnerConsentRow.item == item,
        )

    async def end(self, pair_id: PairId, now: dt.datetime, membership_id: MembershipId | None = None) -> None:
        """Take back every consent of a pair, or (with a seat) those by and for one of its members."""
        whose = (
            true()
            if membership_id is None
            else or_(
                PartnerConsentRow.owner_membership_id == membership_id,
                PartnerConsentRow.viewer_membership_id == membership_id,
            )
        )
        await self._take_back(now, PartnerConsentRow.pair_id == pair_id, whose)

    async def given(
        self, scope: Scope, pair_id: PairId, owner: MembershipId, viewer: MembershipId, now: dt.datetime
    ) -> Sharing:
        """Return what one's own seat lets another see in a pair now, for the owner alone."""
        is_own = exists().where(MembershipRow.id == owner, MembershipRow.person_id == scope.person_id)
        query = select(PartnerConsentRow).where(
            PartnerConsentRow.pair_id == pair_id,
            PartnerConsentRow.owner_membership_id == owner,
            PartnerConsentRow.viewer_membership_id == viewer,
            PartnerConsentRow.revoked_at.is_(None),
            PartnerConsentRow.given_at <= now,
            true() if scope.is_system else is_own,
        )
        rows = (await self.session.scalars(query.execution_options(populate_existing=True))).all()
        until = {SharedItem(row.item): row.expires_at for row in rows if row.expires_at > now}
        lapsed = frozenset(SharedItem(row.item) for row in rows if row.expires_at <= now)
        return Sharing(until, lapsed - until.keys())

    async def is_shown(
        self, viewer: Scope, membership_id: MembershipId, item: SharedItem, now: dt.datetime
    ) -> bool:
        """Tell whether a seat lets the one who asks, a present partner, see an item now."""
        query = select(MembershipRow.id).where(
            MembershipRow.id == membership_id,
            MembershipRow.state == MemberState.ACTIVE,
            shown_to_partner(viewer, MembershipRow.id, item, now),
        )
        return (await self.session.execute(query)).first() is not None

    async def is_shown_to_anybody(
        self, owner: Scope, membership_id: MembershipId, item: SharedItem, now: dt.datetime
    ) -> bool:
        """Tell whether one's own seat lets any present partner see an item now."""
        query = select(MembershipRow.id).where(
            MembershipRow.id == membership_id,
            MembershipRow.person_id == owner.person_id,
            MembershipRow.state == MemberState.ACTIVE,
            shown_to_anybody(MembershipRow.id, item, now),
        )
        return (await self.session.execute(query)).first() is not None

    def _add(
        self, pair_id: PairId, owner: MembershipId, viewer: MembershipId, item: SharedItem, now: dt.datetime
    ) -> None:
        self.session.add(
            PartnerConsentRow(
                id=new_id(),
                pair_id=pair_id,
                owner_membership_id=owner,
                viewer_membership_id=viewer,
                item=item,
                given_at=now,
                expires_at=now + CONSENT_LASTS,
            )
        )

    async def _has_any(self, pair_id: PairId, owner: MembershipId, viewer: MembershipId) -> bool:
        query = select(PartnerConsentRow.id).where(
            PartnerConsentRow.pair_id == pair_id,
            PartnerConsentRow.owner_membership_id == owner,
            PartnerConsentRow.viewer_membership_id == viewer,
        )
        return (await self.session.execute(query.limit(1))).first() is not None

    async def _take_back(self, now: dt.datetime, *conditions: ColumnElement[bool]) -> None:
        await self.session.execute(
            update(PartnerConsentRow)
            .where(PartnerConsentRow.revoked_at.is_(None), *conditions)
            .values(revoked_at=now)
            .execution_options(synchronize_session=False)
        )
