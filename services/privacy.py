"""Shows people what is kept about them, who sees it and who looked, and gives them a copy; it changes nothing."""

import dataclasses
import datetime as dt
from typing import Any

from domain.access import SYSTEM, Actor
from domain.groups import Group, Member
from domain.ids import MembershipId
from domain.items import OWN_PREFIX, Item, ItemId
from domain.joining import Consent
from domain.partners import Partner
from domain.sharing import Sharing
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class SeenAs:
    """One seat and who sees what of it.

    `consent` is the latest that this seat rests on; None where none is needed (facilitators).
    """

    seat: Member
    group: Group
    facilitators: tuple[str, ...]
    consent: Consent | None
    partners: tuple[tuple[Partner, Sharing], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """That somebody looked at something of the person; `viewer` "" has been erased or left no name."""

    viewer: str
    what: str
    seen_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class PersonalCopy:
    """Everything about a person: rows by table, and who looked, by name.

    `questions` are those of a group's own that the person was asked: their rows name these by id alone.
    """

    rows: dict[str, list[dict[str, Any]]]
    looks: list[Look]
    questions: tuple[Item, ...] = ()


class Privacy:
    """What is kept, for the person themselves."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def overview(self, actor: Actor, now: dt.datetime) -> list[SeenAs]:
        """Return every seat of the actor with who sees what of it."""
        consents = await self._work.consents.of(actor.scope)
        found: list[SeenAs] = []
        for seat in await self._work.groups.seats(actor.scope, actor.person_id):
            facilitators = await self._work.groups.facilitators(seat.group_id)
            found.append(
                SeenAs(
                    seat=seat,
                    group=await self._work.groups.group(seat.group_id),
                    facilitators=tuple(
                        member.display_name for member in facilitators if member.person_id != actor.person_id
                    ),
                    consent=next((c for c in consents if c.group_id == seat.group_id), None),
                    partners=await self._partners(actor, seat.membership_id, now),
                )
            )
        return found

    async def consents(self, actor: Actor) -> list[tuple[Consent, Group]]:
        """Return every consent that the actor ever gave, latest first, with its group."""
        return [
            (consent, await self._work.groups.group(consent.group_id))
            for consent in await self._work.consents.of(actor.scope)
        ]

    async def looks(self, actor: Actor) -> list[Look]:
        """Return who looked at something of the actor, latest first."""
        names: dict[int | None, str] = {None: ""}
        found: list[Look] = []
        for disclosure in await self._work.disclosures.of(actor.person_id):
            membership_id = disclosure.viewer_membership_id
            if membership_id not in names and membership_id is not None:
                viewer = await self._work.groups.member(SYSTEM, membership_id)
                names[membership_id] = "" if viewer is None else viewer.display_name
            found.append(Look(names[membership_id], disclosure.what, disclosure.seen_at))
        return found

    async def copy(self, actor: Actor) -> PersonalCopy:
        """Return everything that is kept about the actor, opened."""
        rows = await self._work.personal.copy(actor.person_id)
        return PersonalCopy(
            rows=rows,
            looks=await self.looks(actor),
            questions=await self._work.questions.worded(_own_items(rows)),
        )

    async def speak(self, actor: Actor, language: str) -> Actor:
        """Speak another language with the actor from now on; return the actor as they are now."""
        await self._work.people.set_language(actor.person_id, language)
        return dataclasses.replace(actor, language=language)

    async def _partners(
        self, actor: Actor, seat: MembershipId, now: dt.datetime
    ) -> tuple[tuple[Partner, Sharing], ...]:
        given = self._work.partner_consents.given
        return tuple(
            [
                (one, await given(actor.scope, one.pair_id, seat, one.membership_id, now))
                for one in await self._work.partners.partners_of(actor.scope, seat)
            ]
        )


def _own_items(rows: dict[str, list[dict[str, Any]]]) -> set[ItemId]:
    """Return the questions of a group's own that a copy names: what check-ins asked, and what was answered."""
    asked = {item for checkin in rows["checkins"] for item in checkin["items"].split(",")}
    answered = {answer["item"] for answer in rows["answers"]}
    return {ItemId(item) for item in asked | answered if item.startswith(OWN_PREFIX)}
