"""Updates as Telegram sends them, and what the edge reads from them."""

from typing import Any

from telegram import Update

from handlers.edge.inbound import Arrival, arrival_of

PRIVATE = {"id": 5, "type": "private", "first_name": "Ana"}
GROUP = {"id": -7, "type": "group", "title": "Tuesday"}
ANA = {"id": 5, "is_bot": False, "first_name": "Ana", "language_code": "es-MX"}
BOT = {"id": 4242, "is_bot": True, "first_name": "Tandem", "username": "tandem_bot"}


def message(**more: Any) -> dict[str, Any]:
    """Return an update with a message of Ana's."""
    return {"message": {"message_id": 9, "date": 1, "chat": PRIVATE, "from": ANA, **more}}


def read(raw: dict[str, Any]) -> Arrival:
    """Return what the edge makes of it."""
    return arrival_of(Update.de_json({"update_id": 1, **raw}, None), "tandem_bot")
