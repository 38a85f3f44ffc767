"""Makes groups and invitations and lets people in by them; it asks them nothing (see `services.enrolment`)."""

import dataclasses
import datetime as dt
import enum
import secrets

from domain.access import Actor, Role
from domain.errors import NotAllowed, NothingToDo, NotUnderstood
from domain.groups import DEFAULT_CHECKIN_MINUTE, Group, Member, check_new_group
from domain.ids import Address, EnrolmentId, GroupId, InviteId, PersonId
from domain.joining import LINK_LIVES, LINKS_AT_ONCE, MISSES_ALLOWED, OPEN_LINKS, Invite
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

TOKEN_BYTES = 18
"""144 random bits: 24 characters of base64url."""
DIALOGUE = "enrolment"
"""The kind of dialogue in which an enrolment's questions are answered."""


class Way(enum.StrEnum):
    """What became of a link that somebody opened."""

    ENROLLING = "enrolling"
    ALREADY_IN = "already_in"
    REFUSED = "refused"


@dataclasses.dataclass(frozen=True, slots=True)
class Opened:
    """What became of a link, and the enrolment that it began or goes on with."""

    way: Way
    enrolment_id: EnrolmentId | None = None
    actor: Actor | None = None


class Joining:
    """Groups, their invitations, and the door."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, bot_username: str) -> None:
        self._work = work
        self._outbox = outbox
        self._bot_username = bot_username

    async def create_group(self, program: str, name: str, timezone: str, now: dt.datetime) -> GroupId:
        """Create a group in the program of that name, which is made if there is none.

        Raises:
            NotUnderstood: there is no such time zone, or a name is empty or too long.
            NothingToDo: the program already has a group of this name.
        """
        check_new_group(program, name, timezone)
        program_id = await self._work.groups.program(program.strip(), now)
        group_id = await self._work.groups.create(
            program_id, name.strip(), timezone, DEFAULT_CHECKIN_MINUTE, now
        )
        if group_id is None:
            raise NothingToDo("joining.group_exists", {"name": name})
        return group_id

    async def groups(self) -> list[tuple[str, Group]]:
        """Return all groups, each with its program's name; for the operator."""
        return await self._work.groups.every()

    async def invite_facilitator(self, group_id: GroupId, now: dt.datetime) -> str:
        """Return a new link by which one person becomes facilitator of the group; for the operator."""
        await self._work.groups.group(group_id)
        return await self._link(group_id, Role.FACILITATOR, None, now)

    async def invite(self, actor: Actor, group_id: GroupId, count: int, now: dt.datetime) -> list[str]:
        """Return new links, each of which lets one participant into a group that the actor facilitates.

        Raises:
            NotAllowed: the actor does not facilitate the group.
            NotUnderstood: the count is not within 1 to `LINKS_AT_ONCE`.
            NothingToDo: the group would have more than `OPEN_LINKS` unused links.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        if not 1 <= count <= LINKS_AT_ONCE:
            raise NotUnderstood("joining.how_many", {"limit": LINKS_AT_ONCE})
        waiting = await self._work.invites.open_into(actor.scope, group_id, now)
        if len(waiting) + count > OPEN_LINKS:
            raise NothingToDo("joining.too_many_open", {"limit": OPEN_LINKS})
        return [await self._link(group_id, Role.PARTICIPANT, actor, now) for _ in range(count)]

    async def led(self, actor: Actor) -> list[Group]:
        """Return the groups that the actor facilitates."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def seat(self, actor: Actor, group_id: GroupId, person_id: PersonId) -> Member | None:
        """Return somebody's seat in a group that the actor facilitates, taken or left; None when out of reach."""
        return await self._work.groups.seat(actor.scope, group_id, person_id)

    async def open_links(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> list[Invite]:
        """Return the unused links into a group that the actor facilitates, oldest first.

        Raises:
            NotAllowed: the actor does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        return await self._work.invites.open_into(actor.scope, group_id, now)

    async def revoke(self, actor: Actor, invite_id: InviteId, now: dt.datetime) -> GroupId:
        """Close a link, if it is still open; return the group that it led into.

        Raises:
            NotAllowed: the actor does not facilitate that group.
        """
        invite = await self._work.invites.get(actor.scope, invite_id)
        if invite is None:
            raise NotAllowed("system.not_yours")
        await self._work.invites.revoke(invite_id, now)
        return invite.group_id

    async def open_link(
        self, actor: Actor | None, address: Address, language: str, token: str, now: dt.datetime
    ) -> Opened:
        """Let somebody in by a link: begin an enrolment, or go on with the one that this link began.

        1. An account with too many wrong tries is refused, whatever it sends.
        2. Unknown, used, expired and revoked are one and the same: a miss.
        3. A link that makes no sense for this person stays good for somebody else.

        Raises:
            NothingToDo: the person already sits in that group.
        """
        if await self._work.invites.misses(address, now) >= MISSES_ALLOWED:
            return Opened(Way.REFUSED)
        invite = await self._work.invites.by_token(token)
        if invite is not None and actor is not None:
            known = await self._known(actor, invite, now)
            if known is not None:
                return known
        if invite is None or not await self._work.invites.use(invite.invite_id, now):
            await self._work.invites.miss(address, now)
            return Opened(Way.REFUSED)
        if actor is None:
            actor = await self._newcomer(address, language, invite.group_id, now)
        enrolment_id = await self._work.enrolments.begin(
            invite.invite_id, invite.group_id, actor.person_id, invite.role, now
        )
        return await self._enrolling(actor, enrolment_id, now)

    async def _known(self, actor: Actor, invite: Invite, now: dt.datetime) -> Opened | None:
        begun = await self._work.enrolments.by_invite(actor.scope, invite.invite_id)
        seat = next((seat for seat in actor.seats if seat.group_id == invite.group_id), None)
        if begun is not None:
            if not begun.is_finished and seat is None:
                return await self._enrolling(actor, begun.enrolment_id, now)
            return Opened(Way.ALREADY_IN, actor=actor) if seat is not None else None
        if not invite.is_open(now):
            return None
        if seat is not None:
            raise NothingToDo(_MAKES_NO_SENSE[seat.role, invite.role])
        begun = await self._work.enrolments.unfinished(actor.scope, invite.group_id)
        if begun is not None and begun.role is invite.role:
            return await self._enrolling(actor, begun.enrolment_id, now)
        return None

    async def _enrolling(self, actor: Actor, enrolment_id: EnrolmentId, now: dt.datetime) -> Opened:
        await self._work.dialogues.open(actor.person_id, DIALOGUE, enrolment_id, now)
        return Opened(Way.ENROLLING, enrolment_id, actor)

    async def _newcomer(self, address: Address, language: str, group_id: GroupId, now: dt.datetime) -> Actor:
        group = await self._work.groups.group(group_id)
        person_id = await self._work.people.add(address, language, group.timezone, now)
        return await self._work.people.actor(person_id)

    async def _link(self, group_id: GroupId, role: Role, by: Actor | None, now: dt.datetime) -> str:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        await self._work.invites.add(
            token,
            group_id=group_id,
            role=role,
            invited_by=None if by is None else by.person_id,
            now=now,
            expires_at=now + LINK_LIVES,
        )
        return f"https://t.me/{self._bot_username}?start={token}"


_MAKES_NO_SENSE = {
    (Role.PARTICIPANT, Role.PARTICIPANT): "joining.already_in",
    (Role.PARTICIPANT, Role.FACILITATOR): "joining.participant_cannot_lead",
    (Role.FACILITATOR, Role.PARTICIPANT): "joining.link_is_for_participants",
    (Role.FACILITATOR, Role.FACILITATOR): "joining.already_facilitator",
}
