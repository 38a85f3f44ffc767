"""Words for voice notes: that there is one and how long it is; what was said in it nobody writes down."""

from domain.voices import Voice
from handlers.texts.words import Label, Text, Words

VOICE_NOTE = Label(en="🎤 voice note, {length}", es="🎤 nota de voz, {length}")
UNPLAYED = Text(
    en="Telegram doesn't let me play this voice note here. Perhaps your settings take no voice messages, or the sound is gone.",
    es="Telegram no me deja reproducir aquí esta nota de voz. Quizá tu configuración no recibe mensajes de voz, o el sonido ya no "
    "está.",
)
LISTEN = Label(en="▶ Listen, {length}", es="▶ Escuchar, {length}")
LISTEN_TO = Label(en="▶ {name}, {length}", es="▶ {name}, {length}")

REFUSALS = {
    "voices.gone": Text(
        en="That voice note isn't there any more: the answer was changed.",
        es="Esa nota de voz ya no está: la respuesta cambió.",
    ),
}


def length(voice: Voice) -> str:
    """Return how long a voice note is, as 0:12."""
    return f"{voice.seconds // 60}:{voice.seconds % 60:02}"


def in_words(words: Words, text: str, voice: Voice | None) -> str:
    """Return what stands for a note that may be spoken: that it is, and what was written with it."""
    if voice is None:
        return text
    spoken = words.plain(VOICE_NOTE, length=length(voice))
    return f"{spoken} · {text}" if text else spoken
