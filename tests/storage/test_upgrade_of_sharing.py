"""What partners shared before there were consents by name is theirs after the upgrade, and after a way back."""

from sqlalchemy import text

from storage.database import Database
from tests.storage.test_upgrades import BEGAN, _stored, first_version, moved, read

__all__ = ["first_version"]

_PAIR = "INSERT INTO pairs (id, group_id, state, reasons, proposed_at, started_at) VALUES "
_SIDE = (
    "INSERT INTO pair_members "
    "(pair_id, membership_id, answer, shares_checked_in, shares_mood, shares_craving) VALUES "
)
_ROWS = (
    (
        f"{_PAIR} (51, 2, 'active', '', :began, :began), (52, 2, 'ended', '', :began, :began), "
        "(53, 2, 'proposed', '', :began, NULL)"
    ),
    (
        f"{_SIDE} (51, 21, 'accepted', true, true, false), (51, 22, 'accepted', false, false, false), "
        "(51, 23, 'left', true, true, true), (52, 21, 'accepted', true, true, true), "
        "(52, 22, 'accepted', true, true, true), (53, 21, 'asked', true, false, false)"
    ),
)
_GIVEN = (
    "SELECT pair_id, owner_membership_id, viewer_membership_id, item FROM partner_consents "
    "WHERE revoked_at IS NULL ORDER BY item"
)
_SHARED = (
    "SELECT membership_id, shares_checked_in, shares_mood, shares_craving FROM pair_members WHERE pair_id = {} "
    "AND answer != 'left' ORDER BY membership_id"
)


async def paired_before(database: Database) -> None:
    await moved(database, "0002", "0003")
    async with database.engine.begin() as connection:
        for statement in _ROWS:
            began = {"began": _stored(connection.dialect.name, BEGAN)} if ":began" in statement else {}
            await connection.execute(text(statement), began)


async def shared(database: Database, pair_id: int) -> list[tuple[int, ...]]:
    return [tuple(map(int, row)) for row in await read(database, _SHARED.format(pair_id))]


async def test_only_what_partners_share_now_becomes_a_consent_and_it_ends(first_version: Database) -> None:
    await paired_before(first_version)
    await moved(first_version, "0004")

    assert [(51, 21, 22, "checkin"), (51, 21, 22, "mood")] == await read(first_version, _GIVEN)
    query = (
        "SELECT count(*) FROM partner_consents WHERE expires_at > CURRENT_TIMESTAMP AND given_at < expires_at"
    )
    assert [(2,)] == await read(first_version, query)


async def test_a_way_back_shares_what_is_consented_to_then_and_nothing_that_was_taken_back(
    first_version: Database,
) -> None:
    await paired_before(first_version)
    await moved(first_version, "0004")
    async with first_version.engine.begin() as connection:
        await connection.execute(
            text("UPDATE partner_consents SET revoked_at = CURRENT_TIMESTAMP WHERE item = 'mood'")
        )
    await moved(first_version, "0003")

    assert [(21, 1, 0, 0), (22, 0, 0, 0)] == await shared(first_version, 51)
    assert [(21, 0, 0, 0), (22, 0, 0, 0)] == await shared(first_version, 52)
    assert [(21, 1, 0, 0)] == await shared(first_version, 53)
    await moved(first_version, "0004")
    assert [(51, 21, 22, "checkin")] == await read(first_version, _GIVEN)
