"""Durability: the bot is killed 30 times with kill -9 while people write and tap, and nothing that they did is lost or doubled.

What was kept is read back the way a person would: from the copy of their data that the bot sends them.
"""

import asyncio
import collections
import json
import random
import sqlite3
from typing import Any

from handlers.callbacks.checkins import AnswerChosen, ItemSkipped
from handlers.callbacks.payload import Press, unpack
from sandbox.ground import Ground
from sandbox.prepared import become_facilitator, invite, join
from sandbox.telegram.bubbles import Bubble
from tests.e2e.conftest import founded, running
from tests.e2e.phone import Phone, phone

KILLS = 30
KILLS_WHILE_STARTING = 6
SEED = 20261123
ANSWERING = ("Ana", "Ben", "Cleo", "Dan")
WRITING = ("Eli", "Fei")
STEP_SECONDS = 0.4
"""How long a person waits for the bot before looking at the phone again."""
ALARMING = 9
ENDS = ("Done", "Thank you")


class Busy:
    """Somebody who goes on whatever the bot is doing, and remembers what they did."""

    def __init__(self, phone: Phone, seed: int) -> None:
        self.phone = phone
        self.notes: list[str] = []
        self.taps: dict[int, dict[str, int]] = collections.defaultdict(dict)
        self._random = random.Random(seed)  # noqa: S311  which number is tapped is no secret
        self._is_over = False

    def stop(self) -> None:
        self._is_over = True

    async def answer(self) -> None:
        """Check in again and again, with a note in between."""
        while not self._is_over:
            await self._write()
            await self._check_in()

    async def write(self) -> None:
        """Write notes and wait for no answer."""
        while not self._is_over:
            await self._write()
            await asyncio.sleep(self._random.uniform(0.1, 0.3))

    async def _write(self) -> None:
        note = f"{self.phone.name}-note-{len(self.notes):04d}."
        self.notes.append(note)
        await self.phone.send(f"/note {note}")

    async def _check_in(self) -> None:
        before = len(self.phone.sights)
        await self.phone.send("/checkin")
        while True:
            await asyncio.sleep(self._random.uniform(0.01, 0.05))
            shown = self.phone.sights[before:]
            if any(sight.text.startswith(ENDS) for sight in shown):
                return
            question = self._question({sight.bubble.id for sight in shown if sight.bubble})
            if question is not None:
                seen = len(self.phone.sights)
                self.phone.person.tap(question.id, self._choice(question))
                await self._news(seen)

    def _question(self, ids: set[int]) -> Bubble | None:
        """Find the newest question among these messages."""
        chat = reversed(self.phone.person.chat)
        return next((each for each in chat if each.id in ids and _presses(each)), None)

    def _choice(self, question: Bubble) -> str:
        """Choose an answer, the same one whenever this question comes again; skip where only words would do."""
        answers = [press for press in _presses(question) if isinstance(press, AnswerChosen)]
        if not answers:
            return next(press for press in _presses(question) if isinstance(press, ItemSkipped)).pack()
        asked = answers[0]
        taken = self.taps[asked.checkin_id]
        if asked.item not in taken:
            is_first = asked.item == "craving" and len(self.taps) == 1
            taken[asked.item] = ALARMING if is_first else self._random.choice(answers).value
        return next(press for press in answers if press.value == taken[asked.item]).pack()

    async def _news(self, seen: int) -> None:
        for _ in range(40):
            if len(self.phone.sights) > seen:
                return
            await asyncio.sleep(STEP_SECONDS / 40)


async def test_thirty_kills_lose_nothing_and_double_nothing() -> None:
    async with running() as ground:
        dana = phone(ground, "Dana")
        await become_facilitator(dana, await founded(ground, "Tuesday evening"))
        answering = [Busy(phone(ground, name), SEED + number) for number, name in enumerate(ANSWERING)]
        writing = [Busy(phone(ground, name), SEED) for name in WRITING]
        people = [*answering, *writing]
        for person in people:
            await join(person.phone, await invite(dana))
        async with asyncio.TaskGroup() as group:
            for person in answering:
                group.create_task(person.answer())
            for person in writing:
                group.create_task(person.write())
            await _kill_again_and_again(ground)
            for person in people:
                person.stop()
        await ground.travel.settle()

        for person in people:
            kept = await _copy(person.phone)

            assert person.notes == sorted(note["body"] for note in kept["notes"])
            assert _answered(person.taps) == _kept_answers(kept)

        for person in answering:
            assert dana.ever_saw(f"{person.phone.name}: something needs your eyes")

        taps = sum(len(items) for person in people for items in person.taps.values())
        notes = sum(len(person.notes) for person in people)
        told = f"{notes} notes and {taps} answers kept once, {len(answering)} alerts delivered"
        print(f"{KILLS} kills: {told}")  # noqa: T201  for `make kills`

        assert taps > len(answering)
        assert 0 == _given_up(ground)
        assert ground.bot.starts == KILLS + 1


async def _kill_again_and_again(ground: Ground) -> None:
    chance = random.Random(SEED)  # noqa: S311  the moments of the kills are to be the same in every run
    while_starting = set(chance.sample(range(KILLS), KILLS_WHILE_STARTING))
    for number in range(KILLS):
        if number in while_starting:
            while ground.bot.starts <= number:  # noqa: ASYNC110  the keeper counts, nobody rings
                await asyncio.sleep(0.01)
            await asyncio.sleep(chance.uniform(0.1, 0.6))
        else:
            await ground.bot.until_up()
            await asyncio.sleep(chance.uniform(0.0, 0.5))
        ground.bot.kill()
    await ground.bot.until_up()


async def _copy(phone: Phone) -> dict[str, list[dict[str, Any]]]:
    await phone.send("/mydata")
    await phone.sees("")
    while not (files := [bubble.file for bubble in phone.person.chat if bubble.file]):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    tables: dict[str, list[dict[str, Any]]] = json.loads(files[-1])["tables"]
    return tables


def _answered(taps: dict[int, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {
        str(checkin): {str(item): value for item, value in items.items()} for checkin, items in taps.items()
    }


def _kept_answers(kept: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = collections.defaultdict(dict)
    for answer in kept["answers"]:
        if answer["value"] is not None:
            assert answer["item"] not in found[answer["checkin_id"]], "answered twice"
            found[answer["checkin_id"]][answer["item"]] = answer["value"]
    return dict(found)


def _given_up(ground: Ground) -> int:
    connection = sqlite3.connect(f"file:{ground.database}?mode=ro", uri=True)
    try:
        (updates,) = connection.execute(
            "SELECT count(*) FROM inbox WHERE state IN ('waiting', 'dead')"
        ).fetchone()
        (messages,) = connection.execute("SELECT count(*) FROM outbox WHERE state = 'dead'").fetchone()
    finally:
        connection.close()
    return int(updates) + int(messages)


def _presses(bubble: Bubble) -> list[Press]:
    """Return what the buttons of a check-in's question mean; none for any other message."""
    beginnings = (f"{AnswerChosen.prefix}:", f"{ItemSkipped.prefix}:")
    data = [button.data or "" for row in bubble.buttons for button in row]
    return [unpack(each) for each in data if each.startswith(beginnings)]
