"""Count what waits in the sandbox's own database, without words and without writing; it works while the bot is down."""

import contextlib
import dataclasses
import datetime as dt
import pathlib
import sqlite3

_WAITING_IN = "SELECT count(*) FROM inbox WHERE state = 'waiting'"
_WAITING_OUT = "SELECT count(*) FROM outbox WHERE state IN ('new', 'sending')"
_NEXT_CHECK_IN = "SELECT min(next_due_at) FROM schedule_times"


@dataclasses.dataclass(frozen=True, slots=True)
class Waits:
    """Count updates not yet served and messages not yet sent; `next_check_in_at` None is none planned."""

    inbox: int = 0
    outbox: int = 0
    next_check_in_at: dt.datetime | None = None


def look(database: pathlib.Path) -> Waits:
    """Return what waits; nothing before the bot has made its tables."""
    try:
        with contextlib.closing(_open(database)) as connection:
            (inbox,), (outbox,), (due,) = (
                connection.execute(question).fetchone()
                for question in (_WAITING_IN, _WAITING_OUT, _NEXT_CHECK_IN)
            )
    except sqlite3.Error:
        return Waits()
    return Waits(inbox, outbox, due and dt.datetime.fromisoformat(due).replace(tzinfo=dt.UTC))


def _open(database: pathlib.Path) -> sqlite3.Connection:
    # Read-only: a second connection that checkpoints is what some versions of SQLite cannot bear.
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=0.5)
