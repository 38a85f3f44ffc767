from domain.checkins import State
from domain.items import MOOD
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.scenes import HOUR, TODAY, answered

EVENING = NOON + 9 * HOUR


async def test_what_is_over_without_an_answer_is_found_but_not_what_is_filled_in_late(
    storage: Storage, cast: Cast
) -> None:
    scope = (await actor(storage, cast.ana)).scope
    missed = await answered(storage, cast.ana, TODAY, State.MISSED)
    async with storage.unit_of_work() as work:
        assert [missed] == await work.history.unanswered(scope, cast.ana.person_id, NOON, 5)

        await work.checkins.take_up_late(missed, EVENING, NOON)
        await work.checkins.set_reopened(missed, MOOD)
        assert [] == await work.history.unanswered(scope, cast.ana.person_id, NOON, 5)
        assert [missed] == await work.history.unanswered(scope, cast.ana.person_id, EVENING, 5)


async def test_nobody_else_finds_what_is_over(storage: Storage, cast: Cast) -> None:
    await answered(storage, cast.ana, TODAY, State.MISSED)
    for other in (cast.ben, cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, other)).scope
        async with storage.unit_of_work() as work:
            assert [] == await work.history.unanswered(scope, cast.ana.person_id, EVENING, 5)


async def test_the_latest_are_found_first_and_only_so_many(storage: Storage, cast: Cast) -> None:
    scope = (await actor(storage, cast.ana)).scope
    past = [
        await answered(storage, cast.ana, TODAY - days * 24 * HOUR, State.EXCUSED) for days in range(1, 4)
    ]
    async with storage.unit_of_work() as work:
        assert past[:2] == await work.history.unanswered(scope, cast.ana.person_id, NOON, 2)
