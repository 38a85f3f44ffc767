"""Shows a message to the facilitators when its receiver asks for it; its sender is told by nobody but them."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo
from domain.ids import PairId, RelayId
from domain.partners import Pair, Side
from domain.relays import Relay
from domain.setbacks import Cause, Rule
from services.alarm import Alarm
from storage.unit_of_work import UnitOfWork

LISTED = 5
"""Messages to choose from where none is in sight."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reported:
    """A message and who is to see it; `is_told` is false where its sender has left the group: then nobody is."""

    relay: Relay
    sender: Side
    facilitators: tuple[str, ...]
    is_told: bool = True


class Reports:
    """Messages that their receivers report."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def of(self, actor: Actor, relay_id: RelayId) -> Reported:
        """Return what would be shown to whom, also of a message taken back and of a pair that is over.

        Raises:
            NothingToDo: there is no such message to this person, or no more.
        """
        found, _ = await self._found(actor, relay_id)
        return found

    async def latest(self, actor: Actor, pair_id: PairId) -> list[tuple[Side, Relay]]:
        """Return the latest messages of a pair to the person, latest first, also those taken back, each with its sender."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        relays = await self._work.relay_reports.shown_to(actor.scope, pair_id=pair_id, limit=LISTED)
        sides = () if pair is None else pair.sides
        by_sender = {side.person_id: side for side in sides}
        return [(by_sender[one.sender_id], one) for one in relays if one.sender_id in by_sender]

    async def report(self, actor: Actor, relay_id: RelayId, now: dt.datetime) -> Reported:
        """Show a message to the facilitators; a second time changes nothing.

        Raises:
            NothingToDo: there is no such message to this person, or no more.
        """
        found, pair = await self._found(actor, relay_id)
        if not await self._work.relay_marks.report(relay_id, actor.person_id, now):
            return found
        mine = next(side for side in pair.sides if side.person_id == actor.person_id)
        number = await self._work.relay_marks.reports_by(actor.person_id, found.sender.person_id)
        cause = Cause(Rule.REPORT, number, None, raised_by=mine.membership_id)
        alert_id = await self._alarm.raise_alert(found.sender.membership_id, [cause], now)
        return dataclasses.replace(found, is_told=alert_id is not None)

    async def _found(self, actor: Actor, relay_id: RelayId) -> tuple[Reported, Pair]:
        relay = next(iter(await self._work.relay_reports.shown_to(actor.scope, relay_id=relay_id)), None)
        pair = None if relay is None else await self._work.partners.pair(actor.scope, relay.pair_id)
        sender = None if relay is None or pair is None else pair.side_of(relay.sender_id)
        if relay is None or pair is None or sender is None:
            raise NothingToDo("partners.message_gone")
        members = await self._work.groups.facilitators(pair.group_id)
        return Reported(relay, sender, tuple(one.display_name for one in members)), pair
