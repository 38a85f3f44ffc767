"""Lets SQLite's driver work in the event loop's own thread: in a simulation there is nothing else that could go on meanwhile."""

import functools
from collections.abc import Callable
from typing import Any

import aiosqlite


def run_inline() -> None:
    """Leave out the driver's thread in this process; handing every statement over costs more than the statement."""
    connect = aiosqlite.connect
    driver: Any = aiosqlite.Connection

    async def execute(self: Any, function: Callable[..., Any], *values: Any, **names: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        return function(*values, **names)

    driver._execute = execute  # noqa: SLF001 the library has no switch for it
    aiosqlite.connect = functools.partial(connect, check_same_thread=False)
