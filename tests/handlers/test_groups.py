import datetime as dt

import pytest

from domain.checkins import State
from domain.notes import Reader
from domain.phases import Phase, Track
from domain.schedules import PauseReason
from handlers import groups
from handlers.callbacks.groups import ShowGroup, ShowToday
from handlers.request import Reply
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.scenes import TODAY, alert_about, answered, partners, request_of

YESTERDAY = TODAY - dt.timedelta(days=1)


async def today(storage: Storage, container: Container, member: Member) -> str:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return str((await groups.today(request, services)).screens[0].text)


async def group(storage: Storage, container: Container, member: Member) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await groups.group(request, services)


async def test_today_says_who_checked_in_and_who_has_not_with_counts(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await answered(storage, cast.ana, mood=7, craving=1)
    await answered(storage, cast.ben, state=State.OPEN)
    text = await today(storage, container, cast.fay)

    assert "<b>Tuesday evening</b> · Tue, Mar 3" in text
    assert "Checked in: 1 of 2 asked so far." in text
    assert "Checked in: Ana" in text
    assert "Not answered yet: Ben" in text
    assert "Nobody reported mood 3 or less, tension 8 or more, craving 5 or more, or use" in text


async def test_who_is_low_is_named_with_numbers(storage: Storage, container: Container, cast: Cast) -> None:
    await answered(storage, cast.ana, mood=3, craving=9, use=1)
    await answered(storage, cast.ben, YESTERDAY, mood=6, tension=8, craving=0)
    text = await today(storage, container, cast.fay)

    assert "• <b>Ana</b>: mood 3, craving 9, use reported\n" in text
    assert "• <b>Ben</b>: mood 6, tension 8, craving 0 (yesterday)\n" in text


async def test_before_the_first_prompt_of_the_day_nobody_counts_as_silent(
    storage: Storage, container: Container, cast: Cast
) -> None:
    text = await today(storage, container, cast.fay)

    assert "Nobody has been asked yet today." in text
    assert "Not asked yet: Ana, Ben" in text


async def test_what_was_written_for_the_facilitator_stands_in_the_day(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        private = await services.notes.keep(ana, "for me alone", NOON)
        note = await services.notes.keep(ana, "please ask me <about> Sunday", NOON)
        await services.notes.set_reader(ana, note.note_id, Reader.FACILITATOR, cast.ana.group_id, NOON)
    text = await today(storage, container, cast.fay)

    assert "• <b>Ana</b> (Tue, Mar 3): “please ask me &lt;about&gt; Sunday”" in text
    assert private.text not in text


async def test_the_group_shows_until_when_a_pause_lasts_and_why_if_that_was_said(
    storage: Storage, container: Container, cast: Cast
) -> None:
    until = TODAY + dt.timedelta(days=3)
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, until, PauseReason.ILLNESS)
        await work.schedules.set_paused_until(cast.ben.membership_id, until)
    text = str((await group(storage, container, cast.fay)).screens[0].text)

    assert 2 == text.count("on a pause until Fri, Mar 6")
    assert 1 == text.count("on a pause until Fri, Mar 6 (illness)")


async def test_a_pause_and_a_blocked_bot_are_no_silence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, TODAY + dt.timedelta(days=3))
        await work.people.set_unreachable(cast.ben.person_id, NOON)
    text = await today(storage, container, cast.fay)

    assert "On a pause: Ana" in text
    assert "Messages don't arrive: Ben" in text


async def test_today_counts_the_open_alerts_of_each_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await alert_about(storage, container, cast)

    assert "<b>1</b> alert is open." in await today(storage, container, cast.fay)
    assert "alert is open" not in await today(storage, container, cast.dee)


async def test_the_group_lists_members_with_partner_and_rate(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await answered(storage, cast.ana, mood=7)
    await answered(storage, cast.ana, YESTERDAY, State.MISSED)
    await partners(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ben.person_id, NOON)
    text = str((await group(storage, container, cast.fay)).screens[0].text)

    assert "Facilitators: Fay" in text
    assert "• <b>Ana</b> · phase 1 · partner: Ben · 1 of 2\n" in text
    assert (
        "• <b>Ben</b> · phase 1 · partner: Ana · not asked yet · messages don't arrive since Tue, Mar 3"
        in text
    )
    assert "in the last 14 days" in text


async def test_the_group_lists_phases_and_tracks(storage: Storage, container: Container, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ana.membership_id, Phase.COPING, Track.DUAL_DIAGNOSIS, NOON.date())
        await work.phases.move(cast.ben.membership_id, Phase.AFTERCARE, Track.SUBSTANCE_USE, NOON.date())
    text = str((await group(storage, container, cast.fay)).screens[0].text)

    assert "• <b>Ana</b> · phase 2, dual diagnosis · no partner yet" in text
    assert "• <b>Ben</b> · phase 4 · no partner yet" in text


async def test_a_group_without_participants_says_how_to_invite(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for text in (
        await today(storage, container, cast.gus),
        str((await group(storage, container, cast.gus)).screens[0].text),
    ):
        assert "Nobody has joined yet. /invite" in text


async def test_a_participant_sees_the_group_its_facilitator_and_no_other_participant(
    storage: Storage, container: Container, cast: Cast
) -> None:
    text = str((await group(storage, container, cast.ana)).screens[0].text)

    assert "<b>Tuesday evening</b>. You are <b>Ana</b> here." in text
    assert "<b>Fay</b> (facilitator)" in text
    assert "Ben" not in text


@pytest.mark.parametrize("what", ["today", "group"])
async def test_each_look_is_recorded_for_each_person_seen(
    storage: Storage, container: Container, cast: Cast, what: str
) -> None:
    for _ in range(2):
        await {"today": today, "group": group}[what](storage, container, cast.fay)
    async with storage.unit_of_work() as work:
        for member in (cast.ana, cast.ben):
            assert [(what, cast.fay.person_id)] == [
                (look.what, look.viewer_id) for look in await work.disclosures.of(member.person_id)
            ]
        for member in (cast.cem, cast.fay):
            assert [] == await work.disclosures.of(member.person_id)


async def test_a_participants_look_at_the_group_is_nobodys_disclosure(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await group(storage, container, cast.ana)
    async with storage.unit_of_work() as work:
        assert [] == await work.disclosures.of(cast.ben.person_id)


async def test_nobody_sees_anybody_of_another_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await answered(storage, cast.ana, mood=1, craving=9)
    for outsider in (cast.cem, cast.dee, cast.gus):
        request = await request_of(storage, outsider)
        async with container.transaction() as services:
            replies = [
                await groups.group_pressed(request, ShowGroup(), services),
                await groups.today_pressed(request, ShowToday(), services),
            ]
        for reply in replies:
            assert "Ana" not in reply.screens[0].text
            assert "Ben" not in reply.screens[0].text
            assert "Fay" not in reply.screens[0].text
