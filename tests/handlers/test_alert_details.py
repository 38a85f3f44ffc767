import datetime as dt

import pytest
from sqlalchemy import func, select

from domain.checkins import State
from domain.notes import NoteState, Reader
from domain.plans import LONGEST_PART, PlanPart
from domain.setbacks import Cause, Rule
from handlers.callbacks.alerts import (
    Acknowledge,
    ReachedOut,
    ShowDetails,
)
from handlers.request import Button
from services.container import Container
from storage.tables.alerts import AlertStepRow
from storage.unit_of_work import Storage
from tests.alerting import SOS, pressed, seen_messages, text
from tests.cast import NOON, Cast
from tests.phone import Phone
from tests.scenes import HOUR, MINUTE, TODAY, alert_about, answered


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
    ("language", "words"),
    [
        ("en", "Asked on 1 day, answered on 1; a dot"),
        ("es", "Con pregunta en 1 día, respondió en 1; un punto"),
    ],
)
async def test_a_single_day_is_counted_as_one(
    storage: Storage, container: Container, cast: Cast, language: str, words: str
) -> None:
    alert_id = await alert_about(storage, container, cast)
    fay = Phone(storage, container, cast.fay, language=language)
    await fay.press(Button("", ShowDetails(alert_id)))
    shown = fay.text

    assert words in shown
    assert [] == [wrong for wrong in ("1 days", "1 días") if wrong in shown]


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
        for part in PlanPart:
            await work.plans.set_part(cast.ana.person_id, part, "&" * LONGEST_PART)
        await work.plans.set_shown(cast.ana.person_id, NOON)
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    for hour in range(1, 30):
        await pressed(storage, container, cast.fay, ReachedOut(alert_id), NOON + hour * HOUR)
        async with container.transaction() as services:
            await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON + hour * HOUR)
    async with storage.unit_of_work() as work:
        assert 29 <= int(await work.session.scalar(select(func.count()).select_from(AlertStepRow)) or 0)
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id), NOON + 30 * HOUR))

    assert len(shown.replace("&amp;", "&")) < 4_096
