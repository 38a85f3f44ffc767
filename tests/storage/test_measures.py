import datetime as dt

from domain.access import Scope
from domain.instruments.catalogue import VERSIONS
from domain.measures import Given, State
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor

DAY = dt.timedelta(days=1)
PHQ2 = VERSIONS["phq2_en"]


async def begun(storage: Storage, member: Member, at: dt.datetime = NOON) -> int:
    async with storage.unit_of_work() as work:
        return await work.measures.add(member.membership_id, PHQ2, State.OPEN, at, closes_at=at + 2 * DAY)


async def test_answers_are_kept_and_the_latest_one_counts(storage: Storage, cast: Cast) -> None:
    measure_id = await begun(storage, cast.ana)
    own = Scope(cast.ana.person_id)
    async with storage.unit_of_work() as work:
        await work.measures.keep_answer(measure_id, "phq2_1", 1, NOON)
        await work.measures.keep_answer(measure_id, "phq2_1", 3, NOON + DAY)
        await work.measures.keep_answer(measure_id, "phq2_2", None, NOON)
    async with storage.unit_of_work() as work:
        measure = await work.measures.get(own, measure_id)

    assert measure is not None
    assert {"phq2_1": Given(3, NOON + DAY), "phq2_2": Given(None, NOON)} == measure.answers
    assert (PHQ2, State.OPEN, cast.ana.group_id) == (measure.version, measure.state, measure.group_id)


async def test_what_was_answered_first_is_kept_beside_a_correction_after_the_end(
    storage: Storage, cast: Cast
) -> None:
    measure_id = await begun(storage, cast.ana)
    own = Scope(cast.ana.person_id)
    async with storage.unit_of_work() as work:
        await work.measures.keep_answer(measure_id, "phq2_1", 0, NOON)
        for value in (1, 2):
            at = NOON + value * DAY
            await work.measures.keep_answer(measure_id, "phq2_1", value, at, corrected_at=at)
        measure = await work.measures.get(own, measure_id)

    assert measure is not None
    assert {"phq2_1": Given(2, NOON + 2 * DAY, 0, NOON + 2 * DAY)} == measure.answers


async def test_the_message_of_an_answer_leads_to_it_until_a_tap_takes_its_place(
    storage: Storage, cast: Cast
) -> None:
    measure_id = await begun(storage, cast.ana)
    own, bens = Scope(cast.ana.person_id), Scope(cast.ben.person_id)
    async with storage.unit_of_work() as work:
        await work.measures.keep_answer(measure_id, "phq2_1", 1, NOON, message_id=9)

        assert (measure_id, "phq2_1") == await work.corrections.measure_answer(own, 9, NOON)
        assert await work.corrections.measure_answer(own, 8, NOON) is None
        assert await work.corrections.measure_answer(bens, 9, NOON) is None
        assert await work.corrections.measure_answer(own, 9, NOON + DAY) is None

        await work.measures.keep_answer(measure_id, "phq2_1", 2, NOON)
        assert await work.corrections.measure_answer(own, 9, NOON) is None


async def test_what_was_completed_and_taken_up_again_is_completed_when_its_time_is_over(
    storage: Storage, cast: Cast
) -> None:
    measure_id = await begun(storage, cast.ana)
    own = Scope(cast.ana.person_id)
    async with storage.unit_of_work() as work:
        await work.measures.end(measure_id, State.COMPLETED, 2, NOON)
        await work.measures.take_up(measure_id)
        taken_up = await work.measures.get(own, measure_id)
        await work.measures.expire(cast.ana.person_id, NOON + 2 * DAY)
        over = await work.measures.get(own, measure_id)

    assert [(State.OPEN, NOON), (State.COMPLETED, NOON)] == [
        (one.state, one.ended_at) for one in (taken_up, over) if one is not None
    ]


async def test_only_the_person_and_their_facilitators_reach_a_questionnaire(
    storage: Storage, cast: Cast
) -> None:
    measure_id = await begun(storage, cast.ana)
    for member, is_in_reach in ((cast.ana, True), (cast.fay, True), (cast.ben, False), (cast.dee, False)):
        scope = (await actor(storage, member)).scope
        async with storage.unit_of_work() as work:
            assert is_in_reach is (await work.measures.get(scope, measure_id) is not None)
            assert is_in_reach is bool(await work.measures.of(scope, cast.ana.membership_id))


async def test_what_is_not_finished_in_time_ends_as_of_then_and_finished_ones_stay(
    storage: Storage, cast: Cast
) -> None:
    late, done, other = (
        await begun(storage, cast.ana),
        await begun(storage, cast.ana),
        await begun(storage, cast.ben),
    )
    own = Scope(cast.ana.person_id)
    async with storage.unit_of_work() as work:
        await work.measures.end(done, State.COMPLETED, 2, NOON)
        await work.measures.expire(cast.ana.person_id, NOON + 2 * DAY)
        found = [await work.measures.get(own, one) for one in (late, done)]
        bens = await work.measures.get(Scope(cast.ben.person_id), other)

    assert [(State.EXPIRED, NOON + 2 * DAY), (State.COMPLETED, NOON)] == [
        (one.state, one.ended_at) for one in found if one is not None
    ]
    assert bens is not None
    assert State.OPEN is bens.state


async def test_completed_ones_of_the_last_days_are_found_latest_first(storage: Storage, cast: Cast) -> None:
    ids = [await begun(storage, cast.ana, NOON + day * DAY) for day in range(3)]
    await begun(storage, cast.ana, NOON + 3 * DAY)
    async with storage.unit_of_work() as work:
        for day, measure_id in enumerate(ids):
            await work.measures.end(measure_id, State.COMPLETED, day, NOON + day * DAY)
        found = await work.measures.completed_since(
            Scope(cast.ana.person_id), cast.ana.membership_id, NOON + DAY
        )

    assert [2, 1] == [one.total for one in found]


async def test_the_operators_last_word_on_a_version_is_kept(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        await work.measures.choose("pacs_en", True, NOON)
        await work.measures.choose("who5_en", False, NOON)
        await work.measures.choose("pacs_en", False, NOON + DAY)
    async with storage.unit_of_work() as work:
        assert {"pacs_en": False, "who5_en": False} == await work.measures.choices()
