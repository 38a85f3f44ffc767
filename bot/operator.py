"""Turns what stands in the operator's way into a sentence with its cure and an exit code; it hides nothing else."""

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError

from bot.settings import SettingsError
from domain.errors import Unreadable
from storage.schema import NewerSchema

DONE: Final = 0
WRONG_USE: Final = 2
WRONG_SETTINGS: Final = 3
NOT_REACHABLE: Final = 4


class OperatorError(Exception):
    """Something that the operator has to put right; the message is a sentence with the cure."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def explained(error: BaseException) -> OperatorError | None:
    """Return the sentence for an error that is the operator's to put right; None for our own failures."""
    if isinstance(error, OperatorError):
        return error
    if isinstance(error, SettingsError):
        return OperatorError(str(error), WRONG_SETTINGS)
    if isinstance(error, NewerSchema):
        return OperatorError(
            f"The database is newer than this program (its revision is {error.revision}): "
            "start the newer version, or go back to a copy from before its upgrade.",
            WRONG_SETTINGS,
        )
    if isinstance(error, Unreadable):
        return OperatorError(
            "ENCRYPTION_KEYS does not hold the key with which this database was sealed: "
            "put that key back, after the current one if you have a new one.",
            WRONG_SETTINGS,
        )
    if isinstance(error, DBAPIError):
        return _of_database(error)
    return None


def _of_database(error: DBAPIError) -> OperatorError | None:
    text = str(error.orig).lower()
    if "locked" in text or "busy" in text:
        return OperatorError(
            "The database is locked by another program: stop it (another tandem? a backup?) and try again.",
            NOT_REACHABLE,
        )
    if "unable to open" in text or "readonly" in text or "read-only" in text:
        return OperatorError(
            "The database file cannot be opened for writing: see that the folder in DATABASE_URL exists "
            "and that this user may write there.",
            NOT_REACHABLE,
        )
    if "not a database" in text or "malformed" in text:
        return OperatorError(
            "The file in DATABASE_URL is no intact SQLite database: put a backup in its place.", NOT_REACHABLE
        )
    if "disk is full" in text or "disk i/o" in text:
        return OperatorError("The database cannot be written: the disk is full or failing.", NOT_REACHABLE)
    if isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error):
        return OperatorError(
            "The database server does not let us in: see that it runs and that DATABASE_URL names the right "
            "host, user, password and database.",
            NOT_REACHABLE,
        )
    return None
