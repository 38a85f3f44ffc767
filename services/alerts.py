"""Use cases of alerts."""

from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Alerts:
    """Use cases of alerts."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
