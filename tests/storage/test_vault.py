import base64

import pytest

from domain.errors import Unreadable
from domain.ids import Address, PersonId
from storage import vault
from storage.types import EncryptedText, Sealed
from storage.unit_of_work import Storage
from tests.cast import Cast

ANA, BEN = PersonId(1), PersonId(2)
NOTE = "made it through the wedding <3 \u202e&"


@pytest.fixture
def data_key() -> bytes:
    return vault.new_data_key()


def test_a_sealed_note_opens_again(data_key: bytes) -> None:
    cipher = vault.PersonCipher(ANA, data_key)

    assert NOTE == cipher.open("notes.body", 7, cipher.seal("notes.body", 7, NOTE))


def test_a_sealed_note_shows_nothing_of_the_note(data_key: bytes) -> None:
    sealed = vault.PersonCipher(ANA, data_key).seal("notes.body", 7, NOTE)

    assert "wedding" not in sealed.decode("latin-1")


@pytest.mark.parametrize(("field", "row_id"), [("answers.text", 7), ("notes.body", 8)])
def test_a_value_moved_to_another_column_or_row_does_not_open(
    data_key: bytes, field: str, row_id: int
) -> None:
    """ASVS 11.3.4: a ciphertext is bound to its place."""
    cipher = vault.PersonCipher(ANA, data_key)
    sealed = cipher.seal("notes.body", 7, NOTE)

    with pytest.raises(Unreadable):
        cipher.open(field, row_id, sealed)


def test_a_value_of_somebody_else_does_not_open_even_under_the_same_key(data_key: bytes) -> None:
    sealed = vault.PersonCipher(ANA, data_key).seal("notes.body", 7, NOTE)

    with pytest.raises(Unreadable):
        vault.PersonCipher(BEN, data_key).open("notes.body", 7, sealed)


def test_a_changed_value_does_not_open(data_key: bytes) -> None:
    cipher = vault.PersonCipher(ANA, data_key)
    sealed = bytearray(cipher.seal("notes.body", 7, NOTE))
    sealed[-1] ^= 1

    with pytest.raises(Unreadable):
        cipher.open("notes.body", 7, Sealed(bytes(sealed)))


def test_text_that_is_no_valid_unicode_is_kept_without_failing(data_key: bytes) -> None:
    cipher = vault.PersonCipher(ANA, data_key)

    assert "a?b" == cipher.open("notes.body", 7, cipher.seal("notes.body", 7, "a\ud800b"))


def test_the_first_master_key_seals_and_all_open() -> None:
    old, new = vault.new_master_key(), vault.new_master_key()
    sealed_long_ago = vault.MasterKeys([old]).seal(b"key", "place")
    both = vault.MasterKeys([new, old])

    assert b"key" == both.open(sealed_long_ago, "place")
    assert b"key" == vault.MasterKeys([new]).open(both.seal(b"key", "place"), "place")


def test_a_missing_master_key_is_said_so() -> None:
    sealed = vault.MasterKeys([vault.new_master_key()]).seal(b"key", "place")

    with pytest.raises(Unreadable) as refusal:
        vault.MasterKeys([vault.new_master_key()]).open(sealed, "place")
    assert "vault.key_missing" == refusal.value.key


@pytest.mark.parametrize("key", ["", "short", "!!!", base64.b64encode(b"x" * 31).decode()])
def test_a_key_of_the_wrong_form_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        vault.MasterKeys([key])


def test_an_address_hash_depends_on_the_installation() -> None:
    assert vault.address_hash(b"one", Address(5)) != vault.address_hash(b"two", Address(5))


def test_a_column_for_secrets_refuses_plain_text() -> None:
    column = EncryptedText("notes.body")

    with pytest.raises(TypeError):
        column.process_bind_param(NOTE, None)  # type: ignore[arg-type] # the very mistake


async def test_destroying_a_key_erases_what_it_sealed(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.keys.destroy(cast.ana.person_id)

    async with storage.unit_of_work() as work:
        with pytest.raises(Unreadable):
            await work.people.address(cast.ana.person_id)
        assert cast.ben.address == await work.people.address(cast.ben.person_id)
