"""Use cases of partners."""

from services.alarm import Alarm
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Partners:
    """Use cases of partners."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm
