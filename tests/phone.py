"""A person with a phone, for tests of views: taps what the last screens show, types, and is answered by the real views."""

import datetime as dt
from typing import Any

from sqlalchemy import select

from domain.access import Actor
from domain.checkins import CheckIn
from domain.errors import Refused
from domain.messages import Message
from domain.voices import Voice
from handlers import routes
from handlers.errors import refused
from handlers.request import Attachment, Button, Reply, Request, Screen
from handlers.route import Notice
from handlers.texts.words import Words
from services.container import Container
from services.ticks import DUTIES
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Member, actor

_PRESSES = {route.press: route.view for route in routes.PRESSES}
_COMMANDS = {route.name: route.view for route in routes.COMMANDS}
_TYPED = {route.dialogue: route.view for route in routes.TYPED}
_NOTICES = {route.message: route.view for route in routes.NOTICES}


class Phone:
    """One member's phone.

    Attributes:
        now: when the member does the next thing; tests move it.
        reply: what the last thing was answered with.
    """

    def __init__(self, storage: Storage, container: Container, member: Member, language: str = "en") -> None:
        self.storage, self.container, self.member = storage, container, member
        self.language = language
        self.now = NOON
        self.reply = Reply()

    @property
    def text(self) -> str:
        """Return all that the last answer says, as HTML."""
        return "\n".join(str(screen.text) for screen in self.reply.screens)

    @property
    def labels(self) -> list[str]:
        """Return the labels of all buttons in sight."""
        return [button.label for button in self._buttons()]

    def button(self, label: str) -> Button:
        """Return the button with exactly this label, or the only one that begins with it."""
        exact = [button for button in self._buttons() if button.label == label]
        found = exact or [button for button in self._buttons() if button.label.startswith(label)]
        assert len(found) == 1, f"{label!r} is not one of {self.labels}"
        return found[0]

    async def actor(self) -> Actor | None:
        """Return who it is, as the edge would recognise them now."""
        return await actor(self.storage, self.member)

    async def tap(self, label: str) -> Reply:
        """Press a button in sight."""
        return await self.press(self.button(label))

    async def press(self, button: Button) -> Reply:
        """Press any button, also one of an earlier screen."""
        assert button.press is not None
        return await self._do(_PRESSES[type(button.press)], None, button.press)

    async def command(self, name: str, text: str = "", message_id: int = 0) -> Reply:
        """Send a command."""
        return await self._do(_COMMANDS[name], text, message_id=message_id or None)

    async def say(self, text: str, attachment: Attachment | None = None, message_id: int = 0) -> Reply:
        """Type something, to whatever dialogue is open; `message_id` names it for a later edit."""
        kind, subject_id = await self._dialogue()
        return await self._do(
            _TYPED[kind], text, subject_id=subject_id, attachment=attachment, message_id=message_id or None
        )

    async def speak(self, seconds: int = 12, caption: str = "", message_id: int = 0) -> Reply:
        """Send a voice note, to whatever dialogue is open."""
        kind, subject_id = await self._dialogue()
        return await self._do(
            _TYPED[kind],
            caption,
            subject_id=subject_id,
            attachment=Attachment.VOICE,
            voice=Voice("AwAC-sound", seconds),
            message_id=message_id or None,
        )

    async def share(self, latitude: float, longitude: float) -> Reply:
        """Share a location, to whatever dialogue is open."""
        kind, subject_id = await self._dialogue()
        return await self._do(
            _TYPED[kind],
            "",
            subject_id=subject_id,
            attachment=Attachment.LOCATION,
            place=(latitude, longitude),
        )

    async def edit(self, message_id: int, text: str) -> Reply:
        """Change what one's own earlier message says; silence where it gave nothing."""
        known = await self._known()
        async with self.container.transaction() as services:
            given = await services.corrections.of_message(known, message_id, self.now)
        if given is None:
            self.reply = Reply()
            return self.reply
        return await self._do(
            _TYPED[given.dialogue], text, subject_id=given.subject_id, message_id=message_id, is_edit=True
        )

    async def forward(self, text: str) -> Reply:
        """Pass on what somebody else wrote, to whatever dialogue is open."""
        kind, subject_id = await self._dialogue()
        return await self._do(_TYPED[kind], text, subject_id=subject_id, is_forwarded=True)

    async def receive(self, message: Message) -> Screen | None:
        """Be sent an unasked message; None when it is not sent after all."""
        notice = Notice(await actor(self.storage, self.member), await self._words(), self.now)
        async with self.container.transaction() as services:
            screen = await _NOTICES[type(message)](notice, message, services)
        if screen is not None:
            self.reply = Reply((screen,))
        return screen

    async def _do(
        self,
        view: Any,
        text: str | None,
        *presses: Any,
        subject_id: int | None = None,
        **more: Any,
    ) -> Reply:
        request = Request(
            address=self.member.address,
            now=self.now,
            words=await self._words(),
            actor=await self.actor(),
            text=text,
            subject_id=subject_id,
            **more,
        )
        try:
            async with self.container.transaction() as services:
                self.reply = await view(request, *presses, services)
        except Refused as refusal:
            self.reply = refused(request.words, refusal, request.actor, "US")
        return self.reply

    async def _known(self) -> Actor:
        return await actor(self.storage, self.member)

    async def _dialogue(self) -> tuple[str | None, int | None]:
        async with self.container.transaction() as services:
            return await services.people.dialogue(self.member.person_id) or (None, None)

    async def _words(self) -> Words:
        return Words(self.language, (await actor(self.storage, self.member)).timezone)

    def _buttons(self) -> list[Button]:
        return [button for screen in self.reply.screens for row in screen.rows for button in row]


async def tick(container: Container, now: dt.datetime) -> None:
    """Serve all that is due, as the scheduler does."""
    for duty in DUTIES:
        async with container.transaction() as services:
            rows = await duty.due(services, now)
        for row in rows:
            async with container.transaction() as services:
                await duty.do(services, row, now)


async def messages(storage: Storage, member: Member) -> list[str]:
    """Return the kinds of all messages that were put in line for a member, in their order."""
    async with storage.unit_of_work() as work:
        query = select(OutboxRow.kind).where(OutboxRow.person_id == member.person_id)
        return list(await work.session.scalars(query.order_by(OutboxRow.not_before, OutboxRow.id)))


async def kept(storage: Storage, member: Member) -> CheckIn:
    """Return the member's latest check-in, with its words."""
    own = (await actor(storage, member)).scope
    async with storage.unit_of_work() as work:
        latest = await work.checkins.latest(own, member.membership_id)
        assert latest is not None
        checkin = await work.checkins.get(own, latest.id)
    assert checkin is not None
    return checkin
