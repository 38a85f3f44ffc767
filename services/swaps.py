"""Lets partners find each other in the app once all of them want it; nobody learns of a yes that stands alone."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotUnderstood
from domain.ids import PairId
from domain.messages import UsernamesSwapped
from domain.partners import Pair
from services.outbox import Outbox
from services.present import require_present
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Swap:
    """Where a swap of usernames stands for one side.

    Attributes:
        mine: the username that one agreed to show; None without a yes.
        others: the others' names with their usernames; none before all have agreed.
    """

    pair: Pair
    mine: str | None
    others: tuple[tuple[str, str], ...] = ()


class Swaps:
    """Usernames, shown to each other only when all sides agree."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def standing(self, actor: Actor, pair_id: PairId) -> Swap:
        """Return where it stands.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        known = await self._work.pair_sides.usernames(pair_id)
        mine = next(side for side in pair.sides if side.person_id == actor.person_id)
        others = pair.others(actor.person_id)
        is_done = mine.membership_id in known and all(side.membership_id in known for side in others)
        shown = [(side.name, known[side.membership_id]) for side in others] if is_done else []
        return Swap(pair, known.get(mine.membership_id), tuple(shown))

    async def agree(self, actor: Actor, pair_id: PairId, username: str | None, now: dt.datetime) -> Swap:
        """Keep the person's yes with their username; once all have agreed each gets the others'.

        Raises:
            NothingToDo: they are no partners, or no longer.
            NotUnderstood: the person has no username.
        """
        before = await self.standing(actor, pair_id)
        if username is None:
            raise NotUnderstood("partners.no_username")
        if before.mine is not None:
            return before
        mine = next(side for side in before.pair.sides if side.person_id == actor.person_id)
        await self._work.pair_sides.agree_to_swap(pair_id, mine.membership_id, username, now)
        swap = await self.standing(actor, pair_id)
        for side in before.pair.others(actor.person_id) if swap.others else ():
            key = f"usernames-swapped:{pair_id}:{now:%Y%m%d%H%M%S}"
            await self._outbox.post(UsernamesSwapped(pair_id), to=side.person_id, key=key, now=now)
        return swap

    async def take_back(self, actor: Actor, pair_id: PairId) -> Swap:
        """Take the person's yes back; what was shown already stays where it was read.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        mine = next(side for side in pair.sides if side.person_id == actor.person_id)
        await self._work.pair_sides.refuse_swap(pair_id, mine.membership_id)
        return Swap(pair, None)
