"""The repositories of alerts and of who looks at what, over one transaction; it decides nothing."""

from functools import cached_property

from storage.alert_audit import AlertAudit
from storage.alert_figures import AlertsAnswered
from storage.alert_rounds import AlertRounds
from storage.alert_steps import AlertSteps
from storage.alerts import Alerts
from storage.disclosures import Disclosures
from storage.drills import Drills
from storage.listening import Listening
from storage.mails import Mails
from storage.no_shows import NoShows
from storage.on_call import OnCall
from storage.plans import Plans
from storage.repository import Repositories
from storage.slips import Slips
from storage.thresholds import ThresholdsSet
from storage.watches import Watches


class CareRepositories(Repositories):
    """The part of a unit of work that is about setbacks and those who are told."""

    @cached_property
    def alerts(self) -> Alerts:
        """Return alerts."""
        return self._repository(Alerts)

    @cached_property
    def alert_steps(self) -> AlertSteps:
        """Return what is done about alerts."""
        return self._repository(AlertSteps)

    @cached_property
    def alert_rounds(self) -> AlertRounds:
        """Return whom alerts are told to, and when again."""
        return self._repository(AlertRounds)

    @cached_property
    def alert_audit(self) -> AlertAudit:
        """Return open alerts beside their messages."""
        return self._repository(AlertAudit)

    @cached_property
    def disclosures(self) -> Disclosures:
        """Return the record of who saw what."""
        return self._repository(Disclosures)

    @cached_property
    def slips(self) -> Slips:
        """Return what people told of returns to use."""
        return self._repository(Slips)

    @cached_property
    def plans(self) -> Plans:
        """Return plans for hard moments."""
        return self._repository(Plans)

    @cached_property
    def on_call(self) -> OnCall:
        """Return who is on call."""
        return self._repository(OnCall)

    @cached_property
    def drills(self) -> Drills:
        """Return rehearsals."""
        return self._repository(Drills)

    @cached_property
    def thresholds(self) -> ThresholdsSet:
        """Return from which values on groups take something for a setback."""
        return self._repository(ThresholdsSet)

    @cached_property
    def watches(self) -> Watches:
        """Return the watch over people's own usual."""
        return self._repository(Watches)

    @cached_property
    def alerts_answered(self) -> AlertsAnswered:
        """Return how alerts were answered."""
        return self._repository(AlertsAnswered)

    @cached_property
    def no_shows(self) -> NoShows:
        """Return who was missing at sessions."""
        return self._repository(NoShows)

    @cached_property
    def listening(self) -> Listening:
        """Return when Telegram was last heard."""
        return self._repository(Listening)

    @cached_property
    def mails(self) -> Mails:
        """Return e-mail beside the chat."""
        return self._repository(Mails)
