"""Small steps that tests of changing pairs begin with: a larger group, its first pairs, everybody's yes, and the tick."""

import datetime as dt

from domain.access import SYSTEM
from domain.partners import Answer, Pair, PairState
from domain.rotations import Rotation
from services.container import Container
from services.ticks import ROTATIONS
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import in_line, joins


async def group_of(storage: Storage, cast: Cast, size: int) -> list[Member]:
    """Bring so many participants into Ana's group, she and Ben among them."""
    more = [await joins(storage, cast.ana, f"P{number:02}", 200 + number) for number in range(size - 2)]
    return [cast.ana, cast.ben, *more]


async def sends_pairs(storage: Storage, container: Container, facilitator: Member, now: dt.datetime) -> None:
    """Send what is proposed."""
    person = await actor(storage, facilitator)
    async with container.transaction() as services:
        shown = await services.proposals.propose(person, facilitator.group_id, now)
        await services.proposals.send(person, facilitator.group_id, shown.plan.fingerprint, now)


async def all_say_yes(
    storage: Storage, container: Container, people: list[Member], now: dt.datetime
) -> list[frozenset[str]]:
    """Let everybody who is asked accept; return the names of each pair that begins."""
    begun = []
    for pair in await open_pairs(storage, people[0]):
        if pair.state is PairState.PROPOSED:
            begun.append(frozenset(side.name for side in pair.sides))
        for side in pair.sides if pair.state is PairState.PROPOSED else ():
            if side.answer is Answer.ASKED:
                person = await actor(storage, next(one for one in people if one.person_id == side.person_id))
                async with container.transaction() as services:
                    await services.pairing.accept(person, pair.pair_id, now)
    return begun


async def open_pairs(storage: Storage, member: Member) -> list[Pair]:
    """Return the pairs of the member's group that last, or are asked."""
    async with storage.unit_of_work() as work:
        return await work.partners.open_in(SYSTEM, member.group_id)


async def tick(container: Container, now: dt.datetime) -> int:
    """Serve the changes of pairs that are due; return how many were."""
    async with container.transaction() as services:
        rows = await ROTATIONS.due(services, now)
    for row in rows:
        async with container.transaction() as services:
            await ROTATIONS.do(services, row, now)
    return len(rows)


async def next_due(container: Container) -> dt.datetime:
    """Return when the next change is announced or made."""
    async with container.transaction() as services:
        found = await ROTATIONS.next_at(services)
    assert found is not None
    return found


async def rotation(storage: Storage, member: Member) -> Rotation:
    """Return when the pairs of the member's group change."""
    async with storage.unit_of_work() as work:
        return await work.rotations.get(member.group_id)


async def paired_group(storage: Storage, container: Container, cast: Cast, size: int = 4) -> list[Member]:
    """Bring a group to its first pairs, with everybody's yes and nothing in line."""
    people = await group_of(storage, cast, size)
    await sends_pairs(storage, container, cast.fay, NOON)
    await all_say_yes(storage, container, people, NOON)
    await emptied(storage, [*people, cast.fay])
    return people


async def emptied(storage: Storage, people: list[Member]) -> None:
    """Take everything out of line that waits for these people."""
    async with storage.unit_of_work() as work:
        for member in people:
            await work.outbox.drop_of(member.person_id, NOON)


async def kinds(storage: Storage, member: Member) -> list[type]:
    """Return the kinds of what waits for a member, oldest first."""
    return [type(message) for message in await in_line(storage, member)]
