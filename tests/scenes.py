"""Small steps that tests of views begin with: a request by somebody, a check-in answered on a day, an alert raised."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import State
from domain.forms import Form
from domain.ids import AlertId, CheckInId, PairId
from domain.items import ItemId
from domain.partners import Answer
from domain.setbacks import Cause, Rule
from domain.templates import questions_of
from handlers.request import Request
from handlers.route import Notice
from handlers.texts.words import Words
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, Member, actor

TODAY = NOON.date()
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


async def request_of(
    storage: Storage, member: Member, at: dt.datetime = NOON, language: str = "en", text: str | None = None
) -> Request:
    """Return a request of this member, as the edge would make it."""
    return Request(
        address=member.address,
        now=at,
        words=Words(language, ZONE),
        actor=await actor(storage, member),
        text=text,
    )


async def notice_to(storage: Storage, member: Member, at: dt.datetime = NOON) -> Notice:
    """Return the circumstances of an unasked message to this member."""
    return Notice(recipient=await actor(storage, member), words=Words("en", ZONE), now=at)


async def answered(
    storage: Storage,
    member: Member,
    date: dt.date = TODAY,
    state: State = State.COMPLETED,
    form: Form = Form.FULL,
    *,
    slot: int = 0,
    **values: int,
) -> CheckInId:
    """Bring in a check-in of this date with these answers."""
    due_at = dt.datetime.combine(date, NOON.timetz())
    async with storage.unit_of_work() as work:
        checkin_id = await work.checkins.add(
            member.membership_id,
            date,
            slot,
            State.OPEN,
            due_at=due_at,
            asked_at=due_at,
            closes_at=due_at + 6 * HOUR,
            next_step_at=None,
        )
        assert checkin_id is not None
        stage = await work.phases.stage(member.membership_id)
        await work.checkins.set_form(checkin_id, form, questions_of(stage, (), (), date))
        checkin = await work.checkins.get(SYSTEM, checkin_id)
        assert checkin is not None
        for item, value in values.items():
            await work.checkins.keep_answer(checkin, ItemId(item), due_at, value=value)
        if not state.is_open:
            await work.checkins.set_state(checkin_id, state, due_at)
    return checkin_id


async def alert_about(
    storage: Storage, container: Container, cast: Cast, at: dt.datetime = NOON, *causes: Cause
) -> AlertId:
    """Raise an alert about Ana: these causes, or a craving of 9 in a check-in of today."""
    if not causes:
        causes = (Cause(Rule.CRAVING, 9, await answered(storage, cast.ana, mood=4, craving=9)),)
    async with container.transaction() as services:
        alert_id = await services.alarm.raise_alert(cast.ana.membership_id, causes, at)
    assert alert_id is not None
    return alert_id


async def partners(storage: Storage, one: Member, other: Member, at: dt.datetime = NOON) -> PairId:
    """Make two members partners who share what every new pair shares."""
    seats = (one.membership_id, other.membership_id)
    async with storage.unit_of_work() as work:
        pair_id = await work.partners.propose(one.group_id, seats, [], at)
        for seat in seats:
            await work.partners.set_answer(pair_id, seat, Answer.ACCEPTED, at)
        await work.partners.activate(pair_id, at)
    return pair_id
