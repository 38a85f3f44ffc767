"""Hands every update that python-telegram-bot has parsed to the door, and brings back what came of it.

The library logs whatever a handler raises and goes on; here the failure comes back to the caller, who keeps the update.
"""

from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler

from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, arrival_of
from handlers.edge.sheets import Delivery


class Gate(BaseHandler[Update, Any, None]):
    """The one handler of the application."""

    def __init__(self, door: Door, bot_username: str) -> None:
        super().__init__(self._enter)
        self._door = door
        self._bot_username = bot_username
        self._outcomes: dict[int, Delivery | Exception | None] = {}

    async def serve(
        self, application: Application[Any, Any, Any, Any, Any, Any], update: Update
    ) -> Delivery | None:
        """Send an update through the application and return what is owed for it.

        Raises:
            Exception: the view failed, or the application never reached it.
        """
        await application.process_update(update)
        try:
            outcome = self._outcomes.pop(update.update_id)
        except KeyError:
            raise RuntimeError(f"update {update.update_id} was not handled") from None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def arrival(self, update: Update) -> Arrival:
        """Return what happened."""
        return arrival_of(update, self._bot_username)

    def check_update(self, update: object) -> object | None:
        """Take every update."""
        return update if isinstance(update, Update) else None

    async def _enter(self, update: Update, context: Any) -> None:
        del context
        try:
            self._outcomes[update.update_id] = await self._door.serve(self.arrival(update))
        except Exception as error:  # noqa: BLE001 it is raised again where the update is kept
            self._outcomes[update.update_id] = error
