"""Lets facilitators set what their group is asked; what is open on somebody's phone stays as it was begun."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed, NothingToDo, NotUnderstood
from domain.groups import Group
from domain.ids import CheckInId, GroupId
from domain.items import ITEMS, Item, ItemId
from domain.phases import Phase, Stage, Track
from domain.questions import ANSWER_DAYS, MOST_OWN, OwnAnswer, is_usual, lined_up, moved, switched, usual
from domain.recurrence import local_date_at
from domain.templates import Setting, questions_of
from domain.voices import Voice
from services.notes import HEARD
from storage.unit_of_work import UnitOfWork

SEEN_ANSWERS = "answers"
"""What a look at answers to a question of the group's own is called in a person's list of who looked at what."""


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """What a group is asked, as its facilitators see it.

    Attributes:
        lined: every question in its order, on or off.
        own: the group's own questions, without removed ones.
        today: the group's local date.
    """

    group: Group
    lined: tuple[Setting, ...]
    own: tuple[Item, ...]
    today: dt.date

    @property
    def is_usual(self) -> bool:
        """Tell whether it is what the program's template says."""
        return is_usual(self.lined)

    def check_room(self) -> None:
        """See that the group may have one more question of its own.

        Raises:
            NotUnderstood: it has as many as it may have.
        """
        if len(self.own) >= MOST_OWN:
            raise NotUnderstood("questions.enough_own", {"most": MOST_OWN})

    def item(self, item: ItemId) -> Item | None:
        """Return the question; None when the group has none of this id."""
        return {**ITEMS, **{one.id: one for one in self.own}}.get(item)

    def setting(self, item: ItemId) -> Setting | None:
        """Return how the question is set; None when the group has none of this id."""
        return next((one for one in self.lined if one.item == item), None)

    def sequence(self, phase: Phase, track: Track) -> tuple[Item, ...]:
        """Return what somebody with a partner is asked today in this phase and on this track."""
        stage = Stage(phase, track, self.today)
        ids = questions_of(stage, self.lined, self.own, self.today)
        return tuple(found for one in ids if (found := self.item(one)) is not None)


class Questions:
    """Switches, order and own questions of a group."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of_group(self, group_id: GroupId) -> tuple[tuple[Setting, ...], tuple[Item, ...]]:
        """Return what was set for the group, and its own questions, removed ones too."""
        return await self._work.questions.settings(group_id), await self._work.questions.own(group_id)

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def asked(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> Asked:
        """Return what the group is asked.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        return await asked_of(self._work, actor, group_id, now)

    async def answers(self, actor: Actor, group_id: GroupId, item: Item, now: dt.datetime) -> list[OwnAnswer]:
        """Return what people answered lately to a question of the group's own, latest first; the look is recorded.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        seat = next((seat for seat in actor.facilitator_seats if seat.group_id == group_id), None)
        if seat is None:
            raise NotAllowed("system.not_yours")
        asked = await self.asked(actor, group_id, now)
        found = await self._work.questions.answers(actor.scope, group_id, item, _since(asked))
        await self._work.disclosures.record(
            list(dict.fromkeys(one.person_id for one in found)),
            viewer_id=actor.person_id,
            viewer_membership_id=seat.membership_id,
            what=SEEN_ANSWERS,
            now=now,
        )
        return found

    async def hear(
        self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime
    ) -> tuple[Voice, str]:
        """Return what somebody said lately in answer to a question of the group's own, with its words; it is recorded.

        Raises:
            NotAllowed: the person may not read that answer, or no more.
            NothingToDo: it was changed, and is spoken no more.
        """
        found = await self._work.questions.answer(actor.scope, checkin_id, item)
        seats = {seat.group_id: seat for seat in actor.facilitator_seats}
        seat = None if found is None else seats.get(found.group_id)
        if found is None or seat is None:
            raise NotAllowed("system.not_yours")
        asked = await self.asked(actor, found.group_id, now)
        if asked.item(item) is None or found.local_date < _since(asked):
            raise NotAllowed("system.not_yours")
        if found.voice is None:
            raise NothingToDo("voices.gone")
        await self._work.disclosures.record(
            [found.person_id],
            viewer_id=actor.person_id,
            viewer_membership_id=seat.membership_id,
            what=HEARD,
            now=now,
        )
        return found.voice, found.text or ""

    async def switch(
        self, actor: Actor, group_id: GroupId, item: ItemId, is_on: bool | None, now: dt.datetime
    ) -> Asked:
        """Ask a question in every phase, in none, or with None as the template says.

        Raises:
            NotAllowed: the person does not facilitate the group.
            NotUnderstood: it always stays on, or a check-in would have too many questions.
        """
        asked = await self.asked(actor, group_id, now)
        return await self._set(asked, switched(asked.lined, item, is_on))

    async def move(
        self, actor: Actor, group_id: GroupId, item: ItemId, position: int, now: dt.datetime
    ) -> Asked:
        """Ask a question at another place, from 0.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        asked = await self.asked(actor, group_id, now)
        return await self._set(asked, moved(asked.lined, item, position))

    async def reset(self, actor: Actor, group_id: GroupId, now: dt.datetime) -> Asked:
        """Ask what the program's template says; the group's own questions are off and stay at hand.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        asked = await self.asked(actor, group_id, now)
        return await self._set(asked, usual(asked.own))

    async def remove(self, actor: Actor, group_id: GroupId, item: ItemId, now: dt.datetime) -> Asked:
        """Ask a question of the group's own no more; where it is open it can still be answered, and answers stay.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        await self.asked(actor, group_id, now)
        await self._work.questions.remove(group_id, item)
        return await self.asked(actor, group_id, now)

    async def _set(self, asked: Asked, lined: tuple[Setting, ...]) -> Asked:
        is_as_it_was_made = lined == lined_up((), asked.own)
        await self._work.questions.set_settings(asked.group.group_id, () if is_as_it_was_made else lined)
        return dataclasses.replace(asked, lined=lined)


async def asked_of(work: UnitOfWork, actor: Actor, group_id: GroupId, now: dt.datetime) -> Asked:
    """Return what the group is asked.

    Raises:
        NotAllowed: the person does not facilitate the group.
    """
    if group_id not in actor.scope.facilitated:
        raise NotAllowed("system.not_yours")
    group = await work.groups.group(group_id)
    settings = await work.questions.settings(group_id)
    own = tuple(item for item in await work.questions.own(group_id) if not item.is_removed)
    return Asked(group, lined_up(settings, own), own, local_date_at(now, group.timezone))


def _since(asked: Asked) -> dt.date:
    """Return the first date whose answers facilitators still read."""
    return asked.today - dt.timedelta(days=ANSWER_DAYS - 1)
