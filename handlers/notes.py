"""Views of progress notes: private until somebody is chosen; and of text that nothing asked for, which is put aside."""

from domain.notes import Note
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
from handlers.request import Button, Document, Reply, Request, Screen, Style, show
from handlers.screens.menu import help_button
from handlers.screens.notes import LINE, list_reply, never_mind, note_reply, to_list
from handlers.texts import notes as texts
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Words, paragraphs
from services.container import Services


async def note(request: Request, services: Services) -> Reply:
    """Keep the text after the command as a note, or ask for it."""
    if not (request.text or "").strip():
        await services.notes.begin(request.person, request.now)
        return show(request.words(texts.ASK), never_mind(request.words))
    return await _kept(request, services)


async def typed(request: Request, services: Services) -> Reply:
    """Keep what was typed as a note."""
    if request.attachment is not None or not (request.text or "").strip():
        return show(request.words(texts.TEXT_ONLY), never_mind(request.words))
    return await _kept(request, services)


async def stopped(request: Request, press: StopNote, services: Services) -> Reply:
    """Leave the note for another time."""
    del press
    await services.notes.stop(request.person)
    return show(request.words(texts.STOPPED))


async def unexpected(request: Request, services: Services) -> Reply:
    """Put aside what nothing asked for, and ask what to do with it; nothing is lost, nothing is sent."""
    words = request.words
    if request.attachment is not None or not (request.text or "").strip():
        return show(words(texts.UNEXPECTED_ATTACHMENT))
    if not request.person.participant_seats:
        return show(words(texts.NO_PLACE))
    draft = await services.notes.hold(request.person, request.text or "", request.now)
    # What was forwarded may be somebody else's words: it goes to no partner.
    reachable = [] if request.is_forwarded else await services.notes.reachable(request.person)
    partners = [
        (Button(_send_label(words, names), SendDraftTo(draft.note_id, pair_id)),)
        for one in reachable
        for pair_id, names in one.partners
    ]
    return show(
        words(texts.UNEXPECTED),
        (Button(words.plain(texts.KEEP_AS_NOTE), DraftKept(draft.note_id), style=Style.PRIMARY),),
        *partners,
        (Button(words.plain(texts.CHECK_IN), StartCheckIn()),),
        (Button(words.plain(texts.NEVER_MIND), DraftDropped(draft.note_id)), help_button(words)),
    )


async def draft_kept(request: Request, press: DraftKept, services: Services) -> Reply:
    """Keep what was put aside as a note."""
    kept = await services.notes.keep_draft(request.person, press.note_id)
    return await _note(request, kept, services)


async def draft_dropped(request: Request, press: DraftDropped, services: Services) -> Reply:
    """Let go of what was put aside."""
    await services.notes.drop_draft(request.person, press.note_id)
    return show(request.words(texts.LET_GO))


async def tag_chosen(request: Request, press: NoteTagChosen, services: Services) -> Reply:
    """Say what kind of note it is."""
    found = await services.notes.set_tag(request.person, press.note_id, press.tag)
    return await _note(request, found, services)


async def reader_chosen(request: Request, press: NoteReaderChosen, services: Services) -> Reply:
    """Say for whom the note is."""
    found = await services.notes.set_reader(
        request.person, press.note_id, press.reader, press.group_id, request.now
    )
    return await _note(request, found, services)


async def notes(request: Request, services: Services) -> Reply:
    """List the person's own notes, latest first."""
    return list_reply(request.words, await services.notes.page(request.person, 0))


async def page_chosen(request: Request, press: NotesPage, services: Services) -> Reply:
    """Show a page of the list."""
    return list_reply(request.words, await services.notes.page(request.person, press.page))


async def note_opened(request: Request, press: OpenNote, services: Services) -> Reply:
    """Show one note with what can be changed about it."""
    return await _note(request, await services.notes.note(request.person, press.note_id), services)


async def whole_chosen(request: Request, press: WholeNote, services: Services) -> Reply:
    """Send the note as a file, whole."""
    words = request.words
    found = await services.notes.note(request.person, press.note_id)
    document = Document(words.plain(texts.FILE_NAME), found.text.encode())
    return Reply((Screen(words(texts.WHOLE_SENT), document=document, is_protected=True),), is_new=True)


async def delete_asked(request: Request, press: DeleteNote, services: Services) -> Reply:
    """Ask once more before a note is deleted."""
    words = request.words
    found = await services.notes.note(request.person, press.note_id)
    return show(
        paragraphs(words(texts.DELETE_ASKS), words(texts.QUOTED, quote=one_line(found.text, LINE))),
        (Button(words.plain(texts.DELETE_YES), DeleteNoteConfirmed(press.note_id)),),
        (Button(words.plain(texts.DELETE_NO), OpenNote(press.note_id), style=Style.PRIMARY),),
        is_protected=True,
    )


async def delete_confirmed(request: Request, press: DeleteNoteConfirmed, services: Services) -> Reply:
    """Delete a note for good; a second tap finds it gone and says the same."""
    await services.notes.delete(request.person, press.note_id)
    return show(request.words(texts.DELETED), (to_list(request.words),))


async def _kept(request: Request, services: Services) -> Reply:
    kept = await services.notes.keep(request.person, request.text or "", request.now)
    return await _note(request, kept, services)


async def _note(request: Request, found: Note, services: Services) -> Reply:
    return note_reply(request.words, found, await services.notes.reachable(request.person))


def _send_label(words: Words, names: tuple[str, ...]) -> str:
    return words.plain(texts.SEND_TO, name=", ".join(one_line(name, LABEL_NAME) for name in names))
