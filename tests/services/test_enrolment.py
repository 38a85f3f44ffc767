import datetime as dt

import pytest

from domain.access import SYSTEM, Actor, Role, Scope
from domain.errors import NotAllowed, NotUnderstood, Outdated
from domain.groups import MemberState
from domain.ids import Address, EnrolmentId
from domain.joining import CONSENT_LASTS, CONSENT_VERSION, Step
from domain.phases import Phase, Stage, Track
from domain.recurrence import EVERY_DAY
from services.container import Container
from services.enrolment import Place
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.services.test_joining import invited, opened

MINUTE = 19 * 60 + 30


async def begun(
    container: Container, storage: Storage, cast: Cast, at: int = 999
) -> tuple[Actor, EnrolmentId]:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    found = await opened(container, token, at=Address(at))
    assert found.actor is not None
    assert found.enrolment_id is not None
    return found.actor, found.enrolment_id


async def until_time(container: Container, who: Actor, enrolment_id: EnrolmentId, name: str = "Sky") -> Place:
    """Answer everything but the time, each in a transaction of its own as if after a restart."""
    async with container.transaction() as services:
        await services.enrolling.read(who, enrolment_id, Step.WELCOME, NOON)
    async with container.transaction() as services:
        await services.enrolling.read(who, enrolment_id, Step.SIGHT, NOON)
    async with container.transaction() as services:
        await services.enrolling.agree(who, enrolment_id, NOON)
    async with container.transaction() as services:
        await services.enrolling.sign(who, enrolment_id, "Sky Real Name", NOON)
    async with container.transaction() as services:
        await services.enrolling.name(who, enrolment_id, name, NOON)
    async with container.transaction() as services:
        return await services.enrolling.place(who, enrolment_id, "America/Denver", NOON)


async def until_track(
    container: Container, who: Actor, enrolment_id: EnrolmentId, name: str = "Sky"
) -> Place:
    """Answer everything but the program."""
    await until_time(container, who, enrolment_id, name)
    async with container.transaction() as services:
        return await services.enrolling.time(who, enrolment_id, MINUTE, NOON)


