"""One transaction with all repositories at hand; it decides nothing and commits once, when the block is left."""

import contextlib
from collections.abc import AsyncIterator
from functools import cached_property

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.agreements import Agreements
from storage.care_repositories import CareRepositories
from storage.checkins import CheckIns
from storage.consents import PartnerConsents
from storage.corrections import Corrections
from storage.database import Database, has_collided
from storage.enrolments import Enrolments
from storage.glimpses import Glimpses
from storage.groups import Groups
from storage.history import History
from storage.inbox import Inbox
from storage.invites import Consents, Invites
from storage.keys import Keys, OpenedKeys, load_lookup_key
from storage.ladders import Ladders
from storage.measures import Measures
from storage.notes import Notes
from storage.outbox import OutboxRows
from storage.pairing import Pairing
from storage.partner_repositories import PartnerRepositories
from storage.partners import Partners
from storage.people import Anchors, Dialogues, People
from storage.personal import Personal
from storage.phases import Phases
from storage.questions import Questions
from storage.schedules import Schedules
from storage.vault import MasterKeys
from storage.withdrawals import Withdrawals


class UnitOfWork(PartnerRepositories, CareRepositories):
    """The repositories over one transaction."""

    def __init__(self, session: AsyncSession, opened: OpenedKeys, bot_id: int) -> None:
        self.session = session
        self.bot_id = bot_id
        self.keys = Keys(session, opened)

    @cached_property
    def people(self) -> People:
        """Return the accounts."""
        return self._repository(People)

    @cached_property
    def dialogues(self) -> Dialogues:
        """Return where each person's typing goes."""
        return self._repository(Dialogues)

    @cached_property
    def anchors(self) -> Anchors:
        """Return which message shows what."""
        return self._repository(Anchors)

    @cached_property
    def groups(self) -> Groups:
        """Return programs, groups and memberships."""
        return self._repository(Groups)

    @cached_property
    def invites(self) -> Invites:
        """Return invitations."""
        return self._repository(Invites)

    @cached_property
    def enrolments(self) -> Enrolments:
        """Return enrolments on their way."""
        return self._repository(Enrolments)

    @cached_property
    def consents(self) -> Consents:
        """Return consents."""
        return self._repository(Consents)

    @cached_property
    def schedules(self) -> Schedules:
        """Return schedules."""
        return self._repository(Schedules)

    @cached_property
    def checkins(self) -> CheckIns:
        """Return check-ins and answers."""
        return self._repository(CheckIns)

    @cached_property
    def history(self) -> History:
        """Return what lies behind participants."""
        return self._repository(History)

    @cached_property
    def questions(self) -> Questions:
        """Return what each group is asked."""
        return self._repository(Questions)

    @cached_property
    def phases(self) -> Phases:
        """Return where participants stand in the program."""
        return self._repository(Phases)

    @cached_property
    def ladders(self) -> Ladders:
        """Return how far each open check-in has come."""
        return self._repository(Ladders)

    @cached_property
    def measures(self) -> Measures:
        """Return questionnaires and their answers."""
        return self._repository(Measures)

    @cached_property
    def notes(self) -> Notes:
        """Return progress notes."""
        return self._repository(Notes)

    @cached_property
    def corrections(self) -> Corrections:
        """Return what people's own messages gave."""
        return self._repository(Corrections)

    @cached_property
    def partners(self) -> Partners:
        """Return pairs."""
        return self._repository(Partners)

    @cached_property
    def pairing(self) -> Pairing:
        """Return what a proposal of pairs is made from."""
        return self._repository(Pairing)

    @cached_property
    def agreements(self) -> Agreements:
        """Return what partners agreed on."""
        return self._repository(Agreements)

    @cached_property
    def partner_consents(self) -> PartnerConsents:
        """Return who lets a partner see what."""
        return self._repository(PartnerConsents)

    @cached_property
    def glimpses(self) -> Glimpses:
        """Return what partners see of each other."""
        return self._repository(Glimpses)

    @cached_property
    def personal(self) -> Personal:
        """Return everything about one person at once."""
        return self._repository(Personal)

    @cached_property
    def inbox(self) -> Inbox:
        """Return the updates."""
        return self._repository(Inbox)

    @cached_property
    def outbox(self) -> OutboxRows:
        """Return the unasked messages."""
        return self._repository(OutboxRows)

    @cached_property
    def withdrawals(self) -> Withdrawals:
        """Return the way back for unasked messages."""
        return self._repository(Withdrawals)


class Storage:
    """The database with its keys: hands out units of work."""

    def __init__(self, database: Database, master: MasterKeys, bot_id: int) -> None:
        self.database = database
        self.bot_id = bot_id
        self._opened = OpenedKeys(master)

    async def open(self) -> None:
        """Load the installation's own secret; the schema must be up to date.

        Raises:
            Unreadable: the database was sealed with a master key that is not at hand.
        """
        while not self._opened.lookup_key:
            try:
                async with self.database.transaction() as session:
                    lookup_key = await load_lookup_key(session, self._opened.master)
            except DBAPIError as error:
                # Another process made it at the same moment; now it can be read.
                if not has_collided(error):
                    raise
            else:
                self._opened.lookup_key = lookup_key

    @contextlib.asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[UnitOfWork]:
        """Open a transaction; it is durable when the block has been left and undone when the block raises."""
        async with self.database.transaction() as session:
            yield UnitOfWork(session, self._opened, self.bot_id)

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()
