"""Alerts with their causes, and the append-only record of who looked at what."""

import datetime as dt

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import Id, UtcDateTime


class AlertRow(Row):
    """An alert about one participant: open, acknowledged or resolved; at most one of a membership is unresolved.

    `round` counts the tellings from 0, `repeats` those of them that only repeat the last news, `sent_at` is the latest.
    `next_round_at` is when it is sent again unless acknowledged; None when it is not. `rung` is how far it has climbed (0: those
    on call in the group). `owner_id` is who has taken it on. `unheard_since` is since when nobody can be reached. `is_drill`:
    a rehearsal, about nobody's setback.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        Index("ix_alerts_group_id_state", "group_id", "state"),
        Index("ix_alerts_membership_id_state", "membership_id", "state"),
        Index("ix_alerts_next_round_at", "next_round_at"),
        Index(
            "ix_alerts_open",
            "raised_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "uq_alerts_membership_id_unresolved",
            "membership_id",
            unique=True,
            sqlite_where=text("resolved_at IS NULL"),
            postgresql_where=text("resolved_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    level: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16))
    round: Mapped[int] = mapped_column(Integer)
    repeats: Mapped[int] = mapped_column(Integer)
    raised_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    next_round_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    acknowledged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    acknowledged_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    resolved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    resolved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(16))
    owner_id: Mapped[int | None] = mapped_column(BigInteger)
    snoozed_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    rung: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    unheard_since: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    is_drill: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


class AlertCauseRow(Row):
    """Why an alert was raised or joined: the rule, and the check-in it read (None when none was).

    `raised_by` is the membership of the partner who worries; for facilitators' eyes alone. `threshold` is from which value
    on the rule held in the group at that time; `detail` names what else the rule read, never words of a person.
    """

    __tablename__ = "alert_causes"
    __table_args__ = (
        Index("ix_alert_causes_alert_id", "alert_id"),
        Index("ix_alert_causes_checkin_id", "checkin_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"))
    rule: Mapped[str] = mapped_column(String(24))
    value: Mapped[int | None] = mapped_column(Integer)
    checkin_id: Mapped[int | None] = mapped_column(ForeignKey("checkins.id", ondelete="SET NULL"))
    raised_by: Mapped[int | None] = mapped_column(ForeignKey("memberships.id", ondelete="SET NULL"))
    found_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    threshold: Mapped[int | None] = mapped_column(Integer)
    detail: Mapped[str | None] = mapped_column(String(160))


class AlertStepRow(Row):
    """What was done about an alert, by whom (None: somebody who has been erased); appended, never changed."""

    __tablename__ = "alert_steps"
    __table_args__ = (Index("ix_alert_steps_alert_id", "alert_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    done_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class DisclosureRow(Row):
    """Who saw what of whom, when; appended, never changed, without contents."""

    __tablename__ = "disclosures"
    __table_args__ = (Index("ix_disclosures_subject_id_seen_at", "subject_id", "seen_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    viewer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    viewer_membership_id: Mapped[int | None] = mapped_column(
        ForeignKey("memberships.id", ondelete="SET NULL")
    )
    what: Mapped[str] = mapped_column(String(24))
    seen_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
