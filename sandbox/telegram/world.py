"""Make people and groups in a simulated Telegram. The state is beneath, HTTP is in the server."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from sandbox.telegram.chats import Chat, ChatKind, Membership
from sandbox.telegram.flood import Limits
from sandbox.telegram.happenings import announce_membership, announce_service
from sandbox.telegram.person import Person
from sandbox.telegram.state import Event, EventKind, State, Toast
from sandbox.telegram.wire import bot_json, user_json

__all__ = ["Event", "EventKind", "Limits", "Person", "Toast", "World"]

# Ids of new accounts no longer fit 32 bits; neither do these, so that a too narrow column is found out.
_FIRST_PERSON_ID = 7_100_000_001
_FIRST_GROUP_ID = 4_100_000_001
_SUPERGROUP_OFFSET = 1_000_000_000_000


class World(State):
    """Hold a whole simulated Telegram with one bot; time follows the given clock (aware UTC)."""

    def __init__(
        self,
        clock: Callable[[], dt.datetime],
        bot_token: str,
        bot_username: str = "tandem_sandbox_bot",
        limits: Limits | None = None,
    ) -> None:
        super().__init__(clock, bot_token, bot_username, limits or Limits())
        self._people: dict[int, Person] = {}
        self._group_count = 0

    @property
    def people(self) -> Mapping[int, Person]:
        """Return everybody by account id, in the order of joining."""
        return MappingProxyType(self._people)

    def add_person(self, name: str, username: str | None = None, language_code: str = "en") -> Person:
        """Open a Telegram account; its owner has not met the bot yet."""
        person = Person(self, _FIRST_PERSON_ID + len(self._people), name, username, language_code)
        self._people[person.id] = person
        self.accounts[person.id] = person
        return person

    def add_group(
        self,
        title: str,
        members: Iterable[Person],
        *,
        is_supergroup: bool = False,
        is_forum: bool = False,
        username: str | None = None,
    ) -> Chat:
        """Open a group without the bot; its first member owns it."""
        number = _FIRST_GROUP_ID + self._group_count
        self._group_count += 1
        is_supergroup = is_supergroup or is_forum or username is not None
        chat = Chat(
            id=-(_SUPERGROUP_OFFSET + number) if is_supergroup else -number,
            kind=ChatKind.SUPERGROUP if is_supergroup else ChatKind.GROUP,
            title=title,
            username=username,
            is_forum=is_forum,
        )
        for person in members:
            chat.members[person.id] = Membership.MEMBER if chat.members else Membership.CREATOR
        self.chats[chat.id] = chat
        return chat

    def add_bot_to_group(self, group: Chat, by: Person, *, as_admin: bool = False) -> None:
        """Let a member add the bot."""
        self.set_bot_standing(group, by, Membership.ADMINISTRATOR if as_admin else Membership.MEMBER)
        announce_service(self, group, by.id, {"new_chat_members": [bot_json(self)]})

    def remove_bot_from_group(self, group: Chat, by: Person) -> None:
        """Let a member throw the bot out."""
        self.set_bot_standing(group, by, Membership.KICKED)

    def set_bot_standing(self, group: Chat, by: Person, standing: Membership) -> None:
        """Change what the bot is in a group, such as administrator."""
        old, group.bot = group.bot, standing
        announce_membership(self, group, by.id, old, standing)

    def add_to_group(self, group: Chat, person: Person) -> None:
        """Let somebody join a group."""
        group.members[person.id] = Membership.MEMBER
        announce_membership(self, group, person.id, Membership.LEFT, Membership.MEMBER, user_id=person.id)
        announce_service(self, group, person.id, {"new_chat_members": [user_json(self, person.id)]})

    def remove_from_group(self, group: Chat, person: Person) -> None:
        """Let somebody leave a group."""
        group.members.pop(person.id, None)
        announce_membership(self, group, person.id, Membership.MEMBER, Membership.LEFT, user_id=person.id)
        announce_service(self, group, person.id, {"left_chat_member": user_json(self, person.id)})

    def migrate_group(self, group: Chat, by: Person) -> Chat:
        """Upgrade a group to a supergroup with a new id and new message ids; return the new chat."""
        new = self.add_group(group.title or "", (), is_supergroup=True)
        new.members = dict(group.members)
        new.bot = group.bot
        announce_service(self, group, by.id, {"migrate_to_chat_id": new.id})
        group.migrated_to = new.id
        announce_service(self, new, by.id, {"migrate_from_chat_id": group.id})
        return new

    def delete_group(self, group: Chat) -> None:
        """Delete a group for everybody."""
        group.is_deleted = True
        self.tell(Event(EventKind.MEMBERSHIP, group.id))
