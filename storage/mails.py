"""Keeps e-mail addresses with the codes that confirm them, and mails until they are settled; it sends none."""

import dataclasses
import datetime as dt
import hmac
from collections.abc import Mapping
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update

from domain.ids import AlertId, PersonId
from domain.mail import MailAddress, code_from
from domain.setbacks import AlertState
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.alerts import AlertRow
from storage.tables.escalation import MailAddressRow, MailRow
from storage.types import new_id

NEW: Final = "new"
SENDING: Final = "sending"
SENT: Final = "sent"
CANCELLED: Final = "cancelled"
DEAD: Final = "dead"
UNSURE: Final = "unsure"
"""The error of a mail that may have arrived although nothing said so."""
_ADDRESS: Final = "mail_addresses.address"


@dataclasses.dataclass(frozen=True, slots=True)
class Letter:
    """A mail in the hands of a mailer.

    Attributes:
        code: confirms the address; None for a mail about an alert.
        attempts: how often it has been claimed, this time included; who holds an earlier number holds it no longer.
        may_be_twice: an earlier attempt may have arrived.
    """

    id: int
    person_id: PersonId
    address: str
    code: str | None
    attempts: int
    may_be_twice: bool


class Mails(Repository):
    """Addresses and mails."""

    async def address(self, person_id: PersonId) -> MailAddress | None:
        """Return where a person gets e-mail; None for nowhere."""
        row = await self.session.get(MailAddressRow, person_id, populate_existing=True)
        return None if row is None else await self._address(row)

    async def ask(self, person_id: PersonId, address: str, now: dt.datetime) -> None:
        """Keep an address that is not confirmed, in the place of any other, and put its code in line."""
        cipher = await self.keys.of(person_id)
        await self.session.merge(
            MailAddressRow(
                person_id=person_id,
                address=cipher.seal(_ADDRESS, person_id, address),
                wrong_codes=0,
                asked_at=now,
                confirmed_at=None,
            )
        )
        await self._drop(MailRow.person_id == person_id, now)
        self.session.add(_mail(person_id, None, 0, now))
        await self.session.flush()

    async def is_code(self, person_id: PersonId, asked_at: dt.datetime, typed: str) -> bool:
        """Tell whether this is the code that was sent at that moment."""
        return hmac.compare_digest(self._code(person_id, asked_at), typed)

    async def confirm(self, person_id: PersonId, now: dt.datetime) -> None:
        """Let mails go to the person's address."""
        await self._set_address(person_id, confirmed_at=now)

    async def count_wrong(self, person_id: PersonId) -> None:
        """Note that a wrong code was typed."""
        await self._set_address(person_id, wrong_codes=MailAddressRow.wrong_codes + 1)

    async def forget(self, person_id: PersonId, now: dt.datetime) -> None:
        """Delete the person's address and take back what waits for it."""
        await self._drop(MailRow.person_id == person_id, now)
        await self.session.execute(delete(MailAddressRow).where(MailAddressRow.person_id == person_id))

    async def post(self, alert_id: AlertId, number: int, due: Mapping[PersonId, dt.datetime]) -> None:
        """Put one mail in line for each of these people with a confirmed address, for this round of an alert."""
        confirmed = select(MailAddressRow.person_id).where(
            MailAddressRow.person_id.in_(due), MailAddressRow.confirmed_at.is_not(None)
        )
        for found in list(await self.session.scalars(confirmed)):
            row = _mail(PersonId(found), alert_id, number, due[PersonId(found)])
            values = {column.key: getattr(row, column.key) for column in MailRow.__table__.columns}
            statement = insert(self.session, MailRow).values(values).on_conflict_do_nothing()
            await self.session.execute(statement)

    async def cancel_about(self, alert_id: AlertId, now: dt.datetime) -> None:
        """Take back what waits about an alert."""
        await self._drop(MailRow.alert_id == alert_id, now)

    async def claim(self, limit: int, now: dt.datetime, leased_until: dt.datetime) -> list[Letter]:
        """Take due mails, earliest first; a lapsed lease is taken over. What is no longer due is dropped."""
        query = (
            select(MailRow, MailAddressRow, AlertRow)
            .outerjoin(MailAddressRow, MailAddressRow.person_id == MailRow.person_id)
            .outerjoin(AlertRow, AlertRow.id == MailRow.alert_id)
            .where(
                or_(
                    and_(MailRow.state == NEW, MailRow.due_at <= now),
                    and_(MailRow.state == SENDING, MailRow.leased_until <= now),
                )
            )
            .order_by(MailRow.due_at, MailRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=MailRow)
        )
        taken: list[Letter] = []
        for mail, address, alert in (await self.session.execute(query)).all():
            if not _is_due(mail, address, alert):
                mail.state, mail.sent_at = CANCELLED, now
                continue
            may_be_twice = mail.state == SENDING or mail.error == UNSURE
            mail.state, mail.leased_until, mail.attempts = SENDING, leased_until, mail.attempts + 1
            taken.append(await self._letter(mail, address, may_be_twice=may_be_twice))
        await self.session.flush()
        return taken

    async def settle(self, letter: Letter, state: str, now: dt.datetime, error: str | None = None) -> bool:
        """Write down how it ended; tell whether the mailer still held it."""
        return await self._change(letter, state=state, sent_at=now, error=error)

    async def put_back(self, letter: Letter, due_at: dt.datetime, error: str) -> bool:
        """Let it wait for another attempt."""
        return await self._change(letter, state=NEW, due_at=due_at, error=error)

    async def release(self, now: dt.datetime) -> None:
        """Let every lease lapse: no other mailer is at work on this database."""
        await self.session.execute(update(MailRow).where(MailRow.state == SENDING).values(leased_until=now))

    async def waiting(self) -> int:
        """Return how many mails wait or are being sent."""
        query = select(func.count()).where(MailRow.state.in_((NEW, SENDING)))
        return (await self.session.scalar(query)) or 0

    async def purge(self, before: dt.datetime) -> None:
        """Delete mails that were due long ago."""
        await self.session.execute(
            delete(MailRow).where(MailRow.state.in_((NEW, SENT, CANCELLED, DEAD)), MailRow.due_at < before)
        )

    async def _letter(self, mail: MailRow, row: MailAddressRow, *, may_be_twice: bool) -> Letter:
        person_id = PersonId(mail.person_id)
        code = self._code(person_id, row.asked_at) if mail.alert_id is None else None
        address = (await self._address(row)).address
        return Letter(mail.id, person_id, address, code, mail.attempts, may_be_twice)

    async def _address(self, row: MailAddressRow) -> MailAddress:
        cipher = await self.keys.of(PersonId(row.person_id))
        address = cipher.open(_ADDRESS, row.person_id, row.address)
        return MailAddress(address, row.asked_at, row.confirmed_at, row.wrong_codes)

    def _code(self, person_id: PersonId, asked_at: dt.datetime) -> str:
        return code_from(self.keys.digest_of(f"mail:{person_id}:{asked_at.timestamp():.6f}"))

    async def _set_address(self, person_id: PersonId, **values: object) -> None:
        await self.session.execute(
            update(MailAddressRow).where(MailAddressRow.person_id == person_id).values(**values)
        )

    async def _drop(self, which: ColumnElement[bool], now: dt.datetime) -> None:
        await self.session.execute(
            update(MailRow).where(which, MailRow.state == NEW).values(state=CANCELLED, sent_at=now)
        )

    async def _change(self, letter: Letter, **values: object) -> bool:
        statement = (
            update(MailRow)
            .where(MailRow.id == letter.id, MailRow.state == SENDING, MailRow.attempts == letter.attempts)
            .values(leased_until=None, **values)
            .returning(MailRow.id)
            .execution_options(synchronize_session=False)
        )
        return (await self.session.execute(statement)).first() is not None


def _is_due(mail: MailRow, address: MailAddressRow | None, alert: AlertRow | None) -> bool:
    """Tell whether a mail is still right: its alert is open in that round, or its code can still be typed."""
    if address is None:
        return False
    if mail.alert_id is None:
        return address.confirmed_at is None
    is_open = alert is not None and alert.state == AlertState.OPEN and alert.round == mail.round
    return is_open and address.confirmed_at is not None


def _mail(person_id: PersonId, alert_id: AlertId | None, number: int, due_at: dt.datetime) -> MailRow:
    return MailRow(
        id=new_id(),
        person_id=person_id,
        alert_id=alert_id,
        round=number,
        state=NEW,
        due_at=due_at,
        attempts=0,
        leased_until=None,
        error=None,
        sent_at=None,
    )
