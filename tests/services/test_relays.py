import datetime as dt

import pytest

from domain.errors import NothingToDo, NotUnderstood
from domain.ids import CheckInId
from domain.messages import RelayArrived
from domain.notes import NoteState
from domain.partners import ReadyAnswer
from domain.relays import LONGEST_RELAY
from services.container import Container
from services.written import Fate
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.letters import texts_for, write
from tests.pairs import in_line, joins, paired

MINUTE = dt.timedelta(minutes=1)
CHECKIN = CheckInId(77)


async def test_a_text_reaches_the_partner_under_the_display_name(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    written = await write(container, await actor(storage, cast.ana), pair_id, "made it")

    assert Fate.SENT is written.fate
    assert ["Ana: made it"] == await texts_for(storage, container, cast.ben)


async def test_in_a_trio_it_reaches_both(storage: Storage, container: Container, cast: Cast) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    await write(container, await actor(storage, cast.ana), pair_id, "made it")

    assert ["Ana: made it"] == await texts_for(storage, container, cast.ben)
    assert ["Ana: made it"] == await texts_for(storage, container, eve)
    assert [] == await in_line(storage, cast.ana)


async def test_the_next_text_goes_to_nobody_again(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.relays.begin(ana, pair_id, NOON)
        assert ("partner", pair_id) == await services.people.dialogue(ana.person_id)
        await services.relays.write(ana, pair_id, "made it", NOON)
        assert await services.people.dialogue(ana.person_id) is None


@pytest.mark.parametrize(("length", "fits"), [(LONGEST_RELAY, True), (LONGEST_RELAY + 1, False)])
async def test_a_text_is_sent_whole_or_not_at_all(
    storage: Storage, container: Container, cast: Cast, length: int, fits: bool
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    if fits:
        await write(container, ana, pair_id, "x" * length)
    else:
        with pytest.raises(NotUnderstood, match="too_long"):
            await write(container, ana, pair_id, "x" * length)

    assert ([f"Ana: {'x' * length}"] if fits else []) == await texts_for(storage, container, cast.ben)


async def test_what_waits_is_not_handed_over_once_they_are_no_longer_partners(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await write(container, await actor(storage, cast.ana), pair_id, "made it")
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        await services.partners.end(ben, pair_id, NOON)

    assert [] == await texts_for(storage, container, cast.ben)


@pytest.mark.parametrize("outsider", ["ana", "cem", "dee", "gus", "fay"])
async def test_a_message_is_handed_to_the_partner_alone(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await write(container, await actor(storage, cast.ana), pair_id, "made it")
    (message,) = await in_line(storage, cast.ben)
    assert isinstance(message, RelayArrived)
    person = await actor(storage, getattr(cast, outsider))
    async with container.transaction() as services:
        assert await services.relay_changes.arrived(person, message.relay_id, NOON) is None


async def test_a_text_after_the_end_is_put_aside_for_its_writer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    held = await write(container, ana, pair_id, "I'm @ana_nyc")
    async with container.transaction() as services:
        await services.partners.end(ben, pair_id, NOON)
    late = await write(container, ana, pair_id, "are you there?")
    assert held.relay_id is not None
    async with container.transaction() as services:
        released = await services.relays.send_held(ana, held.relay_id, NOON, is_sure=True)
        drafts = await services.notes.page(ana, 0)

    assert (Fate.NO_PARTNER, Fate.NO_PARTNER) == (late.fate, released.fate)
    assert {("are you there?", NoteState.DRAFT), ("I'm @ana_nyc", NoteState.DRAFT)} == {
        (note.text, note.state) for note in drafts.notes
    }
    assert [] == await texts_for(storage, container, cast.ben)


async def test_writing_to_somebody_elses_partner_reaches_nobody(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    cem = await actor(storage, cast.cem)
    written = await write(container, cem, pair_id, "hi")
    async with container.transaction() as services:
        with pytest.raises(NothingToDo):
            await services.relays.begin(cem, pair_id, NOON)
        with pytest.raises(NothingToDo):
            await services.relays.write_ready(
                cem, pair_id, CHECKIN, answer=ReadyAnswer.COFFEE, text="Coffee?", now=NOON
            )

    assert (Fate.NO_PARTNER, None) == (written.fate, written.pair)
    assert [] == await in_line(storage, cast.ben)
    assert [] == await in_line(storage, cast.ana)


async def test_a_ready_answer_goes_once_for_each_check_in(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    fates = []
    async with container.transaction() as services:
        for checkin_id in (CHECKIN, CHECKIN, CheckInId(78)):
            written = await services.relays.write_ready(
                ana, pair_id, checkin_id, answer=ReadyAnswer.COFFEE, text="Coffee tomorrow?", now=NOON
            )
            fates.append(written.fate)

    assert [Fate.SENT, Fate.SENT_BEFORE, Fate.SENT] == fates
    assert ["Ana: Coffee tomorrow?"] * 2 == await texts_for(storage, container, cast.ben)


async def test_what_was_put_aside_can_be_sent_to_the_partner_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        draft = await services.notes.hold(ana, "made it", NOON)
        await services.relays.write_draft(ana, draft.note_id, pair_id, NOON)
        with pytest.raises(NothingToDo):
            await services.relays.write_draft(ana, draft.note_id, pair_id, NOON)

    assert ["Ana: made it"] == await texts_for(storage, container, cast.ben)


async def test_a_kept_note_is_no_draft_to_send(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        note = await services.notes.keep(ana, "for me alone", NOON)
        with pytest.raises(NothingToDo):
            await services.relays.write_draft(ana, note.note_id, pair_id, NOON)

    assert [] == await in_line(storage, cast.ben)
