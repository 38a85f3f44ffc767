"""Carries mails to the mail server: claims, writes, hands over, settles; a second channel, which holds up nothing else.

A mail says that somebody is needed, and nothing about whom. One that may have arrived is sent again with the same
Message-ID, and says that it may reach its reader twice.
"""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Final

import structlog

from bot.smtp import Outcome, Server, hand_over, written
from bot.supervisor import Supervisor
from bot.vitals import Vitals
from domain.access import Actor
from handlers.texts import mails as texts
from handlers.texts.words import Words
from services.container import Container
from storage.database import has_collided
from storage.mails import UNSURE, Letter

LEASE: Final = dt.timedelta(minutes=3)
"""Longer than a whole conversation with a slow server; after it the mail may be taken over."""
IN_FLIGHT: Final = 3
TRIES: Final = 8
FIRST_WAIT: Final = dt.timedelta(seconds=10)
LONGEST_WAIT: Final = dt.timedelta(minutes=4)
FIRST_SETTLE_SECONDS: Final = 0.05
LONGEST_SETTLE_SECONDS: Final = 15.0

_log = structlog.get_logger(__name__)


class Mailer:
    """The way out for mails."""

    def __init__(
        self,
        *,
        container: Container,
        server: Server,
        supervisor: Supervisor,
        vitals: Vitals,
        now: Callable[[], dt.datetime],
    ) -> None:
        self._container = container
        self._server = server
        self._supervisor = supervisor
        self._vitals = vitals
        self._now = now
        self._news = asyncio.Event()
        self._carrying = 0

    def wake(self) -> None:
        """Look for mails now."""
        self._news.set()

    async def recover(self) -> None:
        """Take over what the last run held; only where no other mailer can be at work on this database."""
        if self._container.storage.database.is_sqlite:
            async with self._container.transaction() as services:
                await services.mails.release(self._now())
        self.wake()

    async def run(self) -> None:
        """Carry until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._dispatch()
            except Exception as error:  # noqa: BLE001 the mails are still in line; the next tick wakes us
                if has_collided(error):
                    self.wake()
                else:
                    _log.error("mails_unavailable", error=type(error).__name__)

    async def _dispatch(self) -> None:
        free = IN_FLIGHT - self._carrying
        if free <= 0:
            return
        async with self._container.transaction() as services:
            claimed = await services.mails.claim(free, self._now(), LEASE)
        for letter, reader in claimed:
            self._carrying += 1
            self._supervisor.spawn(self._carry(letter, reader), f"mail {letter.id}")

    async def _carry(self, letter: Letter, reader: Actor) -> None:
        try:
            words = Words(reader.language, reader.timezone)
            mail = written(
                self._server, letter.address, words.plain(texts.SUBJECT), body(words, letter), str(letter.id)
            )
            outcome, error = await hand_over(self._server, letter.address, mail)
            await self._settle(letter, outcome, error)
        finally:
            self._carrying -= 1
            self.wake()

    async def _settle(self, letter: Letter, outcome: Outcome, error: str) -> None:
        self._vitals.count(f"mails_{outcome.name.lower()}")
        if outcome is not Outcome.TAKEN:
            _log.warning("mail_not_sent", mail_id=letter.id, outcome=outcome.value, error=error)
        wait = FIRST_SETTLE_SECONDS
        while True:
            try:
                await self._written(letter, outcome, error)
            except Exception as refusal:  # noqa: BLE001 the database may be back in a moment; the lease holds the mail
                if not has_collided(refusal):
                    _log.warning("mail_not_settled", mail_id=letter.id, error=type(refusal).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_SETTLE_SECONDS)
            else:
                return

    async def _written(self, letter: Letter, outcome: Outcome, error: str) -> None:
        """Write down how it ended."""
        now = self._now()
        async with self._container.transaction() as services:
            if outcome is Outcome.TAKEN:
                await services.mails.sent(letter, now)
            elif outcome is Outcome.REFUSED or letter.attempts >= TRIES:
                await services.mails.failed(letter, now, error[:64])
            else:
                is_unsure = outcome is Outcome.UNSURE or letter.may_be_twice
                wait = min(FIRST_WAIT * 2 ** (letter.attempts - 1), LONGEST_WAIT)
                await services.mails.put_back(letter, now + wait, UNSURE if is_unsure else error[:64])


def body(words: Words, letter: Letter) -> str:
    """Return what a mail says: a code, or that somebody is needed; never who, where or how urgently."""
    said = words.plain(texts.SOMEBODY_NEEDS_YOU)
    if letter.code is not None:
        said = words.plain(texts.CODE, code=letter.code)
    return f"{said}\n\n{words.plain(texts.MAY_BE_TWICE)}\n" if letter.may_be_twice else f"{said}\n"
