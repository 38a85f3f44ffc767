"""Databases made once and copied for each test: with every table and nobody, or with the standing cast; none is shared.

A copy takes a tenth of the work of making the tables and sealing the cast's names anew.
"""

import dataclasses
import pathlib
import shutil
from collections.abc import Callable

from domain.ids import PersonId
from storage.database import Database
from storage.tables import Row
from storage.unit_of_work import Storage
from storage.vault import MasterKeys, PersonCipher, new_master_key
from tests.cast import Cast, assemble

BOT_ID = 4242


@dataclasses.dataclass
class Blanks:
    """The databases to copy, each made when it is first asked for, and all under one master key.

    Attributes:
        copy: makes a database from another one's URL, or an empty one from None, and returns its URL; where it is a
            file, it lies at the path.
        laid: the URLs of the databases given away, oldest first.
    """

    folder: pathlib.Path
    copy: Callable[[str | None, pathlib.Path], str]
    keys: MasterKeys = dataclasses.field(default_factory=lambda: MasterKeys([new_master_key()]))
    laid: list[str] = dataclasses.field(default_factory=list)
    _empty: str | None = None
    _peopled: str | None = None
    _cast: Cast | None = None
    _opened_keys: dict[PersonId, PersonCipher] = dataclasses.field(default_factory=dict)

    @property
    def cast(self) -> Cast:
        """Return who is in each database that was laid out with them."""
        assert self._cast is not None
        return self._cast

    async def lay(self, path: pathlib.Path, *, with_cast: bool) -> Storage:
        """Give a test a database of its own, open."""
        source = await (self._with_cast() if with_cast else self._without())
        self.laid.append(self.copy(source, path))
        storage = await self._opened(self.laid[-1])
        # As after bringing the cast in: their keys are at hand.
        for person_id, cipher in self._opened_keys.items() if with_cast else ():
            storage._opened.keep(person_id, cipher)
        return storage

    async def _without(self) -> str:
        if self._empty is None:
            url = self.copy(None, self.folder / "empty.db")
            database = Database(url)
            async with database.engine.begin() as connection:
                await connection.run_sync(Row.metadata.create_all)
            await database.close()
            self._empty = url
        return self._empty

    async def _with_cast(self) -> str:
        if self._peopled is None:
            url = self.copy(await self._without(), self.folder / "cast.db")
            storage = await self._opened(url)
            self._cast = await assemble(storage)
            self._opened_keys = dict(storage._opened._ciphers)
            await storage.close()
            self._peopled = url
        return self._peopled

    async def _opened(self, url: str) -> Storage:
        storage = Storage(Database(url), self.keys, BOT_ID)
        await storage.open()
        return storage


def file_copied(source: str | None, path: pathlib.Path) -> str:
    """Copy a closed SQLite database to a path."""
    if source is not None:
        shutil.copyfile(source.removeprefix("sqlite:///"), path)
    return f"sqlite:///{path}"
