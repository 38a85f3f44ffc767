import datetime as dt
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.health import OUTBOX_AGE_SECONDS, POLL_AGE_SECONDS, TICK_AGE_SECONDS, Health, serving
from bot.vitals import Vitals
from domain.ids import CheckInId
from domain.messages import CheckInDue
from services.container import Container
from storage.database import Database
from tests.alerting import SOS
from tests.cast import NOON, Cast


class Moved(Vitals):
    """Vitals whose monotonic time a test moves."""

    time = 0.0


@pytest.fixture
def vitals() -> Vitals:
    return Moved(monotonic=lambda: Moved.time)


@pytest.fixture
async def url(vitals: Vitals, container: Container) -> AsyncIterator[str]:
    Moved.time = 0.0
    async with serving(Health(vitals, lambda: container, lambda: NOON), "127.0.0.1:0") as port:
        yield f"http://127.0.0.1:{port}"


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_bot_that_polls_and_ticks_is_well(url: str, vitals: Vitals) -> None:
    Moved.time = 1000
    vitals.polled()
    vitals.ticked()

    status, body = await get(f"{url}/healthz")

    assert (status, '"status": "ok"' in body) == (200, True)


@pytest.mark.parametrize(
    ("part", "seconds", "status"),
    [
        ("poll", POLL_AGE_SECONDS, 200),
        ("poll", POLL_AGE_SECONDS + 1, 503),
        ("tick", TICK_AGE_SECONDS, 200),
        ("tick", TICK_AGE_SECONDS + 1, 503),
    ],
)
async def test_a_part_that_has_died_makes_the_bot_unwell(
    url: str, vitals: Vitals, *, part: str, seconds: float, status: int
) -> None:
    vitals.polled()
    vitals.ticked()
    Moved.time = seconds
    (vitals.ticked if part == "poll" else vitals.polled)()

    assert (await get(f"{url}/healthz"))[0] == status


@pytest.mark.parametrize(("seconds", "status"), [(OUTBOX_AGE_SECONDS, 200), (OUTBOX_AGE_SECONDS + 1, 503)])
async def test_a_message_that_waits_too_long_makes_the_bot_unwell(
    url: str, vitals: Vitals, container: Container, cast: Cast, *, seconds: float, status: int
) -> None:
    del vitals
    due_at = NOON.fromtimestamp(NOON.timestamp() - seconds, NOON.tzinfo)
    async with container.transaction() as services:
        await services.outbox.post(CheckInDue(CheckInId(1)), to=cast.ana.person_id, key="x", now=due_at)

    assert (await get(f"{url}/healthz"))[0] == status


async def test_a_database_that_is_away_makes_the_bot_unwell(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: Database) -> None:
        raise ConnectionError

    monkeypatch.setattr(Database, "transaction", away)
    status, body = await get(f"{url}/healthz")

    assert status == 503
    assert '"failing": ["outbox"]' in body


async def test_it_is_ready_once_updates_are_taken_in(url: str, vitals: Vitals) -> None:
    assert (await get(f"{url}/readyz"))[0] == 503
    vitals.is_ready = True

    assert (await get(f"{url}/readyz"))[0] == 200


async def test_metrics_are_in_prometheus_form(url: str, vitals: Vitals) -> None:
    vitals.count("updates_served", 3)
    status, body = await get(f"{url}/metrics")

    assert status == 200
    assert 'tandem_events{what="updates_served"} 3.0' in body
    assert 'tandem_age_seconds{part="poll"} 0.0' in body


async def test_metrics_tell_how_the_open_alerts_stand(url: str, container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        for nobody in (cast.fay, cast.dee):
            await services.reachability.lost(nobody.person_id, NOON)
        await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON - dt.timedelta(minutes=10))
    _, body = await get(f"{url}/metrics")

    assert "tandem_alerts_open 1.0" in body
    assert "tandem_alerts_unheard 1.0" in body
    assert "tandem_alerts_oldest_unacknowledged_seconds 600.0" in body


async def test_without_alerts_nothing_is_old(url: str) -> None:
    _, body = await get(f"{url}/metrics")

    assert "tandem_alerts_open 0.0" in body
    assert "tandem_alerts_oldest_unacknowledged_seconds 0.0" in body


async def test_a_database_that_is_away_gives_no_figure_of_alerts(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: Database) -> None:
        raise ConnectionError

    monkeypatch.setattr(Database, "transaction", away)
    status, body = await get(f"{url}/metrics")

    assert (200, False) == (status, "tandem_alerts_open" in body)


async def test_a_disk_that_fills_up_is_told_before_it_is_full(
    url: str, vitals: Vitals, container: Container, monkeypatch: pytest.MonkeyPatch
) -> None:
    vitals.polled()
    vitals.ticked()
    monkeypatch.setattr("bot.health.DISK_FREE_BYTES", 2**62)
    status, body = await get(f"{url}/healthz")
    if not container.storage.database.is_sqlite:
        assert 200 == status
        return
    assert 503 == status
    assert '"failing": ["disk"]' in body
