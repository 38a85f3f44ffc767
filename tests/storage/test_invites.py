import datetime as dt
import pathlib

from domain.access import SYSTEM, Role, Scope
from domain.ids import Address
from domain.joining import LINK_LIVES, MISS_WINDOW, PROGRAM_CONSENT, Step
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, Cast, actor

LATER = NOON + LINK_LIVES


async def _add(work: UnitOfWork, cast: Cast, token: str) -> None:
    await work.invites.add(
        token,
        group_id=cast.ana.group_id,
        role=Role.PARTICIPANT,
        invited_by=cast.fay.person_id,
        now=NOON,
        expires_at=LATER,
    )


async def test_a_token_is_found_by_its_hash_and_stored_nowhere(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await _add(work, cast, "tokentokentoken")

    async with storage.unit_of_work() as work:
        assert await work.invites.by_token("tokentokentoken") is not None
        assert await work.invites.by_token("Tokentokentoken") is None
    if storage.database.is_sqlite:
        folder = pathlib.Path(storage.database.url.database or "").parent
        kept = b"".join(path.read_bytes() for path in folder.iterdir())
        assert b"programs" in kept
        assert b"tokentokentoken" not in kept


async def test_a_link_is_used_once(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await _add(work, cast, "once")
        invite = await work.invites.by_token("once")
        assert invite is not None

        assert await work.invites.use(invite.invite_id, NOON)
        assert not await work.invites.use(invite.invite_id, NOON)
        assert not await work.invites.revoke(invite.invite_id, NOON)


async def test_a_link_runs_out_at_its_last_moment(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await _add(work, cast, "late")
        invite = await work.invites.by_token("late")
        assert invite is not None

        assert invite.is_open(LATER - dt.timedelta(seconds=1))
        assert not invite.is_open(LATER)
        assert not await work.invites.use(invite.invite_id, LATER)
        assert await work.invites.use(invite.invite_id, LATER - dt.timedelta(seconds=1))


async def test_open_links_are_for_the_groups_own_facilitator(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await _add(work, cast, "mine")
        invite = await work.invites.by_token("mine")
        assert invite is not None
    fay = await actor(storage, cast.fay)
    others = [await actor(storage, other) for other in (cast.ana, cast.cem, cast.dee, cast.gus)]
    async with storage.unit_of_work() as work:
        assert 1 == len(await work.invites.open_into(fay.scope, cast.ana.group_id, NOON))
        assert [] == await work.invites.open_into(fay.scope, cast.ana.group_id, LATER)
        for other in others:
            assert [] == await work.invites.open_into(other.scope, cast.ana.group_id, NOON)
            assert await work.invites.get(other.scope, invite.invite_id) is None


async def test_wrong_links_are_counted_by_the_hour(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        for expected in (1, 2, 3):
            await work.invites.miss(Address(7), NOON)

            assert expected == await work.invites.misses(Address(7), NOON)
        assert 0 == await work.invites.misses(Address(8), NOON)
        just_before = NOON + MISS_WINDOW - dt.timedelta(seconds=1)
        assert 3 == await work.invites.misses(Address(7), just_before)
        assert 0 == await work.invites.misses(Address(7), NOON + MISS_WINDOW)
        await work.invites.miss(Address(7), NOON + MISS_WINDOW)
        assert 1 == await work.invites.misses(Address(7), NOON + MISS_WINDOW)


async def test_consents_are_seen_by_their_person_only(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.consents.give(
            cast.ana.person_id,
            cast.ana.group_id,
            kind=PROGRAM_CONSENT,
            version="1",
            signature="Ana Real Name",
            given_at=NOON,
            expires_at=NOON + dt.timedelta(days=365),
        )
    for other in (cast.ben, cast.fay, cast.cem, cast.gus):
        scope = (await actor(storage, other)).scope
        async with storage.unit_of_work() as work:
            assert [] == await work.consents.of(scope)
    async with storage.unit_of_work() as work:
        [consent] = await work.consents.of(Scope(cast.ana.person_id))
        assert consent.counts_at(NOON)
        await work.consents.revoke(cast.ana.person_id, cast.ana.group_id, NOON)
        [consent] = await work.consents.of(Scope(cast.ana.person_id))
        assert not consent.counts_at(NOON)


async def test_an_enrolment_keeps_each_answer_and_is_ones_own(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await _add(work, cast, "way in")
        invite = await work.invites.by_token("way in")
        assert invite is not None
        scope = Scope(cast.cem.person_id)
        enrolment_id = await work.enrolments.begin(
            invite.invite_id, cast.ana.group_id, cast.cem.person_id, Role.PARTICIPANT, NOON
        )
        await work.enrolments.read(enrolment_id, Step.WELCOME)
        await work.enrolments.read(enrolment_id, Step.SIGHT)
        await work.enrolments.agree(enrolment_id, NOON)
        await work.enrolments.sign(scope, enrolment_id, "Cem Kaya")
        await work.enrolments.name(scope, enrolment_id, "Sky")

    async with storage.unit_of_work() as work:
        found = await work.enrolments.unfinished(scope)
        assert found is not None
        assert ("Cem Kaya", "Sky", Step.ZONE) == (found.signature, found.display_name, found.step)
        assert await work.enrolments.get(Scope(cast.ana.person_id), enrolment_id) is None
        assert await work.enrolments.unfinished(Scope(cast.ana.person_id)) is None
        await work.enrolments.finish(enrolment_id, NOON)
        assert await work.enrolments.unfinished(scope) is None
        done = await work.enrolments.get(SYSTEM, enrolment_id)
        assert done is not None
        assert (None, None, Step.DONE) == (done.signature, done.display_name, done.step)
