import datetime as dt

import pytest
from sqlalchemy import delete, select, update

from domain.errors import NotAllowed
from domain.messages import UrgentAlertRaised
from domain.setbacks import Outcome, Rule
from services.alerts import SEEN_ALERT
from services.container import Container
from services.ticks import ALERT_AUDIT
from storage.outbox import DEAD
from storage.tables.alerts import AlertRow, DisclosureRow
from storage.tables.groups import ConsentRow
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.alerting import SOS, alert_of, raised
from tests.cast import NOON, Cast, actor
from tests.escalating import QUARTER, acknowledge, agrees, climbed, tick
from tests.scenes import HOUR

MOMENT = dt.timedelta(seconds=1)


@pytest.fixture(autouse=True)
async def consent(storage: Storage, cast: Cast) -> None:
    await agrees(storage, cast.ana)


async def test_somebody_of_another_group_sees_it_only_once_told_and_then_the_evidence_alone(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await climbed(container, storage, cast, 1)
    dee = await actor(storage, cast.dee)
    async with container.transaction() as services:
        assert await services.alerts.card(dee, alert_id) is None
    await tick(container, NOON + 2 * QUARTER)
    async with container.transaction() as services:
        card = await services.alerts.card(dee, alert_id)
        details = await services.alerts.details(dee, alert_id, NOON + HOUR)
        listed = await services.alerts.unresolved(dee, NOON + HOUR)

    assert card is not None
    assert ("Ana", "Tuesday evening", True) == (card.name, card.group_name, card.is_lent)
    assert (("Fay",), None, (), ()) == (details.lent_by, details.course, details.notes, details.measures)
    assert [Rule.SOS] == [evidence.found.cause.rule for evidence in details.evidence]
    assert [] == listed
    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(
            select(DisclosureRow).where(DisclosureRow.viewer_id == dee.person_id)
        )
        assert [(cast.ana.person_id, SEEN_ALERT)] == [(row.subject_id, row.what) for row in rows]


async def test_somebody_of_another_group_can_acknowledge_and_nothing_else(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await climbed(container, storage, cast)
    dee = await actor(storage, cast.dee)
    assert await acknowledge(container, storage, cast.dee, alert_id)
    async with container.transaction() as services:
        for refused in (
            services.alert_steps.resolve(dee, alert_id, Outcome.TALKED, NOON),
            services.alert_steps.reach_out(dee, alert_id, NOON),
            services.alerts.retrospect(dee, alert_id, NOON),
        ):
            with pytest.raises(NotAllowed):
                await refused
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        assert "Dee" == (await services.alerts.details(fay, alert_id, NOON + HOUR)).acknowledged_by


@pytest.mark.parametrize("harm", ["no next round", "all failed"])
async def test_what_is_stuck_is_told_again_by_the_audit(
    container: Container, storage: Storage, cast: Cast, harm: str
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    async with storage.unit_of_work() as work:
        if harm == "no next round":
            await work.session.execute(update(AlertRow).values(next_round_at=None))
        else:
            await work.session.execute(update(OutboxRow).values(state=DEAD, error="refused"))
    await tick(container, NOON + MOMENT)
    found = await alert_of(storage, alert_id)
    assert (1, NOON + MOMENT + QUARTER) == (found.round, found.next_round_at)
    await tick(container, NOON + 2 * MOMENT)

    assert 1 == (await alert_of(storage, alert_id)).round


async def test_what_waits_or_was_sent_is_not_stuck(
    container: Container, storage: Storage, cast: Cast
) -> None:
    await raised(container, cast.ana, SOS)
    async with container.transaction() as services:
        assert [] == await ALERT_AUDIT.due(services, NOON + MOMENT)
    async with storage.unit_of_work() as work:
        await work.session.execute(update(OutboxRow).values(state="sent"))
    async with container.transaction() as services:
        assert [] == await ALERT_AUDIT.due(services, NOON + MOMENT)


async def test_the_message_reaches_a_person_as_an_urgent_one(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    assert alert_id is not None
    async with container.transaction() as services:
        waiting = await services.outbox.waiting(f"alert:{alert_id}", cast.fay.person_id)

    assert [UrgentAlertRaised(alert_id, 0)] == [message for _, message in waiting]


@pytest.mark.parametrize("version", ["2026-11", None])
async def test_whoever_never_agreed_to_it_is_not_told_of_outside_their_group(
    container: Container, storage: Storage, cast: Cast, version: str | None
) -> None:
    async with storage.unit_of_work() as work:
        await work.session.execute(delete(ConsentRow))
    if version is not None:
        await agrees(storage, cast.ana, version)
    alert_id = await climbed(container, storage, cast, 4)
    dee = await actor(storage, cast.dee)

    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.person_id == cast.dee.person_id))
        assert [] == [row.kind for row in rows]
    async with container.transaction() as services:
        assert await services.alerts.card(dee, alert_id) is None


async def test_a_consent_taken_back_ends_it_at_once(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await climbed(container, storage, cast)
    dee = await actor(storage, cast.dee)
    async with storage.unit_of_work() as work:
        await work.consents.revoke(cast.ana.person_id, cast.ana.group_id, NOON)
    async with container.transaction() as services:
        assert await services.alerts.card(dee, alert_id) is None


async def test_a_consent_that_has_run_out_names_nobody(
    container: Container, storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.session.execute(update(ConsentRow).values(expires_at=NOON))
    await climbed(container, storage, cast, 4)

    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.person_id == cast.dee.person_id))
        assert [] == list(rows)
