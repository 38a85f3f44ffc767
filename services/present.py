"""Says whether somebody is a partner now, for everything that only present partners may do; it changes nothing."""

from domain.access import Actor
from domain.errors import NothingToDo
from domain.ids import PairId
from domain.partners import Answer, Pair
from storage.unit_of_work import UnitOfWork


async def present_pair(work: UnitOfWork, actor: Actor, pair_id: PairId) -> Pair | None:
    """Return the pair, locked, while the person is in it and it is active; else None."""
    pair = await work.partners.pair(actor.scope, pair_id, is_locked=True)
    side = None if pair is None else pair.side_of(actor.person_id)
    is_present = pair is not None and pair.is_active and side is not None
    return pair if is_present and side is not None and side.answer is Answer.ACCEPTED else None


async def require_present(work: UnitOfWork, actor: Actor, pair_id: PairId) -> Pair:
    """Return the pair, locked, that the person is in now.

    Raises:
        NothingToDo: they are no partners, or no longer.
    """
    pair = await present_pair(work, actor, pair_id)
    if pair is None:
        raise NothingToDo("partners.no_longer")
    return pair
