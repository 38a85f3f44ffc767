"""Small steps that tests of partners begin with: a pair that both agreed to, more people in the group, what is in line."""

import datetime as dt

from sqlalchemy import select

from domain.access import SYSTEM, Role
from domain.ids import MembershipId, PairId
from domain.messages import Message, message_from
from domain.partners import Answer, EndedPair
from domain.sharing import SharedItem
from handlers.request import Reply, Screen
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, Member, _member

ALL = tuple(SharedItem)


async def asked(storage: Storage, *members: Member, at: dt.datetime = NOON) -> PairId:
    """Propose these members to each other, without a word to anybody."""
    async with storage.unit_of_work() as work:
        return await work.partners.propose(
            members[0].group_id, [member.membership_id for member in members], [], at
        )


async def paired(storage: Storage, *members: Member, at: dt.datetime = NOON) -> PairId:
    """Make these members partners."""
    pair_id = await asked(storage, *members, at=at)
    async with storage.unit_of_work() as work:
        for member in members:
            await work.partners.set_answer(pair_id, member.membership_id, Answer.ACCEPTED, at)
        await work.partners.activate(pair_id, at)
    return pair_id


async def shares(
    storage: Storage, pair_id: PairId, member: Member, *items: SharedItem, at: dt.datetime = NOON
) -> None:
    """Let a member share exactly this with every partner."""
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)
        assert pair is not None
        for other in pair.others(member.person_id):
            for item in SharedItem:
                change = work.partner_consents.give if item in items else work.partner_consents.revoke
                await change(pair_id, member.membership_id, other.membership_id, item, at)


async def end_pairs_of(work: UnitOfWork, membership_id: MembershipId, now: dt.datetime) -> list[EndedPair]:
    """Take a seat out of all its pairs, without a word to anybody."""
    return [
        await work.partners.leave(pair, membership_id, now)
        for pair in await work.partners.open_of(SYSTEM, membership_id)
    ]


async def joins(storage: Storage, beside: Member, name: str, number: int) -> Member:
    """Bring one more participant into the group of `beside`."""
    async with storage.unit_of_work() as work:
        return await _member(work, beside.group_id, name, Role.PARTICIPANT, number)


async def in_line(storage: Storage, member: Member) -> list[Message]:
    """Return what waits in the outbox for a member, oldest first."""
    async with storage.unit_of_work() as work:
        rows = await work.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.person_id == member.person_id, OutboxRow.state == "new")
            .order_by(OutboxRow.not_before)
        )
        return [message_from(row.kind, row.data) for row in rows]


def labels(shown: Reply | Screen) -> list[str]:
    """Return the labels of all buttons, in order."""
    screens = shown.screens if isinstance(shown, Reply) else (shown,)
    return [button.label for screen in screens for row in screen.rows for button in row]


def said(shown: Reply | Screen) -> str:
    """Return the text of all screens."""
    screens = shown.screens if isinstance(shown, Reply) else (shown,)
    return "\n".join(str(screen.text) for screen in screens)


def arrival(quote: str, sender: str = "Ana") -> str:
    """Return how a partner's words arrive: a first line for the lock screen, and the words covered below it."""
    return f"Your partner sent you a message.\n\nFrom <b>{sender}</b>: <tg-spoiler>“{quote}”</tg-spoiler>"
