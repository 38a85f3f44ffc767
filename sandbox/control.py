"""Speak between the sandbox and its bot process: one JSON object a line, over pipes that nobody else can open."""

import asyncio
import dataclasses
import datetime as dt
import itertools
import json
from typing import Any, Self

LINE_BYTES = 1 << 20
"""The longest line that either end reads."""


class BotGone(Exception):
    """Say that the bot process ended before it answered."""


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """Tell the bot process what to do, in this order: take over the offset, tick, wait until nothing is left to do."""

    number: int
    offset: dt.timedelta
    is_tick: bool = False

    def pack(self) -> bytes:
        """Write the order as one line."""
        return _line({"number": self.number, "set_offset": self.offset.total_seconds(), "tick": self.is_tick})

    @classmethod
    def unpack(cls, line: bytes) -> Self:
        """Read an order from a line."""
        fields = json.loads(line)
        return cls(fields["number"], dt.timedelta(seconds=fields["set_offset"]), fields["tick"])


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """Tell the sandbox how the bot stands; `next_due_at` None means that nothing waits for its time."""

    number: int
    now: dt.datetime
    next_due_at: dt.datetime | None
    is_idle: bool

    def pack(self) -> bytes:
        """Write the report as one line."""
        due = None if self.next_due_at is None else self.next_due_at.isoformat()
        return _line(
            {"number": self.number, "ticked": self.now.isoformat(), "next_due": due, "idle": self.is_idle}
        )

    @classmethod
    def unpack(cls, line: bytes) -> Self:
        """Read a report from a line."""
        fields = json.loads(line)
        due = fields["next_due"] and dt.datetime.fromisoformat(fields["next_due"])
        return cls(fields["number"], dt.datetime.fromisoformat(fields["ticked"]), due, fields["idle"])


class Control:
    """Give orders to one bot process and match its reports to them; it ends with the process."""

    def __init__(self, orders: asyncio.StreamWriter, reports: asyncio.StreamReader) -> None:
        self._orders = orders
        self._reports = reports
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Report]] = {}
        self._is_gone = False

    async def order(self, offset: dt.timedelta, *, is_tick: bool = False) -> Report:
        """Give an order and return its report.

        Raises:
            BotGone: the process ended first.
        """
        if self._is_gone:
            raise BotGone
        order = Order(next(self._numbers), offset, is_tick)
        self._waiting[order.number] = asyncio.get_running_loop().create_future()
        try:
            self._orders.write(order.pack())
            await self._orders.drain()
            return await self._waiting[order.number]
        except ConnectionError as error:
            raise BotGone from error
        finally:
            self._waiting.pop(order.number, None)

    async def listen(self) -> None:
        """Pass on reports until the process closes its end; then fail every order that waits."""
        while line := await self._reports.readline():
            report = Report.unpack(line)
            waiting = self._waiting.get(report.number)
            if waiting is not None and not waiting.done():
                waiting.set_result(report)
        self._is_gone = True
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(BotGone())


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"
