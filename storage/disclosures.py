"""Keeps the record of who looked at what of whom; it holds no contents, and nothing in it is ever changed."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select

from domain.alerts import Disclosure
from domain.ids import MembershipId, PersonId
from storage.repository import Repository
from storage.tables.alerts import DisclosureRow
from storage.types import new_id

ONE_LOOK = dt.timedelta(minutes=10)
"""A second look at the same thing within this time is the same look in the record."""


class Disclosures(Repository):
    """Who looked at what of whom; appended, never changed."""

    async def record(
        self,
        subjects: Collection[PersonId],
        *,
        viewer_id: PersonId,
        viewer_membership_id: MembershipId,
        what: str,
        now: dt.datetime,
    ) -> None:
        """Append that the viewer looked at this of each subject, unless it is still the same look."""
        lately = select(DisclosureRow.subject_id).where(
            DisclosureRow.viewer_id == viewer_id,
            DisclosureRow.what == what,
            DisclosureRow.seen_at > now - ONE_LOOK,
            DisclosureRow.subject_id.in_(subjects),
        )
        known = set(await self.session.scalars(lately))
        for subject in subjects:
            if subject not in known:
                self.session.add(
                    DisclosureRow(
                        id=new_id(),
                        subject_id=subject,
                        viewer_id=viewer_id,
                        viewer_membership_id=viewer_membership_id,
                        what=what,
                        seen_at=now,
                    )
                )
        await self.session.flush()

    async def of(self, subject_id: PersonId) -> list[Disclosure]:
        """Return who looked at what of this person, latest first; for the person alone."""
        query = select(DisclosureRow).where(DisclosureRow.subject_id == subject_id)
        rows = await self.session.scalars(query.order_by(DisclosureRow.seen_at.desc(), DisclosureRow.id))
        return [
            Disclosure(
                subject_id=PersonId(row.subject_id),
                viewer_id=None if row.viewer_id is None else PersonId(row.viewer_id),
                viewer_membership_id=(
                    None if row.viewer_membership_id is None else MembershipId(row.viewer_membership_id)
                ),
                what=row.what,
                seen_at=row.seen_at,
            )
            for row in rows
        ]
