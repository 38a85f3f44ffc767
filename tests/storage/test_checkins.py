import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import OWN_SLOT, CheckIn, Rung, State
from domain.errors import Unreadable
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import CRAVING, ITEMS, MOOD, NOTE, SLEEP, ItemId, Scale
from domain.setbacks import Outcome
from services.container import Container
from storage.tables.checkins import AnswerRow
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, Cast, Member, actor
from tests.scenes import alert_about

TODAY = dt.date(2026, 3, 3)
OWN = ItemId("own.1")
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


async def asked(work: UnitOfWork, member: Member, date: dt.date = TODAY, slot: int = 0) -> CheckInId | None:
    return await work.checkins.add(
        member.membership_id,
        date,
        slot,
        State.OPEN,
        due_at=NOON,
        asked_at=NOON,
        closes_at=NOON + 6 * HOUR,
        next_step_at=NOON + HOUR,
    )


async def of_ana(work: UnitOfWork, cast: Cast) -> CheckIn:
    checkin = await work.checkins.latest(SYSTEM, cast.ana.membership_id)
    assert checkin is not None
    return checkin


async def test_a_date_and_slot_is_asked_once(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        assert await asked(work, cast.ana) is not None
        assert await asked(work, cast.ana) is None
        assert await asked(work, cast.ana, slot=1) is not None
        assert await asked(work, cast.ben) is not None


async def test_an_answer_is_kept_in_place_of_the_earlier_one(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        await work.checkins.keep_answer(checkin, MOOD, NOON, value=3)
        await work.checkins.keep_answer(checkin, MOOD, NOON + HOUR, value=4)
        await work.checkins.keep_answer(checkin, SLEEP, NOON + HOUR)

    async with storage.unit_of_work() as work:
        checkin = await of_ana(work, cast)

        assert 4 == checkin.value(MOOD)
        assert checkin.value(SLEEP) is None
        assert checkin.answers[SLEEP].is_skipped
        assert CRAVING not in checkin.answers


async def test_words_are_sealed_and_opened_for_their_owner_alone(storage: Storage, cast: Cast) -> None:
    ana, fay = await actor(storage, cast.ana), await actor(storage, cast.fay)
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        await work.checkins.keep_answer(checkin, NOTE, NOON, text="<b> & 🙂 \u200f")

    async with storage.unit_of_work() as work:
        own = await work.checkins.get(ana.scope, checkin.id)
        seen = await work.checkins.get(fay.scope, checkin.id)

        assert own is not None
        assert seen is not None
        assert "<b> & 🙂 \u200f" == own.answers[NOTE].text
        assert seen.answers[NOTE].text is None


async def test_what_was_answered_first_is_kept_beside_a_correction_after_the_end(
    storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        await work.checkins.keep_answer(checkin, MOOD, NOON, value=3)
        await work.checkins.keep_answer(checkin, NOTE, NOON, text="first")
        await work.checkins.keep_answer(checkin, OWN, NOON, voice="7 first")
        for minute, (number, words) in enumerate([(4, "second"), (5, "third")], start=1):
            moment = NOON + minute * HOUR
            await work.checkins.keep_answer(checkin, MOOD, moment, value=number, is_correction=True)
            await work.checkins.keep_answer(checkin, NOTE, moment, text=words, is_correction=True)
            await work.checkins.keep_answer(checkin, OWN, moment, voice=f"{minute} later", is_correction=True)

    async with storage.unit_of_work() as work:
        mood, note = [(await of_ana(work, cast)).answers[item] for item in (MOOD, NOTE)]
        assert (5, 3, NOON + 2 * HOUR) == (mood.value, mood.first_value, mood.corrected_at)
        sealed = await work.session.get_one(AnswerRow, (checkin.id, NOTE))
        assert sealed.first_text is not None
        cipher = await work.keys.of(cast.ana.person_id)
        assert "first" == cipher.open("answers.first_text", checkin.id, sealed.first_text)
        assert note.first_value is None
        spoken = await work.session.get_one(AnswerRow, (checkin.id, OWN))
        assert sealed.first_voice is None
        assert spoken.first_voice is not None
        assert "7 first" == cipher.open("answers.first_voice", checkin.id, spoken.first_voice)


async def test_longer_words_leave_a_voice_note_where_it_is(storage: Storage, cast: Cast) -> None:
    own = (await actor(storage, cast.ana)).scope
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        await work.checkins.keep_answer(checkin, NOTE, NOON, text="a", voice="3 file", message_id=9)
        await work.checkins.lengthen_answer(checkin, NOTE, "a\nb", NOON)
        await work.checkins.lengthen_answer(checkin, SLEEP, "c", NOON)

        found = await work.checkins.get(own, checkin.id)
        assert found is not None
        assert ("a\nb", True, "c") == (
            found.answers[NOTE].text,
            found.answers[NOTE].has_voice,
            found.answers[SLEEP].text,
        )
        assert await work.corrections.answer(own, 9, NOON) is None


async def test_a_check_in_asks_what_was_fixed_when_it_began(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        own = await work.questions.add(cast.ana.group_id, Scale.YES_NO, "Did you walk?", (), NOON)
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        assert ((), ()) == (checkin.items, checkin.questions)
        await work.checkins.set_form(checkin.id, Form.FULL, (MOOD, own.id, NOTE))
        await work.questions.remove(cast.ana.group_id, own.id)

        full = await of_ana(work, cast)
        assert ["", "Did you walk?", ""] == [item.wording for item in full.questions]
        await work.checkins.set_form(checkin.id, Form.SHORT)
        short = await of_ana(work, cast)
        assert (full.items, (ITEMS[MOOD],)) == (short.items, short.questions)


async def test_what_was_asked_is_told_by_date_without_what_nobody_asked(storage: Storage, cast: Cast) -> None:
    states = (State.MISSED, State.PAUSED, State.COMPLETED, State.EXCUSED, State.SKIPPED)
    async with storage.unit_of_work() as work:
        for number, state in enumerate(states):
            checkin_id = await asked(work, cast.ana, TODAY + number * DAY)
            assert checkin_id is not None
            await work.checkins.set_state(checkin_id, state, NOON)
        own = await asked(work, cast.ana, TODAY + 9 * DAY, slot=OWN_SLOT)
        assert own is not None
        await work.checkins.set_state(own, State.SKIPPED, NOON)

        assert [
            (TODAY + 4 * DAY, State.SKIPPED),
            (TODAY + 2 * DAY, State.COMPLETED),
            (TODAY, State.MISSED),
        ] == await work.history.asked(SYSTEM, cast.ana.membership_id)


async def test_an_alert_waits_until_it_is_resolved(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    async with storage.unit_of_work() as work:
        assert await work.history.has_unresolved_alert(SYSTEM, cast.ana.membership_id)
        assert not await work.history.has_unresolved_alert(SYSTEM, cast.ben.membership_id)
        await work.alert_steps.resolve(alert_id, cast.fay.person_id, Outcome.TALKED, NOON)
        assert not await work.history.has_unresolved_alert(SYSTEM, cast.ana.membership_id)


async def test_words_are_gone_with_the_person_s_key(storage: Storage, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)
        checkin = await of_ana(work, cast)
        await work.checkins.keep_answer(checkin, NOTE, NOON, text="words")
        await work.keys.destroy(cast.ana.person_id)

        with pytest.raises(Unreadable):
            await work.checkins.get(ana.scope, checkin.id)


async def test_a_facilitator_of_the_group_sees_answers(storage: Storage, cast: Cast) -> None:
    scope = (await actor(storage, cast.fay)).scope
    async with storage.unit_of_work() as work:
        await asked(work, cast.ana)

        assert [State.OPEN] == [
            one.state for one in await work.history.past(scope, cast.ana.membership_id, 5)
        ]
        assert 1 == len(await work.checkins.of_day(scope, cast.ana.membership_id, TODAY))


async def test_nobody_else_sees_anything(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        checkin_id = await asked(work, cast.ana)
    assert checkin_id is not None

    for other in (cast.ben, cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, other)).scope
        async with storage.unit_of_work() as work:
            assert await work.checkins.get(scope, checkin_id) is None
            assert [] == await work.checkins.of_day(scope, cast.ana.membership_id, TODAY)
            assert [] == await work.checkins.open_of(scope, cast.ana.person_id)
            assert await work.checkins.latest(scope, cast.ana.membership_id) is None
            assert [] == await work.history.past(scope, cast.ana.membership_id, 5)
            assert 0 == await work.history.days_answered(scope, cast.ana.membership_id)
            assert [] == await work.history.asked(scope, cast.ana.membership_id)


async def test_an_ended_check_in_has_no_ladder(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        checkin_id = await asked(work, cast.ana)
        assert checkin_id is not None
        assert [checkin_id] == await work.ladders.due(NOON + HOUR, 10)
        assert NOON + HOUR == await work.ladders.next_step_at()

        await work.checkins.set_state(checkin_id, State.MISSED, NOON)

        assert [] == await work.ladders.due(NOON + 9 * HOUR, 10)
        assert await work.ladders.next_step_at() is None


async def test_the_ladder_keeps_its_place(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        checkin_id = await asked(work, cast.ana)
        assert checkin_id is not None
        await work.ladders.move(checkin_id, Rung.NUDGE, NOON + 2 * HOUR, NOON + 6 * HOUR)

    async with storage.unit_of_work() as work:
        assert Rung.NUDGE is (await of_ana(work, cast)).rung
        assert [] == await work.ladders.due(NOON + HOUR, 10)


async def test_a_check_in_that_nobody_asked_for_can_be_removed(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        checkin_id = await asked(work, cast.ana)
        assert checkin_id is not None
        await work.checkins.remove(checkin_id)

        assert await work.checkins.latest(SYSTEM, cast.ana.membership_id) is None
