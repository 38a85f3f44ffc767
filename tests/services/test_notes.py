import datetime as dt

import pytest

from domain.errors import NothingToDo, NotUnderstood
from domain.ids import GroupId
from domain.notes import LONGEST_NOTE, NoteState, Reader, Tag
from services.container import Container
from services.notes import PAGE
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import joins, paired

EVER = NOON - dt.timedelta(days=365)


async def test_a_note_is_private_until_somebody_is_chosen(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana, fay = await actor(storage, cast.ana), await actor(storage, cast.fay)
    group, seat = cast.ana.group_id, cast.ana.membership_id
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "one day", NOON)
        assert [] == await services._work.notes.for_facilitator(fay.scope, seat, EVER)

        shared = await services.notes.set_reader(ana, note.note_id, Reader.FACILITATOR, group, NOON)
        assert [shared] == await services._work.notes.for_facilitator(fay.scope, seat, EVER)

        await services.notes.set_reader(ana, note.note_id, Reader.ME, GroupId(0), NOON)
        assert [] == await services._work.notes.for_facilitator(fay.scope, seat, EVER)


@pytest.mark.parametrize(("length", "fits"), [(LONGEST_NOTE, True), (LONGEST_NOTE + 1, False)])
async def test_a_note_is_kept_whole_or_refused(
    storage: Storage, container: Container, cast: Cast, length: int, fits: bool
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        if fits:
            assert "x" * length == (await services.notes.keep(ana, "x" * length, NOON)).text
        else:
            with pytest.raises(NotUnderstood, match="too_long"):
                await services.notes.keep(ana, "x" * length, NOON)


async def test_keeping_ends_the_asking(storage: Storage, container: Container, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.notes.begin(ana, NOON)
        assert ("note", 0) == await services.people.dialogue(ana.person_id)
        await services.notes.keep(ana, "one day", NOON)
        assert await services.people.dialogue(ana.person_id) is None


async def test_a_note_leaves_another_dialogue_as_it_is(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.relays.begin(ana, pair_id, NOON)
        await services.notes.keep(ana, "one day", NOON)

        assert ("partner", pair_id) == await services.people.dialogue(ana.person_id)


async def test_a_tag_changes_nothing_else(storage: Storage, container: Container, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "one day", NOON)
        tagged = await services.notes.set_tag(ana, note.note_id, Tag.WIN)

    assert (Tag.WIN, Reader.ME, "one day") == (tagged.tag, tagged.reader, tagged.text)


async def test_nothing_is_given_to_a_partner_who_is_not_there(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "one day", NOON)
        with pytest.raises(NothingToDo, match="nobody"):
            await services.notes.set_reader(ana, note.note_id, Reader.PARTNER, cast.ana.group_id, NOON)


@pytest.mark.parametrize("reader", [Reader.FACILITATOR, Reader.PARTNER])
async def test_nothing_is_given_to_a_group_of_others(
    storage: Storage, container: Container, cast: Cast, reader: Reader
) -> None:
    await paired(storage, cast.cem, await joins(storage, cast.cem, "Eve", 201))
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "one day", NOON)
        with pytest.raises(NothingToDo):
            await services.notes.set_reader(ana, note.note_id, reader, cast.cem.group_id, NOON)


@pytest.mark.parametrize("outsider", ["ben", "cem", "fay", "dee", "gus"])
async def test_a_note_is_out_of_everybody_elses_hands(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    ana, person = await actor(storage, cast.ana), await actor(storage, getattr(cast, outsider))
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "one day", NOON)
        note_id = note.note_id
        for attempt in (
            lambda: services.notes.note(person, note_id),
            lambda: services.notes.keep_draft(person, note_id),
            lambda: services.notes.drop_draft(person, note_id),
            lambda: services.notes.set_tag(person, note_id, Tag.WIN),
            lambda: services.notes.set_reader(person, note_id, Reader.ME, None, NOON),
        ):
            with pytest.raises(NothingToDo):
                await attempt()
        assert not await services.notes.delete(person, note_id)
        assert note == await services.notes.note(ana, note_id)


async def test_a_draft_waits_until_it_is_kept_or_dropped(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        first = await services.notes.hold(ana, "keep me", NOON)
        second = await services.notes.hold(ana, "drop me", NOON)
        kept = await services.notes.keep_draft(ana, first.note_id)
        await services.notes.drop_draft(ana, second.note_id)

        assert (NoteState.DRAFT, NoteState.KEPT) == (first.state, kept.state)
        assert (kept,) == (await services.notes.page(ana, 0)).notes


async def test_a_late_never_mind_does_not_delete_what_was_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        draft = await services.notes.hold(ana, "keep me", NOON)
        await services.notes.keep_draft(ana, draft.note_id)
        with pytest.raises(NothingToDo):
            await services.notes.drop_draft(ana, draft.note_id)

        assert "keep me" == (await services.notes.note(ana, draft.note_id)).text


async def test_pages_run_from_the_latest_and_a_page_too_far_is_the_last(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        assert 1 == (await services.notes.page(ana, 0)).pages
        for number in range(PAGE + 1):
            await services.notes.keep(ana, str(number), NOON + dt.timedelta(minutes=number))
        first, beyond = await services.notes.page(ana, -1), await services.notes.page(ana, 99)

    assert ([str(n) for n in range(PAGE, 0, -1)], 0, 2) == (
        [note.text for note in first.notes],
        first.page,
        first.pages,
    )
    assert (["0"], 1) == ([note.text for note in beyond.notes], beyond.page)


async def test_a_person_in_two_groups_says_in_which_one(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        (reachable,) = await services.notes.reachable(ana)

    assert ("Tuesday evening", [("Ben",)]) == (
        reachable.group.name,
        [names for _, names in reachable.partners],
    )
