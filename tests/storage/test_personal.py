import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import LargeBinary, select

from domain import measures
from domain.access import SYSTEM, Role, Scope
from domain.calls import CallKind
from domain.checkins import State
from domain.errors import Unreadable
from domain.exchanges import Kind
from domain.ids import PairId
from domain.instruments.catalogue import VERSIONS
from domain.items import MOOD, NOTE
from domain.joining import PROGRAM_CONSENT
from domain.messages import CheckInDue
from domain.notes import NoteState
from domain.partners import Answer
from domain.phases import FIRST_PHASE, USUAL_TRACK, Phase, Track
from domain.quiet import Quiet
from domain.relays import Content, RelayState
from domain.retrospect import Theme
from domain.setbacks import Cause, Level, Rule
from domain.wishes import Language, Wishes
from storage.personal import ABOUT_NOBODY, OWNED
from storage.tables import Row
from storage.types import EncryptedText
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, Cast, Member, actor
from tests.storage.traces import leave_traces

MARKERS = ("ANSWER OF", "NOTE OF", "RELAY OF", "PART OF", "SLIP OF", "PLAN OF", "MAIL OF", "SIGNED BY")


async def live(work: UnitOfWork, member: Member, pair_id: PairId) -> None:
    """Leave a row in every table that can have one about a person, with words that can be found again."""
    person_id, seat, scope = member.person_id, member.membership_id, Scope(member.person_id)
    moments = {"due_at": NOON, "asked_at": NOON, "closes_at": NOON, "next_step_at": NOON}
    checkin_id = await work.checkins.add(seat, NOON.date(), 0, State.OPEN, **moments)
    assert checkin_id is not None
    checkin = await work.checkins.get(scope, checkin_id)
    assert checkin is not None
    await work.checkins.keep_answer(checkin, NOTE, NOON, text=f"ANSWER OF {member.name}")
    await work.checkins.keep_answer(checkin, MOOD, NOON, value=2)
    await work.notes.add(person_id, f"NOTE OF {member.name}", NoteState.KEPT, NOON)
    measure_id = await work.measures.add(seat, VERSIONS["phq2_en"], measures.State.OPEN, NOON, closes_at=NOON)
    await work.measures.keep_answer(measure_id, "phq2_1", 2, NOON)
    await work.phases.begin(seat, FIRST_PHASE, USUAL_TRACK, NOON.date())
    relay_id = await work.relays.add(
        pair_id, person_id, Content(f"RELAY OF {member.name}"), state=RelayState.SENT, now=NOON
    )
    await work.relay_marks.react(relay_id, person_id, "❤", NOON)
    await work.relay_marks.report(relay_id, person_id, NOON)
    await work.blocks.add(person_id, person_id, NOON)
    await work.pair_wishes.keep(seat, Wishes(frozenset(Language)))
    await work.consents.give(
        person_id,
        member.group_id,
        kind=PROGRAM_CONSENT,
        version="1",
        signature=f"SIGNED BY {member.name}",
        given_at=NOON,
        expires_at=None,
    )
    due_at = NOON + dt.timedelta(minutes=member.address)
    exchange_id = await work.exchanges.add(pair_id, Kind.CHECKIN, "tank", due_at, due_at)
    assert exchange_id is not None
    await work.exchanges.keep(exchange_id, seat, value=2, words=f"PART OF {member.name}", now=NOON)
    await work.calls.add(pair_id, seat, CallKind.CALL, [NOON], NOON)
    alert_id = await work.alerts.create(seat, member.group_id, Level.HIGH, NOON, None)
    await work.alerts.add_causes(alert_id, [Cause(Rule.MOOD, 2, checkin_id)], NOON)
    await work.disclosures.record(
        [person_id], viewer_id=person_id, viewer_membership_id=seat, what="today", now=NOON
    )
    await work.outbox.add(CheckInDue(checkin_id), to=person_id, key=f"due:{seat}", due_at=NOON)
    await work.dialogues.open(person_id, "note", 1, NOON)
    await work.anchors.save(person_id, f"checkin:{checkin_id}", 5, NOON)
    await work.invites.add(
        f"token {member.name}",
        group_id=member.group_id,
        role=Role.PARTICIPANT,
        invited_by=person_id,
        now=NOON,
        expires_at=NOON,
    )
    invite = await work.invites.by_token(f"token {member.name}")
    assert invite is not None
    await work.enrolments.begin(invite.invite_id, member.group_id, person_id, Role.PARTICIPANT, NOON)
    await work.invites.miss(member.address, NOON)
    await leave_traces(work, member, alert_id)


@pytest.fixture
async def lived(storage: Storage, cast: Cast) -> Cast:
    async with storage.unit_of_work() as work:
        seats = (cast.ana.membership_id, cast.ben.membership_id)
        pair_id = await work.partners.propose(cast.ana.group_id, seats, [], NOON)
        for seat in seats:
            await work.partners.set_answer(pair_id, seat, Answer.ACCEPTED, NOON)
        await work.partners.activate(pair_id, NOON)
        for member in (cast.ana, cast.ben):
            await live(work, member, pair_id)
    return cast


def test_every_table_is_about_a_person_or_says_why_not() -> None:
    known = {owned.row for owned in OWNED} | set(ABOUT_NOBODY)

    assert {mapper.class_ for mapper in Row.registry.mappers} == known


