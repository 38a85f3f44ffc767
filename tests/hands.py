"""A participant without a phone: does with check-ins what the views ask for, for tests of what follows from it."""

from typing import Any

from domain.checkins import CheckIn
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import ItemId
from services.container import Container
from services.steps import Step
from storage.unit_of_work import Storage
from tests.cast import NOON, Member, actor


class Hands:
    """One member.

    Attributes:
        now: when the member does the next thing; tests move it.
        step: where the last thing left the check-in.
    """

    def __init__(self, storage: Storage, container: Container, member: Member) -> None:
        self.storage, self.container, self.member = storage, container, member
        self.now = NOON
        self.step: Step

    @property
    def checkin(self) -> CheckIn:
        """Return the check-in as the last step showed it."""
        return self.step.checkin

    @property
    def asked(self) -> ItemId | None:
        """Return the question that is asked now; None when none is."""
        return None if self.step.question is None else self.step.question.id

    async def start(self) -> Step:
        """Check in."""
        me = await self._actor()
        async with self.container.transaction() as services:
            checkin_id = await services.prompts.start(me, self.now)
            self.step = await services.checkins.read(me, checkin_id, self.now)
        return self.step

    async def begin(self, checkin_id: CheckInId, form: Form | None = None) -> Step:
        """Take up a check-in that waits."""
        return await self._prompt("begin", checkin_id, form)

    async def stop(self) -> Step:
        """Stop where one is."""
        return await self._prompt("stop", self.checkin.id)

    async def resume(self) -> Step:
        """Go on after all."""
        return await self._prompt("resume", self.checkin.id)

    async def yesterday(self) -> Step:
        """Open the day before."""
        me = await self._actor()
        async with self.container.transaction() as services:
            self.step = await services.yesterday.open_yesterday(me, self.now)
        return self.step

    async def tap(self, *values: int) -> Step:
        """Answer the questions as they come."""
        for value in values:
            assert self.asked is not None
            await self.do("answer", self.asked, value)
        return self.step

    async def skip(self, times: int = 1) -> Step:
        """Leave out the questions as they come."""
        for _ in range(times):
            assert self.asked is not None
            await self.do("skip", self.asked)
        return self.step

    async def write(self, text: str, **given: Any) -> Step:
        """Type an answer."""
        return await self.do("write", text, **given)

    async def do(self, name: str, *given: Any, **named: Any) -> Step:
        """Use any of the use cases that take this check-in."""
        me = await self._actor()
        async with self.container.transaction() as services:
            deed = getattr(services.checkins, name)
            self.step = await deed(me, self.checkin.id, *given, self.now, **named)
        return self.step

    async def edit(self, message_id: int, text: str) -> Step | None:
        """Edit a message of one's own."""
        me = await self._actor()
        async with self.container.transaction() as services:
            step = await services.checkins.correct(me, message_id, text, self.now)
        if step is not None:
            self.step = step
        return step

    async def dialogue(self) -> tuple[str, int] | None:
        """Return where typing goes now."""
        async with self.storage.unit_of_work() as work:
            return await work.dialogues.current(self.member.person_id)

    async def _prompt(self, name: str, checkin_id: CheckInId, *given: Any) -> Step:
        me = await self._actor()
        async with self.container.transaction() as services:
            await getattr(services.prompts, name)(me, checkin_id, self.now, *given)
            self.step = await services.checkins.read(me, checkin_id, self.now)
        return self.step

    async def _actor(self) -> Any:
        return await actor(self.storage, self.member)
