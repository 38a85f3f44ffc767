"""What people left in the first version is still theirs after the upgrade, and after a way back and up again."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from storage import schema
from storage.database import Database

BEGAN = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
DUE = dt.datetime(2026, 3, 4, 0, 30, tzinfo=dt.UTC)
"""Tuesday 3 March, 19:30 in New York."""
POSTPONED = dt.datetime(2026, 3, 4, 5, 3, tzinfo=dt.UTC)
"""Wednesday 00:03 in New York: five minutes after Tuesday's 23:58 could not be served."""
KEPT = ("people", "memberships", "checkins", "answers", "notes", "schedules")


@pytest.fixture
async def first_version(database_url: str) -> AsyncIterator[Database]:
    """Give a database as the first version left it."""
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(schema.migrate, "0001")
        await connection.run_sync(_fill)
    yield database
    await database.close()


async def moved(database: Database, *revisions: str) -> None:
    for revision in revisions:
        async with database.engine.begin() as connection:
            await connection.run_sync(schema.migrate, revision)


async def read(database: Database, query: str) -> list[tuple[Any, ...]]:
    async with database.engine.connect() as connection:
        return [tuple(row) for row in (await connection.execute(text(query))).all()]


async def counts(database: Database) -> dict[str, int]:
    return {table: (await read(database, f"SELECT count(*) FROM {table}"))[0][0] for table in KEPT}  # noqa: S608 our own names


async def test_a_schedule_becomes_one_time_with_the_date_that_waits(first_version: Database) -> None:
    await moved(first_version, "0002")

    query = "SELECT membership_id, slot, local_minute, due_on, next_due_at FROM schedule_times ORDER BY membership_id"
    found = await read(first_version, query)
    assert [(21, 0, 1170, "2026-03-03"), (22, 0, 1438, "2026-03-03"), (23, 0, 600, "None")] == [
        (*row[:3], str(row[3])) for row in found
    ]
    assert [DUE, POSTPONED, None] == [_moment(row[4]) for row in found]
    weekdays = await read(
        first_version, "SELECT weekdays, pause_reason FROM schedules ORDER BY membership_id"
    )
    assert [(127, None), (31, None), (127, None)] == weekdays


async def test_what_people_began_by_themselves_makes_room_for_three_a_day(first_version: Database) -> None:
    await moved(first_version, "0002")

    found = await read(first_version, "SELECT id, slot, form, ladder_step FROM checkins ORDER BY id")
    assert [(31, 0, "full", 0), (32, 10, "full", 3), (33, 19, "full", 3), (34, 0, "full", 4)] == found


async def test_up_and_down_and_up_again_takes_nothing_along(first_version: Database) -> None:
    before = await counts(first_version)
    await moved(first_version, "0002")
    times = await read(first_version, "SELECT * FROM schedule_times ORDER BY id")
    slots = await read(first_version, "SELECT id, slot, ladder_step FROM checkins ORDER BY id")
    assert before == await counts(first_version)

    await moved(first_version, "0001")
    assert before == await counts(first_version)
    assert [(1170,), (1438,), (600,)] == await read(
        first_version, "SELECT local_minute FROM schedules ORDER BY membership_id"
    )

    await moved(first_version, "0002")
    assert before == await counts(first_version)
    assert times == await read(first_version, "SELECT * FROM schedule_times ORDER BY id")
    assert slots == await read(first_version, "SELECT id, slot, ladder_step FROM checkins ORDER BY id")


async def test_three_times_a_day_come_back_as_one_and_their_check_ins_stay(first_version: Database) -> None:
    await moved(first_version, "0002")
    async with first_version.engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO schedule_times (id, membership_id, slot, local_minute, due_on, next_due_at) "
                "VALUES (77, 21, 1, 600, '2026-03-04', :due_at)"
            ),
            {"due_at": _stored(connection.dialect.name, DUE)},
        )
        await connection.execute(
            text("UPDATE checkins SET slot = 1, local_date = '2026-03-02' WHERE id = 32")
        )

    await moved(first_version, "0001")
    assert [(1170,)] == await read(
        first_version, "SELECT local_minute FROM schedules WHERE membership_id = 21"
    )
    assert 4 == (await counts(first_version))["checkins"]

    await moved(first_version, "0002")
    assert [(1,)] == await read(first_version, "SELECT slot FROM checkins WHERE id = 32")


async def test_what_is_typed_for_a_time_goes_on_to_be_one(first_version: Database) -> None:
    await _dialogue(first_version, "schedule.time")
    await moved(first_version, "0002")
    assert [("schedule.time0",)] == await read(first_version, "SELECT kind FROM dialogues")

    await moved(first_version, "0001")
    assert [("schedule.time",)] == await read(first_version, "SELECT kind FROM dialogues")


