"""E-mail beside the chat, through a real mail server: an address that is confirmed, one neutral mail a round, and none once seen."""

import dataclasses
import datetime as dt
import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sqlalchemy import ColumnElement, func, select

from bot.app import App
from domain.access import Role
from domain.ids import AlertId
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from storage.mails import NEW, SENT
from storage.tables.escalation import MailAddressRow, MailRow
from storage.unit_of_work import Storage
from tests.alerting import SOS
from tests.bot.conftest import SteeredClock, container_of, said, until
from tests.bot.post_office import SENDER, PostOffice, open_office
from tests.cast import Member, _group, _member, _program, actor

ADDRESS = "fay@clinic.example"
NEUTRAL = "Somebody needs you in Tandem. Open Tandem."
PRIVATE = ("Ana", "Fay", "Tuesday", "Riverside", "urgent", "A-")
QUARTER = dt.timedelta(minutes=15)


@dataclasses.dataclass
class Clinic:
    """Ana, her facilitator Fay, and the mail server."""

    app: App
    storage: Storage
    clock: SteeredClock
    office: PostOffice
    ana: Member
    fay: Member
    phone: Person

    async def alert(self) -> AlertId:
        """Raise an urgent alert about Ana."""
        async with container_of(self.app).transaction() as services:
            alert_id = await services.alarm.raise_alert(self.ana.membership_id, [SOS], self.clock.now())
        assert alert_id is not None
        return alert_id

    async def after(self, wait: dt.timedelta) -> None:
        """Let time pass."""
        self.clock.offset += wait
        await self.app.tick()

    async def put_back(self) -> None:
        """Wait until a mail has been tried once and is in line again: only then does the clock's next step concern it."""
        await until(lambda: self._has(1, MailRow.state == NEW, MailRow.attempts > 0))

    async def delivered(self, number: int) -> None:
        """Wait until so many mails about alerts have arrived and that is written down: a lease lapses when time goes on."""
        await until(lambda: self._has(number, MailRow.state == SENT))
        assert number == len(self.office.mails)

    async def _has(self, number: int, *conditions: ColumnElement[bool]) -> bool:
        async with self.storage.unit_of_work() as work:
            query = select(func.count()).where(MailRow.alert_id.is_not(None), *conditions)
            return number == await work.session.scalar(query)

    async def tells(self, text: str, answer: str) -> None:
        """Let Fay type something and wait for the answer."""
        self.phone.send(text)
        await self._reads(answer)

    async def taps(self, label: str, answer: str) -> None:
        """Let Fay tap the newest button of that name, once it is there, and wait for the answer."""
        await until(lambda: self._shows(label) is not None)
        shown = self._shows(label)
        assert shown is not None
        self.phone.tap(shown, label)
        await self._reads(answer)

    def _shows(self, label: str) -> int | None:
        bubbles = [
            bubble.id
            for bubble in self.phone.chat
            if any(button.label == label for row in bubble.buttons for button in row)
        ]
        return bubbles[-1] if bubbles else None

    async def _reads(self, answer: str) -> None:
        await until(lambda: any(answer in text for text in said(self.phone)))

    async def confirms(self) -> None:
        """Give an address and type the code that came there."""
        await self.tells("/cover", "Alerts of Tuesday")
        await self.taps("Also by e-mail", "Please type your address")
        await self.tells(ADDRESS, "I've sent a code")
        await until(lambda: len(self.office.mails) == 1)
        (code,) = re.findall(r"\b\d{6}\b", text_of(self.office, 0))
        await self.tells(f"{code[:3]} {code[3:]}", "From now on alerts come to")
        self.office.mails.clear()


def text_of(office: PostOffice, number: int) -> str:
    """Return everything that a mail says, headers too."""
    return office.mails[number].as_string()


@pytest.fixture
async def clinic(
    start: Callable[..., Awaitable[App]], world: World, clock: SteeredClock
) -> AsyncIterator[Clinic]:
    async with open_office(PostOffice()) as office:
        app = await start(
            TICK_SECONDS="60",
            SMTP_HOST="127.0.0.1",
            SMTP_PORT=str(office.port),
            SMTP_FROM=SENDER,
            SMTP_TLS="none",
        )
        storage = container_of(app).storage
        phones = {name: world.add_person(name) for name in ("Ana", "Fay")}
        async with storage.unit_of_work() as work:
            group = await _group(work, await _program(work, "Riverside"), "Tuesday")
            ana = await _member(work, group, "Ana", Role.PARTICIPANT, phones["Ana"].id)
            fay = await _member(work, group, "Fay", Role.FACILITATOR, phones["Fay"].id)
        for phone in phones.values():
            phone.start()
        await until(app.is_idle)
        yield Clinic(app, storage, clock, office, ana, fay, phones["Fay"])
        await app.stop()


