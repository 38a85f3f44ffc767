import dataclasses
from typing import Any

import pytest

from domain.notes import LONGEST_NOTE
from handlers import notes
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.notes import (
    DeleteNote,
    DeleteNoteConfirmed,
    DraftDropped,
    DraftKept,
    NoteReaderChosen,
    NotesPage,
    NoteTagChosen,
    OpenNote,
    StopNote,
    WholeNote,
)
from handlers.callbacks.partners import SendDraftTo
from handlers.request import Attachment, Reply
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, Member
from tests.pairs import in_line, labels, paired, said
from tests.scenes import request_of

VIEWS: dict[type, Any] = {
    DeleteNote: notes.delete_asked,
    DeleteNoteConfirmed: notes.delete_confirmed,
    DraftDropped: notes.draft_dropped,
    DraftKept: notes.draft_kept,
    NoteReaderChosen: notes.reader_chosen,
    NotesPage: notes.page_chosen,
    NoteTagChosen: notes.tag_chosen,
    OpenNote: notes.note_opened,
    StopNote: notes.stopped,
    WholeNote: notes.whole_chosen,
}


async def viewed(
    view: Any, storage: Storage, container: Container, member: Member, text: str = "", **facts: Any
) -> Reply:
    request = dataclasses.replace(await request_of(storage, member, text=text), **facts)
    async with container.transaction() as services:
        reply: Reply = await view(request, services)
        return reply


async def pressed(storage: Storage, container: Container, member: Member, press: Any) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await VIEWS[type(press)](request, press, services)


def button(reply: Reply, label: str) -> Any:
    (press,) = [
        one.press for screen in reply.screens for row in screen.rows for one in row if one.label == label
    ]
    return press


async def test_a_note_is_kept_for_oneself_at_once(storage: Storage, container: Container, cast: Cast) -> None:
    reply = await viewed(notes.note, storage, container, cast.ana, "walked past the bar")

    assert "Kept, only for you." in said(reply)
    assert "<blockquote>walked past the bar</blockquote>" in said(reply)
    assert {
        "win",
        "trigger",
        "gratitude",
        "lesson",
        "setback",
        "✓ plain",
        "✓ Only me",
        "My facilitator",
    } <= set(labels(reply))
    assert "My partner" not in labels(reply)


async def test_the_command_alone_asks_and_the_next_text_is_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    asks = await viewed(notes.note, storage, container, cast.ana, "  ")
    kept = await viewed(notes.typed, storage, container, cast.ana, "walked past the bar")

    assert "next message becomes a note" in said(asks)
    assert ["Never mind"] == labels(asks)
    assert "Kept, only for you." in said(kept)


@pytest.mark.parametrize("attachment", Attachment)
async def test_a_sticker_is_no_note_and_the_question_stays(
    storage: Storage, container: Container, cast: Cast, attachment: Attachment
) -> None:
    await viewed(notes.note, storage, container, cast.ana)
    reply = await viewed(notes.typed, storage, container, cast.ana, attachment=attachment)
    async with container.transaction() as services:
        open_dialogue = await services.people.dialogue(cast.ana.person_id)

    assert "only text" in said(reply)
    assert ("note", 0) == open_dialogue


