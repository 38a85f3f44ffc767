"""Hands a message of one partner to the others: the one way into line; it decides nothing about what may be sent."""

import datetime as dt

from domain.access import Actor
from domain.ids import RelayId
from domain.messages import RelayArrived
from domain.partners import Pair
from domain.relays import in_order
from services.outbox import Outbox
from services.quiet import quiet_end
from services.written import Fate, Written
from storage.unit_of_work import UnitOfWork

REMEMBERED = dt.timedelta(days=7)
"""For so long people remember how a message is taken back."""


class Handing:
    """Messages between partners on their way."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def hand(self, actor: Actor, pair: Pair, relay_id: RelayId, now: dt.datetime) -> Written:
        """Put a message in line for all other sides of the pair, each after their quiet hours, and say when it arrives."""
        await self._work.exchange_rounds.met(pair.pair_id, now)
        ends, is_unreached = [], False
        for side in pair.others(actor.person_id):
            end = await quiet_end(self._work, side.person_id, now)
            ends.append(end)
            is_unreached |= await self._work.people.unreachable_since(side.person_id) is not None
            await self._outbox.post(
                RelayArrived(relay_id, pair.pair_id),
                to=side.person_id,
                key=f"relay:{relay_id}",
                now=now,
                not_before=in_order(end, now),
            )
        sent = await self._work.relay_marks.sent_since(pair.pair_id, actor.person_id, now - REMEMBERED)
        arrives_at = max((end for end in ends if end > now), default=None)
        return Written(
            Fate.SENT,
            pair,
            relay_id,
            arrives_at=arrives_at,
            is_unreached=is_unreached,
            is_first=len(sent) <= 1,
        )