def test_every_secret_is_emptied_or_deleted_at_erasure() -> None:
    sealed = {
        (owned.row.__tablename__, column.name)
        for owned in OWNED
        if owned.kept is not None
        for column in owned.row.__table__.columns
        if isinstance(column.type, EncryptedText) and column.name not in owned.kept
    }

    # The person's own row is emptied by name: an address cannot be missing.
    assert {("people", "address")} == sealed


def test_no_copy_holds_raw_bytes() -> None:
    shown = {
        f"{owned.row.__tablename__}.{column.name}"
        for owned in OWNED
        for column in owned.row.__table__.columns
        if isinstance(column.type, LargeBinary) and column.name not in owned.hidden
    }

    assert set() == shown


async def test_a_copy_has_every_row_opened_and_nobody_elses(storage: Storage, lived: Cast) -> None:
    async with storage.unit_of_work() as work:
        copied = await work.personal.copy(lived.ana.person_id)
    written = json.dumps(copied)

    for marker in MARKERS:
        assert f"{marker} Ana" in written
        assert f"{marker} Ben" not in written
    filled = {name for name, rows in copied.items() if rows}
    assert {owned.row.__tablename__ for owned in OWNED} - {"alert_steps"} == filled
    assert "Ana" == copied["memberships"][0]["display_name"]
    assert "101" == copied["people"][0]["address"]


async def test_a_copy_does_not_tell_who_worried(storage: Storage, lived: Cast) -> None:
    async with storage.unit_of_work() as work:
        alert = await work.alerts.unresolved_of(lived.ana.membership_id)
        assert alert is not None
        worry = Cause(Rule.CONCERN, None, None, lived.ben.membership_id)
        await work.alerts.add_causes(alert.alert_id, [worry], NOON)
        copied = await work.personal.copy(lived.ana.person_id)

    assert ["mood"] == [cause["rule"] for cause in copied["alert_causes"]]
    assert "raised_by" not in copied["alert_causes"][0]


async def test_an_alert_that_is_only_a_worry_is_no_part_of_a_copy(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        alert_id = await work.alerts.create(cast.ana.membership_id, cast.ana.group_id, Level.HIGH, NOON, None)
        worry = Cause(Rule.CONCERN, None, None, cast.ben.membership_id)
        await work.alerts.add_causes(alert_id, [worry], NOON)
        copied = await work.personal.copy(cast.ana.person_id)

    assert ([], []) == (copied["alerts"], copied["alert_causes"])


async def test_erasing_destroys_the_key_and_leaves_no_word(storage: Storage, lived: Cast) -> None:
    ana = lived.ana
    async with storage.unit_of_work() as work:
        await work.personal.erase(ana.person_id)

    async with storage.unit_of_work() as work:
        with pytest.raises(Unreadable):
            await work.keys.of(ana.person_id)
        assert await work.people.find(ana.address) is None
        assert 0 == await work.invites.misses(ana.address, NOON)
        remaining = await rows_about(work, ana)
        kept = {owned.row.__tablename__ for owned in OWNED if owned.kept is not None}
        assert kept - {"invites"} == {name for name, rows in remaining.items() if rows}
        sealed = [
            value
            for rows in remaining.values()
            for row in rows
            for value in row.values()
            if isinstance(value, bytes) and len(value) not in {0, 32}
        ]
        assert [] == sealed
        member = await work.groups.member(SYSTEM, ana.membership_id)
        assert member is not None
        assert "" == member.display_name


async def test_what_stays_of_an_erased_person_tells_neither_treatment_nor_habits(
    storage: Storage, lived: Cast
) -> None:
    ana, ben = lived.ana, lived.ben
    async with storage.unit_of_work() as work:
        await work.phases.move(ana.membership_id, Phase.AFTERCARE, Track.MENTAL_HEALTH, NOON.date())
        await work.people.set_quiet(ana.person_id, Quiet(22 * 60, 7 * 60))
        await work.people.set_theme(ana.person_id, Theme.DARK)
    async with storage.unit_of_work() as work:
        await work.personal.erase(ana.person_id)

    async with storage.unit_of_work() as work:
        erased, alive = await rows_about(work, ana), await rows_about(work, ben)
    for table, column in (
        ("memberships", "phase"),
        ("memberships", "track"),
        ("people", "quiet_from"),
        ("people", "quiet_until"),
        ("people", "picture_theme"),
    ):
        assert alive[table][0][column] == erased[table][0][column], column


async def test_erasing_one_person_touches_nobody_else(storage: Storage, lived: Cast) -> None:
    async with storage.unit_of_work() as work:
        before = await work.personal.copy(lived.ben.person_id)
        await work.personal.erase(lived.ana.person_id)
    async with storage.unit_of_work() as work:
        assert before == await work.personal.copy(lived.ben.person_id)


async def test_an_erased_person_who_comes_back_is_somebody_new(storage: Storage, lived: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.personal.erase(lived.ana.person_id)
        again = await work.people.add(lived.ana.address, "en", "UTC", NOON)

    assert lived.ana.person_id != again
    assert () == (await actor(storage, dataclasses.replace(lived.ana, person_id=again))).seats


async def rows_about(work: UnitOfWork, member: Member) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for owned in OWNED:
        query = select(owned.row.__table__).where(owned.mine(member.person_id))
        found[owned.row.__tablename__] = [dict(row) for row in (await work.session.execute(query)).mappings()]
    return found
