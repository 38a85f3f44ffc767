"""Give each person hands: what somebody can do in the Telegram app with this bot. It answers no request."""

import datetime as dt
import re
import urllib.parse

from sandbox.telegram.autolinks import find_entities
from sandbox.telegram.bubbles import Bubble, bubble_of
from sandbox.telegram.chats import Chat, Membership
from sandbox.telegram.errors import Json
from sandbox.telegram.happenings import (
    announce_edit,
    announce_membership,
    announce_press,
    announce_reaction,
)
from sandbox.telegram.messages import Message
from sandbox.telegram.sender import Impossible, Sender

__all__ = ["WITHOUT_CAPTION", "Impossible", "Person"]

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_EDITABLE_FOR = dt.timedelta(hours=48)
WITHOUT_CAPTION = frozenset({"sticker", "location", "venue", "contact"})
"""What somebody can send and not edit."""


class Person(Sender):
    """Do what one person does; each act makes the updates that Telegram would send.

    Raises:
        Impossible: from every act that the app does not offer, such as tapping a button that is not there.
    """

    @property
    def chat(self) -> list[Bubble]:
        """Return what the private chat with the bot shows, oldest first."""
        return self.sees(self._state.private_chat(self.id))

    @property
    def last(self) -> Bubble | None:
        """Return the newest message of the private chat; None when there is none."""
        messages = self._state.private_chat(self.id).messages
        return self._bubble(next(reversed(messages.values()))) if messages else None

    def sees(self, chat: Chat) -> list[Bubble]:
        """Return what a chat shows, oldest first."""
        return [bubble_of(each, self._state.bot.id, self._state.name_of) for each in chat.messages.values()]

    @property
    def keyboard(self) -> Json | None:
        """Return the reply keyboard or forced reply under the input field; None when there is none."""
        for message in reversed(self._state.private_chat(self.id).messages.values()):
            markup = message.markup or {}
            if "remove_keyboard" in markup:
                return None
            if "keyboard" in markup or "force_reply" in markup:
                return markup
        return None

    @property
    def commands(self) -> list[Json]:
        """Return the bot's commands as this person's menu shows them."""
        return self._state.profile.commands_shown_to(self.id, self.id, self.language_code)

    def start(self, payload: str | None = None) -> Bubble:
        """Press Start, or Restart after blocking; the payload is a deep link's."""
        if payload is not None and not _PAYLOAD.fullmatch(payload):
            raise Impossible(f"a start payload is 1 to 64 of A-Z a-z 0-9 _ -, not {payload!r}")
        if self.blocked:
            self.unblock()
        return self.send(f"/start {payload}" if payload else "/start")

    def open_link(self, url: str) -> Bubble | None:
        """Open a t.me or tg: link to the bot and press Start; without a payload only the chat opens."""
        parts = urllib.parse.urlsplit(url)
        query = urllib.parse.parse_qs(parts.query)
        is_tg = parts.scheme == "tg"
        name = query.get("domain", [""])[0] if is_tg else parts.path.strip("/")
        if not is_tg and parts.netloc not in {"t.me", "telegram.me"}:
            raise Impossible(f"{url} is no link into Telegram")
        if name.lower() != self._state.bot.username.lower():
            raise Impossible(f"{url} leads to another bot")
        payload = query.get("start", [None])[0]
        return self.start(payload) if payload else None

    def edit(self, message_id: int, text: str) -> Bubble:
        """Change what one's own message says, or the caption below one's own picture or voice note."""
        message = self._own_message(message_id)
        self._check_editable(message, text)
        message.text = text
        message.entities = tuple(find_entities(text))
        message.edited_at = self._state.now
        announce_edit(self._state, message)
        return self._bubble(message)

    def delete(self, message_id: int) -> None:
        """Delete a message from the private chat for both; bots are not told."""
        self._state.remove(self._message(self._state.private_chat(self.id), message_id))

    def tap(self, message_id: int, data_or_label: str, *, chat: Chat | None = None) -> str:
        """Tap a callback button and return the query id."""
        where = chat or self._state.private_chat(self.id)
        button = self._bubble(self._message(where, message_id)).button(data_or_label)
        if button is None or button.data is None:
            raise Impossible(f"message {message_id} has no callback button {data_or_label!r}")
        return announce_press(self._state, self.id, where, message_id, button.data)

    def tap_twice(self, message_id: int, data_or_label: str) -> tuple[str, str]:
        """Tap once, but let it arrive as two callback queries, as clients with bad networks do."""
        return self.tap(message_id, data_or_label), self.tap(message_id, data_or_label)

    def forge_tap(self, message_id: int, data: str) -> str:
        """Send callback data that no button carries, perhaps under a deleted message, as bad clients do."""
        return announce_press(self._state, self.id, self._state.private_chat(self.id), message_id, data)

    def react(self, message_id: int, emoji: str | None, *, chat: Chat | None = None) -> None:
        """Put a reaction under a message in place of one's earlier one; None takes it away."""
        message = self._message(chat or self._state.private_chat(self.id), message_id)
        announce_reaction(self._state, self.id, message, [{"type": "emoji", "emoji": emoji}] if emoji else [])

    def block(self) -> None:
        """Block the bot; sending to this person then answers 403."""
        if not self.blocked:
            self.blocked = True
            self._tell_standing(Membership.MEMBER, Membership.KICKED)

    def unblock(self) -> None:
        """Let the bot write again."""
        if self.blocked:
            self.blocked = False
            self._tell_standing(Membership.KICKED, Membership.MEMBER)

    def _tell_standing(self, old: Membership, new: Membership) -> None:
        announce_membership(self._state, self._state.private_chat(self.id), self.id, old, new)

    def _message(self, chat: Chat, message_id: int) -> Message:
        found = chat.messages.get(message_id)
        if found is None:
            raise Impossible(f"there is no message {message_id} in the chat")
        return found

    def _own_message(self, message_id: int) -> Message:
        message = self._message(self._state.private_chat(self.id), message_id)
        if message.sender_id != self.id:
            raise Impossible(f"message {message_id} is not {self.name}'s own")
        return message

    def _check_editable(self, message: Message, text: str) -> None:
        kind = None if message.media is None else message.media.kind
        if self._state.now - message.sent_at > _EDITABLE_FOR:
            raise Impossible("a message can be edited for two days")
        if kind in WITHOUT_CAPTION or message.origin is not None:
            raise Impossible(f"there is nothing to edit in a {kind or 'forwarded message'}")
        if text == message.text or (kind is None and not text.strip()):
            raise Impossible("an edit changes something, and leaves something")
