import pytest

from domain.alerts import Alert
from domain.errors import NotAllowed
from domain.instruments.version import Kind
from domain.measures import State
from domain.setbacks import Level, Rule
from services.container import Container
from services.measure_steps import DIALOGUE, Remark
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.taking import DAY, MINUTE, Taker, chosen, kind_of


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Taker:
    return Taker(container, await actor(storage, cast.ana), cast.ana)


async def alerts_of(storage: Storage, cast: Cast) -> list[Alert]:
    scope = (await actor(storage, cast.fay)).scope
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved(scope)


async def test_the_phq_2_grows_into_the_phq_9_without_asking_anything_twice(
    container: Container, ana: Taker
) -> None:
    await chosen(container, phq4_en=False)
    short = await ana.take(Kind.PHQ2, 1, 2)

    assert (State.COMPLETED, 3) == (short.measure.state, short.measure.total)
    assert short.following is not None
    assert (Kind.PHQ9, 7) == (short.following.kind, short.following.left)

    long = await ana.take(Kind.PHQ9, 1, 1, 1, 1, 1, 1, 0)

    assert (State.COMPLETED, 9, None) == (long.measure.state, long.measure.total, long.following)


async def test_the_gad_2_grows_into_the_gad_7(container: Container, ana: Taker) -> None:
    await chosen(container, phq4_en=False, phq2_en=False)
    short = await ana.take(Kind.GAD2, 3, 0)
    long = await ana.take(Kind.GAD7, 1, 1, 1, 1, 1)

    assert (3, 8) == (short.measure.total, long.measure.total)


async def test_the_phq_4_grows_into_both_mood_first(ana: Taker) -> None:
    short = await ana.take(Kind.PHQ4, 3, 3, 3, 3)
    assert short.following is not None
    assert Kind.PHQ9 is short.following.kind

    long = await ana.take(Kind.PHQ9, 0, 0, 0, 0, 0, 0, 0)
    assert long.following is not None
    assert (Kind.GAD7, 5) == (long.following.kind, long.following.left)


async def test_below_the_cut_off_nothing_grows(ana: Taker) -> None:
    assert (await ana.take(Kind.PHQ4, 1, 1, 1, 1)).following is None


async def test_where_the_phq_9_is_withdrawn_the_phq_8_takes_its_place(
    storage: Storage, container: Container, cast: Cast, ana: Taker
) -> None:
    await chosen(container, phq9_en=False)
    short = await ana.take(Kind.PHQ4, 0, 0, 3, 3)
    assert short.following is not None
    assert "phq8_en" == short.following.version.id
    long = await ana.take(Kind.PHQ8, 1, 1, 1, 1, 1, 1)

    assert (12, []) == (long.measure.total, await alerts_of(storage, cast))


@pytest.mark.parametrize("value", [1, 2, 3])
async def test_item_nine_above_0_is_told_at_that_tap(
    storage: Storage, container: Container, cast: Cast, ana: Taker, value: int
) -> None:
    await ana.take(Kind.PHQ4, 0, 0, 3, 3)
    step = await ana.take(Kind.PHQ9, 0, 0, 0, 0, 0, None)
    assert [] == await alerts_of(storage, cast)
    step = await ana.give(step, value)
    (alert,) = await alerts_of(storage, cast)

    assert step.is_told
    assert (Level.URGENT, [(Rule.ITEM9, value)]) == (
        alert.level,
        [(one.cause.rule, one.cause.value) for one in alert.found],
    )
    assert alert.is_known_to_the_person
    assert (State.COMPLETED, None) == (step.measure.state, step.measure.total)


@pytest.mark.parametrize("value", [0, None])
async def test_item_nine_at_0_or_skipped_tells_nobody(
    storage: Storage, cast: Cast, ana: Taker, value: int | None
) -> None:
    await ana.take(Kind.PHQ4, 0, 0, 3, 3)
    step = await ana.take(Kind.PHQ9, 1, 1, 1, 1, 1, 1, value)

    assert (False, []) == (step.is_told, await alerts_of(storage, cast))


