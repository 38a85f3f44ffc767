"""Puts the parts together, starts them in order and stops them in order; it decides nothing that people notice."""

import asyncio
import contextlib
import datetime as dt
from typing import Any

import structlog
from telegram.ext import Application

from bot import webhook
from bot.account import bot_of, met
from bot.clock import Clock, SystemClock
from bot.courier import Courier
from bot.first_help import FirstHelp
from bot.health import Health, serving
from bot.hearing import Hearing
from bot.intake import Intake
from bot.limiter import Limiter, Pace
from bot.lines import Lines
from bot.mailer import Mailer
from bot.menus import Menus
from bot.operator import WRONG_SETTINGS, OperatorError
from bot.polling import Poller
from bot.receipts import Receipts
from bot.reports import report
from bot.scheduler import Scheduler
from bot.setting_values import split_keys
from bot.settings import Settings
from bot.smtp import Server
from bot.supervisor import Supervisor
from bot.transport import Transport
from bot.vitals import Vitals
from bot.waiting import PATIENCE_SECONDS, Entrance, Opening
from bot.worker import Worker
from handlers import routes
from handlers.edge.dispatch import Door
from handlers.edge.gate import Gate
from handlers.edge.outbound import Outbound
from handlers.edge.table import table
from handlers.pictures.studio import Studio
from services.container import Container, Surroundings
from services.ticks import DUTIES
from storage.database import Database
from storage.unit_of_work import Storage
from storage.vault import MasterKeys

DRAIN_SECONDS = 8.0
"""How long a stop waits for what has been begun; whatever is left is in the database."""

_log = structlog.get_logger(__name__)


