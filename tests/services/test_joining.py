import asyncio
import datetime as dt
import re

import pytest

from domain.access import Actor, Role
from domain.errors import NotAllowed, NothingToDo, NotUnderstood
from domain.ids import Address, GroupId
from domain.joining import LINK_LIVES, LINKS_AT_ONCE, MISS_WINDOW, MISSES_ALLOWED, OPEN_LINKS, Step
from services.container import Container
from services.joining import Opened, Way
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, actor

STRANGER = Address(999)


def token_of(link: str) -> str:
    return link.partition("?start=")[2]


async def invited(container: Container, by: Actor, group: GroupId) -> str:
    async with container.transaction() as services:
        [link] = await services.joining.invite(by, group, 1, NOON)
    return token_of(link)


async def opened(
    container: Container, token: str, by: Actor | None = None, at: Address = STRANGER, now: dt.datetime = NOON
) -> Opened:
    async with container.transaction() as services:
        if by is None:
            by = await services.people.recognise(at)
        return await services.joining.open_link(by, at, "en", token, now)


async def test_a_link_carries_at_least_128_random_bits(
    container: Container, storage: Storage, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        links = await services.joining.invite(fay, cast.ana.group_id, LINKS_AT_ONCE, NOON)

    assert LINKS_AT_ONCE == len(set(links))
    for link in links:
        found = re.fullmatch(r"https://t\.me/tandem_test_bot\?start=([A-Za-z0-9_-]+)", link)
        assert found is not None
        assert 22 <= len(found[1]) <= 64


@pytest.mark.parametrize("count", [0, -1, LINKS_AT_ONCE + 1])
async def test_no_fewer_than_one_and_no_more_than_twenty_links_are_made(
    container: Container, storage: Storage, cast: Cast, count: int
) -> None:
    fay = await actor(storage, cast.fay)
    with pytest.raises(NotUnderstood):
        async with container.transaction() as services:
            await services.joining.invite(fay, cast.ana.group_id, count, NOON)


async def test_a_group_has_a_limit_of_unused_links(
    container: Container, storage: Storage, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        for _ in range(OPEN_LINKS // LINKS_AT_ONCE):
            await services.joining.invite(fay, cast.ana.group_id, LINKS_AT_ONCE, NOON)
        with pytest.raises(NothingToDo):
            await services.joining.invite(fay, cast.ana.group_id, 1, NOON)
        assert 1 == len(await services.joining.invite(fay, cast.ana.group_id, 1, NOON + LINK_LIVES))


async def test_only_the_groups_facilitator_invites_lists_and_closes(
    container: Container, storage: Storage, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.joining.invite(fay, cast.ana.group_id, 1, NOON)
        [invite] = await services.joining.open_links(fay, cast.ana.group_id, NOON)
    for other in (cast.ana, cast.cem, cast.dee, cast.gus):
        who = await actor(storage, other)
        async with container.transaction() as services:
            with pytest.raises(NotAllowed):
                await services.joining.invite(who, cast.ana.group_id, 1, NOON)
            with pytest.raises(NotAllowed):
                await services.joining.open_links(who, cast.ana.group_id, NOON)
            with pytest.raises(NotAllowed):
                await services.joining.revoke(who, invite.invite_id, NOON)


async def test_a_stranger_with_a_link_begins_an_enrolment(
    container: Container, storage: Storage, cast: Cast
) -> None:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)

    found = await opened(container, token)

    assert Way.ENROLLING is found.way
    async with container.transaction() as services:
        who = await services.people.recognise(STRANGER)
        assert who is not None
        assert () == who.seats
        assert ("enrolment", found.enrolment_id) == await services.people.dialogue(who.person_id)
        assert found.enrolment_id == await services.enrolling.current(who)


async def test_the_same_person_opens_the_same_link_again_and_goes_on(
    container: Container, storage: Storage, cast: Cast
) -> None:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    first = await opened(container, token)

    again = await opened(container, token)

    assert (Way.ENROLLING, first.enrolment_id) == (again.way, again.enrolment_id)


async def test_unknown_used_expired_and_revoked_are_one_and_the_same(
    container: Container, storage: Storage, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    used, expired, revoked = [await invited(container, fay, cast.ana.group_id) for _ in range(3)]
    await opened(container, used, at=Address(1))
    async with container.transaction() as services:
        [_, last] = await services.joining.open_links(fay, cast.ana.group_id, NOON)
        assert cast.ana.group_id == await services.joining.revoke(fay, last.invite_id, NOON)
    remaining = {expired, revoked}

    refused = Opened(Way.REFUSED)
    assert refused == await opened(container, "never-made", at=Address(2))
    assert refused == await opened(container, used, at=Address(3))
    results = [
        await opened(container, token, at=Address(40 + n)) for n, token in enumerate(sorted(remaining))
    ]
    assert 1 == results.count(refused)
    late = await invited(container, fay, cast.ana.group_id)
    assert refused == await opened(container, late, at=Address(5), now=NOON + LINK_LIVES)
    async with container.transaction() as services:
        assert await services.people.recognise(Address(3)) is None


async def test_after_five_wrong_links_even_a_good_one_is_refused_for_an_hour(
    container: Container, storage: Storage, cast: Cast
) -> None:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    for wrong in range(MISSES_ALLOWED - 1):
        await opened(container, f"wrong-{wrong}")
    fourth = await opened(container, token, at=Address(998))
    assert Way.ENROLLING is fourth.way
    second = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    await opened(container, "wrong-5")

    assert Way.REFUSED is (await opened(container, second)).way
    just_before = NOON + MISS_WINDOW - dt.timedelta(seconds=1)
    assert Way.REFUSED is (await opened(container, second, now=just_before)).way
    assert Way.ENROLLING is (await opened(container, second, now=NOON + MISS_WINDOW)).way


async def test_of_two_people_with_one_link_one_comes_in(
    container: Container, storage: Storage, cast: Cast
) -> None:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)

    results = await asyncio.gather(*(opened(container, token, at=Address(n)) for n in (501, 502)))

    assert [Way.ENROLLING, Way.REFUSED] == sorted(result.way for result in results)


@pytest.mark.parametrize(
    ("who", "role", "key"),
    [
        ("ana", Role.FACILITATOR, "joining.participant_cannot_lead"),
        ("ana", Role.PARTICIPANT, "joining.already_in"),
        ("fay", Role.FACILITATOR, "joining.already_facilitator"),
        ("fay", Role.PARTICIPANT, "joining.link_is_for_participants"),
    ],
)
async def test_a_link_that_makes_no_sense_stays_good(
    container: Container, storage: Storage, cast: Cast, *, who: str, role: Role, key: str
) -> None:
    member = getattr(cast, who)
    if role is Role.FACILITATOR:
        async with container.transaction() as services:
            token = token_of(await services.joining.invite_facilitator(cast.ana.group_id, NOON))
    else:
        token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)

    with pytest.raises(NothingToDo) as refusal:
        await opened(container, token, await actor(storage, member), member.address)

    assert key == refusal.value.key
    assert Way.ENROLLING is (await opened(container, token)).way


async def test_one_may_lead_one_group_and_take_part_in_another(
    container: Container, storage: Storage, cast: Cast
) -> None:
    async with container.transaction() as services:
        token = token_of(await services.joining.invite_facilitator(cast.cem.group_id, NOON))
    ana = await actor(storage, cast.ana)
    begun = await opened(container, token, ana, cast.ana.address)
    assert begun.enrolment_id is not None
    async with container.transaction() as services:
        await services.enrolling.read(ana, begun.enrolment_id, Step.WELCOME, NOON)
        await services.enrolling.name(ana, begun.enrolment_id, "Ana L", NOON)

    roles = {seat.group_id: seat.role for seat in (await actor(storage, cast.ana)).seats}
    assert {cast.ana.group_id: Role.PARTICIPANT, cast.cem.group_id: Role.FACILITATOR} == roles


async def test_a_group_needs_a_zone_a_name_and_is_unique_in_its_program(container: Container) -> None:
    async with container.transaction() as services:
        await services.joining.create_group("Riverside", "Tuesday", ZONE, NOON)
        for name, zone in (("Other", "Mars/Base"), ("", ZONE), ("x" * 121, ZONE)):
            with pytest.raises(NotUnderstood):
                await services.joining.create_group("Riverside", name, zone, NOON)
        with pytest.raises(NothingToDo):
            await services.joining.create_group("Riverside", "Tuesday", ZONE, NOON)
        assert [("Riverside", "Tuesday")] == [(p, g.name) for p, g in await services.joining.groups()]
