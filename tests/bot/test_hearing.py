"""A time in which Telegram could not be heard for longer than it keeps updates is told to everybody, once."""

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from bot.app import App
from domain.access import Role
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from tests.bot.conftest import SteeredClock, container_of, said, until
from tests.cast import _group, _member, _program

HOUR = dt.timedelta(hours=1)
Start = Callable[..., Awaitable[App]]


@pytest.fixture
def phones(world: World) -> dict[str, Person]:
    return {name: world.add_person(name) for name in ("Ana", "Fay", "Stranger")}


async def _founded(start: Start, phones: dict[str, Person]) -> App:
    app = await start()
    async with container_of(app).storage.unit_of_work() as work:
        group = await _group(work, await _program(work, "Riverside"), "Tuesday")
        await _member(work, group, "Ana", Role.PARTICIPANT, phones["Ana"].id)
        await _member(work, group, "Fay", Role.FACILITATOR, phones["Fay"].id)
    for phone in phones.values():
        phone.start()
    await until(lambda: _heard_at(app, after=None))
    await until(app.is_idle)
    return app


async def _heard_at(app: App, after: dt.datetime | None) -> bool:
    async with container_of(app).transaction() as services:
        last = await services.gaps.last()
    return last is not None and (after is None or last >= after)


async def _restarted(start: Start, app: App, clock: SteeredClock, away: dt.timedelta) -> App:
    await app.stop()
    clock.offset += away
    back_at = clock.now()
    app = await start()
    await until(lambda: _heard_at(app, after=back_at))
    await app.tick()
    await until(app.is_idle)
    return app


def _told(phone: Person) -> list[str]:
    return [text for text in said(phone) if "could not hear" in text]


async def test_everybody_is_told_once_of_a_day_without_hearing(
    start: Start, clock: SteeredClock, phones: dict[str, Person]
) -> None:
    app = await _founded(start, phones)
    app = await _restarted(start, app, clock, 25 * HOUR)

    (to_ana,) = _told(phones["Ana"])
    (to_fay,) = _told(phones["Fay"])
    assert "Please send it again if it still matters." in to_ana
    assert "ask in your group how everybody is" in to_fay
    assert [] == _told(phones["Stranger"])

    await _restarted(start, app, clock, dt.timedelta(minutes=5))
    assert [to_ana] == _told(phones["Ana"])


async def test_a_night_away_is_no_gap_since_telegram_keeps_what_came(
    start: Start, clock: SteeredClock, phones: dict[str, Person]
) -> None:
    app = await _founded(start, phones)
    await _restarted(start, app, clock, 10 * HOUR)

    assert [] == _told(phones["Ana"])


async def test_a_clock_that_is_set_forward_under_a_running_bot_is_no_gap(
    start: Start, clock: SteeredClock, phones: dict[str, Person]
) -> None:
    app = await _founded(start, phones)
    clock.offset += 48 * HOUR
    await app.hearing.note()
    await app.tick()
    await until(app.is_idle)

    assert [] == _told(phones["Ana"])


async def test_a_running_bot_that_was_refused_for_a_day_tells_of_it(
    start: Start, clock: SteeredClock, phones: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await _founded(start, phones)
    clock.offset += 25 * HOUR
    aged = app.vitals.monotonic() + 25 * 3600
    monkeypatch.setattr(app.vitals, "monotonic", lambda: aged)
    await app.hearing.note()
    assert [] == _told(phones["Ana"])

    clock.offset += 25 * HOUR
    monkeypatch.setattr(app.vitals, "monotonic", lambda: aged + 25 * 3600)
    app.vitals.count("polls_failed")
    await app.hearing.note()
    await app.tick()
    await until(lambda: len(_told(phones["Ana"])) == 1)
