"""The edit of a message corrects the answer that it gave to a questionnaire, and item 9 getting worse is told."""

import pytest

from domain.alerts import Alert
from domain.instruments.version import Kind
from domain.measures import Given, State
from domain.setbacks import Level, Rule
from services.container import Container
from services.measure_steps import Remark
from storage.unit_of_work import Storage
from tests.cast import Cast, actor
from tests.phone import messages
from tests.taking import DAY, MINUTE, Writer, chosen

ITEM9 = "phq9_9"


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Writer:
    await chosen(container, phq4_en=False)
    return Writer(container, await actor(storage, cast.ana), cast.ana)


async def alert_of(storage: Storage, cast: Cast) -> Alert:
    scope = (await actor(storage, cast.fay)).scope
    async with storage.unit_of_work() as work:
        (alert,) = await work.alerts.unresolved(scope)
    return alert


async def test_an_edit_on_the_way_corrects_its_answer_and_leaves_the_question(ana: Writer) -> None:
    step = await ana.write(await ana.begin(Kind.PHQ2), "3")
    step = await ana.edit(1, "1")

    assert (Remark.CORRECTED, {"phq2_1": 1}) == (step.remark, step.measure.values)
    assert step.measure.answers["phq2_1"].corrected_at is None
    assert step.measure.current is not None
    assert "phq2_2" == step.measure.current.id


async def test_an_edit_of_a_finished_one_scores_it_anew_and_keeps_the_first_value(ana: Writer) -> None:
    step = await ana.write(await ana.begin(Kind.PHQ2), "1", "0")
    ended_at = ana.now
    for text in ("0", "nearly every day"):
        step = await ana.edit(2, text) if text != "0" else await ana.edit(1, text)

    assert (State.COMPLETED, 3, ended_at) == (step.measure.state, step.measure.total, step.measure.ended_at)
    assert {
        "phq2_1": Given(0, ana.now - MINUTE, 1, ana.now - MINUTE),
        "phq2_2": Given(3, ana.now, 0, ana.now),
    } == step.measure.answers


async def test_a_skip_can_be_edited_into_an_answer_and_back(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "skip", "1")

    assert 2 == (await ana.edit(1, "1")).measure.total
    assert (await ana.edit(1, "skip")).measure.total is None


async def test_what_cannot_be_read_leaves_the_answer_and_the_same_again_says_nothing(ana: Writer) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "1", "1")
    unread = await ana.edit(1, "who knows")
    same = await ana.edit(1, "several days")

    assert (Remark.NOT_AN_ANSWER, 2) == (unread.remark, unread.measure.total)
    assert (None, 2) == (same.remark, same.measure.total)


async def test_a_tap_in_an_answers_place_is_no_longer_that_message_s(ana: Writer) -> None:
    step = await ana.write(await ana.begin(Kind.PHQ2), "3")
    async with ana.container.transaction() as services:
        await services.measuring.back(ana.who, step.measure.measure_id, "phq2_2", ana.now)
        await services.measuring.answer(ana.who, step.measure.measure_id, "phq2_1", 1, ana.now)
        assert await services.measuring.correct(ana.who, 1, "2", ana.now) is None


@pytest.mark.parametrize("first", ["0", "skip", "1"])
async def test_item_nine_edited_to_worse_on_a_finished_one_is_told(
    storage: Storage, cast: Cast, ana: Writer, first: str
) -> None:
    await ana.long_one(*["0"] * 6, first)
    assert (["alert.urgent"] if first == "1" else []) == await messages(storage, cast.fay)
    step = await ana.edit(9, "2")
    alert = await alert_of(storage, cast)

    assert (True, 2) == (step.is_told, step.measure.values[ITEM9])
    assert ["alert.urgent"] == await messages(storage, cast.fay)
    assert (Level.URGENT, (Rule.ITEM9, 2)) == (
        alert.level,
        max((one.cause.rule, one.cause.value) for one in alert.found),
    )


async def test_item_nine_edited_to_less_is_not_told_again_and_to_worse_is(
    storage: Storage, cast: Cast, ana: Writer
) -> None:
    await ana.long_one(*["0"] * 6, "2")
    alert = await alert_of(storage, cast)
    less, worse = await ana.edit(9, "1"), await ana.edit(9, "3")
    after = await alert_of(storage, cast)

    assert (False, True) == (less.is_told, worse.is_told)
    assert [1, 2] == [len(one.found) for one in (alert, after)]
    assert (3, 2) == (worse.measure.values[ITEM9], worse.measure.answers[ITEM9].first_value)


async def test_item_nine_edited_when_its_time_is_over_is_told_and_not_kept(
    storage: Storage, cast: Cast, ana: Writer
) -> None:
    short = await ana.write(await ana.begin(Kind.PHQ2), "3", "3")
    assert short.following is not None
    step = await ana.begin(Kind.PHQ9)
    async with ana.container.transaction() as services:
        await services._work.measures.keep_answer(step.measure.measure_id, ITEM9, 0, ana.now, message_id=90)
    ana.now += 2 * DAY
    step = await ana.edit(90, "1")

    assert (Remark.CLOSED, True) == (step.remark, step.is_told)
    assert (State.EXPIRED, 0) == (step.measure.state, step.measure.values[ITEM9])
    assert ["alert.urgent"] == await messages(storage, cast.fay)


async def test_an_edit_takes_nothing_away_from_what_is_being_written(
    container: Container, ana: Writer
) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "1")
    async with container.transaction() as services:
        await services.notes.begin(ana.who, ana.now)
    await ana.edit(1, "0")

    assert ("note", 0) == await ana.dialogue()


async def test_somebody_else_s_message_of_that_number_is_not_theirs(
    storage: Storage, container: Container, cast: Cast, ana: Writer
) -> None:
    await ana.write(await ana.begin(Kind.PHQ2), "1")
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        assert await services.measuring.correct(ben, 1, "3", ana.now) is None
        assert await services.corrections.of_message(ben, 1, ana.now) is None
