"""Finds the data key of a person, and the keyed hash of an address; it holds opened keys in memory only."""

from collections import OrderedDict

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import Unreadable
from domain.ids import Address, PersonId
from storage import vault
from storage.inserting import insert
from storage.shared_commits import LEAVES_NO_TRACE
from storage.tables.people import PersonKeyRow, VaultSecretRow

OPENED_KEYS_KEPT = 10_000
_LOOKUP = "address_lookup"


class OpenedKeys:
    """The keys of the installation and those of the people lately served, opened."""

    def __init__(self, master: vault.MasterKeys) -> None:
        self.master = master
        self.lookup_key = b""
        self._ciphers: OrderedDict[PersonId, vault.PersonCipher] = OrderedDict()

    def get(self, person_id: PersonId) -> vault.PersonCipher | None:
        """Return the cipher of a person if it is at hand."""
        return self._ciphers.get(person_id)

    def keep(self, person_id: PersonId, cipher: vault.PersonCipher) -> None:
        """Keep a cipher, dropping the oldest past the limit."""
        self._ciphers[person_id] = cipher
        if len(self._ciphers) > OPENED_KEYS_KEPT:
            self._ciphers.popitem(last=False)

    def forget(self, person_id: PersonId) -> None:
        """Drop the cipher of a person."""
        self._ciphers.pop(person_id, None)


class Keys:
    """The keys as one transaction sees them."""

    def __init__(self, session: AsyncSession, opened: OpenedKeys) -> None:
        self._session = session
        self._opened = opened

    @property
    def master(self) -> vault.MasterKeys:
        """Return the master keys, for what belongs to no person."""
        return self._opened.master

    def hash_of(self, address: Address) -> bytes:
        """Return the keyed hash of an address."""
        return vault.address_hash(self._opened.lookup_key, address)

    def digest_of(self, text: str) -> bytes:
        """Return the digest of a text that only this installation can make."""
        return vault.keyed_digest(self._opened.lookup_key, text)

    async def of(self, person_id: PersonId) -> vault.PersonCipher:
        """Return the cipher of a person.

        Raises:
            Unreadable: the person has been erased, or the master key is missing.
        """
        cipher = self._opened.get(person_id)
        if cipher is None:
            query = select(PersonKeyRow.wrapped_key).where(PersonKeyRow.person_id == person_id)
            wrapped = (await self._session.execute(query)).scalar_one_or_none()
            if wrapped is None:
                raise Unreadable("vault.erased")
            cipher = vault.PersonCipher(person_id, self.master.open(wrapped, _context(person_id)))
            self._opened.keep(person_id, cipher)
        return cipher

    async def create(self, person_id: PersonId, data_key: bytes) -> None:
        """Store a new person's data key, wrapped; the person's row must exist."""
        wrapped = self.master.seal(data_key, _context(person_id))
        self._session.add(PersonKeyRow(person_id=person_id, wrapped_key=wrapped))
        await self._session.flush()

    async def destroy(self, person_id: PersonId) -> None:
        """Delete a person's data key: nothing sealed with it can be read again, here or in a backup's copy of it."""
        await self._session.execute(delete(PersonKeyRow).where(PersonKeyRow.person_id == person_id))
        self._session.info[LEAVES_NO_TRACE] = True
        self._opened.forget(person_id)


async def load_lookup_key(session: AsyncSession, master: vault.MasterKeys) -> bytes:
    """Return the installation's key of address hashes, making it at the first start.

    Raises:
        Unreadable: it was wrapped under a master key that the settings no longer hold.
    """
    row = await session.get(VaultSecretRow, _LOOKUP)
    if row is None:
        key = vault.new_data_key()
        made = insert(session, VaultSecretRow).values(name=_LOOKUP, wrapped_key=master.seal(key, _LOOKUP))
        await session.execute(made.on_conflict_do_nothing())
        return key
    return master.open(row.wrapped_key, _LOOKUP)


def _context(person_id: PersonId) -> str:
    return f"person_keys.wrapped_key:{person_id}"
