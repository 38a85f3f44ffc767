"""Do what somebody did on the page, with the hands that the simulated people have. It answers what went wrong in a sentence."""

import datetime as dt
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sandbox.guide import DeedKind, kinds
from sandbox.network import Network, make
from sandbox.places import PLACES
from sandbox.stage import Stage
from sandbox.telegram.methods.answering import REACTIONS
from sandbox.telegram.person import Impossible
from sandbox.telegram.world import Person

_LONGEST_NAME = 40
_LONGEST_TEXT = 4096
_MOST_PEOPLE = 24
_MOST_PHOTOS = 30
_A_FEW_SECONDS = 12
_LONGEST_SOUND = 3_600
_ROUNDS_TO_CHECK_IN = 8
_JOURNEYS = {"hour": dt.timedelta(hours=1), "day": dt.timedelta(days=1)}
_NOT_UNDERSTOOD = "The page asked for something that this sandbox does not know. Reload the page."
_LANGUAGES = frozenset({"en", "es"})


class NotPossible(Exception):
    """Say in a sentence why something cannot be done now."""


async def act(stage: Stage, order: Mapping[str, Any]) -> None:
    """Do one thing.

    Raises:
        NotPossible: it cannot be done; the message is for the visitor.
    """
    if stage.setting:
        raise NotPossible("One moment: the sandbox is still being set up.")
    deed = _DEEDS.get(str(order.get("do")))
    if deed is not None:
        try:
            deed(stage, _person(stage, order), order)
        except Impossible as error:
            raise NotPossible(f"The app would not let you: {error}.") from error
        except (TypeError, ValueError) as error:
            raise NotPossible(_NOT_UNDERSTOOD) from error
        return
    work = _WORKS.get(str(order.get("do")))
    if work is None:
        raise NotPossible(_NOT_UNDERSTOOD)
    await work(stage, order)


def _send(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    text = str(order.get("text", "")).strip()
    if not text:
        raise NotPossible("There is nothing to send.")
    stage.done(person, DeedKind.SENT, frozenset({text}))
    # The app splits what is too long for one message.
    reply_to = int(order.get("reply", 0)) or None
    for start in range(0, len(text), _LONGEST_TEXT):
        person.send(text[start : start + _LONGEST_TEXT], reply_to if start == 0 else None)


def _tap(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    data = str(order.get("data", ""))
    stage.done(person, DeedKind.TAPPED, kinds([data]))
    person.tap(int(order.get("message", 0)), data)


def _start(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    del order
    stage.done(person, DeedKind.SENT, frozenset({"/start"}))
    person.start()


def _open(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    stage.done(person, DeedKind.OPENED, frozenset())
    person.open_link(str(order.get("url", "")))


def _block(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    del stage, order
    person.block()


def _unblock(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    del stage, order
    person.unblock()


def _sticker(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    del order
    stage.done(person, DeedKind.SENT, frozenset())
    person.send_sticker()


def _photos(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    stage.done(person, DeedKind.SENT, frozenset())
    person.send_photos([_evening_sky()] * _between(order.get("count", 1), 1, _MOST_PHOTOS))


def _voice(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    stage.done(person, DeedKind.SENT, frozenset())
    person.send_voice(
        _between(order.get("seconds", _A_FEW_SECONDS), 1, _LONGEST_SOUND), str(order.get("text", "")).strip()
    )


def _location(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    place = PLACES.get(str(order.get("place")))
    if place is None:
        raise NotPossible("Choose one of the places in the list.")
    stage.done(person, DeedKind.SENT, frozenset())
    person.send_location(*place)


def _edit(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    text = str(order.get("text", "")).strip()
    if len(text) > _LONGEST_TEXT:
        raise NotPossible("An edited message is one message: that is too long.")
    stage.done(person, DeedKind.SENT, frozenset())
    person.edit(int(order.get("message", 0)), text)


def _react(stage: Stage, person: Person, order: Mapping[str, Any]) -> None:
    emoji = str(order.get("emoji", ""))
    if emoji and emoji not in REACTIONS:
        raise NotPossible("The app has no such reaction.")
    stage.done(person, DeedKind.TAPPED, frozenset())
    person.react(int(order.get("message", 0)), emoji or None)


def _between(number: Any, least: int, most: int) -> int:
    return min(max(int(number), least), most)


async def _add(stage: Stage, order: Mapping[str, Any]) -> None:
    name = str(order.get("name", "")).strip()
    taken = {person.name.casefold() for person in stage.ground.world.people.values()}
    if not name or len(name) > _LONGEST_NAME:
        raise NotPossible(f"Give the person a name of at most {_LONGEST_NAME} letters.")
    if name.casefold() in taken:
        raise NotPossible(f"There is a {name} already.")
    if len(taken) >= _MOST_PEOPLE:
        raise NotPossible("That is enough people for one table.")
    language = str(order.get("language", "en"))
    person = stage.ground.world.add_person(name, language_code=language if language in _LANGUAGES else "en")
    stage.add_person(person, "newcomer")


async def _travel(stage: Stage, order: Mapping[str, Any]) -> None:
    if stage.network is Network.AWAY:
        raise NotPossible("Bring the network back first: what is due could not be sent.")
    where = str(order.get("to"))
    travel = stage.ground.travel
    if where in _JOURNEYS:
        await travel.forward(_JOURNEYS[where])
    elif where == "check-in":
        await _to_check_in(stage)
    else:
        raise NotPossible("The clock goes an hour, a day, or to the next check-in.")
    stage.travelled()


async def _to_check_in(stage: Stage) -> None:
    """Go to the next daily check-in; one that asked nobody (all paused) is passed by."""
    for _ in range(_ROUNDS_TO_CHECK_IN):
        due_at = stage.next_check_in_at()
        if due_at is None:
            raise NotPossible("Nobody has a daily check-in yet.")
        await stage.ground.travel.to(due_at)
        if stage.next_check_in_at() != due_at:
            return


async def _network(stage: Stage, order: Mapping[str, Any]) -> None:
    try:
        network = Network(str(order.get("how")))
    except ValueError:
        raise NotPossible(_NOT_UNDERSTOOD) from None
    make(stage.ground.world.faults, network)
    stage.tell_network(network)


async def _kill(stage: Stage, order: Mapping[str, Any]) -> None:
    del order
    stage.ground.bot.kill()


def _person(stage: Stage, order: Mapping[str, Any]) -> Person:
    try:
        return stage.ground.world.people[int(order.get("person", 0))]
    except (KeyError, TypeError, ValueError):
        raise NotPossible("There is no such person. Reload the page.") from None


def _evening_sky() -> bytes:
    """Draw a small picture to send: a PNG of a sky that goes from blue to orange."""
    width, height = 240, 160
    rows = b"".join(b"\0" + bytes((60 + y, 90 + y // 2, 170 - y // 2)) * width for y in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


_DEEDS: dict[str, Callable[[Stage, Person, Mapping[str, Any]], None]] = {
    "send": _send,
    "tap": _tap,
    "start": _start,
    "open": _open,
    "block": _block,
    "unblock": _unblock,
    "sticker": _sticker,
    "photo": _photos,
    "voice": _voice,
    "location": _location,
    "edit": _edit,
    "react": _react,
}
_WORKS: dict[str, Callable[[Stage, Mapping[str, Any]], Awaitable[None]]] = {
    "add": _add,
    "travel": _travel,
    "kill": _kill,
    "network": _network,
}
