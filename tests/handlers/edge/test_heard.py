"""What follows on words of danger: clear ones are told at once, unclear ones are asked about, others' danger is advised on."""

import pytest
from sqlalchemy import select

from domain.alerts import Alert
from domain.setbacks import AlertState, Level, Rule
from handlers.callbacks.alerts import Acknowledge
from handlers.callbacks.crisis import HelpNow, MeantIt, NotMeant, SafeForNow
from handlers.callbacks.payload import Press
from handlers.edge.inbound import Happening
from handlers.edge.sheets import Delivery
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.alerting import pressed
from tests.cast import NOON, Cast, Member
from tests.chat import Chat, said
from tests.evenings import DAY, HOUR, MINUTE
from tests.phone import messages
from tests.scenes import partners

HARD = "I don't want to live like this, I want to die"


@pytest.fixture
async def ana(container: Container, cast: Cast) -> Chat:
    return Chat(container, int(cast.ana.address))


async def alert_of(storage: Storage, member: Member) -> Alert | None:
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved_of(member.membership_id)


def buttons(delivery: Delivery | None) -> list[str]:
    return [] if delivery is None else [key.data or "" for row in delivery.sheets[-1].rows for key in row]


async def press(chat: Chat, press: Press) -> Delivery | None:
    return await chat.send("", Happening.PRESSED, data=press.pack(), query_id="q")


@pytest.mark.parametrize(
    "text",
    [HARD, "honestly they would all be better off without me", "I cut myself again last night"],
)
async def test_clear_words_are_answered_and_told_in_one_transaction(
    storage: Storage, cast: Cast, ana: Chat, text: str
) -> None:
    delivery = await ana.send(text)
    alert = await alert_of(storage, cast.ana)

    assert "<b>988</b>" in said(delivery)[-1]
    assert "I'm telling <b>Fay</b> now" in said(delivery)[-1]
    assert {HelpNow().pack(), SafeForNow().pack()} <= set(buttons(delivery))
    assert alert is not None
    assert (Level.URGENT, [Rule.CRISIS]) == (alert.level, [one.cause.rule for one in alert.found])
    assert alert.is_known_to_the_person
    assert ["alert.urgent"] == await messages(storage, cast.fay)


async def test_no_word_of_the_message_is_in_the_alert(storage: Storage, cast: Cast, ana: Chat) -> None:
    await ana.send("ZEBRA I am going to kill myself tonight")
    async with storage.unit_of_work() as work:
        rows = list(await work.session.scalars(select(OutboxRow)))
    alert = await alert_of(storage, cast.ana)
    assert alert is not None
    assert (None, None) == (alert.found[0].cause.detail, alert.found[0].cause.value)
    assert [] == [row for row in rows if "ZEBRA" in repr(vars(row))]


async def test_a_bad_hour_is_one_alert_and_the_next_one_is_told_again(
    storage: Storage, container: Container, cast: Cast, ana: Chat
) -> None:
    for minute in range(3):
        ana.now = NOON + minute * MINUTE
        await ana.send(HARD)
    assert ["alert.urgent"] == await messages(storage, cast.fay)

    alert = await alert_of(storage, cast.ana)
    assert alert is not None
    await pressed(storage, container, cast.fay, Acknowledge(alert.alert_id), NOON + 5 * MINUTE)
    ana.now = NOON + 10 * MINUTE
    await ana.send(HARD)
    assert 1 == (await messages(storage, cast.fay)).count("alert.urgent")
    ana.now = NOON + 2 * HOUR
    await ana.send(HARD)
    assert 2 == (await messages(storage, cast.fay)).count("alert.urgent")
    again = await alert_of(storage, cast.ana)
    assert again is not None
    assert AlertState.OPEN is again.state


async def test_unclear_words_are_asked_about_and_tell_nobody(storage: Storage, cast: Cast, ana: Chat) -> None:
    delivery = await ana.send("I feel so hopeless today")

    assert "are you thinking of ending your life" in said(delivery)[-1]
    assert "<b>988</b>" in said(delivery)[-1]
    assert [MeantIt().pack(), NotMeant().pack(), HelpNow().pack()] == buttons(delivery)
    assert await alert_of(storage, cast.ana) is None