async def test_an_address_is_confirmed_by_its_code_and_alerts_go_there_too(clinic: Clinic) -> None:
    await clinic.confirms()
    await clinic.alert()
    await until(lambda: len(clinic.office.mails) == 1)

    mail = text_of(clinic.office, 0)
    assert NEUTRAL in mail
    assert [] == [word for word in PRIVATE if word in mail.replace(ADDRESS, "").replace("localhost", "")]
    assert "Tandem" == clinic.office.mails[0]["Subject"]


async def test_each_round_brings_one_mail_and_none_once_somebody_has_seen_it(clinic: Clinic) -> None:
    await clinic.confirms()
    alert_id = await clinic.alert()
    await clinic.delivered(1)
    await clinic.after(QUARTER)
    await clinic.delivered(2)
    viewer = await actor(clinic.storage, clinic.fay)
    async with container_of(clinic.app).transaction() as services:
        assert await services.alert_steps.acknowledge(viewer, alert_id, clinic.clock.now())
    await clinic.after(QUARTER)
    await clinic.after(QUARTER)
    assert 2 == len(clinic.office.mails)


async def test_a_server_that_is_away_for_a_while_gets_one_mail_in_the_end(clinic: Clinic) -> None:
    await clinic.confirms()
    clinic.office.refuses = "451 later please"
    await clinic.alert()
    await clinic.put_back()
    clinic.office.refuses = None
    await clinic.after(dt.timedelta(minutes=1))
    await clinic.delivered(1)
    await clinic.after(dt.timedelta(minutes=2))
    await until(clinic.app.is_idle)

    assert 1 == len(clinic.office.mails)


async def test_what_was_seen_meanwhile_is_not_mailed_late(clinic: Clinic) -> None:
    await clinic.confirms()
    clinic.office.refuses = "451 later please"
    alert_id = await clinic.alert()
    viewer = await actor(clinic.storage, clinic.fay)
    await clinic.put_back()
    async with container_of(clinic.app).transaction() as services:
        await services.alert_steps.acknowledge(viewer, alert_id, clinic.clock.now())
    clinic.office.refuses = None
    await clinic.after(dt.timedelta(minutes=5))
    await until(clinic.app.is_idle)

    assert [] == clinic.office.mails


async def test_a_wrong_code_confirms_nothing(clinic: Clinic) -> None:
    await clinic.tells("/cover", "Alerts of Tuesday")
    await clinic.taps("Also by e-mail", "Please type your address")
    await clinic.tells("no address at all", "couldn't read an e-mail address")
    await clinic.tells(ADDRESS, "I've sent a code")
    await until(lambda: len(clinic.office.mails) == 1)
    await clinic.tells("000000", "That was not the code")
    await clinic.alert()
    await until(lambda: any("your eyes" in text for text in said(clinic.phone)))
    await clinic.after(dt.timedelta(minutes=1))

    assert 1 == len(clinic.office.mails)


async def test_no_mail_after_the_address_was_taken_back_and_it_is_forgotten(clinic: Clinic) -> None:
    await clinic.confirms()
    await clinic.tells("/cover", "Alerts of Tuesday")
    await clinic.taps("Also by e-mail", ADDRESS)
    await clinic.taps("No e-mail any more", "Your address is deleted here")
    await clinic.alert()
    await until(lambda: any("your eyes" in text for text in said(clinic.phone)))
    await clinic.after(dt.timedelta(minutes=1))

    assert [] == clinic.office.mails
    async with clinic.storage.unit_of_work() as work:
        assert [] == list(await work.session.scalars(select(MailAddressRow)))


async def test_without_a_mail_server_nobody_is_asked_for_an_address(
    start: Callable[..., Awaitable[App]], world: World
) -> None:
    app = await start()
    storage = container_of(app).storage
    person = world.add_person("Fay")
    async with storage.unit_of_work() as work:
        group = await _group(work, await _program(work, "Riverside"), "Tuesday")
        await _member(work, group, "Fay", Role.FACILITATOR, person.id)
    person.start()
    await until(app.is_idle)
    person.send("/cover")
    await until(lambda: any("Alerts of Tuesday" in text for text in said(person)))

    labels = [button.label for row in person.chat[-1].buttons for button in row]
    assert "Also by e-mail" not in labels


async def test_what_may_have_arrived_goes_again_under_the_same_name_and_says_so(clinic: Clinic) -> None:
    await clinic.confirms()
    clinic.office.drops_after_data = True
    await clinic.alert()
    await clinic.put_back()
    clinic.office.drops_after_data = False
    await clinic.after(dt.timedelta(minutes=1))
    await until(lambda: len(clinic.office.mails) == 2)

    first, second = clinic.office.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert "(This may reach you twice.)" in text_of(clinic.office, 1)
