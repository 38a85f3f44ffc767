"""Use cases of privacy."""

from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Privacy:
    """Use cases of privacy."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
