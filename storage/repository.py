"""The base of all repositories: a session and the keys; it commits nothing."""

from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from storage.keys import Keys


class Repository:
    """Rows of one area, in as domain values and out as domain values."""

    def __init__(self, session: AsyncSession, keys: Keys, bot_id: int) -> None:
        self.session = session
        self.keys = keys
        self.bot_id = bot_id


_R = TypeVar("_R", bound=Repository)


class Repositories:
    """What hands out the repositories of one transaction."""

    session: AsyncSession
    keys: Keys
    bot_id: int

    def _repository(self, kind: type[_R]) -> _R:
        return kind(self.session, self.keys, self.bot_id)
