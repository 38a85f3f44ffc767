"""Says when a partner hears of the other's hard moment, and how often one can ask for a word; it tells nobody."""

import datetime as dt
from typing import Final

CRAVING_TOLD: Final = 7
"""From this craving on (0 to 10) a partner with whom it is shared is shown how to respond.

Source: product rule. One below the craving that facilitators hear of (`domain.setbacks.ADJUSTABLE`): a partner's hello is
the smaller step, and comes first.
"""
ASKED_AGAIN: Final = dt.timedelta(hours=1)
"""Within this time a second wish for a word is the same one."""
_MINUTE: Final = dt.timedelta(minutes=1)
_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def minute_of(moment: dt.datetime) -> int:
    """Return a moment as whole minutes since 1970: short enough for a button."""
    return (moment - _EPOCH) // _MINUTE


def turn_of(moment: dt.datetime) -> int:
    """Return the number of the stretch in which a wish for a word counts once."""
    return (moment - _EPOCH) // ASKED_AGAIN
