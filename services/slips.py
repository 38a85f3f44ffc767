"""Lets people tell of a return to use, question by question; what they say stays theirs, it passes nothing on."""

import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.ids import CheckInId, SlipId
from domain.recurrence import local_date_at
from domain.slips import (
    CHIPS,
    SPLIT_FROM,
    Account,
    Chip,
    Slip,
    SlipPage,
    SlipState,
    SlipStep,
    step_after,
    step_before,
)
from storage.unit_of_work import UnitOfWork

DIALOGUE = "slip"
PAGE = 5
"""Slips of one page of the list."""


class Slips:
    """What one person tells of returns to use."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def begin(self, actor: Actor, text: str, now: dt.datetime) -> Slip:
        """Go on with the slip that was left half-way, or begin one; what was written already is kept with it."""
        slip = await self._work.slips.draft(actor.scope)
        if slip is None:
            seat = actor.participant_seats[0].membership_id
            slip = await self.slip(actor, await self._work.slips.create(seat, None, now))
        if text.strip():
            account = slip.account(SlipStep.DURING).with_text(text.strip())
            await self._work.slips.set_account(actor.person_id, slip.slip_id, SlipStep.DURING, account, None)
        return await self._heard(actor, slip.slip_id, now)

    async def begin_from(
        self, actor: Actor, checkin_id: CheckInId, now: dt.datetime, *, is_asked: bool
    ) -> Slip:
        """Tell of what a check-in reported, or go on with that; `is_asked`: they have just said whether they are safe.

        Raises:
            NothingToDo: it is no check-in of theirs.
        """
        checkin = await self._work.checkins.get(actor.scope, checkin_id)
        if checkin is None or checkin.person_id != actor.person_id:
            raise NothingToDo("slips.gone")
        slip = await self._work.slips.of_checkin(actor.scope, checkin_id)
        if slip is None:
            slip_id = await self._work.slips.create(checkin.membership_id, checkin_id, now)
            slip = await self.slip(actor, slip_id)
        if is_asked and slip.step is SlipStep.SAFETY:
            await self._work.slips.set_step(slip.slip_id, SlipStep.WHEN)
        return await self._heard(actor, slip.slip_id, now)

    async def slip(self, actor: Actor, slip_id: SlipId) -> Slip:
        """Return a slip of the person's own.

        Raises:
            NothingToDo: it is gone, or it never was theirs.
        """
        slip = await self._work.slips.own(actor.scope, slip_id)
        if slip is None:
            raise NothingToDo("slips.gone")
        return slip

    async def open(self, actor: Actor, slip_id: SlipId, now: dt.datetime) -> Slip:
        """Return a slip as it stands, and let what the person types go to it as long as it asks.

        Raises:
            NothingToDo: the slip is gone.
        """
        return await self._heard(actor, slip_id, now)

    async def set_used_on(self, actor: Actor, slip_id: SlipId, on: dt.date, now: dt.datetime) -> Slip:
        """Say on which date it was, and go on.

        Raises:
            NotUnderstood: that date is still to come.
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if on > local_date_at(now, actor.timezone):
            raise NotUnderstood("slips.to_come")
        await self._work.slips.set_used_on(slip_id, on)
        return await self._after(actor, slip, SlipStep.WHEN, now)

    async def choose(self, actor: Actor, slip_id: SlipId, step: SlipStep, chip: Chip) -> Slip:
        """Choose a ready answer, or no longer; the question stays.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if slip.step is step and chip in CHIPS.get(step, ()):
            account = slip.account(step).with_chip(chip)
            message_id = await self._work.slips.message_of(actor.scope, slip_id, step)
            await self._work.slips.set_account(actor.person_id, slip_id, step, account, message_id)
        return await self.slip(actor, slip_id)

    async def write(
        self, actor: Actor, slip_id: SlipId, text: str, message_id: int | None, now: dt.datetime
    ) -> Slip:
        """Keep words as the answer to the question that is asked, and go on; the first part of a cut text waits for the rest.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        step = slip.step
        if step not in CHIPS:
            return slip
        known = slip.account(step)
        await self._work.slips.set_account(
            actor.person_id, slip_id, step, known.with_text(text), None if known.text else message_id
        )
        if len(text) >= SPLIT_FROM:
            return await self._heard(actor, slip_id, now)
        return await self._after(actor, slip, step, now)

    async def correct(self, actor: Actor, slip_id: SlipId, message_id: int, text: str) -> Slip | None:
        """Let an answer say what its edited message says now; None when that changes nothing."""
        slip = await self.slip(actor, slip_id)
        step = await self._work.slips.step_of_message(actor.scope, slip_id, message_id)
        if step is None or not text.strip() or slip.account(step).text == text:
            return None
        account = Account(slip.account(step).chips).with_text(text)
        await self._work.slips.set_account(actor.person_id, slip_id, step, account, message_id)
        return await self.slip(actor, slip_id)

    async def go_on(self, actor: Actor, slip_id: SlipId, step: SlipStep, now: dt.datetime) -> Slip:
        """Go on from a question, answered or not; one that is not asked now leaves everything as it is.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if slip.step is not step:
            return await self._heard(actor, slip_id, now)
        return await self._after(actor, slip, step, now)

    async def go_back(self, actor: Actor, slip_id: SlipId, step: SlipStep, now: dt.datetime) -> Slip:
        """Ask the question before again; its answer stays.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if slip.step is step:
            await self._work.slips.set_step(slip_id, step_before(step))
        return await self._heard(actor, slip_id, now)

    async def reopen(self, actor: Actor, slip_id: SlipId, step: SlipStep, now: dt.datetime) -> Slip:
        """Ask one question again, to change its answer or add to it.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if slip.state is SlipState.KEPT and step is not SlipStep.SAFETY:
            await self._work.slips.set_step(slip_id, step)
        return await self._heard(actor, slip_id, now)

    async def empty(self, actor: Actor, slip_id: SlipId, step: SlipStep) -> Slip:
        """Take an answer back, so that the question stands without one.

        Raises:
            NothingToDo: the slip is gone.
        """
        slip = await self.slip(actor, slip_id)
        if slip.step is step is SlipStep.WHEN:
            await self._work.slips.set_used_on(slip_id, None)
        elif slip.step is step and step in CHIPS:
            await self._work.slips.set_account(actor.person_id, slip_id, step, Account(), None)
        return await self.slip(actor, slip_id)

    async def stop(self, actor: Actor) -> None:
        """Let what the person types next be something else; the slip stays as it is."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def delete(self, actor: Actor, slip_id: SlipId) -> None:
        """Delete a slip for good, with the words that were given from it; an alert that was raised stays."""
        await self.stop(actor)
        slip = await self._work.slips.own(actor.scope, slip_id)
        if slip is None:
            return
        await self._work.slips.remove(slip_id)
        if slip.note_id is not None:
            await self._work.notes.delete(actor.scope, slip.note_id)

    async def page(self, actor: Actor, page: int) -> SlipPage:
        """Return a page of the slips told before, latest first."""
        count = await self._work.slips.count(actor.scope)
        pages = max(1, -(-count // PAGE))
        page = min(max(page, 0), pages - 1)
        return SlipPage(tuple(await self._work.slips.kept(actor.scope, PAGE, page * PAGE)), page, pages)

    async def _after(self, actor: Actor, slip: Slip, step: SlipStep, now: dt.datetime) -> Slip:
        """Ask what comes after a question; one that was asked again was the only one."""
        following = None if slip.state is SlipState.KEPT else step_after(step)
        if following is not None:
            await self._work.slips.set_step(slip.slip_id, following)
        elif slip.state is SlipState.KEPT:
            await self._work.slips.set_step(slip.slip_id, None)
        else:
            await self._work.slips.keep(slip.slip_id, now)
        return await self._heard(actor, slip.slip_id, now)

    async def _heard(self, actor: Actor, slip_id: SlipId, now: dt.datetime) -> Slip:
        """Let what the person types go to this slip as long as it asks."""
        slip = await self.slip(actor, slip_id)
        if slip.step is None or slip.step is SlipStep.SAFETY:
            await self.stop(actor)
        else:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, slip_id, now)
        return slip
