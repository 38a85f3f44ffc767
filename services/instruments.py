"""Lets the operator say which versions of questionnaires may be offered; it changes no wording and shows no answers."""

import dataclasses
import datetime as dt

from domain.errors import NothingToDo
from domain.instruments.catalogue import CATALOGUE, VERSIONS, is_in_use
from domain.instruments.version import Version
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """A version with what the operator said of it.

    Attributes:
        choice: True confirmed, False withdrawn; None when nothing was said.
    """

    version: Version
    choice: bool | None
    is_in_use: bool


class Instruments:
    """The versions of questionnaires, as the operator sees them."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def listed(self) -> list[Listed]:
        """Return every version, in the catalogue's order."""
        choices = await self._work.measures.choices()
        return [Listed(one, choices.get(one.id), is_in_use(one, choices)) for one in CATALOGUE]

    async def confirm(self, instrument: str, now: dt.datetime) -> Version:
        """Let a version be offered: the operator has compared its words with the publisher's form.

        Raises:
            NothingToDo: there is no such version.
        """
        return await self._choose(instrument, True, now)

    async def withdraw(self, instrument: str, now: dt.datetime) -> Version:
        """Let a version be offered no more; what was begun can be finished.

        Raises:
            NothingToDo: there is no such version.
        """
        return await self._choose(instrument, False, now)

    async def _choose(self, instrument: str, is_on: bool, now: dt.datetime) -> Version:
        version = VERSIONS.get(instrument)
        if version is None:
            raise NothingToDo("measures.no_such_version", {"instrument": instrument})
        await self._work.measures.choose(instrument, is_on, now)
        return version
