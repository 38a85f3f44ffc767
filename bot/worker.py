"""Serves one kept update to its end: effect, reply, receipt; what fails is tried again, then given up aloud."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import secrets
from collections.abc import Awaitable, Callable, Collection
from typing import Any

import structlog
from markupsafe import escape
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application

from bot.first_help import FirstHelp
from bot.limiter import Priority
from bot.receipts import Receipts
from bot.supervisor import Supervisor
from bot.vitals import Vitals
from domain.ids import PersonId
from handlers.edge.dispatch import Door
from handlers.edge.failures import Verdict, verdict
from handlers.edge.gate import Gate
from handlers.edge.outbound import Outbound
from handlers.edge.requests import STRANGERS_ZONE
from handlers.edge.sheets import Delivery, Sheet
from handlers.errors import apology
from handlers.texts.words import Words
from services.container import Container, Services
from storage.database import has_collided, is_away

PARALLEL = 32
"""Updates whose effects are made at the same time; sending is not counted."""
ACKNOWLEDGE_AFTER_SECONDS = 0.7
"""A press whose effect takes longer than this is acknowledged before it."""
FIRST_WAIT_SECONDS = 0.2
LONGEST_WAIT_SECONDS = 15.0
WRITE_TRIES = 5
"""How often what became of a reply is written when other transactions are quicker."""

_log = structlog.get_logger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class Worker:
    """What it takes to serve an update.

    Attributes:
        landed: waits, not for ever, until nothing of these rows of the outbox is on the wire any more.
    """

    application: Application[Any, Any, Any, Any, Any, Any]
    gate: Gate
    door: Door
    outbound: Outbound
    container: Container
    receipts: Receipts
    first_help: FirstHelp
    supervisor: Supervisor
    vitals: Vitals
    now: Callable[[], dt.datetime]
    landed: Callable[[Collection[int]], Awaitable[None]]
    slots: asyncio.Semaphore = dataclasses.field(default_factory=lambda: asyncio.Semaphore(PARALLEL))

    async def serve(self, update_id: int, raw: dict[str, Any]) -> None:
        """Make the effect of an update and send what is owed for it."""
        query_id = (raw.get("callback_query") or {}).get("id")
        early = _Early(self, query_id) if query_id else None
        delivery = await self._served(update_id, raw)
        is_acknowledged = early is not None and early.end()
        await self.first_help.settled(update_id)
        self.vitals.count("updates_served")
        if delivery is not None:
            await self.send(update_id, _without_press(delivery) if is_acknowledged else delivery)

    async def send(self, update_id: int, delivery: Delivery) -> None:
        """Send a reply and note that it has gone out, or that it never can."""
        if delivery.taken_back:
            # Whoever ends the right to see something is told so only when nothing of it can arrive any more.
            await self.landed(delivery.taken_back)
        if delivery.query_id is None:
            delivery = _without_press(delivery)
        acknowledged = None
        if delivery.query_id is not None:
            acknowledged = self.supervisor.spawn(
                self.outbound.acknowledge(delivery.query_id, delivery.notice), f"acknowledge {update_id}"
            )
        try:
            moved = await self.outbound.deliver(delivery)
        except TelegramError as error:
            await self._undelivered(update_id, delivery, error)
        except Exception as error:  # noqa: BLE001 the effect stands; a reply that cannot be made must not hold up the next
            await self._unmade(update_id, delivery, error)
        else:
            self.vitals.count("replies_sent")
            if delivery.cleared:
                clearing = self.outbound.clear(delivery.chat_id, delivery.cleared, Priority.UNASKED)
                self.supervisor.spawn(clearing, f"clear for {update_id}")
            if moved:
                await self._write(delivery, lambda services, person: self._anchored(services, person, moved))
        if acknowledged is not None:
            await asyncio.wait({acknowledged})
        self.receipts.add(update_id)

    async def _served(self, update_id: int, raw: dict[str, Any]) -> Delivery | None:
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                async with self.slots:
                    return await self.gate.serve(self.application, self._update(raw))
            except Exception as error:  # noqa: BLE001 the update is kept: it is tried again or given up aloud
                if has_collided(error):
                    continue
                incident, is_to_blame = _incident(update_id), not is_away(error)
                self._log_failure(update_id, incident, error, is_to_blame=is_to_blame)
                self.vitals.count("updates_failed")
                # Whatever failed may go on failing for long; hard words are not left without an answer meanwhile.
                self.first_help.offer(update_id, raw, is_stuck=True)
            if is_to_blame and await self._is_given_up(update_id):
                _log.error("update_given_up", update_id=update_id, incident=incident)
                return self._apology(raw, incident)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    def _log_failure(self, update_id: int, incident: str, error: Exception, *, is_to_blame: bool) -> None:
        """Log what went wrong; where the database is away every update fails alike, and its trace says nothing of any."""
        if is_to_blame:
            _log.error("update_failed", update_id=update_id, incident=incident, exc_info=error)
        else:
            _log.error("update_waits_for_database", update_id=update_id, error=type(error).__name__)

    def _update(self, raw: dict[str, Any]) -> Update:
        return Update.de_json(raw, self.application.bot)

    async def _is_given_up(self, update_id: int) -> bool:
        try:
            async with self.container.transaction() as services:
                return await services.intake.failed(update_id, self.now())
        except Exception as error:  # noqa: BLE001 the database is away, which is no fault of this update
            _log.error("database_unavailable", error=type(error).__name__)
            return False

    def _apology(self, raw: dict[str, Any], incident: str) -> Delivery | None:
        with contextlib.suppress(Exception):
            return self.door.apology(self.gate.arrival(self._update(raw)), incident)
        # Not even the library can read it; then there is nobody to apologise to.
        return None

    async def _undelivered(self, update_id: int, delivery: Delivery, error: TelegramError) -> None:
        self.vitals.count("replies_undelivered")
        _log.warning("reply_undelivered", update_id=update_id, verdict=verdict(error).value)
        if verdict(error) is Verdict.GONE:
            await self._write(
                delivery, lambda services, person: services.reachability.lost(person, self.now())
            )

    async def _unmade(self, update_id: int, delivery: Delivery, error: Exception) -> None:
        """Apologise for a reply that could not be made, such as a picture that could not be drawn."""
        incident = _incident(update_id)
        _log.error("reply_failed", update_id=update_id, incident=incident, exc_info=error)
        self.vitals.count("replies_failed")
        screens = apology(Words(delivery.language, STRANGERS_ZONE), incident).screens
        with contextlib.suppress(TelegramError):
            await self.outbound.deliver(
                Delivery(delivery.chat_id, tuple(Sheet.of(screen) for screen in screens))
            )

    async def _anchored(self, services: Services, person: PersonId, moved: dict[str, int]) -> None:
        for anchor, message_id in moved.items():
            await services.people.anchor(person, anchor, message_id, self.now())

    async def _write(
        self, delivery: Delivery, note: Callable[[Services, PersonId], Awaitable[object]]
    ) -> None:
        """Write down what became of a reply; where that fails the reply has gone out all the same."""
        if delivery.person_id is None:
            return
        for _ in range(WRITE_TRIES):
            try:
                async with self.container.transaction() as services:
                    await note(services, PersonId(delivery.person_id))
            except Exception as error:  # noqa: BLE001 worth a line in the log, not a second reply
                _log.warning("note_not_written", error=type(error).__name__)
                if has_collided(error):
                    continue
            return


def _incident(update_id: int) -> str:
    return f"{update_id:x}-{secrets.token_hex(2)}"


class _Early:
    """Acknowledges a press whose effect takes too long."""

    def __init__(self, worker: Worker, query_id: str) -> None:
        self._worker = worker
        self._query_id = query_id
        self._is_done = False
        self._timer = asyncio.get_running_loop().call_later(ACKNOWLEDGE_AFTER_SECONDS, self._acknowledge)

    def end(self) -> bool:
        """Stop waiting; tell whether the press has been acknowledged."""
        self._timer.cancel()
        return self._is_done

    def _acknowledge(self) -> None:
        self._is_done = True
        acknowledging = self._worker.outbound.acknowledge(self._query_id)
        self._worker.supervisor.spawn(acknowledging, "acknowledge early")


def _without_press(delivery: Delivery) -> Delivery:
    """Say the short line as a message, where nothing else is said: it can no longer be shown over the chat."""
    if not delivery.notice or delivery.sheets:
        return dataclasses.replace(delivery, query_id=None)
    return dataclasses.replace(
        delivery, query_id=None, sheets=(Sheet(str(escape(delivery.notice))),), is_new=True
    )
