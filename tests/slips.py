"""What tests of slips do again and again: tell of one, pass it on, look at what came of it."""

import datetime as dt

from domain.alerts import Alert
from domain.items import USE, Use
from domain.setbacks import Outcome, Rule
from domain.slips import Slip
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.hands import Hands
from tests.phone import Phone

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 3, 3)


async def alert_of(storage: Storage, member: Member) -> Alert | None:
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved_of(member.membership_id)


async def rules(storage: Storage, member: Member) -> list[Rule]:
    alert = await alert_of(storage, member)
    return [] if alert is None else [found.cause.rule for found in alert.found]


async def slips_of(storage: Storage, member: Member) -> list[Slip]:
    async with storage.unit_of_work() as work:
        who = await work.people.actor(member.person_id)
        drafts = await work.slips.draft(who.scope)
        return [*([drafts] if drafts else []), *await work.slips.kept(who.scope, 50, 0)]


async def notes_for_fay(storage: Storage, cast: Cast) -> list[str]:
    who = await actor(storage, cast.fay)
    async with storage.unit_of_work() as work:
        notes = await work.notes.for_facilitator(who.scope, cast.ana.membership_id, NOON - DAY)
        return [one.text for one in notes]


async def skips_to_the_end(phone: Phone) -> None:
    while "Skip" in phone.labels:
        await phone.tap("Skip")


async def tells_of(phone: Phone, day: str) -> None:
    """Tell the facilitator of a setback on a day, without words."""
    await phone.command("slip")
    await phone.tap("Yes")
    await phone.say(day)
    await skips_to_the_end(phone)
    await phone.tap("Let Fay know")
    await phone.tap("Yes, send exactly this")


async def reports_use(storage: Storage, container: Container, member: Member, at: dt.datetime = NOON) -> None:
    hands = Hands(storage, container, member)
    hands.now = at
    await hands.start()
    while hands.asked is not None:
        await (hands.tap(Use.YES) if hands.asked == USE else hands.skip())


async def resolves(storage: Storage, cast: Cast) -> None:
    alert = await alert_of(storage, cast.ana)
    assert alert is not None
    async with storage.unit_of_work() as work:
        await work.alert_steps.resolve(alert.alert_id, cast.fay.person_id, Outcome.TALKED, NOON)
