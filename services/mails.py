"""Lets facilitators hear of alerts by e-mail too, at an address that they have confirmed; what a mail says is not decided here."""

import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed, NotUnderstood
from domain.ids import MembershipId
from domain.mail import CODE_AGAIN_AFTER, MailAddress, digits_in, mail_address
from storage.mails import DEAD, SENT, Letter
from storage.unit_of_work import UnitOfWork

KEPT_FOR = dt.timedelta(days=8)
ADDRESS_DIALOGUE = "cover.mail"
CODE_DIALOGUE = "cover.code"


class Mails:
    """The second channel.

    Attributes:
        has_news: this transaction has put a code in line, which somebody waits for; alerts ring with their messages.
    """

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self.has_news = False

    async def address(self, viewer: Actor) -> MailAddress | None:
        """Return where the viewer gets e-mail; None for nowhere."""
        return await self._work.mails.address(viewer.person_id)

    async def ask(self, viewer: Actor, text: str, now: dt.datetime) -> MailAddress:
        """Send a code to an address; until it comes back nothing else goes there.

        Raises:
            NotUnderstood: it is no address.
            NotAllowed: a code was sent a moment ago.
        """
        address = mail_address(text)
        earlier = await self._work.mails.address(viewer.person_id)
        if earlier is not None and earlier.confirmed_at is None and now - earlier.asked_at < CODE_AGAIN_AFTER:
            raise NotAllowed("mail.too_soon")
        await self._work.mails.ask(viewer.person_id, address, now)
        self.has_news = True
        return MailAddress(address, now, None, 0)

    async def confirm(self, viewer: Actor, text: str, now: dt.datetime) -> bool:
        """Take a typed code; tell whether it was right.

        Raises:
            NotUnderstood: no code can be typed any more: it is too old, or too many were wrong.
        """
        address = await self._work.mails.address(viewer.person_id)
        if address is None or not address.takes_code(now):
            raise NotUnderstood("mail.code_is_over")
        if not await self._work.mails.is_code(viewer.person_id, address.asked_at, digits_in(text)):
            await self._work.mails.count_wrong(viewer.person_id)
            return False
        await self._work.mails.confirm(viewer.person_id, now)
        return True

    async def stop(self, viewer: Actor, now: dt.datetime) -> None:
        """Send the viewer no e-mail any more, and forget the address."""
        await self._work.mails.forget(viewer.person_id, now)

    async def listen(self, viewer: Actor, kind: str, seat: MembershipId, now: dt.datetime) -> None:
        """Let what is typed next be an address, or a code."""
        await self._work.dialogues.open(viewer.person_id, kind, seat, now)

    async def stop_listening(self, viewer: Actor) -> None:
        """Let what is typed next be something else again."""
        for kind in (ADDRESS_DIALOGUE, CODE_DIALOGUE):
            await self._work.dialogues.close(viewer.person_id, kind)

    async def claim(self, limit: int, now: dt.datetime, lease: dt.timedelta) -> list[tuple[Letter, Actor]]:
        """Take due mails under a lease, earliest first, each with to whom it goes."""
        taken = await self._work.mails.claim(limit, now, now + lease)
        return [(letter, await self._work.people.actor(letter.person_id)) for letter in taken]

    async def sent(self, letter: Letter, now: dt.datetime) -> bool:
        """Write down that a mail was taken; tell whether the mailer still held it."""
        return await self._work.mails.settle(letter, SENT, now)

    async def failed(self, letter: Letter, now: dt.datetime, error: str) -> None:
        """Give a mail up."""
        await self._work.mails.settle(letter, DEAD, now, error)

    async def put_back(self, letter: Letter, due_at: dt.datetime, error: str) -> None:
        """Let a mail wait for another attempt."""
        await self._work.mails.put_back(letter, due_at, error)

    async def release(self, now: dt.datetime) -> None:
        """Let every lease lapse: no other mailer is at work on this database."""
        await self._work.mails.release(now)

    async def purge(self, now: dt.datetime) -> None:
        """Delete what was settled, or has waited in vain, long ago."""
        await self._work.mails.purge(now - KEPT_FOR)
