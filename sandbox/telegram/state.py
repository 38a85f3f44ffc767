"""Hold the whole simulated Telegram in memory and tell listeners of each visible change. It speaks no HTTP."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Callable

from sandbox.telegram.accounts import Account, BotAccount
from sandbox.telegram.bubbles import Bubble, bubble_of
from sandbox.telegram.callbacks import CallbackDesk
from sandbox.telegram.calls import CallLog
from sandbox.telegram.chats import Chat, ChatKind, Membership
from sandbox.telegram.errors import Json
from sandbox.telegram.faults import Faults
from sandbox.telegram.files import FileStore
from sandbox.telegram.flood import FloodControl, Limits
from sandbox.telegram.messages import Message
from sandbox.telegram.profile import BotProfile
from sandbox.telegram.updates import MESSAGE_LIFETIME, UpdateQueue
from sandbox.telegram.webhook_settings import WebhookSettings

# They are numbers beyond 53 bits, written as text.
_FIRST_ALBUM_ID = 13_000_000_000_000_000


class EventKind(enum.StrEnum):
    """Name what can change before somebody's eyes."""

    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    TOAST = "toast"
    ACTION = "action"
    REACTION = "reaction"
    PINNED = "pinned"
    MEMBERSHIP = "membership"
    PROFILE = "profile"


@dataclasses.dataclass(frozen=True, slots=True)
class Toast:
    """Hold what answered a button press: `user_id` sees it, as a dialog when `is_alert`."""

    query_id: str
    user_id: int
    text: str
    is_alert: bool
    url: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """Hold one visible change; a private chat's id is the person's, chat 0 is the bot's profile."""

    kind: EventKind
    chat_id: int
    message: Bubble | None = None
    toast: Toast | None = None
    action: str | None = None


class State:
    """Hold accounts, chats and messages, and what the server knows about the bot."""

    def __init__(
        self, clock: Callable[[], dt.datetime], bot_token: str, bot_username: str, limits: Limits
    ) -> None:
        self._clock = clock
        self._listeners: list[Callable[[Event], None]] = []
        self.limits = limits
        self.bot = BotAccount(int(bot_token.partition(":")[0]), bot_token, bot_username)
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.queue = UpdateQueue()
        self.webhook = WebhookSettings()
        self.desk = CallbackDesk()
        self.files = FileStore()
        self.profile = BotProfile()
        self.flood = FloodControl(limits)
        self.faults = Faults()
        self.calls = CallLog()
        self._album_id = _FIRST_ALBUM_ID

    @property
    def now(self) -> dt.datetime:
        """Return the world's time, aware UTC."""
        return self._clock()

    def on_change(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call back at once for each visible change; return the function that ends it."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def next_album_id(self) -> int:
        """Count one more set of pictures that are sent at once."""
        self._album_id += 1
        return self._album_id

    def tell(self, event: Event) -> None:
        """Tell every listener of a change."""
        for listener in list(self._listeners):
            listener(event)

    def name_of(self, user_id: int) -> str:
        """Return the name that a chat shows for somebody."""
        return self.bot.name if user_id == self.bot.id else self.accounts[user_id].name

    def private_chat(self, user_id: int) -> Chat:
        """Return somebody's chat with the bot, opening it when needed."""
        if user_id not in self.chats:
            self.chats[user_id] = Chat(user_id, ChatKind.PRIVATE, bot=Membership.MEMBER)
        return self.chats[user_id]

    def bot_knows(self, user_id: int) -> bool:
        """Tell whether the bot has ever met this person, in private or in a group."""
        account = self.accounts[user_id]
        return account.has_started or any(
            not chat.is_private and user_id in chat.members and chat.bot.is_present
            for chat in self.chats.values()
        )

    def post(self, message: Message) -> Message:
        """Put a message into its chat and show it."""
        self.chats[message.chat_id].messages[message.id] = message
        self._show(EventKind.MESSAGE, message)
        return message

    def changed(self, message: Message, kind: EventKind = EventKind.EDITED) -> None:
        """Show a message again after it changed."""
        self._show(kind, message)

    def remove(self, message: Message) -> None:
        """Take a message out of its chat."""
        chat = self.chats[message.chat_id]
        chat.messages.pop(message.id, None)
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self._show(EventKind.DELETED, message)

    def push(
        self, kind: str, payload: Json, *, key: int, lifetime: dt.timedelta = MESSAGE_LIFETIME
    ) -> int | None:
        """Queue an update for the bot; None when the bot did not ask for this kind."""
        return self.queue.push(kind, payload, key=key, now=self.now, lifetime=lifetime)

    def _show(self, kind: EventKind, message: Message) -> None:
        if self._listeners:
            self.tell(Event(kind, message.chat_id, bubble_of(message, self.bot.id, self.name_of)))
