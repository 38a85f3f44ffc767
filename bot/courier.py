"""Carries unasked messages from the outbox to people: claims, renders, sends, settles; it decides nothing they say.

Each message is rendered and authorised at the moment it is sent, so what is no longer right is not sent. A kill between
sending and settling leaves the message unsure; its kind says whether it is then sent again.
"""

import asyncio
import datetime as dt
import secrets
import time
from collections.abc import Callable, Collection

import structlog
from telegram.error import TelegramError

from bot.limiter import Departure, Limiter, Priority, Withheld
from bot.parcels import Packing, Parcel
from bot.settling import Ending, ending_of
from bot.supervisor import Supervisor
from bot.vitals import Vitals
from domain.errors import Refused, Unreadable
from domain.ids import Address, PersonId
from domain.messages import Lane, Message, message_from
from handlers.edge.outbound import Outbound
from handlers.edge.sheets import Sheet
from handlers.edge.table import Table
from handlers.request import Placing, Reaction
from services.container import Container, Services
from storage.database import has_collided, is_away
from storage.outbox import CANCELLED, DEAD, EXPIRED, SENT, UNSURE, Claimed

LEASE = dt.timedelta(minutes=2)
"""Longer than any call may take; after it another courier takes the message over."""
ALERT_LANES = (Lane.URGENT, Lane.ALERT)
OTHER_LANES = tuple(lane for lane in Lane if lane not in ALERT_LANES)
ALERTS_IN_FLIGHT = 2
OTHERS_IN_FLIGHT = 6
"""What a kill can leave unsure is what is in flight; alerts keep places of their own."""
FRESH_SECONDS = 0.25
"""What was rendered longer ago is rendered once more before the call, if it rests on others; else it is only looked up."""
LANDING_SECONDS = 2.0
"""How long the end of a right waits for what is on the wire; what still arrives later is taken out of the chat."""
LONGEST_PACE_WAIT = 1.5
"""Seconds that a message may wait for its chat while it holds a place; beyond that it is put back."""
AWAY_WAIT_SECONDS = 2.0
"""How long a message waits that could not be made because the database was away: no fault of its own."""

_log = structlog.get_logger(__name__)


