"""Leaves the rows of setbacks and of who is told, for tests about everything that is kept of a person."""

from domain.ids import AlertId
from storage.tables import Row
from storage.tables.escalation import AlertTellingRow, CoverRow, MailAddressRow, MailRow, OnCallRow
from storage.tables.plans import PlanRow
from storage.tables.sessions import NoShowRow
from storage.tables.setbacks import SlipRow, WatchRow
from storage.types import new_id
from storage.unit_of_work import UnitOfWork
from tests.cast import NOON, Member


async def leave_traces(work: UnitOfWork, member: Member, alert_id: AlertId) -> None:
    """Write a row into each of these tables, with words that can be found again."""
    person_id, seat = member.person_id, member.membership_id
    cipher = await work.keys.of(person_id)
    slip_id = new_id()
    rows: list[Row] = [
        SlipRow(
            id=slip_id,
            membership_id=seat,
            state="kept",
            used_on=NOON.date(),
            before=cipher.seal("slips.before", slip_id, f"SLIP OF {member.name}"),
            begun_at=NOON,
        ),
        PlanRow(
            person_id=person_id,
            helps=cipher.seal("plans.helps", person_id, f"PLAN OF {member.name}"),
        ),
        NoShowRow(membership_id=seat, held_on=NOON.date(), marked_at=NOON),
        WatchRow(membership_id=seat, next_at=NOON),
        OnCallRow(membership_id=seat, weekdays=127, from_minute=480, until_minute=1200),
        CoverRow(id=new_id(), membership_id=seat, from_at=NOON, until_at=NOON, made_at=NOON),
        AlertTellingRow(alert_id=alert_id, person_id=person_id, told_at=NOON),
        MailAddressRow(
            person_id=person_id,
            address=cipher.seal("mail_addresses.address", person_id, f"MAIL OF {member.name}"),
            asked_at=NOON,
        ),
        MailRow(
            id=new_id(),
            person_id=person_id,
            alert_id=alert_id,
            round=0,
            state="waiting",
            due_at=NOON,
            attempts=0,
        ),
    ]
    work.session.add_all(rows)
    await work.session.flush()
