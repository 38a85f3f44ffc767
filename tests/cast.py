"""The standing cast: who is in every test, and what each of them must never see.

Ana and Ben sit in Tuesday evening, which Fay facilitates. Cem sits in another group of the same clinic, facilitated by
Dee. Gus facilitates a group of another clinic. Cem, Dee and Gus see nothing of Ana and Ben; nor does a stranger.
"""

import dataclasses
import datetime as dt

from domain.access import Actor, Role
from domain.ids import Address, GroupId, MembershipId, PersonId, ProgramId
from storage.tables.checkins import ScheduleRow, ScheduleTimeRow
from storage.tables.groups import GroupRow, MembershipRow, ProgramRow
from storage.types import new_id
from storage.unit_of_work import Storage, UnitOfWork

NOON = dt.datetime(2026, 3, 3, 17, 0, tzinfo=dt.UTC)
"""A Tuesday, noon in New York."""
ZONE = "America/New_York"
EVERY_DAY = 0b1111111


@dataclasses.dataclass(frozen=True)
class Member:
    """One of the cast."""

    person_id: PersonId
    membership_id: MembershipId
    group_id: GroupId
    address: Address
    name: str


@dataclasses.dataclass(frozen=True)
class Cast:
    """Everybody."""

    ana: Member
    ben: Member
    fay: Member
    cem: Member
    dee: Member
    gus: Member


async def assemble(storage: Storage) -> Cast:
    """Bring the cast into an empty database."""
    async with storage.unit_of_work() as work:
        clinic, other = await _program(work, "Riverside"), await _program(work, "Hilltop")
        tuesday = await _group(work, clinic, "Tuesday evening")
        friday = await _group(work, clinic, "Friday morning")
        elsewhere = await _group(work, other, "Elsewhere")
        return Cast(
            ana=await _member(work, tuesday, "Ana", Role.PARTICIPANT, 101),
            ben=await _member(work, tuesday, "Ben", Role.PARTICIPANT, 102),
            fay=await _member(work, tuesday, "Fay", Role.FACILITATOR, 103),
            cem=await _member(work, friday, "Cem", Role.PARTICIPANT, 104),
            dee=await _member(work, friday, "Dee", Role.FACILITATOR, 105),
            gus=await _member(work, elsewhere, "Gus", Role.FACILITATOR, 106),
        )


async def actor(storage: Storage, member: Member) -> Actor:
    """Return the member as the edge would recognise them."""
    async with storage.unit_of_work() as work:
        return await work.people.actor(member.person_id)


async def _program(work: UnitOfWork, name: str) -> ProgramId:
    row = ProgramRow(id=new_id(), name=name, created_at=NOON)
    work.session.add(row)
    await work.session.flush()
    return ProgramId(row.id)


async def _group(work: UnitOfWork, program: ProgramId, name: str) -> GroupId:
    row = GroupRow(
        id=new_id(), program_id=program, name=name, timezone=ZONE, checkin_minute=18 * 60, created_at=NOON
    )
    work.session.add(row)
    await work.session.flush()
    return GroupId(row.id)


async def _member(work: UnitOfWork, group: GroupId, name: str, role: Role, number: int) -> Member:
    address = Address(number)
    person = await work.people.add(address, "en", ZONE, NOON)
    membership = MembershipId(new_id())
    cipher = await work.keys.of(person)
    work.session.add(
        MembershipRow(
            id=membership,
            group_id=group,
            person_id=person,
            role=role,
            state="active",
            display_name=cipher.seal("memberships.display_name", membership, name),
            # One after another: lists are in the order of joining.
            joined_at=NOON - dt.timedelta(microseconds=200 - number),
        )
    )
    await work.session.flush()
    if role is Role.PARTICIPANT:
        work.session.add(ScheduleRow(membership_id=membership, weekdays=EVERY_DAY))
        work.session.add(
            ScheduleTimeRow(
                id=new_id(),
                membership_id=membership,
                slot=0,
                local_minute=18 * 60,
                due_on=NOON.date(),
                next_due_at=NOON + dt.timedelta(hours=6),
            )
        )
        await work.session.flush()
    return Member(person, membership, group, address, name)
