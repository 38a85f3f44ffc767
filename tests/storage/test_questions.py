import datetime as dt

from domain.access import SYSTEM
from domain.items import CRAVING, ITEMS, MOOD, NOTE, Direction, ItemId, Scale, Viewer
from domain.questions import OwnState
from domain.templates import Setting
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.scenes import answered

LATER = NOON + dt.timedelta(hours=1)


async def test_a_group_without_settings_follows_the_template(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        assert () == await work.questions.settings(cast.fay.group_id)
        assert () == await work.questions.own(cast.fay.group_id)


async def test_settings_take_the_place_of_the_earlier_ones(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.questions.set_settings(cast.fay.group_id, [Setting(MOOD, 0, True)])
        await work.questions.set_settings(
            cast.fay.group_id, [Setting(MOOD, 1, True), Setting(CRAVING, 0, False)]
        )

    async with storage.unit_of_work() as work:
        settings = await work.questions.settings(cast.fay.group_id)
        assert (Setting(CRAVING, 0, False), Setting(MOOD, 1, True)) == settings
        assert () == await work.questions.settings(cast.dee.group_id)


async def test_without_settings_the_template_holds_again(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.questions.set_settings(cast.fay.group_id, [Setting(MOOD, 0, True)])
        await work.questions.set_settings(cast.fay.group_id, [])

        assert () == await work.questions.settings(cast.fay.group_id)


async def test_an_own_question_comes_back_as_it_was_written(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        made = await work.questions.add(
            cast.fay.group_id, Scale.CHOICE, "Where were you? <b>", ["At home", "Out, & about"], NOON
        )

    async with storage.unit_of_work() as work:
        (found,) = await work.questions.own(cast.fay.group_id)
        assert made == found
        assert "Where were you? <b>" == found.wording
        assert ("At home", "Out, & about") == found.choices
        assert (Scale.CHOICE, Direction.NEITHER) == (found.scale, found.direction)
        assert frozenset({Viewer.FACILITATOR}) == found.seen_by
        assert found.is_own
        assert len(found.id) <= 16
        assert () == await work.questions.own(cast.dee.group_id)


async def test_own_questions_come_oldest_first(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        second = await work.questions.add(cast.fay.group_id, Scale.TEXT, "Second?", [], LATER)
        first = await work.questions.add(cast.fay.group_id, Scale.YES_NO, "First?", [], NOON)

        assert (first, second) == await work.questions.own(cast.fay.group_id)
        assert () == first.choices


async def test_a_removed_question_keeps_its_wording(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        made = await work.questions.add(cast.fay.group_id, Scale.NUMBER, "How hopeful?", [], NOON)
        assert not await work.questions.remove(cast.dee.group_id, made.id)
        assert await work.questions.remove(cast.fay.group_id, made.id)
        assert not await work.questions.remove(cast.fay.group_id, made.id)
        assert not await work.questions.remove(cast.fay.group_id, ItemId("q.unknown"))

        (kept,) = await work.questions.own(cast.fay.group_id)
        assert ("How hopeful?", True) == (kept.wording, kept.is_removed)


async def test_a_draft_is_no_question_until_it_is_kept(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        question_id = await work.questions.begin(cast.fay.group_id, Scale.CHOICE, NOON)
        begun = await work.questions.draft(question_id)
        assert begun is not None
        assert (cast.fay.group_id, OwnState.DRAFT, False) == (begun.group_id, begun.state, begun.is_complete)
        await work.questions.write(question_id, "Which?", ["This", "That"])
        assert () == await work.questions.own(cast.fay.group_id)

        await work.questions.keep(question_id)
        assert ["Which?"] == [item.wording for item in await work.questions.own(cast.fay.group_id)]


async def test_only_a_draft_is_written_and_dropped(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        question_id = await work.questions.begin(cast.fay.group_id, Scale.TEXT, NOON)
        await work.questions.write(question_id, "Why?", [])
        await work.questions.keep(question_id)
        await work.questions.write(question_id, "Something else?", [])
        await work.questions.drop(question_id)
        assert ["Why?"] == [item.wording for item in await work.questions.own(cast.fay.group_id)]

        dropped = await work.questions.begin(cast.fay.group_id, Scale.TEXT, NOON)
        await work.questions.drop(dropped)
        assert await work.questions.draft(dropped) is None


async def test_drafts_that_nobody_finished_go_after_a_day(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        old = await work.questions.begin(cast.fay.group_id, Scale.TEXT, NOON)
        young = await work.questions.begin(cast.fay.group_id, Scale.TEXT, LATER)
        await work.questions.begin(cast.fay.group_id, Scale.TEXT, NOON + dt.timedelta(days=1, minutes=1))

        assert await work.questions.draft(old) is None
        assert await work.questions.draft(young) is not None


async def test_answers_reach_the_facilitators_of_the_group_alone(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        item = await work.questions.add(cast.fay.group_id, Scale.TEXT, "How was it?", [], NOON)
    checkin_id = await answered(storage, cast.ana)
    async with storage.unit_of_work() as work:
        checkin = await work.checkins.get(SYSTEM, checkin_id)
        assert checkin is not None
        await work.checkins.keep_answer(checkin, item.id, NOON, text="Long")
        await work.checkins.keep_answer(checkin, NOTE, NOON, text="PRIVATE")

    seen = {}
    for member in (cast.fay, cast.ben, cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, member)).scope
        async with storage.unit_of_work() as work:
            group = cast.fay.group_id
            found = await work.questions.answers(scope, group, item, NOON.date())
            late = await work.questions.answers(scope, group, item, NOON.date() + dt.timedelta(days=1))
            notes = await work.questions.answers(scope, group, ITEMS[NOTE], NOON.date())
        seen[member.name] = [(one.name, one.text) for one in (*found, *late, *notes)]

    assert {"Fay": [("Ana", "Long")], "Ben": [], "Cem": [], "Dee": [], "Gus": []} == seen
