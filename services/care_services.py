"""The services about setbacks and those who are told of them, over one transaction; it decides nothing."""

from functools import cached_property

from services.alert_audit import AlertAudit
from services.alert_steps import AlertSteps
from services.alerts import Alerts
from services.crisis import Crisis
from services.drills import Drills
from services.gaps import Gaps
from services.mails import Mails
from services.on_call import OnCall
from services.plans import Plans
from services.sessions import Sessions
from services.slip_telling import SlipTelling
from services.slips import Slips
from services.thresholds import ThresholdSettings
from services.watching import Watching
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
    def alert_audit(self) -> AlertAudit:
        """Return the second look at open alerts."""
        return AlertAudit(self._work)

    @cached_property
    def crisis(self) -> Crisis:
        """Return the way to ask for help now."""
        return Crisis(self._work, self.alarm)

    @cached_property
    def slips(self) -> Slips:
        """Return what people tell of returns to use."""
        return Slips(self._work)

    @cached_property
    def slip_telling(self) -> SlipTelling:
        """Return the way on which slips reach others."""
        return SlipTelling(self._work, self.alarm)

    @cached_property
    def plans(self) -> Plans:
        """Return plans for hard moments."""
        return Plans(self._work)

    @cached_property
    def on_call(self) -> OnCall:
        """Return when alerts reach facilitators."""
        return OnCall(self._work, self.outbox)

    @cached_property
    def drills(self) -> Drills:
        """Return rehearsals."""
        return Drills(self._work, self.alarm)

    @cached_property
    def thresholds(self) -> ThresholdSettings:
        """Return what raises an alert in a group."""
        return ThresholdSettings(self._work)

    @cached_property
    def watching(self) -> Watching:
        """Return the watch over people's own usual."""
        return Watching(self._work, self.alarm)

    @cached_property
    def sessions(self) -> Sessions:
        """Return group sessions."""
        return Sessions(self._work, self.alarm)

    @cached_property
    def gaps(self) -> Gaps:
        """Return the times in which nothing could be heard."""
        return Gaps(self._work, self.outbox)

    @cached_property
    def mails(self) -> Mails:
        """Return e-mail beside the chat."""
        return Mails(self._work)
