"""Says where a check-in stands after what a person did with it, and what goes with its next question; it changes nothing."""

import dataclasses
import datetime as dt
import enum
from typing import Final

from domain.access import Actor, Scope
from domain.checkins import CheckIn, State
from domain.errors import NotAllowed
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import CRAVING, MOOD, Item, Viewer
from domain.sharing import SharedItem
from services.forming import Forming
from storage.unit_of_work import UnitOfWork

_SHARED: Final = {MOOD: SharedItem.MOOD, CRAVING: SharedItem.CRAVING}
DIALOGUE = "checkin"
"""The kind of dialogue in which typed answers arrive."""


class Remark(enum.StrEnum):
    """What is to be said about what the person just did, besides showing where the check-in stands."""

    OUTDATED = "outdated"
    CLOSED = "closed"
    NOT_A_NUMBER = "not_a_number"
    NOT_ABOUT_USE = "not_about_use"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_CHOICE = "not_a_choice"
    ONLY_WORDS = "only_words"
    CUT = "cut"
    ADDED = "added"
    CORRECTED = "corrected"


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Where a check-in stands after what the person did.

    Attributes:
        since: the date of the last check-in that was answered before; None when there is none.
        is_seen_by_partner: a partner sees the answer to the question that is asked now.
        is_returning: it waits to be begun by somebody who has been silent for days: they are welcomed, and choose.
        usual_mood: the middle of the person's moods, where the check-in is short; None without any.
        other: another check-in of the person that can be answered now, when this one asks nothing more.
    """

    checkin: CheckIn
    remark: Remark | None = None
    since: dt.date | None = None
    is_seen_by_partner: bool = False
    is_returning: bool = False
    usual_mood: int | None = None
    other: CheckIn | None = None

    @property
    def question(self) -> Item | None:
        """Return the question that is asked now; None when none is."""
        return asked(self.checkin)

    @property
    def is_late(self) -> bool:
        """Tell whether it is answered, or corrected, after its day."""
        return self.checkin.late_at is not None


class Steps:
    """What stands around a check-in."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._forming = Forming(work)

    async def of(self, checkin: CheckIn, now: dt.datetime, remark: Remark | None = None) -> Step:
        """Return where a check-in stands; it must be the asking person's own."""
        item = asked(checkin)
        own = Scope(person_id=checkin.person_id)
        if item is None:
            return Step(
                checkin,
                remark,
                is_returning=await self._is_returning(own, checkin),
                other=await self._other(own, checkin),
            )
        return Step(
            checkin,
            remark,
            since=await self._work.history.answered_before(own, checkin.membership_id, checkin.due_at),
            is_seen_by_partner=await self._is_seen_by_partner(own, checkin, item, now),
            usual_mood=await self._forming.usual_mood(checkin) if checkin.form is Form.SHORT else None,
        )

    async def _is_returning(self, own: Scope, checkin: CheckIn) -> bool:
        if checkin.state is not State.OPEN or checkin.items:
            return False
        return await self._forming.is_returning(own, checkin.membership_id, checkin.local_date)

    async def _other(self, own: Scope, checkin: CheckIn) -> CheckIn | None:
        if checkin.state.is_open:
            return None
        waiting = await self._work.checkins.open_of(own, checkin.person_id)
        return next((one for one in waiting if one.id != checkin.id and one.late_at is None), None)

    async def _is_seen_by_partner(self, own: Scope, checkin: CheckIn, item: Item, now: dt.datetime) -> bool:
        shared = _SHARED.get(item.id)
        if Viewer.PARTNER not in item.seen_by or shared is None:
            return False
        consents = self._work.partner_consents
        return await consents.is_shown_to_anybody(own, checkin.membership_id, shared, now)


def asked(checkin: CheckIn) -> Item | None:
    """Return the question that the person is to answer now; None before the start, when put off, and at the end."""
    is_asked = checkin.state is State.IN_PROGRESS or checkin.reopened is not None
    return checkin.current if is_asked else None


async def own_checkin(work: UnitOfWork, actor: Actor, checkin_id: CheckInId) -> CheckIn:
    """Return the actor's own check-in.

    Raises:
        NotAllowed: it is somebody else's, of a group the actor has left, or there is none.
    """
    checkin = await work.checkins.get(actor.scope, checkin_id)
    seats = {seat.membership_id for seat in actor.participant_seats}
    if checkin is None or checkin.person_id != actor.person_id or checkin.membership_id not in seats:
        raise NotAllowed("system.not_yours")
    return checkin
