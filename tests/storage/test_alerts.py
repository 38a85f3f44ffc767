import asyncio
import contextlib
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from domain.access import SYSTEM
from domain.ids import AlertId
from domain.setbacks import AlertState, Cause, Level, Outcome, Rule, Step
from services.container import Container
from storage.disclosures import ONE_LOOK
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor

SOS = Cause(Rule.SOS, None, None)
MOMENT = dt.timedelta(seconds=1)


T = TypeVar("T")


async def tried_again(deed: Callable[[], Awaitable[T]]) -> T:
    """Do something as every update is done: where it loses a race on PostgreSQL, from the start again."""
    for _ in range(20):
        with contextlib.suppress(OperationalError):
            return await deed()
    return await deed()


async def raised(storage: Storage, cast: Cast) -> AlertId:
    async with storage.unit_of_work() as work:
        alert_id = await work.alerts.create(
            cast.ana.membership_id, cast.ana.group_id, Level.URGENT, NOON, NOON + MOMENT
        )
        await work.alerts.add_causes(alert_id, [SOS], NOON)
    return alert_id


async def test_an_alert_is_in_reach_of_its_facilitators_alone(storage: Storage, cast: Cast) -> None:
    alert_id = await raised(storage, cast)
    scopes = {
        member.name: (await actor(storage, member)).scope
        for member in (cast.ana, cast.ben, cast.cem, cast.dee, cast.fay, cast.gus)
    }
    async with storage.unit_of_work() as work:
        reached = [name for name, scope in scopes.items() if await work.alerts.of(scope, alert_id)]
        listed = [name for name, scope in scopes.items() if await work.alerts.unresolved(scope)]

    assert ["Fay"] == reached == listed


async def test_an_alert_is_about_its_person_alone(storage: Storage, cast: Cast) -> None:
    alert_id = await raised(storage, cast)
    async with storage.unit_of_work() as work:
        assert await work.alerts.about(cast.ana.person_id, alert_id) is not None
        assert await work.alerts.about(cast.fay.person_id, alert_id) is None
        assert await work.alerts.about(cast.ben.person_id, alert_id) is None


async def test_two_causes_at_the_same_moment_make_one_alert(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async def press() -> AlertId | None:
        async with container.transaction() as services:
            # At the door somebody is recognised first: what is read later is of that moment.
            await services.people.actor(cast.ana.person_id)
            return await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON)

    found = await asyncio.gather(*(tried_again(press) for _ in range(6)))

    assert 1 == len(set(found))


async def test_of_two_who_acknowledge_at_the_same_moment_one_is_first(storage: Storage, cast: Cast) -> None:
    alert_id = await raised(storage, cast)

    async def acknowledge() -> bool:
        async with storage.unit_of_work() as work:
            return await work.alert_steps.acknowledge(alert_id, cast.fay.person_id, NOON)

    assert [False, False, False, True] == sorted(
        await asyncio.gather(*(tried_again(acknowledge) for _ in range(4)))
    )


async def test_the_database_itself_refuses_a_second_unresolved_alert(storage: Storage, cast: Cast) -> None:
    await raised(storage, cast)
    with pytest.raises(IntegrityError):
        await raised(storage, cast)


async def test_a_resolved_alert_makes_room_for_the_next(storage: Storage, cast: Cast) -> None:
    alert_id = await raised(storage, cast)
    async with storage.unit_of_work() as work:
        assert await work.alert_steps.resolve(alert_id, cast.fay.person_id, Outcome.TALKED, NOON)
        assert not await work.alert_steps.resolve(alert_id, cast.fay.person_id, Outcome.OTHER, NOON)
    second = await raised(storage, cast)
    async with storage.unit_of_work() as work:
        first_read, second_read = [await work.alerts.of(SYSTEM, one) for one in (alert_id, second)]

    assert first_read is not None
    assert second_read is not None
    assert (AlertState.RESOLVED, Outcome.TALKED) == (first_read.state, first_read.outcome)
    assert AlertState.OPEN is second_read.state


async def test_the_steps_of_an_alert_are_kept_in_order_and_a_double_tap_is_one(
    storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(storage, cast)
    for step, seconds in ((Step.SAFE_FOR_NOW, 0), (Step.SAFE_FOR_NOW, 60), (Step.SAFE_FOR_NOW, 61)):
        async with storage.unit_of_work() as work:
            alert = await work.alerts.of(SYSTEM, alert_id)
            assert alert is not None
            await work.alert_steps.add_step(alert, step, cast.ana.person_id, NOON + seconds * MOMENT)
    async with storage.unit_of_work() as work:
        alert = await work.alerts.of(SYSTEM, alert_id)
        assert alert is not None

        assert [NOON, NOON + 61 * MOMENT] == [taken.done_at for taken in alert.steps]


async def test_a_round_is_due_until_it_is_seen(storage: Storage, cast: Cast) -> None:
    alert_id = await raised(storage, cast)
    async with storage.unit_of_work() as work:
        assert [] == await work.alert_rounds.due(NOON, 10)
        assert [alert_id] == await work.alert_rounds.due(NOON + MOMENT, 10)
        assert NOON + MOMENT == await work.alert_rounds.next_due_at()
        await work.alert_steps.acknowledge(alert_id, cast.fay.person_id, NOON)
        await work.alert_rounds.postpone(alert_id, NOON)

        assert [] == await work.alert_rounds.due(NOON + MOMENT, 10)
        assert await work.alert_rounds.next_due_at() is None


async def test_alerts_are_told_to_active_facilitators_with_whether_they_are_reached(
    storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        assert [(cast.fay.person_id, True)] == await work.alert_rounds.tellable(cast.ana.group_id)
        await work.people.set_unreachable(cast.fay.person_id, NOON)

        assert [(cast.fay.person_id, False)] == await work.alert_rounds.tellable(cast.ana.group_id)
        await work.groups.leave(cast.fay.membership_id, NOON)

        assert [] == await work.alert_rounds.tellable(cast.ana.group_id)


async def test_a_second_look_within_ten_minutes_is_the_same_look(storage: Storage, cast: Cast) -> None:
    for seen_at in (NOON, NOON + ONE_LOOK - MOMENT, NOON + ONE_LOOK):
        async with storage.unit_of_work() as work:
            await work.disclosures.record(
                [cast.ana.person_id],
                viewer_id=cast.fay.person_id,
                viewer_membership_id=cast.fay.membership_id,
                what="alert",
                now=seen_at,
            )
    async with storage.unit_of_work() as work:
        looks = await work.disclosures.of(cast.ana.person_id)

    assert [NOON + ONE_LOOK, NOON] == [look.seen_at for look in looks]


async def test_looks_at_different_things_are_different_looks(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        for what in ("alert", "today"):
            await work.disclosures.record(
                [cast.ana.person_id, cast.ben.person_id],
                viewer_id=cast.fay.person_id,
                viewer_membership_id=cast.fay.membership_id,
                what=what,
                now=NOON,
            )
        looks = {look.what for look in await work.disclosures.of(cast.ben.person_id)}

    assert {"alert", "today"} == looks
