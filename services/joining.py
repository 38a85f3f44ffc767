"""Use cases of joining."""

from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Joining:
    """Use cases of joining."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, bot_username: str) -> None:
        self._work = work
        self._outbox = outbox
        self._bot_username = bot_username