class Courier:
    """The way out for the outbox."""

    def __init__(
        self,
        *,
        container: Container,
        table: Table,
        outbound: Outbound,
        limiter: Limiter,
        supervisor: Supervisor,
        vitals: Vitals,
        now: Callable[[], dt.datetime],
    ) -> None:
        self._container = container
        self._outbound = outbound
        self._limiter = limiter
        self._supervisor = supervisor
        self._vitals = vitals
        self._now = now
        self._owner = secrets.token_hex(8)
        self._packing = Packing(container, table, self._owner)
        self._news = asyncio.Event()
        self._in_flight: dict[PersonId, bool] = {}
        self._resting: dict[PersonId, float] = {}
        self._carrying: dict[int, asyncio.Task[None]] = {}

    @property
    def in_flight(self) -> int:
        """Return how many messages are being sent."""
        return len(self._in_flight)

    def wake(self) -> None:
        """Look into the outbox now."""
        self._news.set()

    async def landed(self, row_ids: Collection[int]) -> None:
        """Wait until these messages have arrived and gone again, or never will; no longer than `LANDING_SECONDS`."""
        tasks = {self._carrying[row_id] for row_id in row_ids if row_id in self._carrying}
        if tasks:
            await asyncio.wait(tasks, timeout=LANDING_SECONDS)

    async def recover(self) -> None:
        """Take over what the last run held; only where no other courier can be at work on this database."""
        if self._container.storage.database.is_sqlite:
            async with self._container.transaction() as services:
                await services.outbox.release(self._now())
        self.wake()

    async def run(self) -> None:
        """Carry until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._dispatch()
            except Exception as error:  # noqa: BLE001 the messages are still in line; the next tick wakes us
                if has_collided(error):
                    self.wake()
                    continue
                _log.error("outbox_unavailable", error=type(error).__name__)

    async def _dispatch(self) -> None:
        for lanes, places, is_alert in (
            (ALERT_LANES, ALERTS_IN_FLIGHT, True),
            (OTHER_LANES, OTHERS_IN_FLIGHT, False),
        ):
            free = places - sum(1 for one in self._in_flight.values() if one is is_alert)
            if free <= 0:
                continue
            async with self._container.transaction() as services:
                claimed = await services.outbox.claim(
                    lanes, free, owner=self._owner, now=self._now(), lease=LEASE, resting=self._unavailable()
                )
            for row in claimed:
                self._in_flight[row.person_id] = is_alert
                self._carrying[row.id] = self._supervisor.spawn(self._carry(row), f"carry {row.id}")

    def _unavailable(self) -> set[PersonId]:
        moment = time.monotonic()
        self._resting = {person: until for person, until in self._resting.items() if until > moment}
        return {*self._in_flight, *self._resting}

    async def _carry(self, row: Claimed) -> None:
        try:
            await self._settle(row, await self._attempted(row))
        finally:
            del self._in_flight[row.person_id], self._carrying[row.id]
            self.wake()

    async def _attempted(self, row: Claimed) -> Ending:
        """Send a message if it is still to be sent; return how that ended."""
        now = self._now()
        try:
            message = message_from(row.kind, row.data)
        except (KeyError, TypeError):
            return Ending(DEAD, error="unknown kind")
        if row.expires_at is not None and now > row.expires_at:
            return Ending(EXPIRED)
        if row.was_interrupted and not message.repeats_when_unsure:
            return Ending(UNSURE, error="interrupted")
        try:
            parcel = await self._packing.packed(row, message, now)
        except (Refused, Unreadable) as error:
            return Ending(CANCELLED, error=error.key)
        except Exception as error:  # noqa: BLE001 the row is tried again a few times, then given up aloud
            if has_collided(error):
                return Ending(None, counts=False, error="collision")
            if is_away(error):
                return Ending(None, wait=AWAY_WAIT_SECONDS, counts=False, error="database")
            _log.error("notice_failed", outbox_id=row.id, kind=row.kind, exc_info=error)
            return ending_of(row, message, None)
        if isinstance(parcel, Ending):
            return parcel
        try:
            return await self._sent(row, message, parcel)
        except Withheld:
            return Ending(None, counts=False, error="outdated")

    async def _sent(self, row: Claimed, message: Message, parcel: Parcel) -> Ending:
        wait = self._limiter.delay(parcel.chat_id)
        if wait > LONGEST_PACE_WAIT:
            return Ending(None, wait=wait, counts=False, rests=True, error="pace")
        priority = Priority.ALERT if row.lane <= Lane.ALERT else Priority.UNASKED
        packed_at = time.monotonic()
        departure = Departure(priority, lambda: self._is_right(row, message, parcel, packed_at))
        manner = priority if message.about is None else departure
        sheet = parcel.sheet
        shown_id = parcel.earlier.get(sheet.anchor or "") if isinstance(sheet, Sheet) else None
        try:
            message_id = await self._outbound.post(parcel.chat_id, sheet, manner, shown_id)
        except TelegramError as error:
            return ending_of(row, message, error)
        if isinstance(sheet, Reaction) or sheet.placing is not Placing.BELOW:
            return Ending(SENT)
        if parcel.earlier:
            # Beside everything else: whether they can be taken away changes nothing about what has arrived.
            clearing = self._outbound.clear(parcel.chat_id, parcel.earlier.values(), Priority.UNASKED)
            self._supervisor.spawn(clearing, f"clear for {row.id}")
        cleared = tuple(one for one in sheet.clears if one in parcel.earlier)
        return Ending(SENT, message_id=message_id, anchor=sheet.anchor, cleared=cleared)

    async def _is_right(self, row: Claimed, message: Message, parcel: Parcel, packed_at: float) -> bool:
        """Tell, right before the call, whether what rests on others is still to be sent, and still the same."""
        try:
            if time.monotonic() - packed_at < FRESH_SECONDS:
                return await self._packing.is_held(row)
            return await self._packing.packed(row, message, self._now()) == parcel
        except Exception as error:  # noqa: BLE001 it is looked at anew, from the beginning
            _log.warning("last_look_failed", outbox_id=row.id, error=type(error).__name__)
            return False

    async def _settle(self, row: Claimed, ending: Ending) -> None:
        self._vitals.count(f"outbox_{ending.state or 'later'}")
        if ending.rests:
            self._resting[row.person_id] = time.monotonic() + ending.wait
        if ending.state is None:
            asyncio.get_running_loop().call_later(ending.wait, self.wake)
        if ending.state in {DEAD, UNSURE}:
            _log.warning(
                "message_not_sent", outbox_id=row.id, kind=row.kind, state=ending.state, error=ending.error
            )
        wait = 0.2
        while True:
            try:
                async with self._container.transaction() as services:
                    overtaken_in = await self._written(row, ending, services)
            except Exception as error:  # noqa: BLE001 the database may be back in a moment; the lease holds the row
                if has_collided(error):
                    continue
                _log.warning("settling_failed", outbox_id=row.id, error=type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 15)
            else:
                break
        if overtaken_in is not None and ending.message_id is not None:
            # The right to see it ended while it was on the wire: it goes again.
            self._vitals.count("outbox_overtaken")
            await self._outbound.clear(overtaken_in, [ending.message_id], Priority.UNASKED)

    async def _written(self, row: Claimed, ending: Ending, services: Services) -> Address | None:
        """Write down how it ended; return the chat in which it must not stand, None where it may."""
        now = self._now()
        if ending.state is None:
            later = now + dt.timedelta(seconds=ending.wait)
            await services.outbox.put_back(row, self._owner, later, ending.error or "", counts=ending.counts)
            return None
        is_kept = await services.outbox.settle(
            row, self._owner, ending.state, now, message_id=ending.message_id, error=ending.error
        )
        if not is_kept and ending.message_id is not None and await services.outbox.was_taken_back(row):
            return await services.people.address(row.person_id)
        if ending.anchor is not None and ending.message_id is not None:
            await services.people.anchor(row.person_id, ending.anchor, ending.message_id, now)
        await services.people.unanchor(row.person_id, ending.cleared)
        if ending.is_gone:
            await services.reachability.lost(row.person_id, now)
        if ending.state in {DEAD, EXPIRED}:
            await services.relay_changes.missed(row.kind, row.data, row.person_id, now)
        return None
