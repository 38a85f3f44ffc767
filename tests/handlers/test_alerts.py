from domain.ids import AlertId
from domain.messages import AlertRaised, UrgentAlertRaised
from domain.setbacks import Outcome
from handlers.callbacks.alerts import (
    Acknowledge,
    HideDetails,
    Resolved,
    ShowDetails,
)
from services.container import Container
from storage.unit_of_work import Storage
from tests.alerting import SOS, card, listed, pressed, presses, text
from tests.cast import NOON, Cast
from tests.scenes import HOUR, MINUTE, alert_about


async def test_the_card_tells_a_lock_screen_a_name_and_a_level_only(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    shown = await card(storage, container, cast.fay, AlertRaised(alert_id, 0))

    assert shown is not None
    assert f"alert:{alert_id}" == shown.anchor
    assert str(shown.text).startswith("<b>Ana</b>: something needs your eyes.\nhigh · 12:00 · A-")
    assert [[ShowDetails(alert_id)]] == [[button.press for button in row] for row in shown.rows]
    assert shown.is_protected


async def test_a_card_that_comes_late_says_when_it_happened_and_that_it_is_late(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    shown = await card(storage, container, cast.fay, AlertRaised(alert_id, 0), NOON + 11 * MINUTE)

    assert shown is not None
    assert "12:00, delayed" in str(shown.text)


async def test_a_repeat_says_so_and_keeps_its_reference(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    first = await card(storage, container, cast.fay, UrgentAlertRaised(alert_id, 0))
    async with container.transaction() as services:
        await services.alarm.repeat(alert_id, NOON + 15 * MINUTE)
    again = await card(storage, container, cast.fay, UrgentAlertRaised(alert_id, 1), NOON + 15 * MINUTE)

    assert first is not None
    assert again is not None
    assert str(again.text).startswith("Again, not yet seen: <b>Ana</b>")
    assert str(first.text).splitlines()[1] == str(again.text).splitlines()[1]


async def test_a_round_that_a_later_one_has_overtaken_is_not_sent(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    async with container.transaction() as services:
        await services.alarm.repeat(alert_id, NOON + 15 * MINUTE)

    assert await card(storage, container, cast.fay, UrgentAlertRaised(alert_id, 0)) is None


async def test_a_card_is_not_sent_once_somebody_has_seen_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Acknowledge(alert_id))

    assert await card(storage, container, cast.fay, AlertRaised(alert_id, 0)) is None


async def test_more_news_about_the_same_person_is_told_as_such(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    async with container.transaction() as services:
        await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON + HOUR)
    shown = await card(storage, container, cast.fay, UrgentAlertRaised(alert_id, 1), NOON + HOUR)

    assert shown is not None
    assert "<b>Ana</b>: there is more that needs your eyes.\nurgent" in str(shown.text)


async def test_the_card_goes_to_nobody_who_does_not_facilitate_the_group_now(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for outsider in (cast.ana, cast.ben, cast.cem, cast.dee, cast.gus):
        assert await card(storage, container, outsider, AlertRaised(alert_id, 0)) is None
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.fay.membership_id, NOON)

    assert await card(storage, container, cast.fay, AlertRaised(alert_id, 0)) is None


async def test_hiding_the_details_leaves_the_card_with_who_saw_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Acknowledge(alert_id))
    shown = text(await pressed(storage, container, cast.fay, HideDetails(alert_id)))

    assert "Craving" not in shown
    assert "Seen by <b>Fay</b>" in shown


async def test_open_alerts_are_listed_urgent_first_with_their_age_and_state(
    storage: Storage, container: Container, cast: Cast
) -> None:
    high = await alert_about(storage, container, cast)
    async with container.transaction() as services:
        urgent = await services.alarm.raise_alert(cast.ben.membership_id, [SOS], NOON + HOUR)
    await pressed(storage, container, cast.fay, Acknowledge(high))
    reply = await listed(storage, container, cast.fay, NOON + 3 * HOUR)

    assert [
        "• <b>Ben</b> (Tuesday evening) · urgent · 2 h · not yet seen",
        "• <b>Ana</b> (Tuesday evening) · high · 3 h · seen, not closed",
    ] == text(reply).splitlines()[2:]
    assert [ShowDetails(AlertId(urgent or 0)), ShowDetails(high)] == presses(reply)


async def test_without_alerts_the_list_is_one_calm_sentence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.TALKED))

    for facilitator in (cast.fay, cast.dee, cast.gus):
        assert text(await listed(storage, container, facilitator)).startswith("No alert is open.")


async def test_facilitators_of_other_groups_list_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await alert_about(storage, container, cast)

    for outsider in (cast.dee, cast.gus):
        reply = await listed(storage, container, outsider)

        assert [] == presses(reply)
        assert "Ana" not in text(reply)
