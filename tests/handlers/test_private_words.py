"""Whatever somebody without the grant opens, taps or forges at the real door, none of a person's own words come back."""

import collections
import dataclasses
import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest

from domain import ids
from domain.access import SYSTEM
from domain.calls import CallKind
from domain.checkins import State
from domain.exchanges import Kind
from domain.ids import PairId
from domain.items import ItemId
from domain.notes import NoteState, Reader
from domain.partners import EndReason
from domain.relays import Content, RelayState
from domain.setbacks import Cause, Rule
from domain.slips import Account, SlipStep
from domain.voices import Voice
from handlers import routes
from handlers.callbacks.payload import all_presses
from handlers.callbacks.privacy import EraseConfirmedTwice, LeaveConfirmed
from handlers.edge.inbound import Happening
from handlers.edge.sheets import Delivery
from services.container import Container
from services.partings import Partings
from storage.tables.groups import ConsentRow
from storage.types import new_id
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.chat import Chat
from tests.handlers.test_foreign_buttons import _filled
from tests.pairs import ALL, joins, paired, shares
from tests.scenes import answered

MARK = "zebra"
SCREENS = 120
"""Buttons that one walk taps at the most; each kind of button once or twice is far less."""
STRANGER = 999


@dataclasses.dataclass
class Planted:
    """Somebody with words of their own in every private field; `of` has an id of each kind that a forger needs."""

    member: Member
    of: dict[type, int]


@pytest.fixture
async def planted(storage: Storage, container: Container, cast: Cast) -> Planted:
    """Ana, who was Ben's partner until a moment ago, and shared all with him."""
    ana = cast.ana
    pair_id = await paired(storage, ana, cast.ben)
    await shares(storage, pair_id, ana, *ALL)
    checkin_id = await answered(storage, ana, state=State.IN_PROGRESS, mood=4, craving=9)
    me, given = await actor(storage, ana), dict[type, int]()
    async with storage.unit_of_work() as work:
        checkin = await work.checkins.get(me.scope, checkin_id)
        assert checkin is not None
        await work.checkins.keep_answer(checkin, ItemId("note"), NOON, text=f"{MARK} answer")
        for reader in Reader:
            group = None if reader is Reader.ME else ana.group_id
            note_id = await work.notes.add(
                ana.person_id, f"{MARK} note", NoteState.KEPT, NOON, voice=Voice(f"{MARK}-file", 3)
            )
            await work.notes.set_reader(note_id, reader, group, NOON)
            given[ids.NoteId] = note_id
        for state in RelayState:
            given[ids.RelayId] = await work.relays.add(
                pair_id, ana.person_id, Content(f"{MARK} relay"), state=state, now=NOON
            )
        exchange_id = await work.exchanges.add(
            pair_id, Kind.CHECKIN, "tank", NOON, NOON + dt.timedelta(days=2)
        )
        assert exchange_id is not None
        for side in (ana, cast.ben):
            words = f"{MARK} part" if side is ana else "his own part"
            await work.exchanges.keep(exchange_id, side.membership_id, value=2, words=words, now=NOON)
        given[ids.ExchangeId] = exchange_id
        given[ids.SlipId] = await work.slips.create(ana.membership_id, checkin_id, NOON)
        await work.slips.set_account(
            ana.person_id, ids.SlipId(given[ids.SlipId]), SlipStep.BEFORE, Account((), f"{MARK} slip"), None
        )
        given[ids.CallId] = await work.calls.add(pair_id, ana.membership_id, CallKind.CALL, [NOON], NOON)
        await work.pair_sides.agree_to_swap(pair_id, ana.membership_id, f"{MARK}_username", NOON)
        cipher, consent = await work.keys.of(ana.person_id), new_id()
        work.session.add(
            ConsentRow(
                id=consent,
                person_id=ana.person_id,
                group_id=ana.group_id,
                kind="program",
                version="1",
                given_at=NOON,
                signature=cipher.seal("consents.signature", consent, f"{MARK} signature"),
            )
        )
    async with container.transaction() as services:
        given[ids.AlertId] = (
            await services.alarm.raise_alert(ana.membership_id, [Cause(Rule.CRAVING, 9, checkin_id)], NOON)
            or 0
        )
    await _ended(storage, container, pair_id)
    given |= {
        ids.PersonId: ana.person_id,
        ids.GroupId: ana.group_id,
        ids.MembershipId: ana.membership_id,
        ids.CheckInId: checkin_id,
        ids.PairId: pair_id,
    }
    return Planted(ana, given)


