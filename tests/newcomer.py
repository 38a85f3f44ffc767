"""Somebody without a seat and with a phone, for tests of views: a stranger, or a person on the way in or out."""

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import Address, GroupId, MembershipId, PersonId
from handlers.errors import refused
from handlers.request import Attachment, Reply
from handlers.texts.words import Words
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Member
from tests.phone import _TYPED, Phone


class Newcomer(Phone):
    """A phone whose owner is recognised by address at every step, as at the edge."""

    def __init__(self, storage: Storage, container: Container, address: int, language: str = "en") -> None:
        nobody = Member(PersonId(0), MembershipId(0), GroupId(0), Address(address), "")
        super().__init__(storage, container, nobody, language)

    async def actor(self) -> Actor | None:
        """Return who it is by now; None while it is a stranger."""
        async with self.container.transaction() as services:
            return await services.people.recognise(self.member.address)

    async def say(self, text: str | None, attachment: Attachment | None = None) -> Reply:
        """Type something, to whatever dialogue is open."""
        who = await self.actor()
        kind, subject_id = None, None
        if who is not None:
            async with self.container.transaction() as services:
                kind, subject_id = await services.people.dialogue(who.person_id) or (None, None)
        if who is None or (kind is None and not who.seats):
            self.reply = refused(await self._words(), NotAllowed("system.stranger"), who, "US")
            return self.reply
        return await self._do(_TYPED[kind], text, subject_id=subject_id, attachment=attachment)

    async def _dialogue(self) -> tuple[str | None, int | None]:
        who = await self.actor()
        if who is None:
            return None, None
        async with self.container.transaction() as services:
            return await services.people.dialogue(who.person_id) or (None, None)

    async def _words(self) -> Words:
        who = await self.actor()
        return Words(self.language, "UTC") if who is None else Words(who.language, who.timezone)