async def test_a_yes_is_told_like_clear_words(storage: Storage, cast: Cast, ana: Chat) -> None:
    await ana.send("I feel so hopeless today")
    delivery = await press(ana, MeantIt())
    alert = await alert_of(storage, cast.ana)

    assert "<b>988</b>" in said(delivery)[-1]
    assert alert is not None
    assert (Level.URGENT, [Rule.CRISIS]) == (alert.level, [one.cause.rule for one in alert.found])


async def test_a_no_is_believed_for_a_day_and_clear_words_are_heard_all_the_same(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    await ana.send("I feel so hopeless today")
    assert "Thank you for telling me" in said(await press(ana, NotMeant()))[-1]
    assert "988" not in "".join(said(await ana.send("it is all so hopeless", message_id=51)))
    assert "<b>988</b>" in said(await ana.send(HARD, message_id=52))[-1]
    assert await alert_of(storage, cast.ana) is not None

    ana.now = NOON + DAY + HOUR
    assert "ending your life" in said(await ana.send("I feel so hopeless today", message_id=53))[-1]


async def test_too_much_taken_brings_what_to_do_first(storage: Storage, cast: Cast, ana: Chat) -> None:
    delivery = await ana.send("I took way too many of my pills and I'm scared")
    text = said(delivery)[-1]

    assert text.startswith("<b>If somebody took too much, please call <b>911</b> now.</b>")
    assert "Naloxone" in text
    assert await alert_of(storage, cast.ana) is not None


async def test_danger_to_somebody_else_is_an_alert_of_its_own(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    delivery = await ana.send("I swear I'm going to kill him")
    alert = await alert_of(storage, cast.ana)

    assert alert is not None
    assert (Level.URGENT, [Rule.THREAT]) == (alert.level, [one.cause.rule for one in alert.found])
    assert "<b>Fay</b> will be told that you wrote something like this, not your words" in said(delivery)[-1]


async def test_a_worry_about_another_person_brings_advice_and_tells_nobody(
    storage: Storage, cast: Cast, ana: Chat
) -> None:
    delivery = await ana.send("My brother says he will kill himself tonight")

    assert "You are worried about somebody" in said(delivery)[-1]
    assert "<b>911</b>" in said(delivery)[-1]
    assert await alert_of(storage, cast.ana) is None


async def test_words_to_a_partner_are_heard_too(storage: Storage, cast: Cast, ana: Chat) -> None:
    await partners(storage, cast.ana, cast.ben)
    await ana.send("", Happening.COMMAND, command="partner")
    delivery = await ana.send("i want to die", message_id=51)

    assert "<b>988</b>" in said(delivery)[-1]
    assert await alert_of(storage, cast.ana) is not None


async def test_who_is_in_no_group_as_participant_gets_the_numbers(container: Container, cast: Cast) -> None:
    delivery = await Chat(container, int(cast.fay.address)).send(HARD)

    assert "<b>988</b>" in said(delivery)[-1]
    assert "writing it here has told nobody" in said(delivery)[-1]


@pytest.mark.parametrize(
    "text",
    ["I'm dying to see you all on Friday", "my phone died", "no, I don't want to die", "90 days today!"],
)
async def test_what_only_sounds_like_it_is_left_alone(
    storage: Storage, cast: Cast, ana: Chat, text: str
) -> None:
    assert "988" not in "".join(said(await ana.send(text)))
    assert await alert_of(storage, cast.ana) is None


async def test_forwarded_words_are_somebody_elses(storage: Storage, cast: Cast, ana: Chat) -> None:
    await ana.send(HARD, is_forwarded=True)
    assert await alert_of(storage, cast.ana) is None


async def test_it_is_said_in_spanish_too(storage: Storage, container: Container, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_language(cast.ana.person_id, "es")
    ana = Chat(container, int(cast.ana.address))
    assert "Puedes hablar con una persona ahora mismo" in said(await ana.send("me quiero morir"))[-1]
    assert "prefiero preguntar" in said(await ana.send("ya no puedo más", message_id=52))[-1]
