"""Check-ins with a form of their own, phases and tracks, quiet hours, questions of a group, questionnaires."""

import datetime as dt
import zoneinfo

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "instrument_choices",
        sa.Column("instrument", sa.String(length=32), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("instrument", name=op.f("pk_instrument_choices")),
    )
    op.create_table(
        "group_items",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_items_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "item", name=op.f("pk_group_items")),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("scale", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("choices", sa.String(length=400), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_questions_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sa.UniqueConstraint("item", name=op.f("uq_questions_item")),
    )
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.create_index("ix_questions_group_id", ["group_id"], unique=False)

    op.create_table(
        "measures",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("instrument", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("reopened_item", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_measures_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
    )
    with op.batch_alter_table("measures", schema=None) as batch_op:
        batch_op.create_index(
            "ix_measures_membership_id_offered_at", ["membership_id", "offered_at"], unique=False
        )

    op.create_table(
        "phase_changes",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("phase", sa.Integer(), nullable=False),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_phase_changes_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_changes")),
    )
    with op.batch_alter_table("phase_changes", schema=None) as batch_op:
        batch_op.create_index("ix_phase_changes_membership_id", ["membership_id"], unique=False)

    op.create_table(
        "measure_answers",
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("is_skipped", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measures.id"],
            name=op.f("fk_measure_answers_measure_id_measures"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("measure_id", "item", name=op.f("pk_measure_answers")),
    )
    op.add_column("answers", sa.Column("voice", sa.LargeBinary(), nullable=True))
    op.add_column("answers", sa.Column("first_value", sa.Integer(), nullable=True))
    op.add_column("answers", sa.Column("first_text", sa.LargeBinary(), nullable=True))
    op.add_column("answers", sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("answers", sa.Column("message_id", sa.BigInteger(), nullable=True))

    op.add_column("checkins", sa.Column("form", sa.String(length=8), server_default="full", nullable=False))
    op.add_column("checkins", sa.Column("items", sa.String(length=400), server_default="", nullable=False))
    op.add_column("checkins", sa.Column("late_at", sa.DateTime(timezone=True), nullable=True))

    op.add_column("enrolments", sa.Column("track", sa.String(length=20), nullable=True))

    op.add_column("groups", sa.Column("checkin_weekdays", sa.Integer(), server_default="127", nullable=False))
    op.add_column("groups", sa.Column("remind_after", sa.Integer(), server_default="45", nullable=False))
    op.add_column("groups", sa.Column("nudge_after", sa.Integer(), server_default="120", nullable=False))
    op.add_column("groups", sa.Column("close_after", sa.Integer(), server_default="360", nullable=False))

    op.add_column("memberships", sa.Column("phase", sa.Integer(), server_default="1", nullable=False))
    op.add_column(
        "memberships",
        sa.Column("track", sa.String(length=20), server_default="substance_use", nullable=False),
    )

    op.add_column("notes", sa.Column("voice", sa.LargeBinary(), nullable=True))
    op.add_column("notes", sa.Column("message_id", sa.BigInteger(), nullable=True))

    op.add_column("people", sa.Column("quiet_from", sa.Integer(), nullable=True))
    op.add_column("people", sa.Column("quiet_until", sa.Integer(), nullable=True))
    op.add_column(
        "people", sa.Column("picture_theme", sa.String(length=8), server_default="light", nullable=False)
    )

    op.add_column("schedules", sa.Column("pause_reason", sa.String(length=16), nullable=True))
    op.create_table(
        "schedule_times",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("local_minute", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_schedule_times_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule_times")),
        sa.UniqueConstraint("membership_id", "slot", name=op.f("uq_schedule_times_membership_id_slot")),
    )
    with op.batch_alter_table("schedule_times", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schedule_times_next_due_at"), ["next_due_at"], unique=False)
    op.execute(
        "INSERT INTO schedule_times (id, membership_id, slot, local_minute, next_due_at) "
        "SELECT membership_id, membership_id, 0, local_minute, next_due_at FROM schedules"
    )
    _date_what_waits()
    op.drop_index("ix_schedules_next_due_at", "schedules")
    op.drop_column("schedules", "next_due_at")
    op.drop_column("schedules", "local_minute")
    # The last look before the end is a rung of its own.
    op.execute("UPDATE checkins SET ladder_step = ladder_step + 1 WHERE ladder_step >= 2")

    op.execute("UPDATE dialogues SET kind = 'schedule.time0' WHERE kind = 'schedule.time'")
    op.execute("UPDATE checkins SET items = 'mood,craving,sleep,use,note'")
    # Those that people began by themselves make room for up to three asked ones a day. By way of negative numbers, as
    # each row has to be unique at once; from 100 on are the asked ones that a way back had put aside.
    op.execute("UPDATE checkins SET slot = -(slot + 9) WHERE slot BETWEEN 1 AND 99")
    op.execute("UPDATE checkins SET slot = -(slot - 100) WHERE slot > 100")
    op.execute("UPDATE checkins SET slot = -slot WHERE slot < 0")
    op.execute(
        "INSERT INTO phase_changes (id, membership_id, phase, track, since_on) "
        "SELECT id, id, phase, track, date(joined_at) FROM memberships WHERE role = 'participant' AND joined_at IS NOT NULL"
    )


def downgrade() -> None:
    _let_go_of_what_is_unknown_below()
    # Columns are dropped in place: a table that is made anew takes what refers to it along.
    op.execute("UPDATE checkins SET slot = -(slot + 100) WHERE slot BETWEEN 1 AND 9")
    op.execute("UPDATE checkins SET slot = -(slot - 9) WHERE slot BETWEEN 10 AND 99")
    op.execute("UPDATE checkins SET slot = -slot WHERE slot < 0")
    op.execute("UPDATE checkins SET ladder_step = ladder_step - 1 WHERE ladder_step >= 3")

    op.add_column("schedules", sa.Column("local_minute", sa.Integer(), nullable=True))
    op.add_column("schedules", sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True))
    first = "FROM schedule_times WHERE schedule_times.membership_id = schedules.membership_id ORDER BY slot LIMIT 1"
    op.execute(
        f"UPDATE schedules SET local_minute = (SELECT local_minute {first}), "  # noqa: S608 both parts stand above
        f"next_due_at = (SELECT next_due_at {first})"
    )
    op.execute("DELETE FROM schedules WHERE local_minute IS NULL")
    # Nothing refers to this table, so that making it anew takes nothing along.
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.alter_column("local_minute", existing_type=sa.Integer(), nullable=False)
        batch_op.create_index(batch_op.f("ix_schedules_next_due_at"), ["next_due_at"], unique=False)
    with op.batch_alter_table("schedule_times", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schedule_times_next_due_at"))
    op.drop_table("schedule_times")
    op.drop_column("schedules", "pause_reason")

    op.drop_column("people", "picture_theme")
    op.drop_column("people", "quiet_until")
    op.drop_column("people", "quiet_from")

    op.drop_column("notes", "message_id")
    op.drop_column("notes", "voice")

    op.drop_column("memberships", "track")
    op.drop_column("memberships", "phase")

    op.drop_column("groups", "close_after")
    op.drop_column("groups", "nudge_after")
    op.drop_column("groups", "remind_after")
    op.drop_column("groups", "checkin_weekdays")

    op.drop_column("enrolments", "track")

    op.drop_column("checkins", "late_at")
    op.drop_column("checkins", "items")
    op.drop_column("checkins", "form")

    op.drop_column("answers", "message_id")
    op.drop_column("answers", "corrected_at")
    op.drop_column("answers", "first_text")
    op.drop_column("answers", "first_value")
    op.drop_column("answers", "voice")

    op.drop_table("measure_answers")
    with op.batch_alter_table("phase_changes", schema=None) as batch_op:
        batch_op.drop_index("ix_phase_changes_membership_id")

    op.drop_table("phase_changes")
    with op.batch_alter_table("measures", schema=None) as batch_op:
        batch_op.drop_index("ix_measures_membership_id_offered_at")

    op.drop_table("measures")
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.drop_index("ix_questions_group_id")

    op.drop_table("questions")
    op.drop_table("group_items")
    op.drop_table("instrument_choices")


def _let_go_of_what_is_unknown_below() -> None:
    """Delete what the version before cannot read: one such answer would close a person's check-ins to everybody."""
    op.execute("DELETE FROM answers WHERE item NOT IN ('mood', 'craving', 'sleep', 'use', 'note')")
    op.execute(
        "UPDATE checkins SET reopened_item = NULL "
        "WHERE reopened_item NOT IN ('mood', 'craving', 'sleep', 'use', 'note')"
    )
    # Spoken answers have neither number nor words there.
    op.execute("UPDATE answers SET is_skipped = true WHERE value IS NULL AND text IS NULL")
    op.execute("DELETE FROM alert_causes WHERE rule = 'item9'")
    op.execute("DELETE FROM outbox WHERE kind IN ('partner.paused', 'stage.changed')")
    op.execute("UPDATE dialogues SET kind = 'schedule.time' WHERE kind = 'schedule.time0'")
    op.execute(
        "DELETE FROM dialogues WHERE kind NOT IN "
        "('checkin', 'schedule.time', 'schedule.place', 'enrolment', 'note', 'partner')"
    )


def _date_what_waits() -> None:
    """Write down the person's own date of each moment that is waited for."""
    times = sa.table(
        "schedule_times",
        sa.column("id", sa.BigInteger()),
        sa.column("membership_id", sa.BigInteger()),
        sa.column("local_minute", sa.Integer()),
        sa.column("due_on", sa.Date()),
        sa.column("next_due_at", sa.DateTime(timezone=True)),
    )
    seats = sa.table("memberships", sa.column("id", sa.BigInteger()), sa.column("person_id", sa.BigInteger()))
    people = sa.table("people", sa.column("id", sa.BigInteger()), sa.column("timezone", sa.String()))
    waiting = (
        sa.select(times.c.id, times.c.local_minute, times.c.next_due_at, people.c.timezone)
        .join(seats, seats.c.id == times.c.membership_id)
        .join(people, people.c.id == seats.c.person_id)
        .where(times.c.next_due_at.is_not(None))
    )
    connection = op.get_bind()
    for time_id, local_minute, due_at, timezone in connection.execute(waiting).all():
        moment = due_at if due_at.tzinfo else due_at.replace(tzinfo=dt.UTC)
        # Counted from its minute of the day, a moment that was moved by a gap or a failure keeps its date.
        midnight = moment.astimezone(zoneinfo.ZoneInfo(timezone)) - dt.timedelta(minutes=local_minute)
        due_on = (midnight.replace(tzinfo=None) + dt.timedelta(hours=6)).date()
        connection.execute(sa.update(times).where(times.c.id == time_id).values(due_on=due_on))
