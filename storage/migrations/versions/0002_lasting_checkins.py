"""Check-ins with a form of their own, phases and tracks, quiet hours, questions of a group, questionnaires."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "confirmed_instruments",
        sa.Column("instrument", sa.String(length=32), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("instrument", name=op.f("pk_confirmed_instruments")),
    )
    op.create_table(
        "group_items",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
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
        sa.Column("is_removed", sa.Boolean(), nullable=False),
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

    op.execute("UPDATE checkins SET items = 'mood,craving,sleep,use,note'")
    # Those that people began by themselves make room for up to three asked ones a day.
    op.execute("UPDATE checkins SET slot = slot + 9 WHERE slot >= 1")
    op.execute(
        "INSERT INTO phase_changes (id, membership_id, phase, track, since_on) "
        "SELECT id, id, phase, track, date(joined_at) FROM memberships WHERE role = 'participant' AND joined_at IS NOT NULL"
    )


def downgrade() -> None:
    # Columns are dropped in place: a table that is made anew takes what refers to it along.
    op.execute("UPDATE checkins SET slot = slot + 100 WHERE slot BETWEEN 1 AND 9")
    op.execute("UPDATE checkins SET slot = slot - 9 WHERE slot BETWEEN 10 AND 99")
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
    op.drop_table("confirmed_instruments")
