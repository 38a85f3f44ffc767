"""Recognises who is behind an update and keeps how to speak to them; it grants no right."""

import datetime as dt
from collections.abc import Collection

from domain.access import Actor
from domain.ids import Address, PersonId
from storage.unit_of_work import UnitOfWork

ANCHORS_KEPT_FOR = dt.timedelta(days=90)
"""A thing shown longer ago than this is shown anew, not in its old place."""

SAID_JUST_NOW = dt.timedelta(seconds=10)
"""Thirty photos at once get one sentence, however long the thirty take to come in."""


class People:
    """Accounts, their language and zone, and where their typing goes."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def recognise(self, address: Address) -> Actor | None:
        """Return the person with every active seat; None for a stranger."""
        person_id = await self._work.people.find(address)
        return None if person_id is None else await self._work.people.actor(person_id)

    async def actor(self, person_id: PersonId) -> Actor:
        """Return the person with every active seat."""
        return await self._work.people.actor(person_id)

    async def address(self, person_id: PersonId) -> Address:
        """Return where the person is reached."""
        return await self._work.people.address(person_id)

    async def dialogue(self, person_id: PersonId) -> tuple[str, int] | None:
        """Return the kind and subject of what the person's typing answers; None when it answers nothing."""
        return await self._work.dialogues.current(person_id)

    async def anchored(self, person_id: PersonId, anchors: Collection[str]) -> dict[str, int]:
        """Return which message shows each of these anchored things, without those that none shows."""
        return await self._work.anchors.message_ids(person_id, anchors) if anchors else {}

    async def unanchor(self, person_id: PersonId, anchors: Collection[str]) -> None:
        """Forget which messages show these things: they are taken away."""
        if anchors:
            await self._work.anchors.remove(person_id, anchors)

    async def forget_anchors(self, now: dt.datetime) -> None:
        """Forget which messages showed what long ago."""
        await self._work.anchors.purge(now - ANCHORS_KEPT_FOR)

    async def anchor(self, person_id: PersonId, anchor: str, message_id: int, now: dt.datetime) -> None:
        """Remember which message shows the anchored thing."""
        await self._work.anchors.save(person_id, anchor, message_id, now)

    async def has_just_heard(
        self, person_id: PersonId, saying: str, message_id: int, now: dt.datetime
    ) -> bool:
        """Tell whether the same was due a moment ago, and remember that it is due again.

        `saying` tells one thing that is said from another, in at most 32 characters; `message_id` is what it is about.
        """
        anchor = f"said:{saying}"
        said_at = await self._work.anchors.saved_at(person_id, anchor)
        await self._work.anchors.save(person_id, anchor, message_id, now)
        return said_at is not None and now - said_at < SAID_JUST_NOW
