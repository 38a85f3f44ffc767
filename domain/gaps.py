"""Knows after how long without a look at Telegram something may have been lost there; it looks at nothing."""

import datetime as dt
from typing import Final

LOST_AFTER: Final = dt.timedelta(hours=23)
"""Telegram keeps updates for 24 hours (Bot API, "Getting updates"); an hour less, since clocks differ."""
TOLD_AT_ONCE: Final = 200
"""People who are put in line in one transaction: what runs beside it waits no longer than that takes."""


def is_gap(last: dt.datetime | None, now: dt.datetime) -> bool:
    """Tell whether updates between these two moments may be lost; `last` None is the first look of all."""
    return last is not None and now - last >= LOST_AFTER
