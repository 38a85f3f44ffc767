"""Use cases of alarm."""

from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Alarm:
    """Use cases of alarm."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
