"""Says what one partner may let another see, by consents that end by themselves; it reads and keeps nothing."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from typing import Final

CONSENT_LASTS: Final = dt.timedelta(weeks=12)
"""How long a consent holds unless it is taken back or the pair ends before.

Source: 42 CFR 2.31(a)(7) wants a date, event or condition on which a consent expires; twelve weeks are the usual length of an
intensive outpatient program, and of a phase at the most.
"""
ENDING_SOON: Final = dt.timedelta(weeks=1)
"""From when on a person is shown that a consent is about to end."""


class SharedItem(enum.StrEnum):
    """What one may share with a partner, item by item; notes are shared one by one and are none of these."""

    CHECKED_IN = "checkin"
    MOOD = "mood"
    CRAVING = "craving"
    SUPPORT = "support"


AT_START: Final = (SharedItem.CHECKED_IN, SharedItem.SUPPORT)
"""What each lets the other see when a pair begins, as the question said to which both answered yes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sharing:
    """What one member lets one other see at a moment.

    Attributes:
        until: when each item that is shared stops being so by itself.
        lapsed: what was shared until its time was over, and has been neither taken back nor given again.
    """

    until: Mapping[SharedItem, dt.datetime] = dataclasses.field(default_factory=dict)
    lapsed: frozenset[SharedItem] = frozenset()

    @property
    def items(self) -> tuple[SharedItem, ...]:
        """Return what is shared, in the order in which it is told."""
        return tuple(item for item in SharedItem if item in self.until)

    @property
    def ends_at(self) -> dt.datetime | None:
        """Return when the last item stops being shared; None when nothing is shared."""
        return max(self.until.values(), default=None)

    def has(self, item: SharedItem) -> bool:
        """Tell whether the item is shared."""
        return item in self.until

    def is_ending(self, item: SharedItem, now: dt.datetime) -> bool:
        """Tell whether the item is shared, and not for long any more."""
        return item in self.until and self.until[item] - now <= ENDING_SOON
