"""Builds the services of what partners send each other, are asked together and arrange, over one transaction."""

from functools import cached_property

from services.blocks import Blocks
from services.calls import Calls
from services.exchange_rounds import ExchangeRounds
from services.exchanges import Exchanges
from services.nudges import Nudges
from services.pair_figures import PairFigures
from services.pair_rules import PairRules
from services.proposals import Proposals
from services.relay_changes import RelayChanges
from services.relays import Relays
from services.rematching import Rematching
from services.repairs import Repairs
from services.reports import Reports
from services.rotations import Rotations
from services.standing_in import StandingIn
from services.summaries import Summaries
from services.swaps import Swaps
from services.ways_out import WaysOut
from services.wishes import PairWishes


class PartnerServices(WaysOut):
    """The part of the services that is about two people as partners."""

    @cached_property
    def relays(self) -> Relays:
        """Return messages between partners."""
        return Relays(self._work, self.outbox)

    @cached_property
    def relay_changes(self) -> RelayChanges:
        """Return messages between partners after they were written."""
        return RelayChanges(self._work, self.outbox)

    @cached_property
    def blocks(self) -> Blocks:
        """Return the way to have silence from a partner."""
        return Blocks(self._work, self.outbox)

    @cached_property
    def reports(self) -> Reports:
        """Return messages shown to the facilitators."""
        return Reports(self._work, self.alarm)

    @cached_property
    def swaps(self) -> Swaps:
        """Return the swap of usernames."""
        return Swaps(self._work, self.outbox)

    @cached_property
    def exchanges(self) -> Exchanges:
        """Return what partners are asked together."""
        return Exchanges(self._work, self.outbox)

    @cached_property
    def exchange_rounds(self) -> ExchangeRounds:
        """Return which pairs are next asked something together."""
        return ExchangeRounds(self._work, self.outbox)

    @cached_property
    def calls(self) -> Calls:
        """Return the calls that partners arrange."""
        return Calls(self._work, self.outbox)

    @cached_property
    def pair_figures(self) -> PairFigures:
        """Return what figures say about a group's pairs."""
        return PairFigures(self._work)

    @cached_property
    def summaries(self) -> Summaries:
        """Return the weekly look back of facilitators."""
        return Summaries(self._work, self.outbox)

    @cached_property
    def proposals(self) -> Proposals:
        """Return who of a group could be partners."""
        return Proposals(self._work, self.outbox)

    @cached_property
    def pair_rules(self) -> PairRules:
        """Return whom a facilitator keeps apart."""
        return PairRules(self._work, self.outbox)

    @cached_property
    def rotations(self) -> Rotations:
        """Return the change of pairs."""
        return Rotations(self._work, self.outbox)

    @cached_property
    def pair_wishes(self) -> PairWishes:
        """Return what people wish for in a partner."""
        return PairWishes(self._work)

    @cached_property
    def nudges(self) -> Nudges:
        """Return what partners do for each other in a hard moment."""
        return Nudges(self._work, self.outbox)

    @cached_property
    def repairs(self) -> Repairs:
        """Return pairs of which one is away."""
        return Repairs(self._work, self.outbox)

    @cached_property
    def standing_in(self) -> StandingIn:
        """Return those who are there for somebody meanwhile."""
        return StandingIn(self._work, self.outbox)

    @cached_property
    def rematching(self) -> Rematching:
        """Return those who have no partner."""
        return Rematching(self._work, self.outbox)
