import datetime as dt

import pytest

from domain.ids import PersonId, RelayId
from domain.messages import Lane, RelayArrived
from services.container import Container, Services
from services.outbox import GONE, UNREACHABLE
from storage.outbox import CANCELLED, DEAD, SENT
from tests.cast import NOON, Cast

HOUR = dt.timedelta(hours=1)


async def told(services: Services) -> list[tuple[PersonId, str]]:
    claimed = await services.outbox.claim(tuple(Lane), 99, owner="me", now=NOON + 9 * HOUR, lease=HOUR)
    return [(row.person_id, row.kind) for row in claimed]


async def test_the_facilitators_of_the_persons_group_are_told_and_nobody_else(
    container: Container, cast: Cast
) -> None:
    async with container.transaction() as services:
        assert await services.reachability.lost(cast.ana.person_id, NOON)

        assert [(cast.fay.person_id, "member.unreachable")] == await told(services)


async def test_losing_somebody_who_is_lost_is_no_news(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services.reachability.lost(cast.ana.person_id, NOON)
        await told(services)

        assert not await services.reachability.lost(cast.ana.person_id, NOON + HOUR)
        assert await told(services) == []


async def test_somebody_who_is_lost_again_is_told_of_again(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services.reachability.lost(cast.ana.person_id, NOON)
        assert await services.reachability.regained(cast.ana.person_id, NOON)
        assert not await services.reachability.is_lost(cast.ana.person_id)
        assert not await services.reachability.regained(cast.ana.person_id, NOON)
        await services.reachability.lost(cast.ana.person_id, NOON + HOUR)

        assert (
            len(
                await services._work.outbox.claim(
                    tuple(Lane), 99, owner="me", now=NOON + HOUR, lease_until=NOON + 2 * HOUR
                )
            )
            == 1
        )


async def test_a_facilitator_out_of_reach_is_not_told_of_it(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services.reachability.lost(cast.fay.person_id, NOON)

        assert await told(services) == []


async def given_up(services: Services, cast: Cast, state: str, error: str) -> None:
    await services.outbox.post(RelayArrived(RelayId(1)), to=cast.ana.person_id, key="relay:1", now=NOON)
    (row,) = await services.outbox.claim(tuple(Lane), 9, owner="me", now=NOON, lease=HOUR)
    await services.outbox.settle(row, "me", state, NOON, error=error)
    await services.reachability.lost(cast.ana.person_id, NOON)
    await told(services)


@pytest.mark.parametrize("error", [GONE, UNREACHABLE])
async def test_what_did_not_reach_somebody_is_sent_when_they_are_back(
    container: Container, cast: Cast, error: str
) -> None:
    async with container.transaction() as services:
        await given_up(services, cast, DEAD, error)
        await services.reachability.regained(cast.ana.person_id, NOON + HOUR)

        assert [(cast.ana.person_id, "relay.arrived")] == await told(services)


@pytest.mark.parametrize(("state", "error"), [(DEAD, "refused BadRequest"), (SENT, None), (CANCELLED, GONE)])
async def test_nothing_else_is_sent_again(container: Container, cast: Cast, state: str, error: str) -> None:
    async with container.transaction() as services:
        await given_up(services, cast, state, error)
        await services.reachability.regained(cast.ana.person_id, NOON + HOUR)

        assert await told(services) == []


async def test_what_has_expired_meanwhile_stays_given_up(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await given_up(services, cast, DEAD, GONE)
        await services.reachability.regained(cast.ana.person_id, NOON + 999 * HOUR)

        assert await told(services) == []
