"""Alerts on their way to real chats: past whoever blocked the bot at once, up the rungs with the clock, and quiet once seen."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import update

from bot.app import App
from domain.access import Role
from domain.ids import AlertId
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from storage.tables.groups import MembershipRow
from storage.unit_of_work import Storage
from tests.alerting import SOS
from tests.bot.conftest import SteeredClock, container_of, said, until
from tests.cast import Member, _group, _member, _program, actor
from tests.escalating import agrees

QUARTER = dt.timedelta(minutes=15)
NEWS = "something needs your eyes"


@dataclasses.dataclass
class Clinic:
    """Ana's group with its facilitator and its backup, and the facilitator of another group, each with a phone."""

    app: App
    storage: Storage
    clock: SteeredClock
    ana: Member
    fay: Member
    eve: Member
    dee: Member
    phones: dict[str, Person]

    async def alert(self) -> AlertId:
        """Raise an urgent alert."""
        async with container_of(self.app).transaction() as services:
            alert_id = await services.alarm.raise_alert(self.ana.membership_id, [SOS], self.clock.now())
        assert alert_id is not None
        return alert_id

    def heard(self) -> dict[str, int]:
        """Return how many messages about an alert stand in each chat."""
        return {
            name: sum(NEWS in text for text in said(phone))
            for name, phone in self.phones.items()
            if any(NEWS in text for text in said(phone))
        }

    async def after(self, wait: dt.timedelta) -> None:
        """Let time pass."""
        self.clock.offset += wait
        await self.app.tick()
        await until(self.app.is_idle)

    async def acknowledge(self, member: Member, alert_id: AlertId) -> bool:
        """Say that somebody has seen it."""
        viewer = await actor(self.storage, member)
        async with container_of(self.app).transaction() as services:
            return await services.alert_steps.acknowledge(viewer, alert_id, self.clock.now())


@pytest.fixture
async def clinic(start: Callable[..., Awaitable[App]], world: World, clock: SteeredClock) -> Clinic:
    app = await start(TICK_SECONDS="60")
    storage = container_of(app).storage
    phones = {name: world.add_person(name) for name in ("Ana", "Fay", "Eve", "Dee")}
    async with storage.unit_of_work() as work:
        program = await _program(work, "Riverside")
        group, other = await _group(work, program, "Tuesday"), await _group(work, program, "Friday")
        ana = await _member(work, group, "Ana", Role.PARTICIPANT, phones["Ana"].id)
        fay, eve = [
            await _member(work, group, name, Role.FACILITATOR, phones[name].id) for name in ("Fay", "Eve")
        ]
        dee = await _member(work, other, "Dee", Role.FACILITATOR, phones["Dee"].id)
        await work.session.execute(
            update(MembershipRow).where(MembershipRow.id == eve.membership_id).values(is_backup=True)
        )
    await agrees(storage, ana)
    for phone in phones.values():
        phone.start()
    await until(app.is_idle)
    return Clinic(app, storage, clock, ana, fay, eve, dee, phones)


async def test_it_climbs_with_the_clock_until_somebody_has_seen_it(clinic: Clinic) -> None:
    alert_id = await clinic.alert()
    await until(lambda: clinic.heard() == {"Fay": 1})
    await clinic.after(QUARTER - dt.timedelta(seconds=5))
    assert not any("Again" in text for text in said(clinic.phones["Fay"]))
    await clinic.after(dt.timedelta(seconds=5))
    await until(lambda: any("Again, not yet seen" in text for text in said(clinic.phones["Fay"])))
    assert "Eve" not in clinic.heard()
    await clinic.after(QUARTER)
    await until(lambda: set(clinic.heard()) == {"Fay", "Eve"})
    await clinic.after(QUARTER)
    await until(lambda: set(clinic.heard()) == {"Fay", "Eve", "Dee"})
    assert any("From the group Tuesday" in text for text in said(clinic.phones["Dee"]))
    assert await clinic.acknowledge(clinic.dee, alert_id)
    facilitators = [clinic.phones[name] for name in ("Fay", "Eve", "Dee")]
    before = [said(phone) for phone in facilitators]
    await clinic.after(4 * QUARTER)

    assert before == [said(phone) for phone in facilitators]
    assert any("has seen this" in text for text in said(clinic.phones["Ana"]))


async def test_whoever_blocked_the_bot_is_passed_over_as_soon_as_that_is_found(clinic: Clinic) -> None:
    # Only the 403 tells: the updates about the blocks do not arrive.
    clinic.phones["Fay"].blocked = clinic.phones["Eve"].blocked = True
    await clinic.alert()

    await until(lambda: set(clinic.heard()) == {"Dee"})


async def test_when_all_have_blocked_the_bot_it_is_said_and_whoever_is_back_first_hears(
    clinic: Clinic,
) -> None:
    facilitators = [clinic.phones[name] for name in ("Fay", "Eve", "Dee")]
    for phone in facilitators:
        phone.blocked = True
    await clinic.alert()
    await until(lambda: clinic.app.vitals.counts["alerts_unheard"] == 1)
    await until(clinic.app.is_idle)
    await clinic.after(dt.timedelta(minutes=30))
    assert clinic.app.vitals.counts["alerts_unheard"] > 1
    facilitators[1].blocked = False
    facilitators[1].send("/alerts")

    await until(lambda: "Eve" in clinic.heard())


async def test_whoever_blocks_the_bot_later_is_passed_over_then(clinic: Clinic) -> None:
    await clinic.alert()
    await until(lambda: clinic.heard() == {"Fay": 1})
    clinic.phones["Fay"].block()

    await until(lambda: "Eve" in clinic.heard())
