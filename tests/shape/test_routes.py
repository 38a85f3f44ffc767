import collections
import dataclasses
import enum
import re
import typing

import pytest

from domain import messages
from handlers import routes
from handlers.callbacks.payload import LIMIT_BYTES, Press, all_presses, unpack

BIGGEST_ID = 2**63 - 1
COMMANDS = [route.name for route in routes.COMMANDS]


def test_every_command_has_one_route() -> None:
    assert [] == [name for name, count in collections.Counter(COMMANDS).items() if count > 1]


@pytest.mark.parametrize("route", routes.COMMANDS, ids=lambda route: route.name)
def test_a_command_is_one_that_the_app_accepts(route: typing.Any) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,32}", route.name)
    for label in [route.menu] if route.menu else []:
        assert 1 <= len(label.en) <= 256
        assert 1 <= len(label.es) <= 256


def test_every_press_has_one_route() -> None:
    routed = collections.Counter(route.press for route in routes.PRESSES)

    assert dict.fromkeys(all_presses().values(), 1) == dict(routed)


@pytest.mark.parametrize("press", all_presses().values(), ids=lambda press: press.prefix)
def test_a_press_round_trips_and_fits(press: type[Press]) -> None:
    for filled in _filled(press):
        data = filled.pack()

        assert filled == unpack(data)
        assert len(data.encode()) <= LIMIT_BYTES


def test_every_message_has_one_notice() -> None:
    kinds = {kind for kind in messages.__dict__.values() if _is_message(kind)}
    routed = collections.Counter(route.message for route in routes.NOTICES)

    assert dict.fromkeys(kinds, 1) == dict(routed)


def test_every_dialogue_has_one_route() -> None:
    kinds = collections.Counter(route.dialogue for route in routes.TYPED)

    assert [] == [kind for kind, count in kinds.items() if count > 1]
    assert None in kinds


def _is_message(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, messages.Message) and kind is not messages.Message


def _filled(press: type[Press]) -> list[Press]:
    kinds = typing.get_type_hints(press)
    names = [field.name for field in dataclasses.fields(press)]
    variants = [{name: _example(kinds[name], which) for name in names} for which in range(8)]
    return [press(**values) for values in variants]


def _example(kind: typing.Any, which: int) -> object:
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        members = list(kind)
        return members[which % len(members)]
    if isinstance(kind, type) and issubclass(kind, str):
        return kind(["mood", "q.zzzzzzzzzzzzzz"][which % 2])
    return {int: [BIGGEST_ID, 0, 1, -1][which % 4]}[kind]
