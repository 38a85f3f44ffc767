"""Lets people write a plan for hard moments, and decide whether facilitators see it beside an alert."""

import datetime as dt

from domain.access import Actor
from domain.errors import NotUnderstood
from domain.ids import PersonId
from domain.plans import LONGEST_PART, Plan, PlanPart, added
from storage.unit_of_work import UnitOfWork

DIALOGUE = "plan"


class Plans:
    """Plans, as the person who wrote one sees it."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def plan(self, actor: Actor) -> Plan:
        """Return the person's plan, and let what they type next be something else."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)
        return await self._work.plans.of(actor.person_id)

    async def ask(self, actor: Actor, part: PlanPart, now: dt.datetime) -> Plan:
        """Let what the person types go to a part."""
        await self._work.dialogues.open(actor.person_id, DIALOGUE, list(PlanPart).index(part), now)
        return await self._work.plans.of(actor.person_id)

    async def write(self, actor: Actor, part: PlanPart, text: str) -> Plan:
        """Add to a part.

        Raises:
            NotUnderstood: there is nothing to read in it, or the part would get too long to be read in a hard moment.
        """
        plan = await self._work.plans.of(actor.person_id)
        if not text.strip():
            raise NotUnderstood("plans.words_only")
        whole = added(plan.parts.get(part, ""), text)
        if len(whole) > LONGEST_PART:
            raise NotUnderstood("plans.too_long")
        await self._work.plans.set_part(actor.person_id, part, whole)
        return await self._work.plans.of(actor.person_id)

    async def empty(self, actor: Actor, part: PlanPart) -> Plan:
        """Take a part back."""
        await self._work.plans.set_part(actor.person_id, part, "")
        return await self._work.plans.of(actor.person_id)

    async def let_see(self, actor: Actor, now: dt.datetime, *, is_shown: bool) -> Plan:
        """Let facilitators see the plan beside an alert, or not any more."""
        before = await self._work.plans.of(actor.person_id)
        if is_shown is (before.shown_since is None):
            await self._work.plans.set_shown(actor.person_id, now if is_shown else None)
        return await self.plan(actor)


async def shown_plan(work: UnitOfWork, person_id: PersonId) -> Plan | None:
    """Return the plan of the person whom an alert is about, where they let facilitators see it; else None."""
    plan = await work.plans.of(person_id)
    return None if plan.shown_since is None or plan.is_empty else plan