async def test_pressing_twice_is_as_good_as_once(ana: Taker) -> None:
    step = await ana.begin(Kind.PHQ4)
    again = await ana.begin(Kind.PHQ4)
    assert step.measure.measure_id == again.measure.measure_id

    first = step.measure.version.questions[0].id
    for value, remark in ((2, None), (2, None), (1, Remark.OUTDATED)):
        async with ana.container.transaction() as services:
            step = await services.measuring.answer(ana.who, step.measure.measure_id, first, value, ana.now)
        assert (remark, {first: 2}) == (step.remark, step.measure.values)


async def test_an_answer_that_the_form_does_not_have_is_not_kept(ana: Taker) -> None:
    step = await ana.begin(Kind.PHQ4)
    async with ana.container.transaction() as services:
        step = await services.measuring.answer(ana.who, step.measure.measure_id, "phq4_1", 4, ana.now)

    assert (Remark.OUTDATED, {}) == (step.remark, step.measure.values)


async def test_going_back_asks_again_and_changes_one_answer(ana: Taker) -> None:
    step = await ana.take(Kind.PHQ4, 0, 1)
    async with ana.container.transaction() as services:
        for _ in range(2):
            step = await services.measuring.back(ana.who, step.measure.measure_id, "phq4_3", ana.now)
    assert step.measure.current is not None
    assert "phq4_2" == step.measure.current.id
    step = await ana.give(step, 3, 0, 0)

    assert ({"phq4_1": 0, "phq4_2": 3, "phq4_3": 0, "phq4_4": 0}, 3) == (
        step.measure.values,
        step.measure.total,
    )


async def test_stopped_it_can_be_gone_on_with_for_two_days(ana: Taker) -> None:
    step = await ana.take(Kind.PHQ4, 1)
    async with ana.container.transaction() as services:
        stopped = await services.measuring.stop(ana.who, step.measure.measure_id, ana.now)
    assert await ana.dialogue() is None
    ana.now = NOON + 2 * DAY - MINUTE
    waiting = await ana.waiting()
    going_on = await ana.begin(Kind.PHQ4)

    assert (State.OPEN, True, 3) == (
        stopped.measure.state,
        waiting and waiting.is_begun,
        going_on.measure.left,
    )
    assert (DIALOGUE, step.measure.measure_id) == await ana.dialogue()


async def test_after_two_days_it_is_over_and_what_was_answered_stays(ana: Taker) -> None:
    step = await ana.take(Kind.PHQ4, 1)
    ana.now = NOON + 2 * DAY
    late = await ana.read(step.measure.measure_id)
    async with ana.container.transaction() as services:
        pressed = await services.measuring.answer(ana.who, step.measure.measure_id, "phq4_2", 1, ana.now)

    assert (State.EXPIRED, {"phq4_1": 1}, None) == (
        late.measure.state,
        late.measure.values,
        late.measure.total,
    )
    assert Remark.CLOSED is pressed.remark
    assert await ana.dialogue() is None
    assert Kind.BAM is kind_of(await ana.waiting())


async def test_nobody_answers_for_somebody_else(storage: Storage, cast: Cast, ana: Taker) -> None:
    step = await ana.begin(Kind.PHQ4)
    for member in (cast.ben, cast.fay, cast.cem):
        other = Taker(ana.container, await actor(storage, member), cast.ana)
        with pytest.raises(NotAllowed):
            await other.read(step.measure.measure_id)
        with pytest.raises(NotAllowed):
            await other.waiting()


async def test_the_last_result_of_the_same_form_stands_beside_the_new_one(ana: Taker) -> None:
    first = await ana.take(Kind.PHQ4, 0, 1, 0, 0)
    ana.now = NOON + 16 * DAY
    for kind in (Kind.BAM, Kind.WHO5):
        await ana.decline(kind)
        ana.now += DAY
    second = await ana.take(Kind.PHQ4, 0, 0, 0, 0)

    assert (None, 1, 0) == (
        first.previous,
        second.previous and second.previous.total,
        second.measure.total,
    )