async def test_a_way_back_leaves_nothing_that_the_first_version_cannot_read(first_version: Database) -> None:
    await moved(first_version, "0002")
    await _dialogue(first_version, "measure")
    added = (
        "INSERT INTO answers (checkin_id, item, value, is_skipped, answered_at) VALUES (31, 'tension', 4, false, :began)",
        "INSERT INTO answers (checkin_id, item, voice, is_skipped, answered_at) VALUES (31, 'note', 'x', false, :began)",
        "UPDATE checkins SET reopened_item = 'tension' WHERE id = 31",
    )
    async with first_version.engine.begin() as connection:
        for statement in added:
            began = {"began": _stored(connection.dialect.name, BEGAN)} if ":began" in statement else {}
            await connection.execute(text(statement), began)

    await moved(first_version, "0001")
    assert [("mood", False), ("note", True)] == [
        (item, bool(is_skipped))
        for item, is_skipped in await read(
            first_version, "SELECT item, is_skipped FROM answers ORDER BY item"
        )
    ]
    assert [(None,)] == await read(first_version, "SELECT reopened_item FROM checkins WHERE id = 31")
    assert [] == await read(first_version, "SELECT kind FROM dialogues")


async def test_answers_stay_when_corrections_are_kept_and_when_they_are_no_longer(
    first_version: Database,
) -> None:
    await moved(first_version, "0002")
    answers = await read(first_version, "SELECT checkin_id, item, value FROM answers")
    await moved(first_version, "0003")
    assert [(None,)] == await read(first_version, "SELECT first_voice FROM answers")
    assert [] == await read(
        first_version, "SELECT message_id, first_value, corrected_at FROM measure_answers"
    )

    await moved(first_version, "0002")
    assert (
        [(31, "mood", 6)]
        == answers
        == await read(first_version, "SELECT checkin_id, item, value FROM answers")
    )


async def _dialogue(database: Database, kind: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO dialogues (person_id, kind, subject_id, opened_at) VALUES (11, :kind, 21, :at)"
            ),
            {"kind": kind, "at": _stored(connection.dialect.name, BEGAN)},
        )


def _fill(connection: Connection) -> None:
    stored = {name: _stored(connection.dialect.name, at) for name, at in _MOMENTS.items()}
    for statement in _ROWS:
        used = {name: at for name, at in stored.items() if f":{name}" in statement}
        connection.execute(text(statement), used)


def _stored(dialect: str, at: dt.datetime) -> Any:
    return at.replace(tzinfo=None).isoformat(" ", "microseconds") if dialect == "sqlite" else at


def _moment(found: Any) -> dt.datetime | None:
    if found is None:
        return None
    moment = dt.datetime.fromisoformat(found) if isinstance(found, str) else found
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


_MOMENTS = {"began": BEGAN, "due": DUE, "postponed": POSTPONED}
_PERSON = "INSERT INTO people (id, address_hash, address, language, timezone, created_at) VALUES "
_SEAT = "INSERT INTO memberships (id, group_id, person_id, role, state, joined_at) VALUES "
_CHECKIN = "INSERT INTO checkins (id, membership_id, local_date, slot, state, due_at, closes_at, ladder_step) VALUES "
_SCHEDULE = "INSERT INTO schedules (membership_id, local_minute, weekdays, next_due_at) VALUES "
_GROUP = "INSERT INTO groups (id, program_id, name, timezone, checkin_minute, created_at) VALUES "
_NOTE = "INSERT INTO notes (id, person_id, audience, tag, state, body, written_at) VALUES "
_ROWS = (
    f"{_PERSON} (11, 'a', 'x', 'en', 'America/New_York', :began)",
    f"{_PERSON} (12, 'b', 'x', 'es', 'America/New_York', :began)",
    f"{_PERSON} (13, 'c', 'x', 'es', 'Asia/Tokyo', :began)",
    "INSERT INTO programs (id, name, created_at) VALUES (1, 'Riverside', :began)",
    f"{_GROUP} (2, 1, 'Tuesday', 'America/New_York', 1140, :began)",
    f"{_SEAT} (21, 2, 11, 'participant', 'active', :began)",
    f"{_SEAT} (22, 2, 12, 'participant', 'active', :began)",
    f"{_SEAT} (23, 2, 13, 'participant', 'left', :began)",
    f"{_SCHEDULE} (21, 1170, 127, :due)",
    f"{_SCHEDULE} (22, 1438, 31, :postponed)",
    f"{_SCHEDULE} (23, 600, 127, NULL)",
    f"{_CHECKIN} (31, 21, '2026-03-02', 0, 'completed', :began, :due, 0)",
    # Ten of one day, so that the new number of the first is the old one of the last.
    f"{_CHECKIN} (32, 21, '2026-03-03', 1, 'completed', :began, :due, 2)",
    f"{_CHECKIN} (33, 21, '2026-03-03', 10, 'partial', :began, :due, 2)",
    f"{_CHECKIN} (34, 22, '2026-03-03', 0, 'open', :began, :due, 3)",
    "INSERT INTO answers (checkin_id, item, value, is_skipped, answered_at) VALUES (31, 'mood', 6, false, :began)",
    f"{_NOTE} (41, 11, 'me', 'win', 'kept', 'x', :began)",
)
