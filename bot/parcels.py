"""Makes of an unasked message what is sent: authorised and rendered for its person at that moment; it sends nothing."""

import dataclasses
import datetime as dt

from bot.settling import Ending
from domain.messages import Message
from handlers.edge.sheets import Sheet
from handlers.edge.table import Table
from handlers.request import Reaction
from handlers.route import Notice
from handlers.texts.words import Words
from services.container import Container
from services.outbox import UNREACHABLE
from storage.outbox import CANCELLED, DEAD, Claimed


@dataclasses.dataclass(frozen=True, slots=True)
class Parcel:
    """A rendered message and where it goes; `earlier` are the messages that it replaces, by what they show."""

    chat_id: int
    sheet: Sheet | Reaction
    earlier: dict[str, int]


class Packing:
    """What one courier sends."""

    def __init__(self, container: Container, table: Table, owner: str) -> None:
        self._container = container
        self._table = table
        self._owner = owner

    async def packed(self, row: Claimed, message: Message, now: dt.datetime) -> Parcel | Ending:
        """Return what is to be sent now, or why nothing is.

        Raises:
            Refused: the person may not see it any more.
        """
        view = self._table.notices[type(message)]
        async with self._container.transaction() as services:
            if message.about is not None and not await services.outbox.is_held(row, self._owner):
                return Ending(CANCELLED, error="taken back")
            if await services.reachability.is_lost(row.person_id):
                return Ending(DEAD, error=UNREACHABLE)
            recipient = await services.people.actor(row.person_id)
            words = Words(recipient.language, recipient.timezone)
            screen = await view(Notice(recipient, words, now, row.may_have_arrived), message, services)
            if screen is None:
                return Ending(CANCELLED, error="no longer due")
            if isinstance(screen, Reaction):
                return Parcel(await services.people.address(row.person_id), screen, {})
            sheet = Sheet.of(screen)
            earlier = await services.people.anchored(row.person_id, sheet.anchors)
            return Parcel(await services.people.address(row.person_id), sheet, earlier)

    async def is_held(self, row: Claimed) -> bool:
        """Tell whether a message is still to be sent by this courier."""
        async with self._container.transaction() as services:
            return await services.outbox.is_held(row, self._owner)
