import datetime as dt

import pytest

from domain.checkins import State
from domain.items import USE, Use
from domain.partners import Sharing
from handlers.texts import checkins as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.phone import Phone, kept, messages
from tests.scenes import partners

MINUTE = dt.timedelta(minutes=1)


async def test_an_answer_can_be_changed_until_the_next_check_in(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No", "Skip"):
        await ana.tap(label)
    await ana.tap("Change an answer")
    change = ana.button("Craving: 3")
    await ana.tap("Craving: 3")
    await ana.tap("4")

    assert "Mood 6 · craving 4 · sleep 5" in ana.text
    assert State.COMPLETED is (await kept(storage, cast.ana)).state

    ana.now += MINUTE
    await ana.command("checkin")
    await ana.press(change)
    assert texts.CLOSED_NOTICE.en == ana.reply.notice


async def test_skipping_everything_is_a_check_in_too(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for _ in range(5):
        await ana.tap("Skip")

    assert "Done, thank you for being here." in ana.text
    checkin = await kept(storage, cast.ana)
    assert all(answer.is_skipped for answer in checkin.answers.values())


async def test_a_hard_moment_gets_a_skill_a_person_and_the_truth_about_who_is_told(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await ana.tap("6")
    assert [] == await messages(storage, cast.fay)
    await ana.tap("9")
    assert ["alert.raised"] == await messages(storage, cast.fay)
    for label in ("5", "No", "Skip"):
        await ana.tap(label)

    assert "usually rises, crests and passes" in ana.text
    assert "I'm letting Fay know" in ana.text
    assert ["I need help now", "Change an answer"] == ana.labels


@pytest.mark.parametrize(
    ("mood", "craving", "is_hard"), [("4", "4", False), ("3", "0", True), ("9", "5", True)]
)
async def test_a_skill_is_handed_back_from_craving_5_and_down_from_mood_3(
    ana: Phone, mood: str, craving: str, is_hard: bool
) -> None:
    await ana.command("checkin")
    for label in (mood, craving, "5", "No", "Skip"):
        await ana.tap(label)

    assert is_hard == ("I need help now" in ana.labels)
    assert "letting" not in ana.text


async def test_reported_use_is_thanked_for_and_asked_about_safety(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "Yes", "Skip"):
        await ana.tap(label)

    assert ana.text.startswith("Thank you for telling me. That took something.")
    assert "Are you safe right now?" in ana.text
    assert ["alert.raised"] == await messages(storage, cast.fay)
    await ana.tap("I'm not sure")
    assert "A person can talk with you right now" in ana.text
    assert "I need help now" in ana.labels
    await ana.tap("What to do in an overdose")
    assert "Call <b>911</b>." in ana.text


async def test_rather_not_say_is_never_a_no_and_tells_nobody(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "Rather not say", "Skip"):
        await ana.tap(label)

    assert Use.RATHER_NOT_SAY == (await kept(storage, cast.ana)).value(USE)
    assert [] == await messages(storage, cast.fay)


async def test_days_with_answers_stay_counted_after_use(ana: Phone) -> None:
    for day in range(3):
        ana.now = NOON + dt.timedelta(days=day)
        await ana.command("checkin")
        for label in ("6", "3", "5", "Yes" if day == 2 else "No", "Skip"):
            await ana.tap(label)

    assert "the 3 days you've been here: they stay counted" in ana.text
    assert "Answered on 3 of 3 days asked" in ana.text


async def test_it_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, language="es")
    await ana.command("checkin")
    await ana.say("siete")
    assert "¿Tus ganas más fuertes de consumir en el último día?" in ana.text
    await ana.say("no sé")
    assert "No pude leer eso como un número de 0 a 10" in ana.text
    for words in ("2", "5", "no", "saltar"):
        await ana.say(words)
    assert "Listo, gracias. Ánimo 7 · ganas de consumir 2 · sueño 5." in ana.text


async def test_a_partner_who_sees_the_answer_is_named_before_it_is_given(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    pair_id = await partners(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.partners.set_sharing(pair_id, cast.ana.membership_id, Sharing(mood=True))

    await ana.command("checkin")
    assert "seen by you, your facilitator and your partner" in ana.text
    await ana.tap("6")
    assert "seen by you and your facilitator" in ana.text


async def test_a_facilitator_alone_has_no_check_in(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.command("checkin")

    assert "I can't find that here" in fay.text
    assert (await actor(storage, cast.fay)).participant_seats == ()
