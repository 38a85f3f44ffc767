"""The services about setbacks and those who are told of them, over one transaction; it decides nothing."""

from functools import cached_property

from services.alert_steps import AlertSteps
from services.alerts import Alerts
from services.crisis import Crisis
from services.ways_out import WaysOut


class CareServices(WaysOut):
    """The part of the services that is about setbacks."""

    @cached_property
    def alerts(self) -> Alerts:
        """Return alerts as those who may see them do."""
        return Alerts(self._work)

    @cached_property
    def alert_steps(self) -> AlertSteps:
        """Return what facilitators do about alerts."""
        return AlertSteps(self._work, self.outbox, self.alarm)

    @cached_property
    def crisis(self) -> Crisis:
        """Return the way to ask for help now."""
        return Crisis(self._work, self.alarm)
