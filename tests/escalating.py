"""What tests of escalation do again and again: let time pass, ask who was told, acknowledge."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select

from domain.ids import AlertId
from domain.joining import CONSENT_VERSION, PROGRAM_CONSENT
from services.container import Container
from services.ticks import ALERT_AUDIT, ALERT_ROUNDS
from storage.outbox import NEW
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.alerting import SOS, raised
from tests.cast import NOON, Cast, Member, actor
from tests.scenes import HOUR

QUARTER = dt.timedelta(minutes=15)


async def tick(container: Container, now: dt.datetime) -> None:
    for duty in (ALERT_ROUNDS, ALERT_AUDIT):
        async with container.transaction() as services:
            rows = await duty.due(services, now)
        for row in rows:
            async with container.transaction() as services:
                await duty.do(services, row, now)


async def told(storage: Storage, number: int, *, states: Collection[str] = (NEW,)) -> set[int]:
    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.state.in_(states)))
        return {row.person_id for row in rows if row.data.get("round") == number}


async def lost(container: Container, member: Member, now: dt.datetime) -> None:
    async with container.transaction() as services:
        await services.reachability.lost(member.person_id, now)


async def acknowledge(container: Container, storage: Storage, member: Member, alert_id: AlertId) -> bool:
    viewer = await actor(storage, member)
    async with container.transaction() as services:
        return await services.alert_steps.acknowledge(viewer, alert_id, NOON + HOUR)


async def climbed(container: Container, storage: Storage, cast: Cast, rounds: int = 2) -> AlertId:
    alert_id = await raised(container, cast.ana, SOS)
    assert alert_id is not None
    for number in range(1, rounds + 1):
        await tick(container, NOON + number * QUARTER)
    return alert_id


async def agrees(storage: Storage, member: Member, version: str = CONSENT_VERSION) -> None:
    """Let a participant have signed the consent, which names the facilitators of the program's other groups."""
    async with storage.unit_of_work() as work:
        await work.consents.give(
            member.person_id,
            member.group_id,
            kind=PROGRAM_CONSENT,
            version=version,
            signature="A Name",
            given_at=NOON,
            expires_at=None,
        )
