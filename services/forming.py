"""Finds out what a check-in asks: its questions and its form, fixed when it is begun; it asks none of them."""

import datetime as dt

from domain.access import SYSTEM, Scope
from domain.checkins import CheckIn
from domain.forms import Form
from domain.ids import MembershipId
from domain.items import MOOD, ItemId
from domain.lengths import form_for, is_silent, usual_mood
from domain.progress import USUAL_OF
from domain.templates import questions_of
from storage.unit_of_work import UnitOfWork

_LOOKED_BACK: dt.timedelta = 2 * USUAL_OF
"""Three steady check-ins of somebody who is asked once a week lie within this time."""


class Forming:
    """The form of check-ins."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def fix(self, checkin: CheckIn, form: Form | None = None) -> None:
        """Fix what a check-in asks, unless it is fixed already; without a form the person's last days decide it."""
        if checkin.items:
            if form is not None:
                await self._work.checkins.set_form(checkin.id, form)
            return
        items = await self.items(checkin)
        await self._work.checkins.set_form(checkin.id, form or await self._form(checkin, items), items)

    async def items(self, checkin: CheckIn) -> tuple[ItemId, ...]:
        """Return the questions of a check-in's day, as program and group have set them now."""
        partners = await self._work.partners.partners_of(SYSTEM, checkin.membership_id)
        return questions_of(
            await self._work.phases.stage(checkin.membership_id),
            await self._work.questions.settings(checkin.group_id),
            await self._work.questions.own(checkin.group_id),
            checkin.local_date,
            has_partner=bool(partners),
        )

    async def usual_mood(self, checkin: CheckIn) -> int | None:
        """Return the middle of the person's moods of the days before a check-in; None without any."""
        return usual_mood(await self._earlier(checkin), checkin.local_date)

    async def is_returning(self, scope: Scope, membership_id: MembershipId, today: dt.date) -> bool:
        """Tell whether a participant comes back after days on which they were asked and did not answer."""
        return is_silent(await self._work.history.asked(scope, membership_id), today)

    async def _form(self, checkin: CheckIn, items: tuple[ItemId, ...]) -> Form:
        if MOOD not in items:
            return Form.FULL
        own = Scope(person_id=checkin.person_id)
        has_open_alert = await self._work.history.has_unresolved_alert(own, checkin.membership_id)
        return form_for(await self._earlier(checkin), checkin.local_date, has_open_alert=has_open_alert)

    async def _earlier(self, checkin: CheckIn) -> list[CheckIn]:
        own = Scope(person_id=checkin.person_id)
        first = checkin.local_date - _LOOKED_BACK
        found = await self._work.checkins.between(own, checkin.membership_id, first, checkin.local_date)
        return [one for one in found if one.id != checkin.id and one.due_at <= checkin.due_at]
