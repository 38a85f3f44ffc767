"""Says what a drill is: a test alert about nobody, with the times of its steps; it raises none."""

import dataclasses
import datetime as dt

from domain.escalation import Rung
from domain.ids import AlertId, GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class Drill:
    """A rehearsal of an urgent alert.

    Attributes:
        sent_at: when the first message about it had reached Telegram; None while none has.
        seen_at: when somebody said that they had seen it; None for nobody.
        over_at: when it ended, seen or not; None while it runs.
    """

    alert_id: AlertId
    group_id: GroupId
    raised_at: dt.datetime
    rung: Rung
    sent_at: dt.datetime | None
    seen_at: dt.datetime | None
    over_at: dt.datetime | None

    @property
    def sent_after(self) -> dt.timedelta | None:
        """Return how long the first message took; None while there is none."""
        return None if self.sent_at is None else self.sent_at - self.raised_at

    @property
    def seen_after(self) -> dt.timedelta | None:
        """Return how long it took until somebody had seen it; None for nobody."""
        return None if self.seen_at is None else self.seen_at - self.raised_at
