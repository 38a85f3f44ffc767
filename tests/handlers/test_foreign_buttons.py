import dataclasses
import enum
import itertools
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from domain import ids, measures
from domain.access import Role
from domain.calls import CallKind
from domain.checkins import State
from domain.errors import NotAllowed
from domain.exchanges import THIS_WEEK, Kind
from domain.instruments.catalogue import VERSIONS
from domain.items import ItemId, Scale
from domain.notes import NoteState, Reader
from domain.relays import Content, RelayState
from domain.setbacks import Cause, Rule
from handlers import routes
from handlers.callbacks.payload import Press, all_presses
from handlers.callbacks.privacy import EraseConfirmedTwice, LeaveConfirmed
from handlers.edge.table import admit
from handlers.request import Button
from services.container import Container
from storage.tables import Row
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.phone import Phone
from tests.scenes import answered, partners

MARKERS = ("Ana", "Ben", "Tuesday evening", "SECRET")
AUDIENCES = {route.press: route.audience for route in routes.PRESSES}
ITEMS = ("mood", "craving", "note", "phq9_9")
NUMBERS = (0, 3, -1, 2**63 - 1)
NO_ENDS = {EraseConfirmedTwice, LeaveConfirmed}

World = dict[Any, Any]


@pytest.fixture
async def world(storage: Storage, container: Container, cast: Cast) -> World:
    """One of everything in Tuesday evening, by kind of id; the ids are what a forger would have to know."""
    ana, fay = cast.ana, await actor(storage, cast.fay)
    pair_id = await partners(storage, ana, cast.ben)
    checkin_id = await answered(storage, ana, state=State.IN_PROGRESS, mood=4, craving=9)
    async with container.transaction() as services:
        kept = await services.own_questions.begin(fay, ana.group_id, Scale.TEXT, NOON)
        await services.own_questions.word(fay, kept.question_id, "SECRET question?", NOON)
        await services.own_questions.keep(fay, kept.question_id, NOON)
        draft = await services.own_questions.begin(fay, ana.group_id, Scale.TEXT, NOON)
        await services.own_questions.word(fay, draft.question_id, "SECRET draft?", NOON)
        causes = [Cause(Rule.CRAVING, 9, checkin_id)]
        alert_id = await services.alarm.raise_alert(ana.membership_id, causes, NOON)
    later = NOON + measures.LASTS
    async with storage.unit_of_work() as work:
        checkin = await work.checkins.get((await work.people.actor(ana.person_id)).scope, checkin_id)
        assert checkin is not None
        await work.checkins.keep_answer(checkin, ItemId("note"), NOON, text="SECRET answer")
        note_id = await work.notes.add(ana.person_id, "SECRET note", NoteState.KEPT, NOON)
        await work.notes.set_reader(note_id, Reader.FACILITATOR, ana.group_id, NOON)
        relay_id = await work.relays.add(
            pair_id, ana.person_id, Content("SECRET words"), state=RelayState.HELD, now=NOON
        )
        measure_id = await work.measures.add(
            ana.membership_id, VERSIONS["phq9_en"], measures.State.OPEN, NOON, closes_at=later
        )
        exchange_id = await work.exchanges.add(pair_id, Kind.COMMITMENT, THIS_WEEK, NOON, later)
        assert exchange_id is not None
        seat = ana.membership_id
        await work.exchanges.keep(exchange_id, seat, value=None, words="SECRET plan", now=NOON)
        call_id = await work.calls.add(pair_id, seat, CallKind.CALL, [NOON + measures.LASTS], NOON)
        await work.invites.add(
            "token",
            group_id=ana.group_id,
            role=Role.PARTICIPANT,
            invited_by=cast.fay.person_id,
            now=NOON,
            expires_at=later,
        )
        invite = await work.invites.by_token("token")
        assert invite is not None
    return {
        ids.PersonId: ana.person_id,
        ids.GroupId: ana.group_id,
        ids.MembershipId: ana.membership_id,
        ids.InviteId: invite.invite_id,
        ids.EnrolmentId: 1,
        ids.CheckInId: checkin_id,
        ids.QuestionId: draft.question_id,
        ids.NoteId: note_id,
        ids.PairId: pair_id,
        ids.RelayId: relay_id,
        ids.ExchangeId: exchange_id,
        ids.CallId: call_id,
        ids.AlertId: alert_id or 0,
        ids.MeasureId: measure_id,
        ItemId: kept.item.id,
    }


@pytest.mark.parametrize("name", ["cem", "dee", "gus"])
async def test_no_button_reaches_into_another_group(
    name: str, storage: Storage, container: Container, cast: Cast, world: World
) -> None:
    forger = Phone(storage, container, getattr(cast, name))
    before = await _rows_about(storage, world)
    pressed = 0
    for press in all_presses().values():
        if not any(kind in world and kind is not ItemId for kind in typing.get_type_hints(press).values()):
            continue
        for forged in _filled(press, world):
            await _press(forger, forged)
            pressed += 1
            seen = forger.text + str(forger.reply.notice) + " ".join(forger.labels)
            assert [] == [marker for marker in MARKERS if marker in seen], forged
        assert before == await _rows_about(storage, world), press
    assert pressed > 100


@pytest.mark.parametrize("name", ["ana", "fay"])
async def test_no_number_and_no_choice_in_a_button_breaks_a_view(
    name: str, storage: Storage, container: Container, cast: Cast, world: World
) -> None:
    phone = Phone(storage, container, getattr(cast, name))
    broken = []
    for press in all_presses().values():
        for forged in _filled(press, world) if press not in NO_ENDS else ():
            try:
                await _press(phone, forged)
            except (ArithmeticError, LookupError, ValueError, TypeError, DBAPIError) as error:
                broken.append((forged, repr(error)[:120]))
    assert [] == broken


async def _press(phone: Phone, press: Press) -> None:
    """Press as through the door: who may not press is refused before the view."""
    try:
        admit(await phone.actor(), AUDIENCES[type(press)])
    except NotAllowed:
        return
    await phone.press(Button("", press))


def _filled(press: type[Press], world: World) -> Iterator[Press]:
    hints = typing.get_type_hints(press)
    fields = [field.name for field in dataclasses.fields(press)]
    for values in itertools.product(*(_values(hints[name], world) for name in fields)):
        yield press(*values)


def _values(kind: Any, world: World) -> tuple[Any, ...]:
    if kind is ItemId:
        return (*(ItemId(item) for item in ITEMS), ItemId(world[ItemId]))
    if kind in world:
        return (world[kind],)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return tuple(kind)
    return ITEMS if kind is str else NUMBERS


async def _rows_about(storage: Storage, world: World) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """Return every row in which one of these ids stands."""
    about = {value for value in world.values() if isinstance(value, int)}
    found = {}
    async with storage.unit_of_work() as work:
        for table in Row.metadata.sorted_tables:
            for row in await work.session.execute(select(table)):
                if about & {value for value in row if isinstance(value, int) and value > 1_000}:
                    found[(table.name, *(row._mapping[key] for key in table.primary_key))] = tuple(row)
    return found
