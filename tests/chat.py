"""One person's chat at the door, with the real routes: what is sent arrives, what is owed counts as shown."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any

from domain.ids import Address
from handlers import routes
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from services.container import Container
from tests.cast import NOON

SENT = 50
"""The message that something arrives in, unless another is named."""


@dataclasses.dataclass
class Chat:
    """What one person sends, through the real routes.

    Attributes:
        now: when the next thing is served.
        updates: the numbers of what arrives.
        shown: the numbers of the messages that show what is owed.
    """

    container: Container
    chat_id: int
    now: dt.datetime = NOON
    updates: Iterator[int] = dataclasses.field(default_factory=lambda: itertools.count(7))
    shown: Iterator[int] = dataclasses.field(default_factory=lambda: itertools.count(1_000))

    async def send(
        self, text: str = "", happening: Happening = Happening.TYPED, **more: Any
    ) -> Delivery | None:
        """Let something arrive, and be shown what is owed for it."""
        door = Door(
            self.container,
            table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES),
            lambda: self.now,
        )
        arrival = Arrival(
            next(self.updates),
            happening,
            chat_id=self.chat_id,
            message_id=more.pop("message_id", SENT),
            text=text,
            **more,
        )
        async with self.container.transaction() as services:
            await services.intake.keep({arrival.update_id: b"x"}, NOON)
        delivery = await door.serve(arrival)
        await self._shown(delivery)
        return delivery

    async def edit(self, text: str, **more: Any) -> Delivery | None:
        """Let an earlier message arrive as it reads now."""
        return await self.send(text, Happening.EDITED, **more)

    async def _shown(self, delivery: Delivery | None) -> None:
        if delivery is None or delivery.person_id is None:
            return
        async with self.container.transaction() as services:
            me = await services.people.recognise(Address(self.chat_id))
            assert me is not None
            for sheet in delivery.sheets:
                if sheet.anchor is not None:
                    await services.people.anchor(me.person_id, sheet.anchor, next(self.shown), NOON)


def said(delivery: Delivery | None) -> list[str]:
    """Return the texts of what is owed; none where nothing is."""
    return [] if delivery is None else [sheet.text for sheet in delivery.sheets]
