import datetime as dt

from domain.ids import PersonId
from domain.messages import Lane
from services.container import Container, Services
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
        assert await services.reachability.regained(cast.ana.person_id)
        assert not await services.reachability.is_lost(cast.ana.person_id)
        assert not await services.reachability.regained(cast.ana.person_id)
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
