"""Turns "this is my partner, who lets me see it" into SQL conditions, from consents as they stand; it queries nothing itself."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, exists, false, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from domain.access import Scope
from domain.groups import MemberState
from domain.partners import Answer, PairState
from domain.sharing import SharedItem
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow, PartnerConsentRow


def shown_to_partner(
    scope: Scope, membership_id: InstrumentedAttribute[int], item: SharedItem, now: dt.datetime
) -> ColumnElement[bool]:
    """Return the condition that the seat is that of a present partner of the one who asks, whom it lets see the item now.

    The one place where it is computed what a partner sees: a consent given to exactly this member in exactly this pair,
    begun, not over, not taken back. The product itself is nobody's partner.
    """
    return false() if scope.is_system else _shown(membership_id, item, now, scope)


def shown_to_anybody(
    membership_id: InstrumentedAttribute[int], item: SharedItem, now: dt.datetime
) -> ColumnElement[bool]:
    """Return the condition that the seat lets any present partner see the item now: what its owner is told of it."""
    return _shown(membership_id, item, now, None)


def in_lasting_pair(scope: Scope, pair_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Return the condition that something belongs to a pair that lasts and that the one who asks is in."""
    if scope.is_system:
        return true()
    side, seat = aliased(PairMemberRow), aliased(MembershipRow)
    return exists().where(
        PairRow.id == pair_id,
        PairRow.state == PairState.ACTIVE,
        side.pair_id == PairRow.id,
        side.answer == Answer.ACCEPTED,
        seat.id == side.membership_id,
        seat.person_id == scope.person_id,
        seat.state == MemberState.ACTIVE,
    )


def _shown(
    membership_id: InstrumentedAttribute[int], item: SharedItem, now: dt.datetime, viewer: Scope | None
) -> ColumnElement[bool]:
    theirs, mine, seat = aliased(PairMemberRow), aliased(PairMemberRow), aliased(MembershipRow)
    given = aliased(PartnerConsentRow)
    return exists().where(
        *_partnership(viewer, membership_id, theirs, mine, seat),
        given.pair_id == PairRow.id,
        given.owner_membership_id == theirs.membership_id,
        given.viewer_membership_id == mine.membership_id,
        given.item == item,
        given.given_at <= now,
        given.expires_at > now,
        given.revoked_at.is_(None),
    )


def is_partner(
    scope: Scope, membership_id: InstrumentedAttribute[int], since: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Return the condition that the seat is that of a present partner, for what was given to the partner one by one.

    `since` is a further condition, which may name `PairRow`.
    """
    if scope.is_system:
        return false()
    theirs, mine, seat = aliased(PairMemberRow), aliased(PairMemberRow), aliased(MembershipRow)
    return exists().where(*_partnership(scope, membership_id, theirs, mine, seat), since)


def _partnership(
    viewer: Scope | None, membership_id: InstrumentedAttribute[int], theirs: Any, mine: Any, seat: Any
) -> tuple[ColumnElement[bool], ...]:
    return (
        theirs.membership_id == membership_id,
        theirs.answer == Answer.ACCEPTED,
        theirs.pair_id == PairRow.id,
        PairRow.state == PairState.ACTIVE,
        mine.pair_id == PairRow.id,
        mine.answer == Answer.ACCEPTED,
        mine.membership_id != theirs.membership_id,
        seat.id == mine.membership_id,
        true() if viewer is None else seat.person_id == viewer.person_id,
        seat.state == MemberState.ACTIVE,
    )
