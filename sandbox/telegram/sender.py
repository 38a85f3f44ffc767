"""Let a person send: words, pictures, voice notes, places. What else they do in the app is elsewhere."""

from collections.abc import Sequence

from sandbox.telegram.accounts import Account
from sandbox.telegram.autolinks import find_entities
from sandbox.telegram.bubbles import Bubble, bubble_of
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import ApiError, Json
from sandbox.telegram.happenings import announce, new_message
from sandbox.telegram.messages import Media, Message
from sandbox.telegram.sounds import silence
from sandbox.telegram.state import State

_LARGEST_ALBUM = 10


class Impossible(Exception):
    """Say that the app would not let a person do this."""


class Sender(Account):
    """Send what one person sends; each thing makes the update that Telegram would send.

    Raises:
        Impossible: from everything that the app does not let this person send.
    """

    def __init__(
        self, state: State, user_id: int, name: str, username: str | None, language_code: str
    ) -> None:
        super().__init__(user_id, name, username, language_code)
        self._state = state

    def send(self, text: str, reply_to: int | None = None) -> Bubble:
        """Write to the bot."""
        return self._send_text(self._state.private_chat(self.id), text, reply_to)

    def send_to(self, group: Chat, text: str, reply_to: int | None = None) -> Bubble:
        """Write into a group."""
        return self._send_text(group, text, reply_to)

    def send_photo(self, content: bytes, caption: str | None = None, album_id: str | None = None) -> Bubble:
        """Send a picture, PNG or JPEG."""
        try:
            sizes = self._state.files.add_photo(content)
        except ApiError as error:
            raise Impossible("the app sends only pictures as pictures") from error
        return self._send_media(Media("photo", sizes=sizes), caption, album_id)

    def send_photos(self, contents: Sequence[bytes], caption: str | None = None) -> list[Bubble]:
        """Send several pictures at once, in albums of up to ten as the app does; the caption is the first one's."""
        sent: list[Bubble] = []
        for start in range(0, len(contents), _LARGEST_ALBUM):
            album = contents[start : start + _LARGEST_ALBUM]
            album_id = str(self._state.next_album_id()) if len(album) > 1 else None
            for content in album:
                sent.append(self.send_photo(content, None if sent else caption, album_id))
        return sent

    def send_voice(self, seconds: int, caption: str | None = None) -> Bubble:
        """Say something for this many seconds; what is recorded is silence."""
        file = self._state.files.add(
            silence(seconds), folder="voice", name="voice.oga", mime_type="audio/ogg", seconds=seconds
        )
        media = Media("voice", file, facts={"duration": seconds, "mime_type": "audio/ogg"})
        return self._send_media(media, caption)

    def send_sticker(self) -> Bubble:
        """Send a sticker."""
        file = self._state.files.add(b"RIFF", folder="stickers", name="sticker.webp", mime_type="image/webp")
        facts: Json = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
        return self._send_media(Media("sticker", file, facts=facts | {"emoji": "👍"}))

    def send_location(self, latitude: float, longitude: float) -> Bubble:
        """Send a place, in degrees."""
        return self._send_media(Media("location", facts={"latitude": latitude, "longitude": longitude}))

    def send_venue(self, latitude: float, longitude: float, title: str, address: str) -> Bubble:
        """Send a place with a name, as chosen from the app's list of places nearby."""
        location: Json = {"latitude": latitude, "longitude": longitude}
        return self._send_media(
            Media("venue", facts={"location": location, "title": title, "address": address})
        )

    def send_contact(self) -> Bubble:
        """Share one's own phone number."""
        facts: Json = {"phone_number": f"+{self.id}", "first_name": self.name, "user_id": self.id}
        return self._send_media(Media("contact", facts=facts))

    def _send_text(self, chat: Chat, text: str, reply_to: int | None) -> Bubble:
        message = self._begin(chat)
        message.text = text
        message.entities = tuple(find_entities(text))
        message.reply_to = reply_to if reply_to in chat.messages else None
        return self._bubble(announce(self._state, message))

    def _send_media(self, media: Media, caption: str | None = None, album_id: str | None = None) -> Bubble:
        message = self._begin(self._state.private_chat(self.id))
        message.media = media
        message.album_id = album_id
        message.text = caption or ""
        message.entities = tuple(find_entities(message.text))
        return self._bubble(announce(self._state, message))

    def _begin(self, chat: Chat) -> Message:
        if self.deactivated:
            raise Impossible(f"{self.name} deleted the account")
        if chat.is_private:
            if self.blocked:
                raise Impossible(f"{self.name} blocked the bot and must unblock it first")
            self.has_started = True
        elif self.id not in chat.members:
            raise Impossible(f"{self.name} is not in {chat.title}")
        return new_message(self._state, chat, self.id)

    def _bubble(self, message: Message) -> Bubble:
        return bubble_of(message, self._state.bot.id, self._state.name_of)
