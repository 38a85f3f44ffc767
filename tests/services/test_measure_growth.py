"""What a short questionnaire grew into follows the edited answers of it, and an edit may bring further questions."""

import pytest

from domain.instruments.version import Kind
from domain.measures import Measure, State
from services.container import Container
from services.measure_steps import DIALOGUE
from storage.unit_of_work import Storage
from tests.cast import Cast, actor
from tests.taking import DAY, MINUTE, Writer, chosen, kind_of


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Writer:
    await chosen(container, phq4_en=False)
    return Writer(container, await actor(storage, cast.ana), cast.ana)


async def grown(ana: Writer) -> list[Measure]:
    async with ana.container.storage.unit_of_work() as work:
        every = await work.measures.of(ana.who.scope, ana.seat)
    return [one for one in every if one.version.kind is Kind.PHQ9]


async def test_a_short_one_edited_to_its_cut_off_grows(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "1", "1")
    assert [] == await grown(ana)
    step = await ana.edit(2, "2")
    (long,) = await grown(ana)

    assert step.following is not None
    assert (Kind.PHQ9, 7) == (step.following.kind, step.following.left)
    assert {"phq9_1": 1, "phq9_2": 2} == long.values


async def test_what_grew_takes_over_the_edited_answer_and_is_not_begun_by_it(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "3", "3")
    await ana.edit(1, "1")
    (long,) = await grown(ana)

    assert ({"phq9_1": 1, "phq9_2": 3}, False) == (long.values, long.is_begun)


async def test_what_grew_falls_away_below_the_cut_off_and_grows_again_above_it(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "3", "3")
    await ana.begin(Kind.PHQ9)
    await ana.edit(1, "0")
    step = await ana.edit(2, "0")

    assert ([State.DECLINED], None) == ([one.state for one in await grown(ana)], step.following)
    assert await ana.dialogue() is None
    step = await ana.edit(1, "3")
    assert kind_of(step.following) is Kind.PHQ9
    assert [State.OPEN, State.DECLINED] == [one.state for one in await grown(ana)]


async def test_what_grew_and_was_left_out_does_not_come_back_with_an_edit(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "3", "3")
    await ana.decline(Kind.PHQ9)
    step = await ana.edit(1, "2")

    assert ([State.DECLINED], None) == ([one.state for one in await grown(ana)], step.following)


async def test_what_grew_and_was_begun_stays_and_what_was_completed_is_scored_anew(ana: Writer) -> None:
    await ana.long_one("1")
    await ana.edit(1, "0")
    await ana.edit(2, "0")
    (long,) = await grown(ana)
    assert (State.OPEN, {"phq9_1": 0, "phq9_2": 0, "phq9_3": 1}) == (long.state, long.values)

    await ana.give(await ana.begin(Kind.PHQ9), 0, 0, 0, 0, 0, 0)
    await ana.edit(1, "2")
    (long,) = await grown(ana)
    assert (State.COMPLETED, 3) == (long.state, long.total)
    assert (2, 0) == (long.answers["phq9_1"].value, long.answers["phq9_1"].first_value)


async def test_an_answer_changed_in_the_longer_one_is_not_put_back_by_an_edit_of_the_short_one(
    ana: Writer,
) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "3", "3")
    step = await ana.begin(Kind.PHQ9)
    ana.now += MINUTE
    async with ana.container.transaction() as services:
        await services.measuring.back(ana.who, step.measure.measure_id, "phq9_3", ana.now)
        await services.measuring.answer(ana.who, step.measure.measure_id, "phq9_2", 2, ana.now)
    await ana.edit(2, "1")
    (long,) = await grown(ana)

    assert {"phq9_1": 3, "phq9_2": 2} == long.values


async def test_further_questions_that_an_edit_brings_are_asked_and_the_end_stays_if_they_are_not_answered(
    ana: Writer,
) -> None:
    for kind in (Kind.PHQ2, Kind.GAD2):
        await ana.decline(kind)
        ana.now += DAY
    step = await ana.begin(Kind.BAM)
    while (question := step.measure.current) is not None and question.id != "bam_4":
        step = await ana.give(step, question.options[0].value)
    step = await ana.write(step, "0")
    while (question := step.measure.current) is not None:
        step = await ana.give(step, question.options[0].value)
    ended_at = step.measure.ended_at
    step = await ana.edit(1, "3")
    assert step.measure.current is not None
    assert (State.OPEN, "bam_4") == (step.measure.state, step.measure.current.only_above_zero)
    assert (DIALOGUE, step.measure.measure_id) == await ana.dialogue()

    ana.now += 2 * DAY
    over = await ana.read(step.measure.measure_id)
    assert (State.COMPLETED, ended_at) == (over.measure.state, over.measure.ended_at)
