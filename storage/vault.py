"""Seals and opens what people wrote: a key per person, wrapped under the master keys; it stores nothing itself.

A sealed value is ``0x01 · nonce (12) · ciphertext and tag`` of AES-256-GCM under the person's data key, bound to
table, column, row and person: moved anywhere else it does not open. A wrapped key carries the id of its master key, so
that master keys rotate without touching the values, and deleting a wrapped key erases all that it sealed.
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import Unreadable
from domain.ids import Address, PersonId
from storage.types import Sealed

_VERSION = b"\x01"
_NONCE_BYTES = 12
_KEY_BYTES = 32
_KEY_ID_BYTES = 4


class MasterKeys:
    """The keys of the settings: the first seals, all open.

    Raises:
        ValueError: a key is not base64 of 32 bytes, or there is none.
    """

    def __init__(self, encoded: Sequence[str]) -> None:
        keys = [_decoded(text) for text in encoded]
        if not keys:
            raise ValueError("at least one key is needed")
        self._ciphers = {_key_id(key): AESGCM(key) for key in keys}
        self._current = _key_id(keys[0])

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt under the current key, bound to the context."""
        nonce = os.urandom(_NONCE_BYTES)
        cipher = self._ciphers[self._current]
        return _VERSION + self._current + nonce + cipher.encrypt(nonce, plain, context.encode())

    def open(self, sealed: bytes, context: str) -> bytes:
        """Decrypt with whichever key sealed it.

        Raises:
            Unreadable: the key is not among the settings, or the value was changed or moved.
        """
        key_id = sealed[1 : 1 + _KEY_ID_BYTES]
        nonce, body = _split(sealed[1 + _KEY_ID_BYTES :])
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise Unreadable("vault.key_missing")
        return _decrypted(cipher, nonce, body, context)


class PersonCipher:
    """Seals and opens the values of one person."""

    def __init__(self, person_id: PersonId, data_key: bytes) -> None:
        self._person_id = person_id
        self._cipher = AESGCM(data_key)

    def seal(self, field: str, row_id: int, text: str) -> Sealed:
        """Encrypt a text for one column (``table.column``) of one row."""
        nonce = os.urandom(_NONCE_BYTES)
        body = self._cipher.encrypt(nonce, text.encode(errors="replace"), self._context(field, row_id))
        return Sealed(_VERSION + nonce + body)

    def open(self, field: str, row_id: int, sealed: Sealed) -> str:
        """Decrypt what `seal` made for the same field and row.

        Raises:
            Unreadable: the value was changed, moved, or sealed for somebody else.
        """
        nonce, body = _split(sealed[1:])
        return _decrypted(self._cipher, nonce, body, self._context(field, row_id).decode()).decode()

    def _context(self, field: str, row_id: int) -> bytes:
        return f"{field}:{row_id}:{self._person_id}".encode()


def address_hash(lookup_key: bytes, address: Address) -> bytes:
    """Return the keyed hash under which a person is found without storing the address."""
    return hmac.digest(lookup_key, f"address:{address}".encode(), hashlib.sha256)


def keyed_digest(lookup_key: bytes, text: str) -> bytes:
    """Return the digest of a text that nobody can make without the installation's own secret."""
    return hmac.digest(lookup_key, f"digest:{text}".encode(), hashlib.sha256)


def token_hash(token: str) -> bytes:
    """Return the hash under which an invitation is found; the token itself (128 random bits) is never stored."""
    return hashlib.sha256(token.encode(errors="replace")).digest()


def new_data_key() -> bytes:
    """Make a data key: 32 random bytes."""
    return os.urandom(_KEY_BYTES)


def new_master_key() -> str:
    """Make a master key for the settings: base64 of 32 random bytes."""
    return base64.b64encode(os.urandom(_KEY_BYTES)).decode()


def _decoded(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != _KEY_BYTES:
        raise ValueError("a key must be base64 of 32 bytes")
    return key


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"tandem key id" + key).digest()[:_KEY_ID_BYTES]


def _split(sealed: bytes) -> tuple[bytes, bytes]:
    return sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]


def _decrypted(cipher: AESGCM, nonce: bytes, body: bytes, context: str) -> bytes:
    try:
        return cipher.decrypt(nonce, body, context.encode())
    except InvalidTag as error:
        raise Unreadable("vault.not_opened") from error