async def test_kind_and_reader_are_chosen_by_buttons(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    kept = await viewed(notes.note, storage, container, cast.ana, "one day")
    tagged = await pressed(storage, container, cast.ana, button(kept, "win"))
    shared = await pressed(storage, container, cast.ana, button(kept, "My partner"))
    private = await pressed(storage, container, cast.ana, button(kept, "✓ Only me"))

    assert "Kind: win" in said(tagged)
    assert "Kept, for you and your partner." in said(shared)
    assert {"✓ win", "✓ My partner"} <= set(labels(shared))
    assert "Kept, only for you." in said(private)


async def test_a_long_note_is_shown_cut_and_sent_whole(
    storage: Storage, container: Container, cast: Cast
) -> None:
    text = "word " * (LONGEST_NOTE // 5)
    kept = await viewed(notes.note, storage, container, cast.ana, text)
    whole = await pressed(storage, container, cast.ana, button(kept, "Send it whole"))
    document = whole.screens[0].document

    assert len(said(kept)) < 4096
    assert "it is kept whole" in said(kept)
    assert document is not None
    assert text == document.content.decode()


async def test_markup_is_shown_as_it_was_written(storage: Storage, container: Container, cast: Cast) -> None:
    reply = await viewed(notes.note, storage, container, cast.ana, "<b>x</b> & \u202ey")

    assert "<blockquote>\u2068&lt;b&gt;x&lt;/b&gt; &amp; \u202ey\u2069</blockquote>" in said(reply)


async def test_the_list_turns_its_pages(storage: Storage, container: Container, cast: Cast) -> None:
    assert "No notes yet." in said(await viewed(notes.notes, storage, container, cast.ana))
    for number in range(7):
        await viewed(notes.note, storage, container, cast.ana, f"note number {number}")
    first = await viewed(notes.notes, storage, container, cast.ana)
    second = await pressed(storage, container, cast.ana, button(first, "Older ▶"))
    back = await pressed(storage, container, cast.ana, button(second, "◀ Newer"))

    assert "(1 of 2)" in said(first)
    assert ["1", "2", "3", "4", "5", "Older ▶"] == labels(first)
    assert ["6", "7", "◀ Newer"] == labels(second)
    assert said(first) == said(back)


async def test_deleting_asks_once_more(storage: Storage, container: Container, cast: Cast) -> None:
    kept = await viewed(notes.note, storage, container, cast.ana, "one day")
    asks = await pressed(storage, container, cast.ana, button(kept, "Delete"))
    assert "one day" in said(await viewed(notes.notes, storage, container, cast.ana))

    gone = await pressed(storage, container, cast.ana, button(asks, "Delete it"))
    again = await pressed(storage, container, cast.ana, button(asks, "Delete it"))

    assert said(gone) == said(again) == "Deleted."
    assert "No notes yet." in said(await viewed(notes.notes, storage, container, cast.ana))


async def test_text_without_a_question_is_put_aside_and_goes_nowhere_by_itself(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    asks = await viewed(notes.unexpected, storage, container, cast.ana, "rough evening")
    listed = await viewed(notes.notes, storage, container, cast.ana)

    assert "nothing was sent" in said(asks)
    assert ["Keep as a note", "Send to Ben", "Check in", "Never mind", "I need help now"] == labels(asks)
    assert isinstance(button(asks, "Send to Ben"), SendDraftTo)
    assert StartCheckIn() == button(asks, "Check in")
    assert "not kept yet" in said(listed)
    assert [] == await in_line(storage, cast.ben)

    kept = await pressed(storage, container, cast.ana, button(asks, "Keep as a note"))

    assert "Kept, only for you." in said(kept)


async def test_never_mind_lets_the_text_go(storage: Storage, container: Container, cast: Cast) -> None:
    asks = await viewed(notes.unexpected, storage, container, cast.ana, "rough evening")
    await pressed(storage, container, cast.ana, button(asks, "Never mind"))

    assert "No notes yet." in said(await viewed(notes.notes, storage, container, cast.ana))


async def test_without_a_partner_or_forwarded_nothing_is_offered_to_a_partner(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alone = await viewed(notes.unexpected, storage, container, cast.ana, "rough evening")
    await paired(storage, cast.ana, cast.ben)
    forwarded = await viewed(notes.unexpected, storage, container, cast.ana, "their words", is_forwarded=True)

    assert (
        ["Keep as a note", "Check in", "Never mind", "I need help now"] == labels(alone) == labels(forwarded)
    )


async def test_a_facilitators_stray_text_is_not_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    reply = await viewed(notes.unexpected, storage, container, cast.fay, "what now")

    assert "kept nothing" in said(reply)
    assert "No notes yet." in said(await viewed(notes.notes, storage, container, cast.fay))


@pytest.mark.parametrize("attachment", Attachment)
async def test_an_attachment_without_a_question_gets_a_kind_sentence(
    storage: Storage, container: Container, cast: Cast, attachment: Attachment
) -> None:
    reply = await viewed(notes.unexpected, storage, container, cast.ana, "caption", attachment=attachment)

    assert "only text and voice notes" in said(reply)
