"""What a view is given and what it gives back; it knows nothing of Telegram, so that another edge can carry it."""

import dataclasses
import datetime as dt
import enum

from markupsafe import Markup

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import Address
from domain.relays import Media
from domain.voices import Voice
from handlers.callbacks.payload import Press
from handlers.pictures.picture import Picture
from handlers.texts.words import Words


class Attachment(enum.StrEnum):
    """What came instead of text."""

    STICKER = "sticker"
    VOICE = "voice"
    PHOTO = "photo"
    LOCATION = "location"
    OTHER = "other"


@dataclasses.dataclass(frozen=True, slots=True)
class Request:
    """One thing that one person did.

    Attributes:
        address: where the person is reached.
        now: when it is served, aware UTC.
        words: the person's language and zone.
        actor: who it is; None for a stranger.
        text: what was written: the free text, or what stood after a command ("" if nothing); None for a press.
        subject_id: what the free text answers (the open dialogue's subject); None when it answers nothing.
        attachment: what came instead of text; None for text.
        is_forwarded: the text is somebody else's, passed on.
        message_id: the person's own message, which an edit names again; None for a press.
        voice: a voice note; `text` is then its caption.
        place: latitude and longitude, in degrees, of a place that was shared.
        media: a voice message, photo or sticker that can be carried on; `text` is then its caption.
        reply_to: the message of the chat that it answers.
        username: under which anybody finds the person in the app; shown to nobody unless they ask for that.
        is_edit: it is an earlier message as it reads now; `subject_id` is then what that message gave.
    """

    address: Address
    now: dt.datetime
    words: Words
    actor: Actor | None = None
    text: str | None = None
    subject_id: int | None = None
    attachment: Attachment | None = None
    is_forwarded: bool = False
    message_id: int | None = None
    voice: Voice | None = None
    place: tuple[float, float] | None = None
    media: Media | None = None
    reply_to: int | None = None
    username: str | None = None
    is_edit: bool = False

    @property
    def person(self) -> Actor:
        """Return who it is, where the route has made sure that it is a member.

        Raises:
            NotAllowed: it is a stranger.
        """
        if self.actor is None:
            raise NotAllowed("system.stranger")
        return self.actor


class Style(enum.StrEnum):
    """How a button stands out; never the only sign of what it does."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button: it presses, or it opens a link."""

    label: str
    press: Press | None = None
    url: str | None = None
    style: Style = Style.PLAIN


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """A file for the person to keep."""

    name: str
    content: bytes


class Placing(enum.StrEnum):
    """Where an unasked screen goes: as a message of its own, or only where its thing is shown already.

    IN_PLACE changes that message, AWAY takes it away (where the app no longer does, it reads as the screen says).
    """

    BELOW = "below"
    IN_PLACE = "in_place"
    AWAY = "away"


@dataclasses.dataclass(frozen=True, slots=True)
class Reaction:
    """A reaction of the bot's own to a message of the chat; `emoji` None takes it away."""

    message_id: int
    emoji: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Screen:
    """One message.

    Attributes:
        text: the body, HTML; the caption where there is a picture (then at most 1,024 characters).
        rows: the buttons.
        picture: a PNG; or its facts, which the edge draws (`Picture.render`, in a thread) after the transaction.
        document: a file.
        voice: a voice note to be played; the body is its caption.
        unplayed: what is said where the app plays none: the person takes none, or the sound is gone.
        anchor: names a thing that has one message in the chat, for example ``checkin:123``. After a press a later screen with
            the same anchor takes that message's place; after something typed it comes below it, and the earlier one goes.
        clears: anchors of things that are over: when this one stands, their messages go, or at least their buttons.
        media: a voice message, photo or sticker of somebody else; without `unplayed` nothing takes its place.
        reply_to: the message of the chat that it answers, if that is still there.
        is_silent: it comes without a sound.
        placing: of an unasked message.
        is_protected: cannot be forwarded or saved in the app.
    """

    text: Markup
    rows: tuple[tuple[Button, ...], ...] = ()
    picture: bytes | Picture | None = None
    document: Document | None = None
    voice: Voice | None = None
    unplayed: Markup | None = None
    anchor: str | None = None
    clears: tuple[str, ...] = ()
    media: Media | None = None
    reply_to: int | None = None
    is_silent: bool = False
    placing: Placing = Placing.BELOW
    is_protected: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one thing that a person did.

    Attributes:
        screens: in order. The first takes the place of the pressed message, or of the message with the same anchor.
        notice: a short line shown over the chat after a press (at most 200 characters).
        is_new: the first screen is a new message even after a press; the pressed message keeps its text, loses its buttons.
        is_below: the first screen is a new message even after a press; the pressed message stays as it is.
        drops_button: of a message that keeps its text the pressed button alone goes; the others stay.
    """

    screens: tuple[Screen, ...] = ()
    notice: str | None = None
    is_new: bool = False
    is_below: bool = False
    drops_button: bool = False


def show(
    text: Markup,
    *rows: tuple[Button, ...],
    anchor: str | None = None,
    is_protected: bool = False,
    is_new: bool = False,
    notice: str | None = None,
) -> Reply:
    """Return a reply of one screen."""
    return Reply(
        (Screen(text, rows, anchor=anchor, is_protected=is_protected),), notice=notice, is_new=is_new
    )
