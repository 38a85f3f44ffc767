import datetime as dt

import pytest

from domain.checkins import State
from domain.items import USE, Use
from domain.sharing import SharedItem
from domain.skills import SKILLS, Need
from handlers.texts import checkins as texts
from handlers.texts import skills
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.evenings import DAY
from tests.pairs import shares
from tests.phone import Phone, kept, messages
from tests.scenes import answered, partners
from tests.taps import answer, check_in

MINUTE = dt.timedelta(minutes=1)


async def test_an_answer_can_be_changed_until_the_next_check_in(ana: Phone) -> None:
    await check_in(ana)
    await ana.tap("Change an answer")
    change = ana.button("Craving: 3")
    await ana.tap("Craving: 3")
    await ana.tap("4")

    assert "Mood 6 · tension 4 · craving 4 · no use" in ana.text

    ana.now += MINUTE
    await ana.command("checkin")
    await ana.press(change)
    assert texts.CLOSED_NOTICE.en == ana.reply.notice


async def test_a_hard_moment_gets_a_skill_a_person_and_the_truth_about_who_is_told(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await answer(ana, until="craving")
    assert [] == await messages(storage, cast.fay)
    await ana.tap("9")
    assert ["alert.raised"] == await messages(storage, cast.fay)
    await answer(ana, after="craving")

    assert any(skills.CARDS[skill].en in ana.text for skill in SKILLS[Need.CRAVING])
    assert "I'm letting Fay know" in ana.text
    assert "I need help now" == ana.labels[0]
    assert "Change an answer" == ana.labels[-1]


@pytest.mark.parametrize(
    ("given", "need"),
    [
        ({"mood": "4", "craving": "4", "tension": "7"}, None),
        ({"mood": "3", "craving": "0"}, Need.LOW_MOOD),
        ({"mood": "9", "craving": "5"}, Need.CRAVING),
        ({"mood": "9", "craving": "0", "tension": "8"}, Need.TENSION),
    ],
)
async def test_a_skill_is_handed_back_from_craving_5_tension_8_and_down_from_mood_3(
    ana: Phone, given: dict[str, str], need: Need | None
) -> None:
    await check_in(ana, **given)

    shown = [one for one, found in SKILLS.items() for skill in found if skills.CARDS[skill].en in ana.text]
    assert ([] if need is None else [need]) == shown
    assert (need is not None) == ("I need help now" in ana.labels)
    assert "letting" not in ana.text


async def test_another_hard_day_gets_another_skill(ana: Phone) -> None:
    shown = []
    for day in range(4):
        ana.now = NOON + day * DAY
        await check_in(ana, craving="6")
        shown += [skill for skill in SKILLS[Need.CRAVING] if skills.CARDS[skill].en in ana.text]

    assert 4 == len(set(shown))


async def test_with_a_partner_the_partner_comes_before_the_numbers(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await partners(storage, cast.ana, cast.ben)
    await check_in(ana, craving="6")

    assert ["Message my partner", "Ask my partner for a word", "I need help now"] == ana.labels[:3]


async def test_a_questionnaire_that_waits_is_offered_below_and_not_after_use(ana: Phone) -> None:
    await check_in(ana)
    assert ["Questionnaire: 4 questions", "Change an answer"] == ana.labels

    ana.now += DAY
    await check_in(ana, use="Yes")
    assert not any(label.startswith("Questionnaire") for label in ana.labels)


async def test_reported_use_is_thanked_for_and_asked_about_safety(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await check_in(ana, use="Yes")

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
    await check_in(ana, use="Rather not say")

    assert Use.RATHER_NOT_SAY == (await kept(storage, cast.ana)).value(USE)
    assert "use: rather not say" in ana.text
    assert [] == await messages(storage, cast.fay)


async def test_days_with_answers_stay_counted_after_use(ana: Phone) -> None:
    for day in range(3):
        ana.now = NOON + day * DAY
        await check_in(ana, use="Yes" if day == 2 else "No")

    assert "the 3 days you've been here: they stay counted" in ana.text
    assert "Answered on 3 of 3 days asked" in ana.text


async def test_a_first_day_is_not_drawn_as_a_week(ana: Phone) -> None:
    await check_in(ana)
    assert "Done, thank you. Mood 6" in ana.text
    assert "<code>" not in ana.text
    assert "days asked" not in ana.text

    ana.now += DAY
    await check_in(ana)
    assert "Your last 7 days, ·\u00a0for\u00a0no\u00a0answer:\n<code>·····▅▅</code> mood" in ana.text


async def test_the_week_has_gaps_and_the_run_its_count(storage: Storage, cast: Cast, ana: Phone) -> None:
    for number in (9, 8, 3, 2, 1):
        await answered(storage, cast.ana, NOON.date() - number * DAY, mood=5, craving=5)
    for number in (7, 4):
        await answered(storage, cast.ana, NOON.date() - number * DAY, State.MISSED)
    await check_in(ana)

    assert "<code>···▅▅▅▅</code> mood" in ana.text
    assert "Answered on 4 of 5 days asked, 4 in a row now." in ana.text


async def test_it_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, language="es")
    await ana.command("checkin")
    await ana.say("siete")
    await ana.say("8")
    assert "¿Tus ganas más fuertes de consumir en el último día?" in ana.text
    await ana.say("no sé")
    assert "No pude leer eso como un número de 0 a 10" in ana.text
    for words in ("2", "no", "6", "5", "sí", "saltar"):
        await ana.say(words)
    assert "Listo, gracias. Ánimo 7 · tensión 8 · ganas de consumir 2 · sin consumo" in ana.text


async def test_a_partner_who_sees_the_answer_is_named_before_it_is_given(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    pair_id = await partners(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ana, SharedItem.MOOD)

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
