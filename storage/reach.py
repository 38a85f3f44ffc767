"""Turns a scope into the SQL condition that every query over people's data carries; it queries nothing itself."""

from sqlalchemy import ColumnElement, and_, or_, true

from domain.access import Scope
from domain.groups import MemberState
from storage.tables.groups import MembershipRow


def within(scope: Scope, *, also_left: bool = False) -> ColumnElement[bool]:
    """Return the condition on `MembershipRow`: one's own seats, and those of groups that one facilitates.

    A facilitator's reach ends when the person leaves, unless `also_left`: only for what had been told before.
    """
    if scope.is_system:
        return true()
    facilitated: ColumnElement[bool] = MembershipRow.group_id.in_(scope.facilitated)
    if not also_left:
        facilitated = and_(facilitated, MembershipRow.state == MemberState.ACTIVE)
    return or_(MembershipRow.person_id == scope.person_id, facilitated)
