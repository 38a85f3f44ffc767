"""Keeps people's plans for hard moments, sealed with their own key; it shows none."""

import datetime as dt

from domain.ids import PersonId
from domain.plans import Plan, PlanPart
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.plans import PlanRow
from storage.vault import PersonCipher


class Plans(Repository):
    """Plans."""

    async def of(self, person_id: PersonId) -> Plan:
        """Return a person's plan; an empty one where nothing is written."""
        row = await self.session.get(PlanRow, person_id, populate_existing=True)
        if row is None:
            return Plan({})
        cipher = await self.keys.of(person_id)
        opened = {part: _opened(row, part, cipher) for part in PlanPart}
        return Plan({part: text for part, text in opened.items() if text}, row.shown_since)

    async def set_part(self, person_id: PersonId, part: PlanPart, text: str) -> None:
        """Keep what a person wrote; an empty text takes the part back."""
        cipher = await self.keys.of(person_id)
        sealed = cipher.seal(f"plans.{part}", person_id, text) if text else None
        await self._set(person_id, **{part.value: sealed})

    async def set_shown(self, person_id: PersonId, since: dt.datetime | None) -> None:
        """Let facilitators see it beside an alert, or not."""
        await self._set(person_id, shown_since=since)

    async def _set(self, person_id: PersonId, **values: object) -> None:
        statement = insert(self.session, PlanRow).values(person_id=person_id, **values)
        await self.session.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))


def _opened(row: PlanRow, part: PlanPart, cipher: PersonCipher) -> str:
    sealed = getattr(row, part.value)
    return "" if sealed is None else cipher.open(f"plans.{part}", row.person_id, sealed)
