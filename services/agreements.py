"""Takes two partners through what they agree on at the start, each at their own pace; it asks nobody for a reason."""

import dataclasses

from domain.access import Actor
from domain.agreements import STEPS, Boundary, Reach, Terms
from domain.errors import NothingToDo
from domain.ids import PairId
from domain.partners import Answer, Pair, Side
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Agreement:
    """Where one side stands with what is agreed.

    Attributes:
        step: the step that is shown next, from 1 on; None when all have been taken.
        is_new: with this very step all sides have taken all of theirs: what follows may begin.
    """

    pair: Pair
    mine: Side
    step: int | None
    is_new: bool = False


class Agreements:
    """What partners agree on."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def read(self, actor: Actor, pair_id: PairId) -> Agreement:
        """Return the next step of the person's own.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair, mine = await self._own(actor, pair_id)
        step = None if mine.terms.is_complete else mine.terms.steps + 1
        return Agreement(pair, mine, step)

    async def take(
        self,
        actor: Actor,
        pair_id: PairId,
        step: int,
        *,
        reach: Reach | None = None,
        boundary: Boundary | None = None,
    ) -> Agreement:
        """Take a step, with a choice or without; a choice made before stays when this one is left out.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        before, mine = await self._own(actor, pair_id)
        terms = mine.terms
        # An earlier step may be taken again; none can be jumped over.
        taken = max(terms.steps, step) if 1 <= step <= min(terms.steps + 1, STEPS) else terms.steps
        terms = Terms(taken, reach or terms.reach, boundary or terms.boundary)
        await self._work.agreements.set_terms(pair_id, mine.membership_id, terms)
        agreement = await self.read(actor, pair_id)
        is_new = _are_agreed(agreement.pair) and not _are_agreed(before)
        following = step + 1 if 1 <= step < STEPS else None
        return dataclasses.replace(agreement, step=following, is_new=is_new)

    async def _own(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Side]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        mine = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or mine is None or not pair.is_active or mine.answer is not Answer.ACCEPTED:
            raise NothingToDo("partners.no_longer")
        return pair, mine


def _are_agreed(pair: Pair) -> bool:
    """Tell whether all who are in the pair have taken every step."""
    return all(side.terms.is_complete for side in pair.sides if side.answer is Answer.ACCEPTED)
