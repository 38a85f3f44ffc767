"""Views of progress notes: private until somebody is chosen; and of text that nothing asked for, which is put aside."""

from domain.ids import NoteId
from domain.notes import Note, NoteState, Reader
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.notes import (
    DeleteNote,
    DeleteNoteConfirmed,
    DraftDropped,
    DraftKept,
    HearNote,
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
from handlers.screens.notes import LINE, list_reply, never_mind, note_reply, to_list, voice_screen
from handlers.texts import notes as texts
from handlers.texts import voices
from handlers.texts.listing import facilitators
from handlers.texts.quoting import LABEL_NAME, named, one_line
from handlers.texts.words import Words, paragraphs
from services.container import Services


async def note(request: Request, services: Services) -> Reply:
    """Keep the text after the command as a note, or ask for it."""
    if not (request.text or "").strip():
        await services.notes.begin(request.person, request.now)
        return show(request.words(texts.ASK), never_mind(request.words))
    return await _kept(request, services)


async def typed(request: Request, services: Services) -> Reply:
    """Keep what was typed or spoken as a note, add the next part of a long one, or take its edit."""
    if request.is_edit:
        return await _corrected(request, services)
    if request.subject_id:
        return await _went_on(request, NoteId(request.subject_id), services)
    if not _has_content(request):
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
    if not _has_content(request):
        return show(words(texts.UNEXPECTED_ATTACHMENT))
    if not request.person.participant_seats:
        return show(words(texts.NO_PLACE))
    draft = await services.notes.hold(
        request.person, request.text or "", request.now, voice=request.voice, message_id=request.message_id
    )
    return await _put_aside(request, draft, services)


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
    """Show one note with what can be changed about it; a spoken one plays."""
    found = await services.notes.note(request.person, press.note_id)
    reply = await _note(request, found, services)
    if found.voice is None:
        return reply
    return Reply((*reply.screens, voice_screen(request.words, found)))


async def hear_chosen(request: Request, press: HearNote, services: Services) -> Reply:
    """Play a spoken note to whoever may read it, below the screen that it stands on."""
    found = await services.notes.hear(request.person, press.note_id, request.now)
    return Reply((voice_screen(request.words, found),), is_below=True)


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
        paragraphs(words(texts.DELETE_ASKS), words(texts.QUOTED, quote=_line(words, found))),
        (Button(words.plain(texts.DELETE_YES), DeleteNoteConfirmed(press.note_id)),),
        (Button(words.plain(texts.DELETE_NO), OpenNote(press.note_id), style=Style.PRIMARY),),
        is_protected=True,
    )


async def delete_confirmed(request: Request, press: DeleteNoteConfirmed, services: Services) -> Reply:
    """Delete a note for good; a second tap finds it gone and says the same."""
    await services.notes.delete(request.person, press.note_id)
    return show(request.words(texts.DELETED), (to_list(request.words),))


async def _kept(request: Request, services: Services) -> Reply:
    kept = await services.notes.keep(
        request.person, request.text or "", request.now, voice=request.voice, message_id=request.message_id
    )
    return await _note(request, kept, services)


async def _went_on(request: Request, note_id: NoteId, services: Services) -> Reply:
    """Take what may be the next part of a long note; anything else came without being asked for."""
    grown = None
    if request.attachment is None and (request.text or "").strip():
        grown = await services.notes.add_part(request.person, note_id, request.text or "", request.now)
    if grown is None:
        return await unexpected(request, services)
    if grown.state is NoteState.DRAFT:
        return await _put_aside(request, grown, services)
    return await _note(request, grown, services)


async def _corrected(request: Request, services: Services) -> Reply:
    """Let a note say what its edited message says now, and tell who may have read the one before."""
    words = request.words
    corrected = await services.corrections.note(
        request.person, NoteId(request.subject_id or 0), request.text or ""
    )
    if not corrected.is_changed:
        return Reply()
    reply = await _note(request, corrected.note, services)
    if corrected.readers is None:
        return reply
    is_facilitators = corrected.note.reader is Reader.FACILITATOR
    names = list(corrected.readers)
    told = facilitators(words, names) if is_facilitators else named(words, names)
    return Reply((*reply.screens, Screen(words(texts.CHANGED, names=told))))


async def _put_aside(request: Request, draft: Note, services: Services) -> Reply:
    words = request.words
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
        anchor=f"draft:{draft.note_id}",
    )


async def _note(request: Request, found: Note, services: Services) -> Reply:
    return note_reply(request.words, found, await services.notes.reachable(request.person))


def _has_content(request: Request) -> bool:
    """Tell whether there is something that can be kept: words of one's own, or sound."""
    is_text = request.attachment is None and bool((request.text or "").strip())
    return is_text or request.voice is not None


def _line(words: Words, found: Note) -> str:
    return one_line(voices.in_words(words, found.text, found.voice), LINE)


def _send_label(words: Words, names: tuple[str, ...]) -> str:
    return words.plain(texts.SEND_TO, name=", ".join(one_line(name, LABEL_NAME) for name in names))
