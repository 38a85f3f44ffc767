import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.access import Role
from domain.checkins import State
from domain.errors import NotAllowed
from domain.ids import AlertId
from domain.messages import AlertRaised, AlertSeen, UrgentAlertRaised
from domain.notes import NoteState, Reader
from domain.setbacks import Cause, Outcome, Rule
from handlers import alerts
from handlers.callbacks.alerts import (
    Acknowledge,
    HideDetails,
    ReachedOut,
    Resolve,
    Resolved,
    ShowDetails,
)
from handlers.callbacks.crisis import HelpNow
from handlers.request import Reply, Screen
from services.container import Container
from storage.tables.alerts import AlertStepRow
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.scenes import HOUR, MINUTE, TODAY, alert_about, answered, notice_to, request_of

SOS = Cause(Rule.SOS, None, None)


async def pressed(
    storage: Storage, container: Container, member: Member, press: Any, at: dt.datetime = NOON
) -> Reply:
    views: dict[type, Any] = {
        Acknowledge: alerts.acknowledged,
        HideDetails: alerts.details_hidden,
        ReachedOut: alerts.reached_out,
        Resolve: alerts.resolve_asked,
        Resolved: alerts.resolved,
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


async def test_the_evidence_stands_in_plain_words_with_its_rule(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for back in range(7, 1, -1):
        await answered(storage, cast.ana, TODAY - dt.timedelta(days=back), mood=6, craving=4)
    await answered(storage, cast.ana, TODAY - dt.timedelta(days=1), mood=5, craving=8)
    alert_id = await alert_about(storage, container, cast)
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))

    assert "Craving 9 (usual: 4), 2 check-ins in a row. Rule: craving 8 or more." in shown
    assert "Ana knows that you were told." in shown
    assert "craving ······▄▄▄▄▄▄▇▇" in shown.replace("▃", "▄").replace("█", "▇")
    assert "Answered on 8 of 8 days asked" in shown
    assert shown.endswith("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (Cause(Rule.USE, 1, None), "Reported use."),
        (Cause(Rule.MISSED, 3, None), "3 check-ins in a row without an answer. Rule: 3 in a row."),
        (SOS, "Asked for help now, 12:00."),
        (Cause(Rule.MOOD, 1, None), "Mood 1. Rule: mood 2 or less."),
    ],
)
async def test_each_rule_has_its_words(
    storage: Storage, container: Container, cast: Cast, cause: Cause, words: str
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, cause)

    assert words in text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))


async def test_who_is_worried_is_shown_to_the_facilitator_and_the_person_is_never_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    worry = Cause(Rule.CONCERN, None, None, raised_by=cast.ben.membership_id)
    alert_id = await alert_about(storage, container, cast, NOON, worry)
    shown = text(await pressed(storage, container, cast.fay, Acknowledge(alert_id)))

    assert "<b>Ben</b>, a partner, is worried" in shown
    assert "Ana has not been told of this alert." in shown
    assert [] == await seen_messages(storage)


async def test_only_notes_that_were_shared_are_shown_and_they_are_escaped_and_cut(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.notes.add(cast.ana.person_id, "private words", NoteState.KEPT, NOON)
        shared = await work.notes.add(cast.ana.person_id, "<b> & " + "x" * 5_000, NoteState.KEPT, NOON)
        await work.notes.set_reader(shared, Reader.FACILITATOR, cast.ana.group_id, NOON)
    alert_id = await alert_about(storage, container, cast)
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))

    assert "&lt;b&gt; &amp; xxx" in shown
    assert "private words" not in shown
    assert len(shown) < 4_096


async def test_a_corrected_answer_is_shown_as_corrected(
    storage: Storage, container: Container, cast: Cast
) -> None:
    checkin_id = await answered(storage, cast.ana, craving=3)
    alert_id = await alert_about(storage, container, cast, NOON, Cause(Rule.CRAVING, 9, checkin_id))

    assert "Craving 9, since corrected to 3." in text(
        await pressed(storage, container, cast.fay, ShowDetails(alert_id))
    )


async def test_of_somebody_who_left_nothing_more_than_the_alert_is_shown(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, NOON)
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))

    assert "Ana has left the group" in shown
    assert "The last" not in shown


