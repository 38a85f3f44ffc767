import datetime as dt

import pytest

from domain.access import Scope
from domain.ids import NoteId
from domain.notes import NoteState, Reader, Tag
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import end_pairs_of, paired

EVER = NOON - dt.timedelta(days=365)
STRANGE = "<b>bold</b> & \U0001f9d1\u200d\U0001f680 \u202eabc\u202c \u05d0\u05d1 \\ {x} %s\n\nend "


async def scope_of(storage: Storage, member: Member) -> Scope:
    return (await actor(storage, member)).scope


async def written(storage: Storage, member: Member, reader: Reader, at: dt.datetime = NOON) -> NoteId:
    async with storage.unit_of_work() as work:
        note_id = await work.notes.add(member.person_id, "walked past the bar", NoteState.KEPT, at)
        group = None if reader is Reader.ME else member.group_id
        await work.notes.set_reader(note_id, reader, group, None if reader is Reader.ME else at)
        return note_id


async def test_a_note_comes_back_exactly_as_written(storage: Storage, cast: Cast) -> None:
    ana = await scope_of(storage, cast.ana)
    async with storage.unit_of_work() as work:
        note_id = await work.notes.add(cast.ana.person_id, STRANGE, NoteState.KEPT, NOON)
    async with storage.unit_of_work() as work:
        note = await work.notes.own(ana, note_id)

    assert note is not None
    assert (STRANGE, Reader.ME, Tag.PLAIN) == (note.text, note.reader, note.tag)


@pytest.mark.parametrize("outsider", ["ben", "fay", "cem", "dee", "gus"])
@pytest.mark.parametrize("reader", Reader)
async def test_nobody_opens_somebody_elses_note_as_their_own(
    storage: Storage, cast: Cast, outsider: str, reader: Reader
) -> None:
    note_id = await written(storage, cast.ana, reader)
    scope = await scope_of(storage, getattr(cast, outsider))
    async with storage.unit_of_work() as work:
        assert await work.notes.own(scope, note_id) is None
        assert not await work.notes.delete(scope, note_id)
        assert [] == await work.notes.latest(scope, 10)
        assert [] == await work.notes.every(scope)
        assert 0 == await work.notes.count(scope)


async def test_a_facilitator_reads_what_is_for_the_facilitator_and_nothing_else(
    storage: Storage, cast: Cast
) -> None:
    given = await written(storage, cast.ana, Reader.FACILITATOR)
    await written(storage, cast.ana, Reader.ME)
    await written(storage, cast.ana, Reader.PARTNER)
    fay = await scope_of(storage, cast.fay)
    async with storage.unit_of_work() as work:
        notes = await work.notes.for_facilitator(fay, cast.ana.membership_id, EVER)
        later = await work.notes.for_facilitator(fay, cast.ana.membership_id, NOON + dt.timedelta(seconds=1))

    assert [given] == [note.note_id for note in notes]
    assert [] == later


@pytest.mark.parametrize("outsider", ["ben", "cem", "dee", "gus"])
async def test_what_is_for_the_facilitator_is_read_by_no_other(
    storage: Storage, cast: Cast, outsider: str
) -> None:
    await written(storage, cast.ana, Reader.FACILITATOR)
    scope = await scope_of(storage, getattr(cast, outsider))
    async with storage.unit_of_work() as work:
        assert [] == await work.notes.for_facilitator(scope, cast.ana.membership_id, EVER)


async def test_a_partner_reads_the_latest_note_given_since_they_are_partners(
    storage: Storage, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await written(storage, cast.ana, Reader.PARTNER, NOON - dt.timedelta(days=1))
    ben = await scope_of(storage, cast.ben)
    async with storage.unit_of_work() as work:
        assert await work.notes.for_partner(ben, cast.ana.membership_id) is None

    await written(storage, cast.ana, Reader.ME)
    latest = await written(storage, cast.ana, Reader.PARTNER, NOON + dt.timedelta(hours=1))
    async with storage.unit_of_work() as work:
        note = await work.notes.for_partner(ben, cast.ana.membership_id)

    assert note is not None
    assert latest == note.note_id


@pytest.mark.parametrize("outsider", ["fay", "cem", "dee", "gus"])
async def test_what_is_for_the_partner_is_read_by_no_other(
    storage: Storage, cast: Cast, outsider: str
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await written(storage, cast.ana, Reader.PARTNER)
    scope = await scope_of(storage, getattr(cast, outsider))
    async with storage.unit_of_work() as work:
        assert await work.notes.for_partner(scope, cast.ana.membership_id) is None


async def test_a_former_partner_no_longer_reads_the_note(storage: Storage, cast: Cast) -> None:
    await paired(storage, cast.ana, cast.ben)
    await written(storage, cast.ana, Reader.PARTNER)
    ben = await scope_of(storage, cast.ben)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, cast.ben.membership_id, NOON)

        assert await work.notes.for_partner(ben, cast.ana.membership_id) is None


async def test_a_draft_is_for_nobody(storage: Storage, cast: Cast) -> None:
    note_id = await written(storage, cast.ana, Reader.FACILITATOR)
    fay = await scope_of(storage, cast.fay)
    async with storage.unit_of_work() as work:
        await work.notes.set_state(note_id, NoteState.DRAFT)

        assert [] == await work.notes.for_facilitator(fay, cast.ana.membership_id, EVER)
