"""People's plans for hard moments."""

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Sealed, UtcDateTime


class PlanRow(Row):
    """A person's plan, each part sealed; `shown_since` is when they let their facilitators see it beside an alert, None never."""

    __tablename__ = "plans"

    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    signs: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.signs"))
    triggers: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.triggers"))
    helps: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.helps"))
    people: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.people"))
    avoid: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.avoid"))
    reasons: Mapped[Sealed | None] = mapped_column(EncryptedText("plans.reasons"))
    shown_since: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
