import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from domain.access import SYSTEM
from domain.errors import NotAllowed, NotUnderstood
from domain.pairing import Apart, Candidate
from domain.partners import LeftOut, PairState
from domain.quiet import Quiet
from domain.wishes import Gender, Language, Wishes
from services.container import Container
from services.proposing import Proposal
from storage.tables.partners import PairRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import asked, in_line, paired

DAY = dt.timedelta(days=1)


async def proposed(storage: Storage, container: Container, cast: Cast) -> Proposal:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        return await services.proposals.propose(fay, cast.fay.group_id, NOON)


async def candidate(storage: Storage, cast: Cast, name: str = "Ana") -> Candidate:
    async with storage.unit_of_work() as work:
        seated = await work.pairing.seated(SYSTEM, cast.ana.group_id)
    return next(one.candidate for one in seated if one.candidate.name == name)


async def test_what_somebody_wishes_for_and_when_they_are_awake_is_heeded(
    storage: Storage, cast: Cast
) -> None:
    wishes = Wishes(frozenset({Language.SPANISH}), Gender.WOMAN, True, 2)
    async with storage.unit_of_work() as work:
        await work.pair_wishes.keep(cast.ana.membership_id, wishes)
        await work.people.set_quiet(cast.ana.person_id, Quiet(22 * 60, 7 * 60))
    ana = await candidate(storage, cast)

    assert (frozenset({"es"}), "woman", True, 2) == (
        ana.languages,
        ana.gender,
        ana.wants_same_gender,
        ana.capacity,
    )
    assert (7 * 60, 22 * 60) == ana.waking


async def test_who_told_nothing_writes_in_the_apps_language_and_has_room_for_one(
    storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_language(cast.ana.person_id, "es")
    ana = await candidate(storage, cast)

    assert (frozenset({"es"}), None, False, 1, None) == (
        ana.languages,
        ana.gender,
        ana.wants_same_gender,
        ana.capacity,
        ana.waking,
    )


@pytest.mark.parametrize("is_turned", [False, True])
async def test_a_block_either_way_keeps_two_from_being_proposed_and_reads_like_any_rule(
    storage: Storage, container: Container, cast: Cast, is_turned: bool
) -> None:
    one, other = (cast.ben, cast.ana) if is_turned else (cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.blocks.add(one.person_id, other.person_id, NOON)
    proposal = await proposed(storage, container, cast)

    assert () == proposal.plan.matches
    assert (("Ana", LeftOut.NOBODY_ALLOWED), ("Ben", LeftOut.NOBODY_ALLOWED)) == proposal.left_out


@pytest.mark.parametrize("reason", list(Apart))
async def test_two_kept_apart_are_not_proposed_until_it_is_undone(
    storage: Storage, container: Container, cast: Cast, reason: Apart
) -> None:
    fay, ana, ben = await actor(storage, cast.fay), cast.ana.membership_id, cast.ben.membership_id
    async with container.transaction() as services:
        await services.pair_rules.keep_apart(fay, ben, ana, reason, NOON)
        rules = await services.pair_rules.keep_apart(fay, ana, ben, reason, NOON)
    assert [reason] == [couple.reason for couple in rules.apart]
    assert () == (await proposed(storage, container, cast)).plan.matches

    async with container.transaction() as services:
        await services.pair_rules.let_together(fay, ben, ana)
    assert 1 == len((await proposed(storage, container, cast)).plan.matches)


async def test_keeping_two_apart_takes_back_what_they_were_asked(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.pair_rules.keep_apart(
            fay, cast.ana.membership_id, cast.ben.membership_id, Apart.HOUSEHOLD, NOON
        )
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)

    assert pair is not None
    assert PairState.WITHDRAWN is pair.state
    assert [] == await in_line(storage, cast.ana)


async def test_who_stands_in_for_somebody_counts_as_no_partner(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        row = await work.session.get_one(PairRow, pair_id)
        row.kind = "cover"
    proposal = await proposed(storage, container, cast)

    assert 1 == len(proposal.plan.matches)
    async with storage.unit_of_work() as work:
        assert {} == await work.pairing.past(SYSTEM, cast.ana.group_id, NOON)


@pytest.mark.parametrize("outsider", ["ana", "cem", "dee", "gus"])
async def test_only_the_groups_facilitator_sets_anything_by_hand(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    person, group_id = await actor(storage, getattr(cast, outsider)), cast.fay.group_id
    one, other = cast.ana.membership_id, cast.ben.membership_id
    async with container.transaction() as services:
        attempts: list[Callable[[], Awaitable[object]]] = [
            lambda: services.proposals.shuffle(person, group_id, 0, NOON),
            lambda: services.proposals.pin(person, one, other, NOON),
            lambda: services.proposals.forbid(person, one, other, NOON),
            lambda: services.proposals.swap(person, one, other, NOON),
            lambda: services.proposals.start_over(person, group_id, NOON),
            lambda: services.pair_rules.rules(person, group_id),
            lambda: services.pair_rules.keep_apart(person, one, other, Apart.HOUSEHOLD, NOON),
            lambda: services.pair_rules.let_together(person, one, other),
        ]
        for attempt in attempts:
            with pytest.raises(NotAllowed):
                await attempt()


async def test_nobody_is_pinned_across_groups_or_to_themselves(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.cem.group_id, cast.fay.person_id, "facilitator", "Fay", NOON)  # type: ignore[arg-type]  # the enum's value
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        with pytest.raises(NotAllowed):
            await services.proposals.pin(fay, cast.ana.membership_id, cast.cem.membership_id, NOON)
        with pytest.raises(NotUnderstood):
            await services.proposals.pin(fay, cast.ana.membership_id, cast.ana.membership_id, NOON)


async def test_a_question_waits_for_the_end_of_quiet_hours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ana.person_id, Quiet(11 * 60, 15 * 60))
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        shown = await services.proposals.propose(fay, cast.fay.group_id, NOON)
        await services.proposals.send(fay, cast.fay.group_id, shown.plan.fingerprint, NOON)
        ready = await services.outbox.next_at()

    assert NOON == ready
    async with container.transaction() as services:
        await services.outbox.cancel_about(
            f"pair:{(await services._work.partners.open_in(SYSTEM, cast.fay.group_id))[0].pair_id}",
            NOON,
            to=cast.ben.person_id,
        )
        assert NOON + dt.timedelta(hours=3) == await services.outbox.next_at()


async def test_the_end_of_a_pair_lets_those_without_a_partner_be_looked_after(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.partners.end(ana, pair_id, NOON + DAY)
    async with storage.unit_of_work() as work:
        assert NOON + DAY == await work.rematching.planned_at(cast.ana.group_id)
