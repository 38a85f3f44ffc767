import pytest

from domain.ids import CheckInId
from domain.messages import CheckInDue, Lane
from services.container import Container
from services.outbox import KEPT_FOR
from storage.outbox import SENT
from tests.cast import NOON, Cast

DUE = CheckInDue(CheckInId(1))


async def test_news_is_told_after_the_commit_and_only_if_there_is_any(
    container: Container, cast: Cast
) -> None:
    told: list[str] = []
    container.on_posted(lambda: told.append("news"))
    async with container.transaction() as services:
        await services.outbox.post(DUE, to=cast.ana.person_id, key="x", now=NOON)
        assert told == []

    assert told == ["news"]
    async with container.transaction() as services:
        await services.outbox.post(DUE, to=cast.ana.person_id, key="x", now=NOON)

    assert told == ["news"]


async def test_what_was_undone_is_no_news(container: Container, cast: Cast) -> None:
    told: list[str] = []
    container.on_posted(lambda: told.append("news"))

    async def fail_after_posting() -> None:
        async with container.transaction() as services:
            await services.outbox.post(DUE, to=cast.ana.person_id, key="x", now=NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_posting()
    assert told == []
    async with container.transaction() as services:
        assert await services.outbox.next_at() is None


async def test_one_cause_reaches_each_person_once(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        posted = [
            await services.outbox.post(DUE, to=member.person_id, key="x", now=NOON)
            for member in (cast.ana, cast.ben, cast.ana)
        ]

    assert posted == [True, True, False]


async def test_taking_back_touches_one_person_alone(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        for member in (cast.ana, cast.ben):
            await services.outbox.post(DUE, to=member.person_id, key="x", now=NOON)
        await services.outbox.cancel("x", cast.ana.person_id, NOON)
        claimed = await services.outbox.claim(tuple(Lane), 9, owner="me", now=NOON, lease=KEPT_FOR)

        assert [cast.ben.person_id] == [row.person_id for row in claimed]
        assert await services.outbox.sending() == 1
        assert await services.outbox.settle(claimed[0], "me", SENT, NOON)
        assert await services.outbox.sending() == 0
