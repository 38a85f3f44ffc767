import datetime as dt

import pytest
from sqlalchemy import select, update

from domain.exchanges import Kind, Talked
from domain.ids import PairId
from domain.messages import ExchangeAsked
from domain.partners import PairKind
from domain.quiet import Quiet
from domain.relays import Content, RelayState
from services.container import Container
from storage.tables.exchanges import ExchangeRow
from storage.tables.outbox import OutboxRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import joins, paired

DAY, HOUR, MINUTE = dt.timedelta(days=1), dt.timedelta(hours=1), dt.timedelta(minutes=1)
EVENING = NOON + 6 * HOUR
"""Tuesday at six in New York."""


async def passes(container: Container, until: dt.datetime, since: dt.datetime = NOON) -> None:
    """Let the tick serve pairs at each moment that is due, as time goes on."""
    now = since
    while now <= until:
        async with container.transaction() as services:
            due = await services.exchange_rounds.due(now, 100)
        for pair_id in due:
            async with container.transaction() as services:
                await services.exchange_rounds.ask(PairId(pair_id), now)
        async with container.transaction() as services:
            at = await services.exchange_rounds.next_at()
        if at is None:
            return
        now = max(at, now + MINUTE)


async def asked(storage: Storage, member: Member) -> list[dt.datetime]:
    """Return when the member is sent what is asked of pairs, in order."""
    async with storage.unit_of_work() as work:
        query = select(OutboxRow.not_before).where(
            OutboxRow.person_id == member.person_id, OutboxRow.kind == ExchangeAsked.kind
        )
        return sorted(await work.session.scalars(query))


async def kinds(storage: Storage) -> list[str]:
    async with storage.unit_of_work() as work:
        query = select(ExchangeRow.kind).order_by(ExchangeRow.due_at, ExchangeRow.kind.desc())
        return list(await work.session.scalars(query))


async def test_the_listening_exercise_is_asked_of_both_on_the_first_evening_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING)
    await passes(container, EVENING + HOUR, since=EVENING)

    assert ([EVENING], [EVENING]) == (await asked(storage, cast.ana), await asked(storage, cast.ben))
    assert [Kind.LISTENING] == await kinds(storage)


async def test_a_pair_that_has_just_begun_is_left_in_peace_for_the_evening(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING + DAY, since=EVENING - HOUR)

    assert [EVENING + DAY] == await asked(storage, cast.ana)


async def test_a_week_brings_two_check_ins_a_plan_and_two_questions_at_most_one_message_a_day(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING + 8 * DAY)
    found = await asked(storage, cast.ana)

    # New York's clocks go forward on Sunday the 8th: six o'clock is an hour earlier from then on.
    later = EVENING - HOUR
    assert [
        EVENING,
        EVENING + DAY,
        EVENING + 3 * DAY,
        later + 5 * DAY,
        later + 6 * DAY,
        later + 7 * DAY,
        later + 8 * DAY,
    ] == found
    assert ["listening", "talked", "checkin", "talked", "commitment", "checkin", "talked"] == await kinds(
        storage
    )


async def test_each_is_asked_in_their_own_evening_and_after_their_quiet_hours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_timezone(cast.ana.person_id, "Europe/Berlin")
        await work.people.set_quiet(cast.ben.person_id, Quiet(17 * 60, 20 * 60))
    await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING + DAY - HOUR, since=EVENING - 3 * HOUR)

    berlin = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
    assert [berlin] == await asked(storage, cast.ana)
    assert [dt.datetime(2026, 3, 5, 1, tzinfo=dt.UTC)] == await asked(storage, cast.ben)


