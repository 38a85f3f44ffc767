"""The two services that others are given: the way out for messages, and the way to raise an alert; it decides nothing."""

from functools import cached_property

from services.alarm import Alarm
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class WaysOut:
    """What every part of the services stands on."""

    _work: UnitOfWork

    @cached_property
    def outbox(self) -> Outbox:
        """Return the way out for unasked messages."""
        return Outbox(self._work)

    @cached_property
    def alarm(self) -> Alarm:
        """Return the one way to raise an alert."""
        return Alarm(self._work, self.outbox)
