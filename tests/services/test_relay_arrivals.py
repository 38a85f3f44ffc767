import datetime as dt

from sqlalchemy import select

from domain.access import Role
from domain.messages import RelayArrived, RelayLapsed
from domain.quiet import Quiet
from domain.relays import UNANSWERED_PER_HOUR
from services.container import Container
from services.written import Fate
from storage.tables.outbox import OutboxRow
from storage.tables.relays import RelayRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.letters import texts_for, write
from tests.pairs import in_line, paired
from tests.scenes import HOUR, MINUTE

EVENING = dt.timedelta(hours=10)
"""After noon: within quiet hours from 21:00 to 08:00."""


async def test_quiet_hours_hold_a_message_until_they_are_over_and_its_sender_is_told_when(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ben.person_id, Quiet(21 * 60, 8 * 60))
        timezone = (await work.people.actor(cast.ben.person_id)).timezone
    at = NOON + EVENING
    written = await write(container, await actor(storage, cast.ana), pair_id, "Still up?", at)

    over = Quiet(21 * 60, 8 * 60).ends_at(at, timezone)
    assert over > at
    assert over == written.arrives_at
    async with storage.unit_of_work() as work:
        due = await work.session.scalar(
            select(OutboxRow.not_before).where(OutboxRow.kind == RelayArrived.kind)
        )
    assert due is not None
    assert dt.timedelta(0) <= due - over < MINUTE


async def test_the_sender_hears_once_a_day_that_messages_could_not_be_handed_over(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    for number in range(2):
        written = await write(container, ana, pair_id, f"Hello {number}")
        assert written.relay_id is not None
        message = RelayArrived(written.relay_id, pair_id)
        async with container.transaction() as services:
            await services.relay_changes.missed(message.kind, message.pack(), cast.ben.person_id, NOON + HOUR)

    lapsed = [one for one in await in_line(storage, cast.ana) if isinstance(one, RelayLapsed)]
    assert 1 == len(lapsed)
    async with container.transaction() as services:
        found = await services.relay_changes.lapsed(ana, lapsed[0])
    assert found is not None
    assert ("Hello 0", "Ben", False) == (found[0].text, found[1].name, found[2])


async def test_nothing_is_said_of_a_lapsed_message_to_somebody_who_is_a_partner_no_more(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    written = await write(container, ana, pair_id, "Hello")
    assert written.relay_id is not None
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        await services.blocks.block(ben, pair_id, cast.ana.membership_id, NOON)
    async with container.transaction() as services:
        lapsed = RelayLapsed(written.relay_id, pair_id, cast.ben.person_id)
        assert await services.relay_changes.lapsed(ana, lapsed) is None


async def test_who_writes_to_somebody_whom_nothing_reaches_is_told_so_and_the_message_waits(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with container.transaction() as services:
        await services.reachability.lost(cast.ben.person_id, NOON)
    written = await write(container, await actor(storage, cast.ana), pair_id, "Hello")

    assert (Fate.SENT, True) == (written.fate, written.is_unreached)
    async with container.transaction() as services:
        await services.reachability.regained(cast.ben.person_id, NOON + HOUR)
    assert ["Ana: Hello"] == await texts_for(storage, container, cast.ben)


async def test_two_hundred_messages_in_a_minute_are_five_and_one_draft(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    fates = [
        (await write(container, ana, pair_id, f"word {number}", NOON + number * MINUTE / 200)).fate
        for number in range(200)
    ]

    assert UNANSWERED_PER_HOUR == fates.count(Fate.SENT)
    assert 1 == fates.count(Fate.HELD_FOR_LIMIT)
    assert 200 - UNANSWERED_PER_HOUR - 1 == fates.count(Fate.ADDED)
    async with storage.unit_of_work() as work:
        waiting = await work.relays.waiting(pair_id, cast.ana.person_id)
    assert waiting is not None
    assert [f"word {number}" for number in range(UNANSWERED_PER_HOUR, 200)] == waiting.text.split("\n")


async def test_a_report_on_a_message_that_was_taken_back_still_shows_it_to_the_facilitator(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    written = await write(container, ana, pair_id, "Meet me at the bar")
    assert written.relay_id is not None
    async with container.transaction() as services:
        await services.relay_changes.take_back(ana, written.relay_id, NOON + MINUTE)
    async with container.transaction() as services:
        await services.reports.report(ben, written.relay_id, NOON + 2 * MINUTE)

    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        (card,) = await services.alerts.unresolved(fay, NOON + HOUR)
        details = await services.alerts.details(fay, card.alert.alert_id, NOON + HOUR)
    assert ["Meet me at the bar"] == [one.text for one in details.reported]


async def second_seat(storage: Storage, member: Member, beside: Member, name: str) -> Member:
    """Seat somebody in a second group, under another name."""
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(beside.group_id, member.person_id, Role.PARTICIPANT, name, NOON)
    return Member(member.person_id, seat, beside.group_id, member.address, name)


async def test_of_two_groups_each_partner_gets_only_what_is_written_to_them_under_the_name_there(
    storage: Storage, container: Container, cast: Cast
) -> None:
    there = await second_seat(storage, cast.ana, cast.cem, "Anita")
    with_ben = await paired(storage, cast.ana, cast.ben)
    with_cem = await paired(storage, there, cast.cem)
    ana = await actor(storage, cast.ana)
    await write(container, ana, with_ben, "for Ben")
    await write(container, ana, with_cem, "for Cem")

    assert ["Ana: for Ben"] == await texts_for(storage, container, cast.ben)
    assert ["Anita: for Cem"] == await texts_for(storage, container, cast.cem)


async def test_the_end_in_one_group_leaves_the_partner_in_the_other(
    storage: Storage, container: Container, cast: Cast
) -> None:
    there = await second_seat(storage, cast.ana, cast.cem, "Anita")
    with_ben = await paired(storage, cast.ana, cast.ben)
    with_cem = await paired(storage, there, cast.cem)
    ana = await actor(storage, cast.ana)
    await write(container, ana, with_cem, "for Cem")
    async with container.transaction() as services:
        await services.blocks.block(ana, with_ben, cast.ben.membership_id, NOON)

    assert ["Anita: for Cem"] == await texts_for(storage, container, cast.cem)
    async with storage.unit_of_work() as work:
        pairs = [await work.partners.pair(ana.scope, one) for one in (with_ben, with_cem)]
    assert [False, True] == [pair is not None and pair.is_active for pair in pairs]


async def test_a_block_ends_the_contact_of_two_in_every_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana_there = await second_seat(storage, cast.ana, cast.cem, "Anita")
    ben_there = await second_seat(storage, cast.ben, cast.cem, "Benny")
    here = await paired(storage, cast.ana, cast.ben)
    there = await paired(storage, ana_there, ben_there)
    ana = await actor(storage, cast.ana)
    await write(container, await actor(storage, cast.ben), there, "hello")
    async with container.transaction() as services:
        await services.blocks.block(ana, here, cast.ben.membership_id, NOON)

    assert [] == await texts_for(storage, container, cast.ana)
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(ana.scope, there)
        reasons = await work.session.scalars(select(RelayRow.pair_id))
    assert pair is not None
    assert not pair.is_active
    assert [there] == list(reasons)
