"""Lets facilitators write questions of their group's own; nobody is asked one before it was shown and kept."""

import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed, Outdated
from domain.ids import GroupId, QuestionId
from domain.items import Scale
from domain.questions import (
    OWN_SCALES,
    Draft,
    OwnState,
    check_length,
    choices_of,
    wording_of,
)
from domain.templates import Setting
from services.questions import Asked, asked_of
from storage.unit_of_work import UnitOfWork

WORDING_DIALOGUE = "questions.wording"
CHOICES_DIALOGUE = "questions.choices"


class OwnQuestions:
    """From a facilitator's wish for a question to one that is asked."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def begin(self, actor: Actor, group_id: GroupId, scale: Scale, now: dt.datetime) -> Draft:
        """Begin a question of the group's own, and take what is typed next as its words.

        Raises:
            NotAllowed: the person does not facilitate the group.
            NotUnderstood: the group has as many as it may have.
        """
        if scale not in OWN_SCALES:
            raise NotAllowed("system.not_yours")
        (await asked_of(self._work, actor, group_id, now)).check_room()
        question_id = await self._work.questions.begin(group_id, scale, now)
        await self._work.dialogues.open(actor.person_id, WORDING_DIALOGUE, question_id, now)
        return await self.draft(actor, question_id)

    async def draft(self, actor: Actor, question_id: QuestionId) -> Draft:
        """Return a question on its way.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates, or was dropped.
        """
        draft = await self._work.questions.draft(question_id)
        if draft is None or draft.group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        return draft

    async def word(self, actor: Actor, question_id: QuestionId, text: str, now: dt.datetime) -> Draft:
        """Take these words as the question; where it needs choices, what is typed next are those.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates.
            NotUnderstood: there are no words, or too many.
            Outdated: it is no draft any more.
        """
        draft = await self._open_draft(actor, question_id)
        await self._work.questions.write(question_id, wording_of(text), draft.item.choices)
        return await self._next(actor, question_id, now)

    async def choose(self, actor: Actor, question_id: QuestionId, text: str, now: dt.datetime) -> Draft:
        """Take these lines as what can be chosen.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates.
            NotUnderstood: there are too few or too many, one is too long, or one is there twice.
            Outdated: it is no draft any more.
        """
        draft = await self._open_draft(actor, question_id)
        await self._work.questions.write(question_id, draft.item.wording, choices_of(text))
        return await self._next(actor, question_id, now)

    async def reword(self, actor: Actor, question_id: QuestionId, kind: str, now: dt.datetime) -> Draft:
        """Take what is typed next as other words, or with `CHOICES_DIALOGUE` as other choices, of a draft.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates.
            Outdated: it is no draft any more.
        """
        draft = await self._open_draft(actor, question_id)
        await self._work.dialogues.open(actor.person_id, kind, question_id, now)
        return draft

    async def keep(self, actor: Actor, question_id: QuestionId, now: dt.datetime) -> Asked:
        """Ask it from the next check-in on; a second tap changes nothing.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates, or was dropped.
            NotUnderstood: the group has as many as it may have, or a check-in would have too many questions.
        """
        draft = await self.draft(actor, question_id)
        asked = await asked_of(self._work, actor, draft.group_id, now)
        if draft.state is OwnState.DRAFT:
            if not draft.is_complete:
                raise Outdated("system.old_button")
            asked.check_room()
            check_length((*asked.lined, Setting(draft.item.id, len(asked.lined), None)))
            await self._work.questions.keep(question_id)
        await self.stop_listening(actor)
        return await asked_of(self._work, actor, draft.group_id, now)

    async def drop(self, actor: Actor, question_id: QuestionId, now: dt.datetime) -> Asked:
        """Let go of a draft; what is kept already stays.

        Raises:
            NotAllowed: it belongs to no group that the person facilitates, or was dropped before.
        """
        draft = await self.draft(actor, question_id)
        await self._work.questions.drop(question_id)
        await self.stop_listening(actor)
        return await asked_of(self._work, actor, draft.group_id, now)

    async def stop_listening(self, actor: Actor) -> None:
        """Let what the person types next be no part of a question."""
        for kind in (WORDING_DIALOGUE, CHOICES_DIALOGUE):
            await self._work.dialogues.close(actor.person_id, kind)

    async def _open_draft(self, actor: Actor, question_id: QuestionId) -> Draft:
        draft = await self.draft(actor, question_id)
        if draft.state is not OwnState.DRAFT:
            raise Outdated("system.old_button")
        return draft

    async def _next(self, actor: Actor, question_id: QuestionId, now: dt.datetime) -> Draft:
        draft = await self.draft(actor, question_id)
        await self.stop_listening(actor)
        if not draft.is_complete:
            await self._work.dialogues.open(actor.person_id, CHOICES_DIALOGUE, question_id, now)
        return draft
