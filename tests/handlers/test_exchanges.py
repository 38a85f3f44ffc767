import datetime as dt

import pytest

from domain.exchanges import SHARE, THIS_WEEK, Kind
from domain.ids import ExchangeId, PairId
from domain.messages import ExchangeAsked, ExchangeRevealed
from handlers.callbacks.exchanges import OpenExchange, StartListening
from handlers.request import Attachment, Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import in_line, paired
from tests.phone import Phone

DAY = dt.timedelta(days=1)


@pytest.fixture
async def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ben)


async def asked(storage: Storage, pair_id: PairId, kind: Kind, prompt: str = THIS_WEEK) -> ExchangeAsked:
    async with storage.unit_of_work() as work:
        made = await work.exchanges.add(pair_id, kind, prompt, NOON, NOON + 2 * DAY)
    return ExchangeAsked(made or ExchangeId(0), pair_id)


async def test_a_number_is_given_in_one_tap_and_words_may_be_added(
    ana: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "tank")
    await ana.receive(ask)

    assert ana.text.startswith("A question for you two.\n\nHow full is your tank today?")
    assert [*map(str, range(11)), "Leave this one out"] == ana.labels

    await ana.tap("3")
    assert "You: <tg-spoiler>3</tg-spoiler>" in ana.text
    assert "<b>Ben</b> hasn't answered yet." in ana.text

    await ana.tap("Add a few words")
    await ana.say("long <day>")
    assert "You: <tg-spoiler>3 · “long &lt;day&gt;”</tg-spoiler>" in ana.text

    await ben.receive(ask)
    assert "long" not in ben.text
    await ben.tap("8")
    assert "<b>Ana</b>: <tg-spoiler>3 · “long &lt;day&gt;”</tg-spoiler>" in ben.text

    (revealed,) = await in_line(storage, cast.ana)
    await ana.receive(revealed)
    assert ana.text.startswith("Your partner has answered too.\n\n")
    assert "<b>Ben</b>: <tg-spoiler>8</tg-spoiler>" in ana.text
    assert ["Write a message"] == ana.labels


async def test_the_listening_exercise_is_played_from_both_sides(
    ana: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await ana.press(Button("", StartListening(pair_id)))
    await ana.tap("Write it")
    await ana.say("I slept well. It was a good day.")
    await ben.press(Button("", StartListening(pair_id)))
    assert "slept" not in ben.text
    await ben.tap("Write it")
    await ben.say("Work was hard.")

    assert "I slept well. It was a good day." in ben.text
    assert "What I heard you say is…" in ben.text
    await ben.tap("Write what I heard")
    await ben.say("What I heard you say is that you slept well.")
    (revealed,) = await in_line(storage, cast.ana)
    assert isinstance(revealed, ExchangeRevealed)
    await ana.receive(revealed)
    assert "Work was hard." in ana.text
    assert "What I heard you say is that you slept well." not in ana.text
    await ana.tap("Write what I heard")
    await ana.say("What I heard you say is that work was hard.")

    assert "What I heard you say is that you slept well." in ana.text


async def test_one_message_asks_for_the_review_and_whether_they_talked_and_each_is_one_tap(
    ana: Phone, storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    plan = await asked(storage, pair_id, Kind.COMMITMENT)
    await ana.receive(plan)
    await ana.tap("My own words")
    await ana.say("call my sister")
    async with storage.unit_of_work() as work:
        sunday = NOON + 5 * DAY
        review = await work.exchanges.add(pair_id, Kind.REVIEW, THIS_WEEK, sunday, sunday + DAY)
        await work.exchanges.add(pair_id, Kind.TALKED, THIS_WEEK, sunday, sunday + DAY)
    ana.now = sunday
    await ana.receive(ExchangeAsked(review or ExchangeId(0), pair_id))

    assert "“call my sister”" in ana.text
    assert ["Kept", "Partly", "Not this time", "Leave this one out", "Yes", "Not yet", "Rather not say"] == (
        ana.labels
    )
    await ana.tap("Not this time")
    assert ["Yes", "Not yet", "Rather not say"] == ana.labels
    await ana.tap("Rather not say")
    assert [] == ana.labels


async def test_it_is_not_asked_again_once_answered_left_out_or_over(
    ana: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "load")
    await ana.receive(ask)
    await ana.tap("Leave this one out")
    assert "Nothing is missing." in ana.text

    assert None is await ana.receive(ask)
    ben.now = NOON + 2 * DAY
    assert None is await ben.receive(ask)


async def test_somebody_on_a_pause_is_not_asked_after_all(ana: Phone, storage: Storage, cast: Cast) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "load")
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, NOON.date() + DAY)

    assert None is await ana.receive(ask)


async def test_what_is_no_text_is_not_taken_and_typing_stays_open(
    ana: Phone, storage: Storage, cast: Cast
) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "uneasy")
    await ana.receive(ask)
    await ana.tap("Write it")
    await ana.say("", attachment=Attachment.PHOTO)
    assert "only text" in ana.text
    await ana.forward("somebody else's words")
    assert "only text" in ana.text
    await ana.say("I called the clinic")

    assert "“I called the clinic”" in ana.text


async def test_never_mind_gives_typing_back(ana: Phone, storage: Storage, cast: Cast) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "uneasy")
    await ana.press(Button("", OpenExchange(ask.exchange_id)))
    await ana.tap("Write it")
    await ana.tap("Never mind")
    await ana.say("not for Ben")

    async with storage.unit_of_work() as work:
        assert {} == await work.exchanges.has_given(ask.exchange_id)


async def test_the_partners_page_shows_the_plans_after_both_gave_and_leads_to_what_waits(
    ana: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    plan = await asked(storage, pair_id, Kind.COMMITMENT)
    await asked(storage, pair_id, Kind.LISTENING, SHARE)
    await ben.receive(plan)
    await ben.tap("Take one walk")
    await ana.command("partner")

    assert "Take one walk" not in ana.text
    assert {"Listening exercise", "One small thing this week", "Plan a call or a walk"} <= set(ana.labels)

    await ana.tap("One small thing this week")
    await ana.tap("Go to one meeting")
    await ana.command("partner")

    assert "<b>This week</b>" in ana.text
    assert "<b>Ben</b>: <tg-spoiler>Take one walk</tg-spoiler>" in ana.text
    assert "Go to one meeting" in ana.text


async def test_in_spanish_a_choice_is_told_in_the_readers_language(
    ana: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "ahead")
    ben.language = "es"
    await ana.receive(ask)
    await ana.tap("Something hard")
    await ben.receive(ask)
    await ben.tap("Algo bueno")

    assert "<b>Ana</b>: <tg-spoiler>Algo difícil</tg-spoiler>" in ben.text


async def test_ones_own_copy_holds_ones_own_part_and_never_the_partners(
    ana: Phone, ben: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    ask = await asked(storage, await paired(storage, cast.ana, cast.ben), Kind.CHECKIN, "uneasy")
    for phone, words in ((ana, "words of Ana"), (ben, "words of Ben")):
        await phone.receive(ask)
        await phone.tap("Write it")
        await phone.say(words)
    async with storage.unit_of_work() as work:
        copied = await work.personal.copy(cast.ana.person_id)

    assert ["words of Ana"] == [row["body"] for row in copied["exchange_answers"]]
    assert "words of Ben" not in str(copied)
