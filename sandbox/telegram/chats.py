"""Hold chats: their messages, members and the bot's place in them. It sends nothing and checks no right."""

import dataclasses
import enum

from sandbox.telegram.messages import Message


class ChatKind(enum.StrEnum):
    """Name the kinds of chat as the Bot API does."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Membership(enum.StrEnum):
    """Name what somebody is in a chat, as the Bot API does."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def is_present(self) -> bool:
        """Tell whether somebody of this standing is in the chat."""
        return self not in {Membership.LEFT, Membership.KICKED}


@dataclasses.dataclass(eq=False)
class Chat:
    """Hold one chat; in a private one the id is the person's."""

    id: int
    kind: ChatKind
    title: str | None = None
    username: str | None = None
    members: dict[int, Membership] = dataclasses.field(default_factory=dict)
    bot: Membership = Membership.LEFT
    bot_can_write: bool = True
    is_forum: bool = False
    topics: set[int] = dataclasses.field(default_factory=set)
    is_deleted: bool = False
    migrated_to: int | None = None
    messages: dict[int, Message] = dataclasses.field(default_factory=dict)
    pinned: list[int] = dataclasses.field(default_factory=list)
    menu_button: dict[str, object] = dataclasses.field(default_factory=lambda: {"type": "default"})
    last_message_id: int = 0

    @property
    def is_private(self) -> bool:
        """Tell whether this is somebody's own chat with the bot."""
        return self.kind is ChatKind.PRIVATE

    def next_message_id(self) -> int:
        """Count one message more; ids rise and are never used again."""
        self.last_message_id += 1
        return self.last_message_id
