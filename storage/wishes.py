"""Keeps what participants wish for in a partner; it shows nobody's to anybody else."""

from domain.ids import MembershipId
from domain.wishes import Gender, Language, Wishes
from storage.repository import Repository
from storage.tables.matching import PairWishRow

_USUAL = Language.ENGLISH


class PairWishes(Repository):
    """Wishes of one seat. Callers see to it that it is the viewer's own."""

    async def get(self, membership_id: MembershipId, app_language: str) -> Wishes:
        """Return what the seat wishes for; who has told no language writes in that of the app."""
        row = await self.session.get(PairWishRow, membership_id, populate_existing=True)
        if row is None:
            return Wishes(languages_of("", app_language))
        return Wishes(
            languages_of(row.languages, app_language),
            None if row.gender is None else Gender(row.gender),
            row.wants_same_gender,
            row.capacity,
        )

    async def keep(self, membership_id: MembershipId, wishes: Wishes) -> None:
        """Keep what the seat wishes for."""
        row = await self.session.get(PairWishRow, membership_id)
        if row is None:
            row = PairWishRow(membership_id=membership_id)
            self.session.add(row)
        row.languages = ",".join(sorted(wishes.languages))
        row.gender = wishes.gender
        row.wants_same_gender = wishes.wants_same_gender
        row.capacity = wishes.capacity
        await self.session.flush()


def languages_of(told: str, app_language: str) -> frozenset[Language]:
    """Return the languages of somebody, from those told, separated by commas; without one it is that of the app."""
    known = {one.value for one in Language}
    found = frozenset(Language(one) for one in told.split(",") if one in known)
    return found or frozenset({Language(app_language) if app_language in known else _USUAL})
