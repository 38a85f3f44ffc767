"""Passes a return to use on to those whom its person chose, as they were shown it before, and not a word more."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo
from domain.ids import AlertId, MembershipId, NoteId
from domain.notes import NoteState, Reader, Tag
from domain.setbacks import Cause
from domain.slips import Slip
from services.alarm import Alarm
from services.returns import Returns
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What stands beside a slip: on how many dates the person was ever here, who could be written to and told.

    Attributes:
        facilitators: display names by seat, of those whom this person could let know.
        has_earlier: there are slips told before.
    """

    days: int
    has_partner: bool
    facilitators: dict[MembershipId, tuple[str, ...]]
    has_earlier: bool


class SlipTelling:
    """Who could learn of a slip, and letting them know."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm
        self._returns = Returns(work)

    async def standing(self, actor: Actor, slip: Slip) -> Standing:
        """Return what stands beside a slip."""
        facilitators: dict[MembershipId, tuple[str, ...]] = {}
        has_partner = False
        for seat in actor.participant_seats:
            members = await self._work.groups.facilitators(seat.group_id)
            names = tuple(one.display_name for one in members if one.person_id != actor.person_id)
            if names:
                facilitators[seat.membership_id] = names
            has_partner |= bool(await self._work.partners.partners_of(actor.scope, seat.membership_id))
        return Standing(
            days=await self._work.history.days_answered(actor.scope, slip.membership_id),
            has_partner=has_partner,
            facilitators=facilitators,
            has_earlier=await self._work.slips.count(actor.scope) > 0,
        )

    async def would_raise(
        self, actor: Actor, slip: Slip, membership_id: MembershipId, now: dt.datetime
    ) -> list[Cause]:
        """Return what the facilitators of a seat would be alerted to if the person let them know now.

        Raises:
            NothingToDo: the person has no such seat, or they know already.
        """
        if slip.told_at is not None or all(
            seat.membership_id != membership_id for seat in actor.participant_seats
        ):
            raise NothingToDo("slips.gone")
        return await self._returns.of_slip(membership_id, slip, actor.timezone, now)

    async def tell(
        self, actor: Actor, slip: Slip, membership_id: MembershipId, text: str | None, now: dt.datetime
    ) -> AlertId | None:
        """Let the facilitators of a seat know, with these words or without any.

        Returns the alert; None when they know of this use already and have closed their alert.

        Raises:
            NothingToDo: the person has no such seat, or they know already.
        """
        causes = await self.would_raise(actor, slip, membership_id, now)
        note_id = None if text is None else await self._give(actor, membership_id, text, now)
        await self._work.slips.set_told(slip.slip_id, membership_id, note_id, now)
        return await self._alarm.raise_alert(membership_id, causes, now)

    async def _give(self, actor: Actor, membership_id: MembershipId, text: str, now: dt.datetime) -> NoteId:
        group_id = next(one.group_id for one in actor.participant_seats if one.membership_id == membership_id)
        note_id = await self._work.notes.add(actor.person_id, text, NoteState.KEPT, now)
        await self._work.notes.set_tag(note_id, Tag.SETBACK)
        await self._work.notes.set_reader(note_id, Reader.FACILITATOR, group_id, now)
        return note_id
