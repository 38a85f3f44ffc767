"""When each bot last looked whether Telegram had something for it."""

import datetime as dt

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import UtcDateTime


class ListeningRow(Row):
    """The last good look of a bot, to the minute."""

    __tablename__ = "listening"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    heard_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
