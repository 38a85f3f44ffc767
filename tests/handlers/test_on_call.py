"""`/cover`: hours, absences with a cover, backups, the weekly drill; each back in one tap."""

import datetime as dt

import pytest

from domain.access import Role
from domain.errors import NotAllowed
from domain.ids import Address, MembershipId
from domain.messages import CoverGiven
from handlers.callbacks.on_call import AwayOn, ComeBack, CoveredBy, HoursSet, SetBackup, ShowPost
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.alerting import SOS, raised
from tests.cast import NOON, ZONE, Cast, Member
from tests.escalating import told
from tests.phone import Phone
from tests.scenes import HOUR, notice_to

DAY = dt.timedelta(days=1)
TODAY = NOON.date().toordinal()


@pytest.fixture
async def eve(storage: Storage, cast: Cast) -> Member:
    """Bring in a second facilitator of Ana's group."""
    async with storage.unit_of_work() as work:
        person = await work.people.add(Address(107), "en", ZONE, NOON)
        seat = await work.groups.join(cast.ana.group_id, person, Role.FACILITATOR, "Eve", NOON)
    return Member(person, seat, cast.ana.group_id, Address(107), "Eve")


@pytest.fixture
def fays(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def test_at_first_everybody_is_always_on_call_and_the_page_says_so(fays: Phone) -> None:
    await fays.command("cover")

    assert "on call: always" in fays.text
    assert "nobody" not in fays.text.partition("If nobody")[0]
    assert "I'm away from … to …" in fays.labels


async def test_during_an_absence_the_cover_has_the_alerts_and_one_tap_brings_them_back(
    fays: Phone, storage: Storage, container: Container, cast: Cast, eve: Member
) -> None:
    async with storage.unit_of_work() as work:
        await work.on_call.set_backup(eve.membership_id, is_backup=True)
    await fays.command("cover")
    await fays.tap("I'm away")
    await fays.tap("1 week")
    assert "You are back on Tue, Mar 10" in fays.text
    await fays.tap("Eve")
    assert "You are away</b> and back on Tue, Mar 10" in fays.text
    assert "<b>Eve</b> has your alerts" in fays.text
    await raised(container, cast.ana, SOS, at=NOON + HOUR)
    assert {eve.person_id} == await told(storage, 0)
    await fays.command("cover")
    await fays.tap("I'm back")

    assert "You are away" not in fays.text
    async with container.transaction() as services:
        await services.alarm.raise_alert(cast.ben.membership_id, [SOS], NOON + 2 * HOUR)
    assert {eve.person_id, cast.fay.person_id} == await told(storage, 0)


async def test_typed_days_are_taken_and_what_is_none_leaves_the_choices_there(
    fays: Phone, eve: Member
) -> None:
    await fays.command("cover")
    await fays.tap("I'm away")
    await fays.say("some time in spring")
    assert "couldn't read two coming days" in fays.text
    await fays.say("Mar 9 to Mar 13")
    assert "Mon, Mar 9 to Fri, Mar 13. You are back on Sat, Mar 14" in fays.text
    await fays.tap("Everybody else of the group")

    assert "You will be away from Mon, Mar 9, and back on Sat, Mar 14" in fays.text
    assert "the others who can be reached have your alerts" in fays.text


async def test_what_can_mean_two_stretches_is_asked(fays: Phone) -> None:
    await fays.command("cover")
    await fays.tap("I'm away")
    await fays.say("4/5 to 6/5")
    assert "Which days do you mean?" in fays.text


async def test_the_cover_is_told_and_not_any_more_once_it_is_over(
    fays: Phone, storage: Storage, container: Container, cast: Cast, eve: Member
) -> None:
    eves = Phone(storage, container, eve)
    await fays.command("cover")
    await fays.tap("I'm away")
    await fays.tap("3 days")
    await fays.tap("Eve")
    await eves.receive(CoverGiven(cast.fay.membership_id))
    assert (
        "<b>Fay</b> is away and asks you to have the alerts of Tuesday evening until Fri, Mar 6" in eves.text
    )
    await fays.command("cover")
    await fays.tap("I'm back")

    notice = await notice_to(storage, eve)
    async with container.transaction() as services:
        assert await services.on_call.given(notice.recipient, cast.fay.membership_id, NOON) is None


async def test_days_and_hours_are_set_by_tap_and_typed_and_a_gap_is_said_when_it_is_made(fays: Phone) -> None:
    await fays.command("cover")
    await fays.tap("Days and hours")
    await fays.tap("09:00-17:00")
    await fays.tap("✓ Sun")
    assert "every day" not in fays.text
    assert "from Tue, Mar 3 17:00 until Wed, Mar 4 09:00 nobody of this group is on call" in fays.text
    await fays.say("8 to 20")
    assert "08:00-20:00" in fays.text
    await fays.say("now and then")
    assert "couldn't read hours" in fays.text
    await fays.tap("Always")
    await fays.tap("Done")

    assert "on call: always" in fays.text
    assert "Please look" not in fays.text


async def test_one_weekday_stays(fays: Phone, cast: Cast) -> None:
    await fays.press(Button("", HoursSet(cast.fay.membership_id, 0, 540, 1020)))

    assert "One day has to stay." == fays.reply.notice


async def test_a_lone_backup_leaves_a_gap(fays: Phone) -> None:
    await fays.command("cover")
    await fays.tap("I am a backup")
    assert "You are a backup" in fays.text
    assert "Please look" in fays.text
    await fays.tap("I'm no backup any more")

    assert "Please look" not in fays.text


async def test_away_without_anybody_else_is_a_gap(fays: Phone) -> None:
    await fays.command("cover")
    await fays.tap("I'm away")
    await fays.tap("Today")
    await fays.tap("Everybody else")

    assert "Please look" in fays.text


async def test_the_weekly_drill_is_switched_on_and_off(fays: Phone) -> None:
    await fays.command("cover")
    await fays.tap("Weekly drill: off")
    assert "next on Tue, Mar 10 10:00" in fays.text
    await fays.tap("Weekly drill: on")

    assert "Weekly drill: off" in fays.labels


@pytest.mark.parametrize(
    "press",
    [
        ShowPost,
        ComeBack,
        lambda seat: SetBackup(seat, 1),
        lambda seat: HoursSet(seat, 127, 0, 0),
        lambda seat: CoveredBy(seat, TODAY, TODAY + 1, MembershipId(0)),
        lambda seat: AwayOn(seat, TODAY, TODAY + 1),
    ],
)
async def test_nobody_sets_it_for_somebody_else(
    storage: Storage, container: Container, cast: Cast, press: type[ShowPost]
) -> None:
    for member in (cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        await phone.press(Button("", press(cast.fay.membership_id)))

        assert "on call" not in phone.text


@pytest.mark.parametrize(
    ("first", "last"), [(TODAY - 1, TODAY), (TODAY + 2, TODAY + 1), (TODAY, TODAY + 93), (0, 1), (1, 2**60)]
)
async def test_days_that_are_over_turned_round_or_too_many_are_refused(
    fays: Phone, cast: Cast, first: int, last: int
) -> None:
    await fays.press(Button("", CoveredBy(cast.fay.membership_id, first, last, MembershipId(0))))

    assert "These days are over, or too long" in fays.text


async def test_a_cover_who_has_left_is_refused(
    fays: Phone, storage: Storage, container: Container, cast: Cast, eve: Member
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.leave(eve.membership_id, NOON)
        actor = await work.people.actor(cast.fay.person_id)
    async with container.transaction() as services:
        with pytest.raises(NotAllowed):
            await services.on_call.go_away(
                actor, cast.fay.membership_id, (NOON.date(), NOON.date()), eve.membership_id, NOON
            )
