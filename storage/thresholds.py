"""Finds and keeps the thresholds that facilitators have set for their groups; what may be set stands in `domain.setbacks`."""

import datetime as dt

from sqlalchemy import Select, select

from domain.ids import GroupId, MembershipId, PersonId
from domain.setbacks import ADJUSTABLE, Rule, Thresholds
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.setbacks import ThresholdRow


class ThresholdsSet(Repository):
    """What groups have chosen instead of the defaults."""

    async def of_group(self, group_id: GroupId) -> Thresholds:
        """Return the thresholds of a group."""
        return await self._chosen(select(ThresholdRow).where(ThresholdRow.group_id == group_id))

    async def of_seat(self, membership_id: MembershipId) -> Thresholds:
        """Return the thresholds of the group in which this seat is."""
        query = (
            select(ThresholdRow)
            .join(MembershipRow, MembershipRow.group_id == ThresholdRow.group_id)
            .where(MembershipRow.id == membership_id)
        )
        return await self._chosen(query)

    async def set(
        self, group_id: GroupId, rule: Rule, value: int | None, by: PersonId, now: dt.datetime
    ) -> None:
        """Set the threshold of a rule; None turns it off."""
        chosen = {"value": value, "set_by": by, "set_at": now}
        added = insert(self.session, ThresholdRow).values(group_id=group_id, rule=rule, **chosen)
        await self.session.execute(
            added.on_conflict_do_update(index_elements=["group_id", "rule"], set_=chosen)
        )

    async def _chosen(self, query: Select[ThresholdRow]) -> Thresholds:
        found = await self.session.scalars(query)
        # A choice that a later version no longer offers has fallen back to the default.
        return Thresholds(
            {
                Rule(row.rule): row.value
                for row in found
                if row.rule in set(Rule)
                and Rule(row.rule) in ADJUSTABLE
                and ADJUSTABLE[Rule(row.rule)].allows(row.value)
            }
        )
