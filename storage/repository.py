"""The base of all repositories: a session and the keys; it commits nothing."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.keys import Keys


class Repository:
    """Rows of one area, in as domain values and out as domain values."""

    def __init__(self, session: AsyncSession, keys: Keys, bot_id: int) -> None:
        self.session = session
        self.keys = keys
        self.bot_id = bot_id
