"""Keep button presses that wait for their answer. It makes no update."""

import dataclasses
import datetime as dt
import secrets

from sandbox.telegram.errors import bad_request

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclasses.dataclass(slots=True)
class Press:
    """Hold one press of a button until the bot answers it."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    pressed_at: dt.datetime
    is_answered: bool = False


class CallbackDesk:
    """Keep presses by their query id; each can be answered once and in time."""

    def __init__(self) -> None:
        self._presses: dict[str, Press] = {}

    def add(self, *, user_id: int, chat_id: int, message_id: int, data: str, now: dt.datetime) -> Press:
        """Open a query with a new random id."""
        query_id = str(10**17 + secrets.randbelow(9 * 10**17))
        press = Press(query_id, user_id, chat_id, message_id, data, now)
        self._presses[query_id] = press
        return press

    def answer(self, query_id: str, now: dt.datetime, lifetime: dt.timedelta) -> Press:
        """Close a query; raise ApiError when it is unknown, too old or answered already."""
        press = self._presses.get(query_id)
        if press is None or press.is_answered or now - press.pressed_at > lifetime:
            raise bad_request(_TOO_OLD)
        press.is_answered = True
        return press

    def is_answered(self, query_id: str) -> bool:
        """Tell whether the bot answered this press, so that the button stopped spinning."""
        return query_id in self._presses and self._presses[query_id].is_answered
