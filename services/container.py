"""Builds the services over one transaction: one update, or one due row, is one transaction and one set of services."""

import contextlib
import dataclasses
from collections.abc import AsyncIterator, Callable
from functools import cached_property

from domain.drills import Drill
from domain.ids import AlertId
from services.agreements import Agreements
from services.asking import Asking
from services.care_services import CareServices
from services.checkins import CheckIns
from services.consenting import Consenting
from services.corrections import Corrections
from services.defaults import Defaults
from services.enrolment import Enrolling
from services.groups import Groups
from services.instruments import Instruments
from services.intake import Intake
from services.joining import Joining
from services.ladder import Ladder
from services.leaving import Leaving
from services.measures import Measures
from services.measuring import Measuring
from services.notes import Notes
from services.own_questions import OwnQuestions
from services.pairing import Pairing
from services.partner_services import PartnerServices
from services.partners import Partners
from services.people import People
from services.phases import Phases
from services.privacy import Privacy
from services.progress import Progress
from services.prompts import Prompts
from services.questions import Questions
from services.reachability import Reachability
from services.schedules import Schedules
from services.yesterday import Yesterday
from storage.unit_of_work import Storage, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Surroundings:
    """Facts about this installation that services put into what they make."""

    bot_username: str
    default_country: str
    has_mail: bool = False


class Services(PartnerServices, CareServices):
    """All use cases over one transaction."""

    def __init__(self, work: UnitOfWork, surroundings: Surroundings) -> None:
        self._work = work
        self.surroundings = surroundings

    @cached_property
    def intake(self) -> Intake:
        """Return the record of updates."""
        return Intake(self._work)

    @cached_property
    def reachability(self) -> Reachability:
        """Return whom messages reach."""
        return Reachability(self._work, self.outbox, self.alarm)

    @cached_property
    def people(self) -> People:
        """Return who is who."""
        return People(self._work)

    @cached_property
    def joining(self) -> Joining:
        """Return invitations and enrolment."""
        return Joining(self._work, self.outbox, self.surroundings.bot_username)

    @cached_property
    def enrolling(self) -> Enrolling:
        """Return the questions between a link and a seat."""
        return Enrolling(self._work, self.outbox)

    @cached_property
    def groups(self) -> Groups:
        """Return the facilitator's view of a group."""
        return Groups(self._work)

    @cached_property
    def schedules(self) -> Schedules:
        """Return when people are asked."""
        return Schedules(self._work, self.outbox)

    @cached_property
    def checkins(self) -> CheckIns:
        """Return check-ins."""
        return CheckIns(self._work, self.alarm, self.outbox)

    @cached_property
    def questions(self) -> Questions:
        """Return what a group is asked."""
        return Questions(self._work)

    @cached_property
    def own_questions(self) -> OwnQuestions:
        """Return questions of a group's own on their way."""
        return OwnQuestions(self._work)

    @cached_property
    def phases(self) -> Phases:
        """Return where people stand in the program."""
        return Phases(self._work, self.outbox)

    @cached_property
    def defaults(self) -> Defaults:
        """Return what a group does where nobody has chosen otherwise."""
        return Defaults(self._work)

    @cached_property
    def prompts(self) -> Prompts:
        """Return what people make of being asked."""
        return Prompts(self._work, self.outbox)

    @cached_property
    def yesterday(self) -> Yesterday:
        """Return the check-ins of the day before."""
        return Yesterday(self._work)

    @cached_property
    def asking(self) -> Asking:
        """Return check-ins that become due."""
        return Asking(self._work, self.outbox, self.alarm)

    @cached_property
    def ladder(self) -> Ladder:
        """Return check-ins that wait for an answer."""
        return Ladder(self._work, self.outbox, self.alarm)

    @cached_property
    def measures(self) -> Measures:
        """Return which questionnaires wait and which were taken."""
        return Measures(self._work)

    @cached_property
    def measuring(self) -> Measuring:
        """Return questionnaires while they are answered."""
        return Measuring(self._work, self.alarm)

    @cached_property
    def instruments(self) -> Instruments:
        """Return which questionnaires the operator has switched on."""
        return Instruments(self._work)

    @cached_property
    def notes(self) -> Notes:
        """Return progress notes."""
        return Notes(self._work)

    @cached_property
    def corrections(self) -> Corrections:
        """Return what edited messages had given."""
        return Corrections(self._work)

    @cached_property
    def pairing(self) -> Pairing:
        """Return proposals of pairs and the answers to them."""
        return Pairing(self._work, self.outbox)

    @cached_property
    def agreements(self) -> Agreements:
        """Return what partners agree on at the start."""
        return Agreements(self._work)

    @cached_property
    def consenting(self) -> Consenting:
        """Return what each lets a partner see."""
        return Consenting(self._work, self.outbox)

    @cached_property
    def partners(self) -> Partners:
        """Return what partners see of each other."""
        return Partners(self._work, self.outbox, self.alarm)

    @cached_property
    def progress(self) -> Progress:
        """Return a person's course over time."""
        return Progress(self._work)

    @cached_property
    def leaving(self) -> Leaving:
        """Return the way out."""
        return Leaving(self._work, self.outbox)

    @cached_property
    def privacy(self) -> Privacy:
        """Return consents, disclosures and copies."""
        return Privacy(self._work)


class Container:
    """Hands out services, each set over a transaction of its own."""

    def __init__(self, storage: Storage, surroundings: Surroundings) -> None:
        self.storage = storage
        self.surroundings = surroundings
        self._on_posted: list[Callable[[], None]] = []
        self._on_unheard: list[Callable[[AlertId], None]] = []
        self._on_drill: list[Callable[[Drill], None]] = []
        self._on_unseen: list[Callable[[AlertId], None]] = []

    def on_posted(self, callback: Callable[[], None]) -> None:
        """Call back after every commit that put messages in line."""
        self._on_posted.append(callback)

    def on_unheard(self, callback: Callable[[AlertId], None]) -> None:
        """Call back after every commit for each alert that no facilitator can receive at present."""
        self._on_unheard.append(callback)

    def on_unseen(self, callback: Callable[[AlertId], None]) -> None:
        """Call back after every commit for each alert that everybody was told of and nobody has seen."""
        self._on_unseen.append(callback)

    def on_drill(self, callback: Callable[[Drill], None]) -> None:
        """Call back after every commit for each drill that it has ended."""
        self._on_drill.append(callback)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Services]:
        """Open a transaction; it is durable when the block has been left and undone when the block raises."""
        async with self.storage.unit_of_work() as work:
            services = Services(work, self.surroundings)
            yield services
        if services.outbox.has_news or services.mails.has_news:
            for callback in self._on_posted:
                callback()
        for alert_id in services.alarm.unheard:
            for report in self._on_unheard:
                report(alert_id)
        for alert_id in services.alarm.unseen:
            for report in self._on_unseen:
                report(alert_id)
        for drill in services.alarm.drills:
            for tell in self._on_drill:
                tell(drill)
