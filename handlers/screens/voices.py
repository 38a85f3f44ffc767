"""Draws what was spoken: the button that plays it, and the voice note itself; who may hear it is decided elsewhere."""

from collections.abc import Iterable

from markupsafe import Markup

from domain.checkins import CheckIn
from domain.items import Item
from domain.voices import Voice
from handlers.callbacks.checkins import HearAnswer
from handlers.callbacks.payload import Press
from handlers.request import Button, Screen
from handlers.screens.answers import name_of
from handlers.texts import notes as note_texts
from handlers.texts import voices as texts
from handlers.texts.quoting import LABEL_NAME, one_line, shown
from handlers.texts.words import Words

_SHOWN = 3_000
"""Characters of the words below a voice note; with what stands around them one message in the app."""


def played_screen(words: Words, voice: Voice | None, text: str) -> Screen:
    """Return a voice note to be played, with what was written with it."""
    quote = words(note_texts.QUOTED, quote=shown(text, _SHOWN)) if text else Markup("")
    return Screen(quote, voice=voice, unplayed=words(texts.UNPLAYED), is_protected=True)


def play_button(words: Words, voice: Voice, press: Press, name: str = "") -> Button:
    """Return the button that plays a voice note; `name` says whose or what it is where there are several."""
    label = texts.LISTEN_TO if name else texts.LISTEN
    return Button(
        words.plain(label, length=texts.length(voice), name=one_line(name, LABEL_NAME) if name else ""), press
    )


def own_voice_rows(words: Words, checkin: CheckIn, items: Iterable[Item]) -> tuple[tuple[Button, ...], ...]:
    """Return a row for each of these questions that its owner, who alone has the sound here, answered by voice."""
    spoken = [
        (item, answer.voice)
        for item in items
        if (answer := checkin.answers.get(item.id)) is not None and answer.voice is not None
    ]
    return tuple(
        (
            play_button(
                words,
                voice,
                HearAnswer(checkin.id, item.id),
                name_of(words, item) if len(spoken) > 1 else "",
            ),
        )
        for item, voice in spoken
    )