@pytest.mark.parametrize("name", ["ben", "cem", "dee", "gus", "stranger", "eve"])
async def test_no_command_and_no_button_shows_anothers_words(
    name: str, storage: Storage, container: Container, cast: Cast, planted: Planted
) -> None:
    if name == "eve":
        eve = await joins(storage, cast.ana, "Eve", 201)
        await paired(storage, eve, cast.ben)
        chat_id = eve.address
    else:
        chat_id = STRANGER if name == "stranger" else getattr(cast, name).address
    chat = Chat(container, chat_id)
    seen = [
        one
        for command in routes.COMMANDS
        for one in _shown(await chat.send(happening=Happening.COMMAND, command=command.name))
    ]
    walked = await _walk(chat, [data for _, data in seen if data])
    forged = 0
    for press in set(all_presses().values()) - {EraseConfirmedTwice, LeaveConfirmed}:
        for one in _some(_filled(press, {**planted.of, ItemId: ItemId("note")})):
            walked += _shown(await _press(chat, one.pack()))
            forged += 1

    said = [text for text, _ in seen + walked]
    assert [] == [text for text in said if MARK in text]
    if name in {"gus", "stranger"}:
        assert [] == [text for text in said if re.search(r"\b(Ana|Ben|Cem|Dee|Dana)\b", text)]
    assert len(said) > 50
    assert forged > 150


async def test_the_one_they_belong_to_does_see_them(
    container: Container, cast: Cast, planted: Planted
) -> None:
    chat = Chat(container, cast.ana.address)
    said = [
        text
        for command in ("notes", "mydata")
        for text, _ in _shown(await chat.send(happening=Happening.COMMAND, command=command))
    ]

    for words in ("note", "answer", "relay", "signature", "part"):
        assert any(f"{MARK} {words}" in text for text in said), words


async def _walk(chat: Chat, data: list[str]) -> list[tuple[str, str]]:
    """Tap every button in sight, then those that come of it, each kind a few times."""
    waiting, kinds = collections.deque(data), collections.Counter[str]()
    found: list[tuple[str, str]] = []
    pressed: set[str] = set()
    while waiting and len(pressed) < SCREENS:
        one = waiting.popleft()
        kind = one.partition(":")[0]
        if one in pressed or kinds[kind] > 1 or kind in {EraseConfirmedTwice.prefix, LeaveConfirmed.prefix}:
            continue
        pressed.add(one)
        kinds[kind] += 1
        shown = _shown(await _press(chat, one))
        found += shown
        waiting.extend(data for _, data in shown if data)
    return found


async def _press(chat: Chat, data: str) -> Delivery | None:
    return await chat.send(happening=Happening.PRESSED, data=data, query_id="1")


def _shown(delivery: Delivery | None) -> Iterator[tuple[str, str]]:
    """Return all that can be read of a reply, files included, each with the button that it stands on."""
    if delivery is None:
        return
    yield delivery.notice or "", ""
    for sheet in delivery.sheets:
        yield sheet.text, ""
        if sheet.document is not None:
            yield json.dumps(json.loads(sheet.document.content)), ""
        if sheet.voice is not None:
            yield sheet.voice.file_id, ""
        for row in sheet.rows:
            for key in row:
                yield key.label, key.data or ""


def _some(presses: Iterator[object]) -> list[object]:
    return [one for _, one in zip(range(4), presses, strict=False)]


async def _ended(storage: Storage, container: Container, pair_id: PairId) -> None:
    async with container.transaction() as services:
        pair = await services._work.partners.pair(SYSTEM, pair_id)
        assert pair is not None
        await Partings(services._work, services.outbox).end(pair, EndReason.PARTED, NOON)
