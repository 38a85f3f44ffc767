"""Who was missing at a group session: marked by its facilitator alone, told once, on the morning after; one tap undoes it."""

import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.alerts import Alert
from domain.setbacks import Level, Rule
from handlers.callbacks.sessions import MarkAbsent, OpenSession, SessionDone
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.phone import Phone

TODAY = dt.date(2026, 3, 3)
DAY = dt.timedelta(days=1)


@pytest.fixture
def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def _alert(storage: Storage, cast: Cast) -> Alert | None:
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved_of(cast.ana.membership_id)


async def test_nobody_is_told_before_done_and_then_it_is_to_be_watched(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    await fay.command("sessions")
    assert {"Ana", "Ben", "Done: nobody was missing"} <= set(fay.labels)
    await fay.tap("Ana")
    assert "✗ Ana" in fay.labels
    assert await _alert(storage, cast) is None

    await fay.tap("Done: 1 missing")
    alert = await _alert(storage, cast)
    assert alert is not None
    assert Level.WATCH is alert.level
    assert [(Rule.NO_SHOW, 1, "2026-03-03")] == [
        (one.cause.rule, one.cause.value, one.cause.detail) for one in alert.found
    ]
    assert "Missing without a word: Ana." in fay.text


async def test_a_second_done_tells_nothing_twice_and_the_next_session_is_counted_with_it(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    await fay.command("sessions")
    await fay.tap("Ana")
    done = fay.button("Done: 1 missing")
    await fay.press(done)
    await fay.press(done)
    fay.now += DAY
    await fay.command("sessions")
    await fay.tap("Ana")
    await fay.tap("Done: 1 missing")

    alert = await _alert(storage, cast)
    assert alert is not None
    assert [1, 2] == [one.cause.value for one in alert.found]


async def test_somebody_marked_by_mistake_is_not_told_of(storage: Storage, cast: Cast, fay: Phone) -> None:
    await fay.command("sessions")
    await fay.tap("Ana")
    await fay.tap("✗ Ana")
    await fay.tap("Done: nobody was missing")

    assert await _alert(storage, cast) is None
    assert "Nobody was missing." in fay.text


async def test_a_group_that_does_not_watch_sessions_is_told_nothing(
    storage: Storage, cast: Cast, fay: Phone
) -> None:
    async with storage.unit_of_work() as work:
        await work.thresholds.set(cast.ana.group_id, Rule.NO_SHOW, None, cast.fay.person_id, fay.now)
    await fay.command("sessions")
    await fay.tap("Ana")
    await fay.tap("Done: 1 missing")

    assert "Missing without a word: Ana." in fay.text
    assert "/alerts" not in fay.text
    assert await _alert(storage, cast) is None


async def test_the_last_week_can_be_marked_and_neither_tomorrow_nor_longer_ago(
    cast: Cast, fay: Phone
) -> None:
    group_id = cast.ana.group_id
    await fay.command("sessions")
    await fay.tap("◀ Mon, Mar 2")
    assert "Mar 2" in fay.text
    assert {"◀ Sun, Mar 1", "Tue, Mar 3 ▶"} <= set(fay.labels)
    for day in (TODAY + DAY, TODAY - 8 * DAY):
        await fay.press(Button("", OpenSession(group_id, day.toordinal())))
        assert "for today and the seven days before" in fay.text
    for ordinal in (-1, 10**9):
        await fay.press(Button("", SessionDone(group_id, ordinal)))
        assert "for today and the seven days before" in fay.text


async def test_only_the_groups_own_facilitators_mark_and_only_its_own_participants(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    dee = Phone(storage, container, cast.dee)
    ordinal = TODAY.toordinal()
    await dee.press(Button("", MarkAbsent(cast.ana.group_id, cast.ana.membership_id, ordinal, 1)))
    assert "Ana" not in dee.text
    for stranger in (cast.cem, cast.fay):
        await fay.press(Button("", MarkAbsent(cast.ana.group_id, stranger.membership_id, ordinal, 1)))
        assert "✗" not in " ".join(fay.labels)
    async with storage.unit_of_work() as work:
        assert {} == await work.no_shows.of_day([cast.ana.membership_id, cast.cem.membership_id], TODAY)
        assert [] == await work.alerts.unresolved(SYSTEM)


async def test_the_details_say_which_session_it_was(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay, language="es")
    await fay.command("sessions")
    await fay.tap("Ana")
    await fay.tap("Listo: faltas: 1")
    await fay.command("alerts")
    await fay.tap("Ana")

    assert "Faltó a la sesión del mar 3 mar sin avisar" in fay.text