async def test_after_the_last_answer_there_is_a_seat_a_consent_and_a_schedule(
    container: Container, storage: Storage, cast: Cast
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    assert Step.TRACK is (await until_track(container, who, enrolment_id)).enrolment.step
    async with container.transaction() as services:
        done = await services.enrolling.track(who, enrolment_id, Track.DUAL_DIAGNOSIS, NOON)

    assert (Step.DONE, True, "Sky") == (done.enrolment.step, done.enrolment.is_finished, done.own_name)
    async with storage.unit_of_work() as work:
        seat = await work.groups.seat(SYSTEM, cast.ana.group_id, who.person_id)
        assert seat is not None
        assert ("Sky", Role.PARTICIPANT, MemberState.ACTIVE) == (seat.display_name, seat.role, seat.state)
        [consent] = await work.consents.of(Scope(who.person_id))
        assert (CONSENT_VERSION, NOON, NOON + CONSENT_LASTS) == (
            consent.version,
            consent.given_at,
            consent.expires_at,
        )
        schedule = await work.schedules.get(SYSTEM, seat.membership_id)
        assert schedule is not None
        assert ((MINUTE,), EVERY_DAY) == (schedule.minutes, schedule.weekdays)
        stage = Stage(Phase.STABILISATION, Track.DUAL_DIAGNOSIS, dt.date(2026, 3, 3))
        assert stage == await work.phases.stage(seat.membership_id)
        # 19:30 in Denver on that Tuesday in March.
        assert dt.datetime(2026, 3, 4, 2, 30, tzinfo=dt.UTC) == schedule.next_due_at
        assert "America/Denver" == (await work.people.actor(who.person_id)).timezone
        assert await work.dialogues.current(who.person_id) is None
        [told] = await work.outbox.claim(range(100), 10, owner="t", now=NOON, lease_until=NOON)
        assert ("member.joined", cast.fay.person_id) == (told.kind, told.person_id)


async def test_a_repeated_last_answer_joins_once(container: Container, storage: Storage, cast: Cast) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    await until_track(container, who, enrolment_id)
    for track in (Track.EXECUTIVE, Track.MENTAL_HEALTH):
        async with container.transaction() as services:
            place = await services.enrolling.track(who, enrolment_id, track, NOON)

    assert place.is_stale
    async with storage.unit_of_work() as work:
        [schedule] = await work.schedules.of_person(SYSTEM, who.person_id)
        assert Track.EXECUTIVE is (await work.phases.stage(schedule.membership_id)).track
        assert 1 == len(await work.consents.of(Scope(who.person_id)))


async def test_an_answer_to_another_question_changes_nothing(
    container: Container, storage: Storage, cast: Cast
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    async with container.transaction() as services:
        stale = await services.enrolling.agree(who, enrolment_id, NOON)

    assert (True, Step.WELCOME) == (stale.is_stale, stale.enrolment.step)
    async with container.transaction() as services:
        assert Step.WELCOME is (await services.enrolling.at(who, enrolment_id, NOON)).enrolment.step


async def test_back_takes_the_last_answer_back(container: Container, storage: Storage, cast: Cast) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    await until_time(container, who, enrolment_id)
    async with container.transaction() as services:
        back = await services.enrolling.back(who, enrolment_id, Step.TIME, NOON)
        assert (Step.ZONE, "Sky") == (back.enrolment.step, back.own_name)
        repeated = await services.enrolling.back(who, enrolment_id, Step.TIME, NOON)

        assert (True, Step.ZONE) == (repeated.is_stale, repeated.enrolment.step)


async def test_a_name_that_somebody_in_the_group_has_is_asked_again(
    container: Container, storage: Storage, cast: Cast
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    with pytest.raises(NotUnderstood) as refusal:
        await until_time(container, who, enrolment_id, name="ÁNA")

    assert "joining.name_taken" == refusal.value.key


async def test_of_two_who_choose_one_name_the_second_is_asked_again(
    container: Container, storage: Storage, cast: Cast
) -> None:
    one, two = await begun(container, storage, cast, 901), await begun(container, storage, cast, 902)
    for who, enrolment_id in (one, two):
        await until_track(container, who, enrolment_id)
    async with container.transaction() as services:
        assert (await services.enrolling.track(*one, Track.EXECUTIVE, NOON)).enrolment.is_finished
    async with container.transaction() as services:
        again = await services.enrolling.track(*two, Track.EXECUTIVE, NOON)
        assert ("joining.name_taken", Step.NAME) == (again.problem, again.enrolment.step)
    async with container.transaction() as services:
        assert (await services.enrolling.name(*two, "Sea", NOON)).enrolment.is_finished


async def test_nobody_answers_for_somebody_else(container: Container, storage: Storage, cast: Cast) -> None:
    _, enrolment_id = await begun(container, storage, cast)
    for other in (cast.ana, cast.fay, cast.cem, cast.gus):
        who = await actor(storage, other)
        async with container.transaction() as services:
            with pytest.raises(NotAllowed):
                await services.enrolling.at(who, enrolment_id, NOON)
            with pytest.raises(NotAllowed):
                await services.enrolling.read(who, enrolment_id, Step.WELCOME, NOON)


@pytest.mark.parametrize("zone", ["Mars/Base", "", "america/denver", "Etc/GMT+2"])
async def test_a_zone_that_does_not_exist_is_refused(
    container: Container, storage: Storage, cast: Cast, zone: str
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    await until_time(container, who, enrolment_id)
    async with container.transaction() as services:
        await services.enrolling.back(who, enrolment_id, Step.TIME, NOON)
    with pytest.raises(NotUnderstood):
        async with container.transaction() as services:
            await services.enrolling.place(who, enrolment_id, zone, NOON)


@pytest.mark.parametrize("minute", [-1, 1440])
async def test_a_minute_outside_the_day_is_refused(
    container: Container, storage: Storage, cast: Cast, minute: int
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    await until_time(container, who, enrolment_id)
    with pytest.raises(NotUnderstood):
        async with container.transaction() as services:
            await services.enrolling.time(who, enrolment_id, minute, NOON)


async def test_an_old_screen_of_a_seat_that_was_left_is_outdated(
    container: Container, storage: Storage, cast: Cast
) -> None:
    who, enrolment_id = await begun(container, storage, cast)
    await until_track(container, who, enrolment_id)
    async with container.transaction() as services:
        await services.enrolling.track(who, enrolment_id, Track.EXECUTIVE, NOON)
    async with storage.unit_of_work() as work:
        seat = await work.groups.seat(SYSTEM, cast.ana.group_id, who.person_id)
        assert seat is not None
        await work.groups.leave(seat.membership_id, NOON)
    async with container.transaction() as services:
        with pytest.raises(Outdated):
            await services.enrolling.at(who, enrolment_id, NOON)


async def test_a_newcomer_is_asked_on_the_weekdays_of_the_group(
    container: Container, storage: Storage, cast: Cast
) -> None:
    """Monday to Friday, but for the time, which everybody chooses."""
    async with storage.unit_of_work() as work:
        await work.groups.set_default_times(cast.ana.group_id, 9 * 60, 0b0011111)
    who, enrolment_id = await begun(container, storage, cast)
    await until_track(container, who, enrolment_id)
    async with container.transaction() as services:
        await services.enrolling.track(who, enrolment_id, Track.DUAL_DIAGNOSIS, NOON)

    async with storage.unit_of_work() as work:
        [schedule] = await work.schedules.of_person(SYSTEM, who.person_id)
    assert ((MINUTE,), 0b0011111) == (schedule.minutes, schedule.weekdays)
