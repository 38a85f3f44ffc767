"""The repositories of what partners send each other and how they want to be met, over one transaction; it decides nothing."""

from functools import cached_property

from storage.blocks import Blocks
from storage.calls import Calls
from storage.exchange_rounds import ExchangeRounds
from storage.exchanges import Exchanges
from storage.kept_apart import KeptApart
from storage.pair_drafts import PairDrafts
from storage.pair_figures import PairFigures
from storage.pair_sides import PairSides
from storage.relay_marks import RelayMarks
from storage.relay_reports import RelayReports
from storage.relays import Relays
from storage.rematching import Rematching
from storage.repairs import Repairs
from storage.repository import Repositories
from storage.rotations import Rotations
from storage.summaries import Summaries
from storage.wishes import PairWishes


class PartnerRepositories(Repositories):
    """The part of a unit of work that is about the contact between partners."""

    @cached_property
    def relays(self) -> Relays:
        """Return messages between partners."""
        return self._repository(Relays)

    @cached_property
    def relay_marks(self) -> RelayMarks:
        """Return when messages went, reactions to them and reports of them."""
        return self._repository(RelayMarks)

    @cached_property
    def relay_reports(self) -> RelayReports:
        """Return messages that may be, or were, reported."""
        return self._repository(RelayReports)

    @cached_property
    def blocks(self) -> Blocks:
        """Return who wants no contact with whom."""
        return self._repository(Blocks)

    @cached_property
    def pair_sides(self) -> PairSides:
        """Return how each side of a pair wants to be met."""
        return self._repository(PairSides)

    @cached_property
    def exchanges(self) -> Exchanges:
        """Return what partners are asked together."""
        return self._repository(Exchanges)

    @cached_property
    def exchange_rounds(self) -> ExchangeRounds:
        """Return which pairs are next asked something together."""
        return self._repository(ExchangeRounds)

    @cached_property
    def calls(self) -> Calls:
        """Return the calls that partners arrange."""
        return self._repository(Calls)

    @cached_property
    def pair_figures(self) -> PairFigures:
        """Return what the figures about pairs are made from."""
        return self._repository(PairFigures)

    @cached_property
    def summaries(self) -> Summaries:
        """Return when weekly summaries are due."""
        return self._repository(Summaries)

    @cached_property
    def pair_wishes(self) -> PairWishes:
        """Return what people wish for in a partner."""
        return self._repository(PairWishes)

    @cached_property
    def kept_apart(self) -> KeptApart:
        """Return whom facilitators keep apart."""
        return self._repository(KeptApart)

    @cached_property
    def pair_drafts(self) -> PairDrafts:
        """Return proposals that are not sent yet."""
        return self._repository(PairDrafts)

    @cached_property
    def rotations(self) -> Rotations:
        """Return when groups' pairs change."""
        return self._repository(Rotations)

    @cached_property
    def repairs(self) -> Repairs:
        """Return pairs of which one is away."""
        return self._repository(Repairs)

    @cached_property
    def rematching(self) -> Rematching:
        """Return who has no partner."""
        return self._repository(Rematching)
