"""Reads what a message carries besides words; it decides nothing about it."""

from telegram import Message

from domain.relays import Media, RelayKind
from domain.voices import Voice
from handlers.request import Attachment


def media_of(message: Message) -> Media | None:
    """Return the voice message, photo or sticker by its name at Telegram; None where there is none."""
    if message.sticker is not None:
        return Media(RelayKind.STICKER, message.sticker.file_id)
    if message.photo:
        return Media(RelayKind.PHOTO, message.photo[-1].file_id)
    voice = voice_of(message)
    return None if voice is None else Media(RelayKind.VOICE, voice.file_id, voice.seconds)


def voice_of(message: Message) -> Voice | None:
    """Return the voice message; None where there is none."""
    if message.voice is None:
        return None
    length = message.voice.duration
    return Voice(message.voice.file_id, length if isinstance(length, int) else round(length.total_seconds()))


def place_of(message: Message) -> tuple[float, float] | None:
    """Return the latitude and longitude of a shared place, in degrees; None where there is none."""
    location = message.location if message.venue is None else message.venue.location
    return None if location is None else (location.latitude, location.longitude)


def attachment_of(message: Message) -> Attachment | None:
    """Return what came instead of text; None for text."""
    if message.text is not None:
        return None
    kinds = (
        (message.sticker, Attachment.STICKER),
        (message.voice, Attachment.VOICE),
        (message.photo, Attachment.PHOTO),
        (message.location or message.venue, Attachment.LOCATION),
        (message.effective_attachment, Attachment.OTHER),
    )
    return next((kind for content, kind in kinds if content), None)