@pytest.mark.parametrize("why", ["paused", "unreachable", "muted", "covered"])
async def test_nobody_is_asked_while_one_of_them_is_away(
    why: str, storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    dora = await joins(storage, cast.ana, "Dora", 120)
    async with storage.unit_of_work() as work:
        if why == "paused":
            await work.schedules.set_paused_until(cast.ben.membership_id, NOON.date() + DAY)
        elif why == "unreachable":
            await work.people.set_unreachable(cast.ben.person_id, NOON)
        elif why == "muted":
            mine = PairMemberRow.membership_id == cast.ben.membership_id
            await work.session.execute(update(PairMemberRow).where(mine).values(muted_until=NOON + DAY))
    if why == "covered":
        cover = await paired(storage, cast.ana, dora)
        async with storage.unit_of_work() as work:
            values = {"kind": PairKind.COVER, "covers_pair_id": pair_id}
            await work.session.execute(update(PairRow).where(PairRow.id == cover).values(values))
    await passes(container, EVENING)

    assert [[], [], []] == [await asked(storage, one) for one in (cast.ana, cast.ben, dora)]


async def test_in_a_trio_the_other_two_are_asked_while_one_is_away(
    storage: Storage, container: Container, cast: Cast
) -> None:
    dora = await joins(storage, cast.ana, "Dora", 120)
    await paired(storage, cast.ana, cast.ben, dora)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(dora.person_id, NOON)
    await passes(container, EVENING)

    assert [1, 1, 0] == [len(await asked(storage, one)) for one in (cast.ana, cast.ben, dora)]


async def test_what_an_outage_delayed_past_the_evening_is_left_out_and_at_most_one_is_asked(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING)
    back = EVENING + 6 * DAY + 2 * HOUR
    for _ in range(3):
        async with container.transaction() as services:
            await services.exchange_rounds.ask(pair_id, back)

    assert [EVENING, back] == await asked(storage, cast.ana)
    assert ["listening", "commitment"] == await kinds(storage)

    long_after = EVENING + 8 * DAY + 12 * HOUR
    async with container.transaction() as services:
        await services.exchange_rounds.ask(pair_id, long_after)

    assert ["listening", "commitment"] == await kinds(storage)


async def test_whoever_is_in_two_pairs_is_asked_by_one_of_them_a_day_and_each_has_its_turn(
    storage: Storage, container: Container, cast: Cast
) -> None:
    dora = await joins(storage, cast.ana, "Dora", 120)
    await paired(storage, cast.ana, cast.ben)
    await paired(storage, cast.ana, dora)
    await passes(container, EVENING + 60 * DAY)
    found = await asked(storage, cast.ana)

    assert len(found) == len({moment.date() for moment in found})
    assert len(await asked(storage, cast.ben)) + len(await asked(storage, dora)) == len(found)
    assert min(len(await asked(storage, cast.ben)), len(await asked(storage, dora))) > 8


async def test_whether_they_talked_is_not_asked_when_it_is_known(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await passes(container, EVENING)
    async with storage.unit_of_work() as work:
        for member in (cast.ana, cast.ben):
            await work.relays.add(
                pair_id, member.person_id, Content("hello"), state=RelayState.SENT, now=NOON
            )
    await passes(container, EVENING + 2 * DAY, since=EVENING + MINUTE)

    assert ["listening"] == await kinds(storage)


async def test_the_plan_is_reviewed_on_sunday_by_whoever_made_one_in_one_message_with_the_question(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    monday = EVENING + 6 * DAY - HOUR
    await passes(container, monday)
    me = await actor(storage, cast.ana)
    async with container.transaction() as services:
        (plan,) = [
            one
            for one in await services.exchanges.week(me, pair_id, monday)
            if one.exchange.kind is Kind.COMMITMENT
        ]
        await services.exchanges.choose(me, plan.exchange.exchange_id, 0, monday)
    sunday = monday + 6 * DAY
    await passes(container, sunday, since=monday + MINUTE)

    assert [sunday] == [moment for moment in await asked(storage, cast.ana) if moment >= sunday]
    assert [sunday] == [moment for moment in await asked(storage, cast.ben) if moment >= sunday]
    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(select(ExchangeRow).where(ExchangeRow.due_at == sunday))
        sundays = {Kind(row.kind): row.id for row in rows}
    assert {Kind.REVIEW, Kind.TALKED} == set(sundays)
    for member, expected in ((cast.ana, {Kind.REVIEW, Kind.TALKED}), (cast.ben, {Kind.TALKED})):
        me = await actor(storage, member)
        async with container.transaction() as services:
            shown = await services.exchanges.asked(me, sundays[Kind.TALKED], sunday)
        assert expected == {one.exchange.kind for one in shown}


async def test_a_yes_to_having_talked_is_the_first_contact_and_closes_the_question_of_the_week(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    wednesday = EVENING + DAY
    await passes(container, wednesday)
    async with storage.unit_of_work() as work:
        row = await work.session.scalar(select(ExchangeRow).where(ExchangeRow.kind == Kind.TALKED))
        assert row is not None
    me = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.exchanges.choose(me, row.id, Talked.YES, wednesday)
    await passes(container, wednesday + 4 * DAY, since=wednesday + MINUTE)

    assert ["listening", "talked", "checkin"] == await kinds(storage)
    async with storage.unit_of_work() as work:
        pair = await work.session.get_one(PairRow, pair_id)
        assert wednesday == pair.first_contact_at
