"""Draws the screens of progress notes; it asks no service and decides nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.ids import GroupId, NoteId
from domain.notes import Note, NotePage, NoteState, Reader, Tag
from domain.voices import Voice
from handlers.callbacks.notes import (
    DeleteNote,
    DraftKept,
    HearNote,
    NoteReaderChosen,
    NotesPage,
    NoteTagChosen,
    OpenNote,
    StopNote,
    WholeNote,
)
from handlers.request import Button, Reply, Screen, Style, show
from handlers.screens.voices import play_button, played_screen
from handlers.texts import notes as texts
from handlers.texts import voices
from handlers.texts.quoting import LABEL_NAME, one_line, shown
from handlers.texts.words import Words, lines, paragraphs
from services.notes import PAGE, Reachable

_SHOWN = 3_000
"""Characters of a note on its screen; with what stands around it one message in the app."""
LINE = 120
"""Characters of a note in the list."""
_TAG_ROWS = ((Tag.WIN, Tag.TRIGGER, Tag.GRATITUDE), (Tag.LESSON, Tag.SETBACK, Tag.PLAIN))


def note_reply(words: Words, found: Note, reachable: list[Reachable]) -> Reply:
    """Return a note with what can be changed about it."""
    if found.state is NoteState.DRAFT:
        heading, rows = words(texts.NOT_KEPT_YET), [_keep_draft(words, found)]
    else:
        heading = _heading(words, found, reachable)
        rows = [*_tag_rows(words, found), *_reader_rows(words, found, reachable)]
    is_cut = len(found.text) > _SHOWN
    whole = ((Button(words.plain(texts.WHOLE), WholeNote(found.note_id)),),) if is_cut else ()
    listen = () if found.voice is None else ((listen_button(words, found.note_id, found.voice),),)
    return show(
        paragraphs(
            heading,
            _spoken(words, found),
            words(texts.QUOTED, quote=shown(found.text, _SHOWN)) if found.text else None,
            words(texts.IS_CUT) if is_cut else None,
        ),
        *listen,
        *rows,
        *whole,
        (Button(words.plain(texts.DELETE), DeleteNote(found.note_id)), to_list(words)),
        anchor=f"note:{found.note_id}",
        is_protected=True,
    )


def voice_screen(words: Words, found: Note) -> Screen:
    """Return a spoken note to be played, with what was written with it."""
    return played_screen(words, found.voice, found.text)


def listen_button(words: Words, note_id: NoteId, voice: Voice, name: str = "") -> Button:
    """Return the button that plays a spoken note; `name` says whose it is where there are several."""
    return play_button(words, voice, HearNote(note_id), name)


def listen_rows(words: Words, notes: Sequence[Note], name: str = "") -> list[tuple[Button, ...]]:
    """Return a row for each spoken note among these."""
    return [(listen_button(words, one.note_id, one.voice, name),) for one in notes if one.voice is not None]


def _spoken(words: Words, found: Note) -> Markup | None:
    return (
        None if found.voice is None else words(texts.SPOKEN, spoken=voices.in_words(words, "", found.voice))
    )


def _heading(words: Words, found: Note, reachable: list[Reachable]) -> Markup:
    names = [one.group.name for one in reachable if one.group.group_id == found.group_id]
    is_one_of_many = len(reachable) > 1 and names
    return lines(
        words(texts.KEPT[found.reader]),
        words(texts.IN_GROUP, group=names[0]) if is_one_of_many else None,
        words(texts.TAGGED, tag=words.plain(texts.TAGS[found.tag])) if found.tag is not Tag.PLAIN else None,
    )


def _tag_rows(words: Words, found: Note) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(
            Button(
                _marked(words, words.plain(texts.TAGS[tag]), found.tag is tag),
                NoteTagChosen(found.note_id, tag),
            )
            for tag in row
        )
        for row in _TAG_ROWS
    )


def _reader_rows(words: Words, found: Note, reachable: list[Reachable]) -> tuple[tuple[Button, ...], ...]:
    choices: list[tuple[str, Reader, GroupId]] = [
        (words.plain(texts.READERS[Reader.ME]), Reader.ME, GroupId(0))
    ]
    for one in reachable:
        for reader in (Reader.FACILITATOR, Reader.PARTNER):
            if reader is Reader.PARTNER and not one.partners:
                continue
            label = words.plain(texts.READERS[reader])
            if len(reachable) > 1:
                group = one_line(one.group.name, LABEL_NAME)
                label = words.plain(texts.READERS_IN_GROUP[reader], group=group)
            choices.append((label, reader, one.group.group_id))
    chosen = (found.reader, found.group_id or GroupId(0))
    buttons = [
        Button(
            _marked(words, label, chosen == (reader, group)), NoteReaderChosen(found.note_id, reader, group)
        )
        for label, reader, group in choices
    ]
    return (tuple(buttons),) if len(reachable) <= 1 else tuple((button,) for button in buttons)


def list_reply(words: Words, page: NotePage) -> Reply:
    """Return a page of the list, each note with its first words."""
    if not page.notes:
        return show(words(texts.NO_NOTES))
    title = words(texts.LIST_TITLE)
    if page.pages > 1:
        title = words(texts.LIST_TITLE_PAGED, page=page.page + 1, pages=page.pages)
    first = page.page * PAGE + 1
    entries = [_entry(words, number, one) for number, one in enumerate(page.notes, start=first)]
    opens = tuple(
        Button(str(number), OpenNote(one.note_id)) for number, one in enumerate(page.notes, start=first)
    )
    turns = []
    if page.page > 0:
        turns.append(Button(words.plain(texts.NEWER), NotesPage(page.page - 1)))
    if page.page < page.pages - 1:
        turns.append(Button(words.plain(texts.OLDER), NotesPage(page.page + 1)))
    rows = (opens, tuple(turns)) if turns else (opens,)
    return show(paragraphs(title, *entries), *rows, is_protected=True)


def _entry(words: Words, number: int, one: Note) -> Markup:
    is_draft = one.state is NoteState.DRAFT
    reader = words.plain(texts.NOT_KEPT if is_draft else texts.SEEN_BY[one.reader])
    tag = words.plain(texts.TAGS[one.tag])
    heading = words(
        texts.LIST_LINE, number=number, moment=words.moment(one.written_at), tag=tag, reader=reader
    )
    return lines(
        heading, words(texts.QUOTED, quote=one_line(voices.in_words(words, one.text, one.voice), LINE))
    )


def never_mind(words: Words) -> tuple[Button, ...]:
    """Return the row that leaves a note for another time."""
    return (Button(words.plain(texts.NEVER_MIND), StopNote()),)


def _keep_draft(words: Words, found: Note) -> tuple[Button, ...]:
    return (Button(words.plain(texts.KEEP_AS_NOTE), DraftKept(found.note_id), style=Style.PRIMARY),)


def _marked(words: Words, label: str, is_chosen: bool) -> str:
    return words.plain(texts.CHOSEN, name=label) if is_chosen else label


def to_list(words: Words) -> Button:
    """Return the button to all notes."""
    return Button(words.plain(texts.ALL_NOTES), NotesPage(0))
