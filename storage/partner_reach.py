"""Turns "this is my partner, who shares it with me" into an SQL condition; it queries nothing itself."""

from sqlalchemy import ColumnElement, exists, false
from sqlalchemy.orm import InstrumentedAttribute, aliased

from domain.access import Scope
from domain.groups import MemberState
from domain.partners import Answer, PairState, SharedItem
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow


def shown_to_partner(
    scope: Scope,
    membership_id: InstrumentedAttribute[int],
    item: SharedItem | None,
    since: ColumnElement[bool] | None = None,
) -> ColumnElement[bool]:
    """Return the condition that the seat is that of a present partner of the one who asks, who shares the item now.

    `item` None asks for the partnership alone. `since` is a further condition, which may name `PairRow`.
    """
    if scope.is_system:
        return false()
    theirs, mine, own_seat = aliased(PairMemberRow), aliased(PairMemberRow), aliased(MembershipRow)
    consents = {
        SharedItem.CHECKED_IN: theirs.shares_checked_in,
        SharedItem.MOOD: theirs.shares_mood,
        SharedItem.CRAVING: theirs.shares_craving,
    }
    conditions: list[ColumnElement[bool]] = [
        theirs.membership_id == membership_id,
        theirs.answer == Answer.ACCEPTED,
        theirs.pair_id == PairRow.id,
        PairRow.state == PairState.ACTIVE,
        mine.pair_id == PairRow.id,
        mine.answer == Answer.ACCEPTED,
        mine.membership_id != theirs.membership_id,
        own_seat.id == mine.membership_id,
        own_seat.person_id == scope.person_id,
        own_seat.state == MemberState.ACTIVE,
    ]
    if item is not None:
        conditions.append(consents[item].is_(True))
    if since is not None:
        conditions.append(since)
    return exists().where(*conditions)
