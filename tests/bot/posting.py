"""What tests of the courier share: messages to post, and what became of them."""

from typing import Any

from bot.app import App
from domain.ids import AlertId, CheckInId, PersonId
from domain.messages import CheckInDue, CheckInReminder, Message, UrgentAlertRaised
from tests.bot.conftest import Scene, container_of

DUE = CheckInDue(CheckInId(1))
REMINDER = CheckInReminder(CheckInId(1), 1)
ALERT = UrgentAlertRaised(AlertId(1), 0)


async def post(app: App, person: PersonId, message: Message = DUE, key: str = "one", **more: Any) -> None:
    async with container_of(app).transaction() as services:
        await services.outbox.post(message, to=person, key=key, now=app._now(), **more)


def states(scene: Scene) -> list[str]:
    return [state for (state,) in scene.rows("SELECT state FROM outbox ORDER BY rowid")]
