"""Finds and keeps people, where their typing goes, and which message shows what."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import delete, select, update

from domain.access import Actor, Role, Seat
from domain.ids import Address, GroupId, MembershipId, PersonId
from domain.quiet import Quiet
from domain.retrospect import Theme
from storage import vault
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.people import AnchorRow, DialogueRow, PersonRow
from storage.types import new_id

ACTIVE = "active"
"""The state of a membership that counts; joining and left do not."""


class People(Repository):
    """Accounts of the messaging app."""

    async def find(self, address: Address) -> PersonId | None:
        """Return who has this address; None for a stranger."""
        query = select(PersonRow).where(PersonRow.address_hash == self.keys.hash_of(address))
        person = await self.session.scalar(query)
        if person is None:
            return None
        # A session forgets rows that nobody holds, and this one is asked for again at once.
        self.session.info["person"] = person
        return PersonId(person.id)

    async def add(self, address: Address, language: str, timezone: str, now: dt.datetime) -> PersonId:
        """Create a person with a data key of their own."""
        person_id = PersonId(new_id())
        data_key = vault.new_data_key()
        sealed = vault.PersonCipher(person_id, data_key).seal("people.address", person_id, str(address))
        self.session.add(
            PersonRow(
                id=person_id,
                address_hash=self.keys.hash_of(address),
                address=sealed,
                language=language,
                timezone=timezone,
                created_at=now,
            )
        )
        await self.session.flush()
        await self.keys.create(person_id, data_key)
        return person_id

    async def actor(self, person_id: PersonId) -> Actor:
        """Return the person with every active seat."""
        person = await self.session.get_one(PersonRow, person_id)
        query = (
            select(MembershipRow.id, MembershipRow.group_id, MembershipRow.role)
            .where(MembershipRow.person_id == person_id, MembershipRow.state == ACTIVE)
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        seats = tuple(
            Seat(MembershipId(row.id), GroupId(row.group_id), Role(row.role))
            for row in await self.session.execute(query)
        )
        return Actor(person_id, person.language, person.timezone, seats)

    async def address(self, person_id: PersonId) -> Address:
        """Return where the person is reached."""
        person = await self.session.get_one(PersonRow, person_id)
        cipher = await self.keys.of(person_id)
        return Address(int(cipher.open("people.address", person_id, person.address)))

    async def set_timezone(self, person_id: PersonId, timezone: str) -> None:
        """Change the zone in which the person lives."""
        await self.session.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(timezone=timezone)
        )

    async def set_language(self, person_id: PersonId, language: str) -> None:
        """Change the language in which the person is spoken to."""
        await self.session.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(language=language)
        )

    async def quiet(self, person_id: PersonId) -> Quiet | None:
        """Return the person's quiet hours; None when there are none."""
        person = await self.session.get_one(PersonRow, person_id)
        if person.quiet_from is None or person.quiet_until is None:
            return None
        return Quiet(person.quiet_from, person.quiet_until)

    async def set_quiet(self, person_id: PersonId, quiet: Quiet | None) -> None:
        """Change the person's quiet hours, or have none."""
        person = await self.session.get_one(PersonRow, person_id)
        person.quiet_from = None if quiet is None else quiet.from_minute
        person.quiet_until = None if quiet is None else quiet.until_minute
        await self.session.flush()

    async def alone(self, person_id: PersonId) -> None:
        """Let no other transaction ask this person until this one ends; on PostgreSQL it then begins anew."""
        await self.session.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(language=PersonRow.language)
        )

    async def theme(self, person_id: PersonId) -> Theme:
        """Return the colours of the person's pictures."""
        return Theme((await self.session.get_one(PersonRow, person_id)).picture_theme)

    async def set_theme(self, person_id: PersonId, theme: Theme) -> None:
        """Change the colours of the person's pictures."""
        person = await self.session.get_one(PersonRow, person_id)
        person.picture_theme = theme
        await self.session.flush()

    async def unreachable_since(self, person_id: PersonId) -> dt.datetime | None:
        """Return since when messages no longer arrive; None while they do."""
        return (await self.session.get_one(PersonRow, person_id)).unreachable_since

    async def set_unreachable(self, person_id: PersonId, since: dt.datetime | None) -> bool:
        """Mark as unreachable, or as reachable again with None; tell whether that changed anything."""
        person = await self.session.get_one(PersonRow, person_id)
        changed = (person.unreachable_since is None) != (since is None)
        if changed:
            person.unreachable_since = since
            await self.session.flush()
        return changed


class Dialogues(Repository):
    """What each person's free text answers now."""

    async def current(self, person_id: PersonId) -> tuple[str, int] | None:
        """Return the kind and subject of the open dialogue; None when typing belongs to nothing."""
        row = await self.session.get(DialogueRow, person_id)
        return None if row is None else (row.kind, row.subject_id)

    async def open(self, person_id: PersonId, kind: str, subject_id: int, now: dt.datetime) -> None:
        """Let the person's typing go to this subject, and no longer to any other."""
        await self.session.merge(
            DialogueRow(person_id=person_id, kind=kind, subject_id=subject_id, opened_at=now)
        )
        await self.session.flush()

    async def close(
        self, person_id: PersonId, kind: str | None = None, subject_id: int | None = None
    ) -> None:
        """End the open dialogue, or only one of that kind, or about that subject."""
        statement = delete(DialogueRow).where(DialogueRow.person_id == person_id)
        if kind is not None:
            statement = statement.where(DialogueRow.kind == kind)
        if subject_id is not None:
            statement = statement.where(DialogueRow.subject_id == subject_id)
        await self.session.execute(statement)


class Anchors(Repository):
    """Which message of the chat shows a thing that is edited in place."""

    async def message_ids(self, person_id: PersonId, anchors: Collection[str]) -> dict[str, int]:
        """Return the messages that show these things, without those that none shows."""
        query = select(AnchorRow.anchor, AnchorRow.message_id).where(
            AnchorRow.person_id == person_id, AnchorRow.anchor.in_(anchors)
        )
        return {row.anchor: row.message_id for row in await self.session.execute(query)}

    async def at_message(self, person_id: PersonId, message_id: int, beginning: str) -> str | None:
        """Return the thing whose name begins so that a message shows; None when it shows none."""
        query = select(AnchorRow.anchor).where(
            AnchorRow.person_id == person_id,
            AnchorRow.message_id == message_id,
            AnchorRow.anchor.startswith(beginning, autoescape=True),
        )
        return await self.session.scalar(query.order_by(AnchorRow.saved_at.desc()).limit(1))

    async def saved_at(self, person_id: PersonId, anchor: str) -> dt.datetime | None:
        """Return when it was last remembered which message shows the thing; None when it never was."""
        row = await self.session.get(AnchorRow, (person_id, anchor))
        return None if row is None else row.saved_at

    async def purge(self, saved_before: dt.datetime) -> None:
        """Forget messages that have long scrolled out of sight."""
        await self.session.execute(delete(AnchorRow).where(AnchorRow.saved_at < saved_before))

    async def remove(self, person_id: PersonId, anchors: Collection[str]) -> None:
        """Forget the messages that show these things."""
        await self.session.execute(
            delete(AnchorRow).where(AnchorRow.person_id == person_id, AnchorRow.anchor.in_(anchors))
        )

    async def save(self, person_id: PersonId, anchor: str, message_id: int, now: dt.datetime) -> None:
        """Remember the message that shows the thing."""
        await self.session.merge(
            AnchorRow(person_id=person_id, anchor=anchor, message_id=message_id, saved_at=now)
        )
        await self.session.flush()
