"""Decides what becomes of an unasked message after one attempt: sent, later, unsure or given up; it touches no row.

Source: the classes of ambiguous, late and permanent results in docs/decisions/0002-inbox-and-outbox.md.
"""

import dataclasses

from telegram.error import RetryAfter, TelegramError

from domain.messages import Lane, Message
from handlers.edge.failures import Verdict, seconds_of, verdict
from services.outbox import GONE
from storage.outbox import DEAD, UNSURE, Claimed

ALERT_TRIES_WHEN_UNSURE = 8
"""An alert is tried over a quarter of an hour, ever more slowly, until its repeat is due: twice is safer than not at all."""
TRIES_WHEN_UNSURE = 2
TRIES_WHEN_REFUSED = 3
"""A 400 that is not about the person may be ours or Telegram's; after this many it is given up."""
ALERT_WAIT_SECONDS = 2.0
WAIT_SECONDS = 10.0
"""After a try that certainly had no effect."""
ALERT_UNSURE_WAIT_SECONDS = 15.0
LONGEST_ALERT_WAIT_SECONDS = 240.0
UNSURE_WAIT_SECONDS = 60.0
"""After a try that may have had its effect."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ending:
    """How one attempt ended.

    Attributes:
        state: of the outbox row; None puts it back for `wait` seconds.
        counts: whether the attempt counts as a try.
        rests: nothing goes to this person until the wait is over.
        is_gone: messages no longer reach the person.
        cleared: the things whose messages were taken away for this one.
    """

    state: str | None
    wait: float = 0.0
    counts: bool = True
    rests: bool = False
    is_gone: bool = False
    message_id: int | None = None
    anchor: str | None = None
    cleared: tuple[str, ...] = ()
    error: str | None = None


def ending_of(row: Claimed, message: Message, error: TelegramError | None) -> Ending:
    """Return what becomes of a message that was not sent; error None means that it could not even be rendered."""
    is_alert = row.lane <= Lane.ALERT
    soon = ALERT_WAIT_SECONDS if is_alert else WAIT_SECONDS
    meaning = Verdict.REFUSED if error is None else verdict(error)
    name = "not rendered" if error is None else f"{meaning.value} {type(error).__name__}"
    if isinstance(error, RetryAfter):
        return Ending(None, wait=seconds_of(error), counts=False, rests=True, error=name)
    if meaning is Verdict.GONE:
        return Ending(DEAD, is_gone=True, error=GONE)
    if meaning in {Verdict.NOT_SENT, Verdict.SYSTEM}:
        return Ending(None, wait=soon, counts=False, error=name)
    if meaning is Verdict.UNSURE:
        tries = ALERT_TRIES_WHEN_UNSURE if is_alert else TRIES_WHEN_UNSURE
        if not message.repeats_when_unsure or row.tries >= tries:
            return Ending(UNSURE, error=name)
        slower = min(ALERT_UNSURE_WAIT_SECONDS * 2 ** (row.tries - 1), LONGEST_ALERT_WAIT_SECONDS)
        return Ending(None, wait=slower if is_alert else UNSURE_WAIT_SECONDS, error=name)
    if row.tries >= TRIES_WHEN_REFUSED:
        return Ending(DEAD, error=name)
    return Ending(None, wait=soon * row.tries, error=name)
