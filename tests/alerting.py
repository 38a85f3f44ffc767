"""What tests of alerts do again and again: press a button of an alert, have its card sent, read the answer."""

import datetime as dt
from typing import Any

from sqlalchemy import select

from domain.access import SYSTEM
from domain.alerts import Alert
from domain.ids import AlertId
from domain.messages import AlertRaised, AlertSeen, Message, message_from
from domain.setbacks import Cause, Rule
from handlers import alert_steps, alerts
from handlers.callbacks.alerts import (
    Acknowledge,
    HandedOver,
    HandOver,
    HideDetails,
    PutOff,
    ReachedOut,
    Resolve,
    Resolved,
    ShowCourse,
    ShowDetails,
    Snoozed,
)
from handlers.request import Reply, Screen
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Member
from tests.scenes import notice_to, request_of

SOS = Cause(Rule.SOS, None, None)


async def pressed(
    storage: Storage, container: Container, member: Member, press: Any, at: dt.datetime = NOON
) -> Reply:
    views: dict[type, Any] = {
        Acknowledge: alert_steps.acknowledged,
        HandedOver: alert_steps.handed_over,
        HandOver: alert_steps.hand_over_asked,
        HideDetails: alerts.details_hidden,
        PutOff: alert_steps.put_off,
        ReachedOut: alert_steps.reached_out,
        Resolve: alert_steps.resolve_asked,
        Resolved: alert_steps.resolved,
        ShowCourse: alert_steps.course_shown,
        Snoozed: alert_steps.snoozed,
        ShowDetails: alerts.details_asked,
    }
    request = await request_of(storage, member, at)
    async with container.transaction() as services:
        return await views[type(press)](request, press, services)


async def card(
    storage: Storage,
    container: Container,
    member: Member,
    message: AlertRaised,
    at: dt.datetime = NOON,
) -> Screen | None:
    notice = await notice_to(storage, member, at)
    async with container.transaction() as services:
        return await alerts.alert_raised(notice, message, services)


async def listed(storage: Storage, container: Container, member: Member, at: dt.datetime = NOON) -> Reply:
    request = await request_of(storage, member, at)
    async with container.transaction() as services:
        return await alerts.alerts(request, services)


def text(reply: Reply) -> str:
    return str(reply.screens[0].text)


def presses(reply: Reply) -> list[Any]:
    return [button.press for row in reply.screens[0].rows for button in row]


async def seen_messages(storage: Storage) -> list[int]:
    async with storage.unit_of_work() as work:
        query = select(OutboxRow.person_id).where(OutboxRow.kind == AlertSeen.kind)
        return list(await work.session.scalars(query))


async def posted(storage: Storage) -> list[tuple[Message, Any]]:
    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(select(OutboxRow).order_by(OutboxRow.not_before, OutboxRow.id))
        return [(message_from(row.kind, row.data), row.person_id) for row in rows]


async def raised(
    container: Container, member: Member, *causes: Cause, at: dt.datetime = NOON
) -> AlertId | None:
    async with container.transaction() as services:
        return await services.alarm.raise_alert(member.membership_id, causes, at)


async def alert_of(storage: Storage, alert_id: AlertId | None) -> Alert:
    assert alert_id is not None
    async with storage.unit_of_work() as work:
        alert = await work.alerts.of(SYSTEM, alert_id)
    assert alert is not None
    return alert


async def acknowledged(storage: Storage, alert_id: AlertId | None, by: Member, at: dt.datetime) -> None:
    assert alert_id is not None
    async with storage.unit_of_work() as work:
        await work.alert_steps.acknowledge(alert_id, by.person_id, at)