async def test_a_look_at_the_details_is_recorded_for_the_person(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for _ in range(2):
        await pressed(storage, container, cast.fay, ShowDetails(alert_id))
    async with storage.unit_of_work() as work:
        looks = await work.disclosures.of(cast.ana.person_id)

        assert [("alert", cast.fay.person_id, cast.fay.membership_id)] == [
            (look.what, look.viewer_id, look.viewer_membership_id) for look in looks
        ]
        assert [] == await work.disclosures.of(cast.ben.person_id)


@pytest.mark.parametrize(
    "press", [Acknowledge, HideDetails, ReachedOut, Resolve, ShowDetails], ids=lambda press: press.prefix
)
async def test_nobody_else_gets_anything_by_any_button(
    storage: Storage, container: Container, cast: Cast, press: Any
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for outsider in (cast.ana, cast.ben, cast.cem, cast.dee, cast.gus):
        with pytest.raises(NotAllowed):
            await pressed(storage, container, outsider, press(alert_id))
        with pytest.raises(NotAllowed):
            await pressed(storage, container, outsider, Resolved(alert_id, Outcome.TALKED))
    async with storage.unit_of_work() as work:
        assert [] == await work.disclosures.of(cast.ana.person_id)


async def test_an_alert_that_does_not_exist_looks_like_one_that_is_not_yours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    with pytest.raises(NotAllowed) as error:
        await pressed(storage, container, cast.fay, ShowDetails(AlertId(1)))

    assert "system.not_yours" == error.value.key


async def test_an_ex_facilitator_is_refused(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.fay.membership_id, NOON)

    with pytest.raises(NotAllowed):
        await pressed(storage, container, cast.fay, ShowDetails(alert_id))


async def test_acknowledging_tells_the_person_who_has_seen_it_and_when(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    reply = await pressed(storage, container, cast.fay, Acknowledge(alert_id), NOON + 9 * MINUTE)
    notice = await notice_to(storage, cast.ana, NOON + 9 * MINUTE)
    async with container.transaction() as services:
        told = await alerts.alert_seen(notice, AlertSeen(alert_id), services)

    assert "Noted. Ana is told." == reply.notice
    assert "Seen by <b>Fay</b>, 12:09." in text(reply)
    assert Acknowledge(alert_id) not in presses(reply)
    assert [cast.ana.person_id] == await seen_messages(storage)
    assert told is not None
    assert str(told.text).startswith("<b>Fay</b> has seen this (12:09).")
    assert [HelpNow()] == [button.press for row in told.rows for button in row]


async def test_who_has_seen_an_alert_is_told_to_its_person_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Acknowledge(alert_id))
    for other in (cast.ben, cast.cem, cast.fay, cast.gus):
        notice = await notice_to(storage, other)
        async with container.transaction() as services:
            assert await alerts.alert_seen(notice, AlertSeen(alert_id), services) is None


async def test_a_double_tap_does_everything_once(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    for _ in range(3):
        await pressed(storage, container, cast.fay, Acknowledge(alert_id))
        await pressed(storage, container, cast.fay, ReachedOut(alert_id))
    for _ in range(3):
        await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.TALKED))
    async with storage.unit_of_work() as work:
        steps = await work.session.scalars(select(AlertStepRow.step).order_by(AlertStepRow.step))

        assert ["acknowledged", "reached_out", "resolved"] == list(steps)
    assert 1 == len(await seen_messages(storage))


async def test_of_two_facilitators_the_second_learns_who_was_first(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.ana.group_id, cast.dee.person_id, Role.FACILITATOR, "Dee", NOON - HOUR)
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.dee, Acknowledge(alert_id), NOON + MINUTE)
    reply = await pressed(storage, container, cast.fay, Acknowledge(alert_id), NOON + 2 * MINUTE)

    assert "Dee has seen this already (12:01)." == reply.notice
    assert "Seen by <b>Dee</b>, 12:01." in text(reply)


async def test_reaching_out_is_seeing_it_too(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    shown = text(await pressed(storage, container, cast.fay, ReachedOut(alert_id)))

    assert "Fay reached out." in shown
    assert "Seen by <b>Fay</b>" in shown
    assert [cast.ana.person_id] == await seen_messages(storage)


async def test_resolving_asks_how_it_ended_and_closes_with_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    asked = await pressed(storage, container, cast.fay, Resolve(alert_id))
    closed = await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.SAFETY_PLAN))

    assert [
        Outcome.TALKED,
        Outcome.SAFETY_PLAN,
        Outcome.LEVEL_OF_CARE,
        Outcome.NO_ANSWER,
        Outcome.OTHER,
    ] == [press.outcome for press in presses(asked) if isinstance(press, Resolved)]
    assert "Closed by <b>Fay</b>, 12:00: Safety plan made." in text(closed)
    assert [] == [press for press in presses(closed) if isinstance(press, Acknowledge | Resolve | Resolved)]


async def test_a_closed_alert_stays_as_it_was_closed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.FALSE_ALARM))
    for press in (
        Resolved(alert_id, Outcome.TALKED),
        Acknowledge(alert_id),
        ReachedOut(alert_id),
        Resolve(alert_id),
    ):
        reply = await pressed(storage, container, cast.fay, press, NOON + MINUTE)

        assert "Closed by <b>Fay</b>, 12:00: False alarm." in text(reply)
        assert "Fay has closed this already (12:00)." == reply.notice
    assert [] == await seen_messages(storage)


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


async def test_missed_check_ins_are_a_gap_in_the_picture(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for back in (2, 1, 0):
        await answered(storage, cast.ana, TODAY - dt.timedelta(days=back), State.MISSED)
    alert_id = await alert_about(storage, container, cast, NOON, Cause(Rule.MISSED, 3, None))
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))

    assert "mood    " + "·" * 14 in shown
    assert "Answered on 0 of 3 days asked" in shown


async def test_the_longest_card_stays_one_message(storage: Storage, container: Container, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        for number in range(5):
            note = await work.notes.add(cast.ana.person_id, "&" * 900, NoteState.KEPT, NOON)
            await work.notes.set_reader(note, Reader.FACILITATOR, cast.ana.group_id, NOON + number * MINUTE)
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    for hour in range(1, 30):
        await pressed(storage, container, cast.fay, ReachedOut(alert_id), NOON + hour * HOUR)
        async with container.transaction() as services:
            await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON + hour * HOUR)
    async with storage.unit_of_work() as work:
        assert 29 <= int(await work.session.scalar(select(func.count()).select_from(AlertStepRow)) or 0)
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id), NOON + 30 * HOUR))

    assert len(shown.replace("&amp;", "&")) < 4_096
