"""Answers whether the bot is well: /healthz, /readyz, /metrics; it shows numbers, never a person."""

import contextlib
import dataclasses
import datetime as dt
import pathlib
import shutil
import ssl
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.vitals import Vitals
from services.container import Container

POLL_AGE_SECONDS = 90
"""No answer to a poll for this long: updates do not arrive."""
TICK_AGE_SECONDS = 60
OUTBOX_AGE_SECONDS = 120
"""A message due for this long: something keeps the courier from its work."""
DISK_FREE_BYTES = 200_000_000
"""Less room than this beside the database: it is time to act while everything can still be written."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sign:
    """One sign of life: its age and the age at which it is a failure, in seconds."""

    age: float
    limit: float

    @property
    def is_well(self) -> bool:
        """Tell whether it is young enough."""
        return self.age <= self.limit


class Health:
    """The signs of life, judged."""

    def __init__(
        self, vitals: Vitals, container: Callable[[], Container | None], now: Callable[[], dt.datetime]
    ) -> None:
        self._vitals = vitals
        self._container = container
        self._now = now

    async def signs(self) -> dict[str, Sign]:
        """Return every sign by its name."""
        vitals = self._vitals
        return {
            "poll": Sign(vitals.age_of(vitals.polled_at), POLL_AGE_SECONDS),
            "tick": Sign(vitals.age_of(vitals.ticked_at), TICK_AGE_SECONDS),
            "outbox": Sign(await self._outbox_age(), OUTBOX_AGE_SECONDS),
        }

    def disk_free(self) -> int | None:
        """Return the room beside the database's file, in bytes; None where the database is no file, or cannot be seen."""
        container = self._container()
        database = None if container is None else container.storage.database
        if database is None or not database.is_sqlite or database.url.database in {None, "", ":memory:"}:
            return None
        with contextlib.suppress(OSError):
            return shutil.disk_usage(pathlib.Path(str(database.url.database)).resolve().parent).free
        return None

    async def is_well(self) -> bool:
        """Tell whether the bot does its work; a disk that fills up is no reason to start it anew."""
        return all(sign.is_well for sign in (await self.signs()).values())

    async def _outbox_age(self) -> float:
        """Return how long the oldest due message has waited; for ever when the database does not answer."""
        container = self._container()
        if container is None:
            return 0.0
        try:
            async with container.transaction() as services:
                due_at = await services.outbox.next_at()
        except Exception:  # noqa: BLE001 whatever it is, the database is not well
            return float("inf")
        return 0.0 if due_at is None else max(0.0, (self._now() - due_at).total_seconds())

    async def _alerts(self) -> list[tuple[str, str, float]]:
        """Return how the open alerts stand; nothing when the database does not answer, as of which the outbox's age tells."""
        container = self._container()
        if container is None:
            return []
        try:
            async with container.transaction() as services:
                found = await services.alert_audit.figures()
        except Exception:  # noqa: BLE001 whatever it is, a figure would be made up
            return []
        oldest = found.oldest_raised_at
        age = 0.0 if oldest is None else max(0.0, (self._now() - oldest).total_seconds())
        return [
            ("tandem_alerts_open", "Alerts that nobody has seen", found.open),
            ("tandem_alerts_unheard", "Of these, those that reach nobody", found.unheard),
            ("tandem_alerts_oldest_unacknowledged_seconds", "Age of the oldest that is told at once", age),
        ]

    async def healthz(self, request: web.Request) -> web.Response:
        """Answer 200 while all signs are well, else 503."""
        del request
        signs, free = await self.signs(), self.disk_free()
        ages = {name: _rounded(sign.age) for name, sign in signs.items()}
        failing = sorted(name for name, sign in signs.items() if not sign.is_well)
        if free is not None and free < DISK_FREE_BYTES:
            failing.append("disk")
        body = {
            "status": "failing" if failing else "ok",
            "failing": failing,
            "age_seconds": ages,
            "disk_free_megabytes": None if free is None else free // 1_000_000,
        }
        return web.json_response(body, status=503 if failing else 200)

    async def readyz(self, request: web.Request) -> web.Response:
        """Answer 200 once updates are taken in."""
        del request
        is_ready = self._vitals.is_ready
        return web.json_response({"ready": is_ready}, status=200 if is_ready else 503)

    async def metrics(self, request: web.Request) -> web.Response:
        """Answer in Prometheus' text form."""
        del request
        from prometheus_client import CollectorRegistry, Gauge, generate_latest  # noqa: PLC0415 slow to import, seldom asked

        registry = CollectorRegistry()
        ages = Gauge("tandem_age_seconds", "Seconds since the last sign of life", ["part"], registry=registry)
        for name, sign in (await self.signs()).items():
            ages.labels(name).set(sign.age)
        counts = Gauge(
            "tandem_events", "How often things happened since the start", ["what"], registry=registry
        )
        for what, count in sorted(self._vitals.counts.items()):
            counts.labels(what).set(count)
        if (free := self.disk_free()) is not None:
            Gauge("tandem_disk_free_bytes", "Room beside the database", registry=registry).set(free)
        for name, meaning, value in await self._alerts():
            Gauge(name, meaning, registry=registry).set(value)
        return web.Response(body=generate_latest(registry), content_type="text/plain", charset="utf-8")


@contextlib.asynccontextmanager
async def serving(health: Health, listen: str) -> AsyncIterator[int]:
    """Serve on host:port while inside; yields the port (0 asks for a free one).

    Raises:
        OSError: the address is taken or not ours.
    """
    app = web.Application()
    app.router.add_get("/healthz", health.healthz)
    app.router.add_get("/readyz", health.readyz)
    app.router.add_get("/metrics", health.metrics)
    async with site(app, listen) as port:
        yield port


@contextlib.asynccontextmanager
async def site(
    app: web.Application, listen: str, encryption: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    """Serve any application on host:port while inside, in the clear or encrypted; yields the port."""
    host, _, port = listen.rpartition(":")
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port), ssl_context=encryption).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def _rounded(age: float) -> float | None:
    return None if age == float("inf") else round(age, 1)