class App:
    """The running bot; `start` before anything else."""

    def __init__(self, settings: Settings, clock: Clock, pace: Pace | None = None) -> None:
        self.settings = settings
        self.vitals = Vitals()
        self._now = clock.now
        self._supervisor = Supervisor()
        self._limiter = Limiter(pace)
        self._polls = Transport(pool_size=4)
        self._bot = bot_of(settings, self._limiter, self._polls)
        database = Database(settings.database_url.get_secret_value())
        self._storage = Storage(database, MasterKeys(split_keys(settings.encryption_keys)), settings.bot_id)
        self._studio = Studio()
        self._outbound = Outbound(self._bot, self._studio.draw)
        self._entrance = Entrance(FirstHelp(self._outbound, self._supervisor, settings.default_country))
        self._container: Container | None = None
        self.health = Health(self.vitals, lambda: self._container, self._now)
        self._loops: list[asyncio.Task[Any]] = []
        self._open = contextlib.AsyncExitStack()

    async def start(self) -> None:
        """Open the database, wait for Telegram, take up what the last run left, and begin.

        Where the database is away, calls for help are answered until it is back.

        Raises:
            OperatorError: the token is wrong, or an address cannot be listened on.
            NewerSchema, Unreadable: the database cannot be used; see `bot.operator.explained`.
        """
        self._open.push_async_callback(self._storage.close)
        self._open.push_async_callback(self._studio.close)
        opening = Opening(self._storage)
        self._loop(opening.run(), "opening")
        is_open = await opening.ended(PATIENCE_SECONDS)
        if self.settings.http_listen:
            port = await self._listen("HTTP_LISTEN", serving(self.health, self.settings.http_listen))
            _log.info("health_listening", port=port)
        self._open.push_async_callback(self._bot.shutdown)
        await met(self._bot)
        if not is_open:
            await self._take_updates()
            await opening.ended()
        has_mail = bool(self.settings.smtp_host)
        self._container = Container(
            self._storage, Surroundings(self._bot.username, self.settings.default_country, has_mail)
        )
        await self._assemble(self._container)
        await self._recover()
        if is_open:
            await self._take_updates()
        self._begin()

    async def _assemble(self, container: Container) -> None:
        known = table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES)
        application = Application.builder().bot(self._bot).updater(None).job_queue(None).build()
        await application.initialize()
        self.menus = Menus(self._bot, routes.COMMANDS, self._supervisor)
        door = Door(container, known, self._now, self.menus.met)
        gate = Gate(door, self._bot.username)
        application.add_handler(gate)
        self.lines = Lines(self._supervisor)
        self.receipts = Receipts(container, self._supervisor)
        self.courier = Courier(
            container=container,
            table=known,
            outbound=self._outbound,
            limiter=self._limiter,
            supervisor=self._supervisor,
            vitals=self.vitals,
            now=self._now,
        )
        worker = Worker(
            application=application,
            gate=gate,
            door=door,
            outbound=self._outbound,
            container=container,
            receipts=self.receipts,
            first_help=self._entrance.first_help,
            supervisor=self._supervisor,
            vitals=self.vitals,
            now=self._now,
            landed=self.courier.landed,
        )
        self.intake = Intake(worker, self.lines)
        container.on_posted(self.courier.wake)
        self.mailer = self._mailer(container)
        report(container, self.vitals)
        self.hearing = Hearing(container, self.vitals, self._now)
        self.scheduler = Scheduler(
            container=container,
            duties=DUTIES,
            seconds=self.settings.tick_seconds,
            vitals=self.vitals,
            now=self._now,
            after=self._wake,
        )

    def _mailer(self, container: Container) -> Mailer | None:
        server = Server.of(self.settings)
        if server is None:
            return None
        mailer = Mailer(
            container=container,
            server=server,
            supervisor=self._supervisor,
            vitals=self.vitals,
            now=self._now,
        )
        container.on_posted(mailer.wake)
        return mailer

    def _wake(self) -> None:
        self.courier.wake()
        if self.mailer is not None:
            self.mailer.wake()

    async def _recover(self) -> None:
        await self.courier.recover()
        self._loop(self.courier.run(), "courier")
        if self.mailer is not None:
            await self.mailer.recover()
            self._loop(self.mailer.run(), "mailer")
        await self.intake.recover()
        self._entrance.open_to(self.intake)

    async def _take_updates(self) -> None:
        if not self.settings.webhook_url:
            self._loop(self._poll(), "polling")
            return
        given = self.settings.webhook_secret
        secret = given.get_secret_value() if given else ""
        door = webhook.Webhook(self._bot, self._entrance, self.vitals, self.settings.webhook_url, secret)
        encryption = webhook.encryption_of(self.settings.webhook_cert, self.settings.webhook_key)
        listening = door.listening(self.settings.webhook_listen, encryption)
        port = await self._listen("WEBHOOK_LISTEN", listening)
        _log.info("webhook_listening", port=port)
        self._loop(door.run(), "webhook")

    def _begin(self) -> None:
        self._loop(self.scheduler.run(), "ticks")
        self._loop(self.hearing.run(), "hearing")
        self._loop(self.menus.offer(), "menus")
        self.vitals.is_ready = True
        _log.info("started", bot=self._bot.username, is_webhook=bool(self.settings.webhook_url))

    async def _listen(self, name: str, listening: contextlib.AbstractAsyncContextManager[int]) -> int:
        try:
            return await self._open.enter_async_context(listening)
        except OSError as error:
            raise OperatorError(f"{name} cannot be used: {error.strerror}.", WRONG_SETTINGS) from None

    async def _poll(self) -> None:
        await webhook.forget(self._bot)
        await Poller(self._bot, self._polls, self._entrance, self.vitals).run()

    async def stop(self) -> None:
        """Take in nothing more, finish what has been begun within a limit, and close everything."""
        was_running, self.vitals.is_ready = self.vitals.is_ready, False
        for loop in self._loops:
            loop.cancel()
        if self._loops:
            await asyncio.wait(self._loops)
        if not await self._supervisor.drain(DRAIN_SECONDS):
            _log.warning("stopped_before_all_was_done")
        await self._supervisor.stop()
        await self._open.aclose()
        if was_running:
            _log.info("stopped")

    async def tick(self) -> None:
        """Serve what is due now, without waiting for the next tick."""
        await self.scheduler.tick(self._now())

    async def next_due_at(self) -> dt.datetime | None:
        """Return when something next becomes due, past moments included; None when nothing waits."""
        return await self.scheduler.next_due_at()

    async def is_idle(self) -> bool:
        """Tell whether everything that has come in is answered and everything due has been sent."""
        if self._container is None or self.lines.size or self.courier.in_flight:
            return False
        async with self._container.transaction() as services:
            due_at = await services.outbox.next_at()
            is_sending = await services.outbox.sending() > 0
        return not is_sending and (due_at is None or due_at > self._now())

    def _loop(self, work: Any, name: str) -> None:
        self._loops.append(self._supervisor.spawn(work, name))


def build(settings: Settings, clock: Clock | None = None, pace: Pace | None = None) -> App:
    """Return a bot that is not started yet; needs a running event loop. Pace None is Telegram's."""
    return App(settings, clock or SystemClock(), pace)
