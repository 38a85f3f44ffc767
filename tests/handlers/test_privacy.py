import datetime as dt
import json

from domain.checkins import State
from domain.forms import Form
from domain.items import Scale
from domain.joining import PROGRAM_CONSENT
from domain.notes import NoteState
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.newcomer import Newcomer
from tests.pairs import ALL, shares
from tests.phone import Phone
from tests.scenes import TODAY, answered, partners

YEAR = dt.timedelta(days=365)


async def consented(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.consents.give(
            cast.ana.person_id,
            cast.ana.group_id,
            kind=PROGRAM_CONSENT,
            version="2026-11",
            signature="Ana Real Name",
            given_at=NOON,
            expires_at=NOON + YEAR,
        )


async def looked(storage: Storage, cast: Cast, times: int = 1) -> None:
    async with storage.unit_of_work() as work:
        for time in range(times):
            await work.disclosures.record(
                [cast.ana.person_id],
                viewer_id=cast.fay.person_id,
                viewer_membership_id=cast.fay.membership_id,
                what="today",
                now=NOON + dt.timedelta(hours=time),
            )


async def test_one_sees_what_is_kept_and_who_sees_it(storage: Storage, cast: Cast, ana: Phone) -> None:
    await consented(storage, cast)
    await ana.command("privacy")

    for part in (
        "<b>Tuesday evening</b>: you are “Ana” there",
        "Fay: that you checked in",
        "A partner: nothing, you have none now",
        "consent of March 3, 2026 (version 2026-11) counts until March 3, 2027",
    ):
        assert part in ana.text
    assert {
        "Who looked?",
        "A copy for me",
        "Take back my consent: Tuesday evening",
        "Erase everything",
    } == set(ana.labels)


async def test_what_a_partner_sees_is_named_as_it_is_now(storage: Storage, cast: Cast, ana: Phone) -> None:
    pair_id = await partners(storage, cast.ana, cast.ben)
    await ana.command("privacy")
    assert (
        "• Ben, your partner: whether you checked in today and when you ask for support; until " in ana.text
    )
    await shares(storage, pair_id, cast.ana, *ALL)
    await ana.command("privacy")
    assert (
        "whether you checked in today, your mood, your craving and when you ask for support; until "
        in ana.text
    )
    await shares(storage, pair_id, cast.ana)
    await ana.command("privacy")
    assert "Ben, your partner: only what you write to them." in ana.text


async def test_taking_back_the_consent_is_leaving_after_a_confirmation(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await consented(storage, cast)
    phone = Newcomer(storage, container, cast.ana.address)
    await phone.command("privacy")
    await phone.tap("Take back my consent: Tuesday evening")
    assert "Your consent ends with it" in phone.text
    await phone.tap("Yes, leave")
    await phone.command("privacy")

    assert "You are in no group now" in phone.text
    assert "(version 2026-11): taken back on March 3, 2026" in phone.text


async def test_an_expired_consent_is_shown_as_such(storage: Storage, cast: Cast, ana: Phone) -> None:
    await consented(storage, cast)
    ana.now = NOON + YEAR
    await ana.command("privacy")

    assert "ran out on March 3, 2027" in ana.text


async def test_one_sees_who_looked_at_what_and_when(storage: Storage, cast: Cast, ana: Phone) -> None:
    await looked(storage, cast)
    await ana.command("privacy")
    await ana.tap("Who looked?")
    assert "• Tue, Mar 3 12:00: Fay, the group's day" in ana.text

    await ana.tap("Back")
    assert "What is kept about you" in ana.text


async def test_one_look_more_is_one_earlier_one(storage: Storage, cast: Cast, ana: Phone) -> None:
    await looked(storage, cast, times=16)
    await ana.command("privacy")
    await ana.tap("Who looked?")

    assert "and 1 earlier one;" in ana.text


async def test_a_long_list_of_looks_is_cut_and_whole_in_the_copy(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await looked(storage, cast, times=20)
    await ana.command("privacy")
    await ana.tap("Who looked?")
    assert "and 5 earlier ones" in ana.text
    await ana.command("mydata")

    document = ana.reply.screens[0].document
    assert document is not None
    assert 20 == len(json.loads(document.content)["who_looked"])


async def test_nobody_looked(ana: Phone, container: Container, storage: Storage, cast: Cast) -> None:
    await looked(storage, cast)
    for other in (cast.ben, cast.fay, cast.cem, cast.gus):
        phone = Phone(storage, container, other)
        await phone.command("privacy")
        await phone.tap("Who looked?")

        assert "Nobody so far." in phone.text


async def test_the_copy_is_complete_and_ones_own(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await consented(storage, cast)
    await answered(storage, cast.ana, mood=4, craving=9)
    async with storage.unit_of_work() as work:
        await work.notes.add(cast.ana.person_id, "MARKER <b>&\u202e", NoteState.KEPT, NOON)
    await ana.command("mydata")
    document = ana.reply.screens[0].document
    assert document is not None
    copied = json.loads(document.content)

    assert "Check-ins: 1 · answers: 2" in ana.text
    assert "Notes: 1" in ana.text
    assert len(ana.text) <= 1024
    assert ["MARKER <b>&\u202e"] == [note["body"] for note in copied["tables"]["notes"]]
    assert ["Ana Real Name"] == [consent["signature"] for consent in copied["tables"]["consents"]]
    for other in (cast.ben, cast.fay, cast.cem, cast.gus):
        phone = Phone(storage, container, other)
        await phone.command("mydata")
        theirs = phone.reply.screens[0].document
        assert theirs is not None
        assert b"MARKER" not in theirs.content
        assert b"Ana" not in theirs.content


async def test_the_copy_says_what_a_groups_own_questions_asked(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    choices = ["Alone", "With <friends>"]
    async with storage.unit_of_work() as work:
        asked = await work.questions.add(cast.ana.group_id, Scale.CHOICE, "Where were you?", choices, NOON)
        removed = await work.questions.add(cast.ana.group_id, Scale.NUMBER, "How was the walk?", [], NOON)
        await work.questions.add(cast.ana.group_id, Scale.TEXT, "Never asked", [], NOON)
    given = {asked.id: 1, removed.id: 7}
    await answered(storage, cast.ana, TODAY, State.COMPLETED, Form.FULL, **given)
    async with storage.unit_of_work() as work:
        await work.questions.remove(cast.ana.group_id, removed.id)
    await ana.command("mydata")
    document = ana.reply.screens[0].document
    assert document is not None
    copied = json.loads(document.content)

    assert [
        {"item": asked.id, "text": "Where were you?", "scale": "choice", "choices": choices},
        {"item": removed.id, "text": "How was the walk?", "scale": "number", "choices": []},
    ] == sorted(copied["questions_of_the_group"], key=lambda one: one["scale"])
    assert {asked.id, removed.id} == {answer["item"] for answer in copied["tables"]["answers"]}
    ben = Phone(storage, container, cast.ben)
    await ben.command("mydata")
    theirs = ben.reply.screens[0].document
    assert theirs is not None
    assert b"Where were you?" not in theirs.content


async def test_a_facilitator_sees_what_is_kept_about_them(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.command("privacy")

    assert "You lead this group" in fay.text
    assert "Leave Tuesday evening" in fay.labels


async def test_the_language_changes_at_once(storage: Storage, container: Container, cast: Cast) -> None:
    phone = Newcomer(storage, container, cast.ana.address)
    await phone.command("language")
    await phone.tap("Español")
    assert "Desde ahora hablamos español." in phone.text
    await phone.command("privacy")
    assert "Qué se guarda de ti" in phone.text
    await phone.command("language")
    await phone.tap("English")
    assert "From now on we speak English." in phone.text
