import datetime as dt

from domain.phases import Phase, Track
from handlers import routes
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.measures import StartMeasure
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Key
from handlers.edge.table import table
from handlers.request import Attachment, Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.phone import Phone
from tests.taking import chosen

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


async def offered(phone: Phone) -> None:
    await phone.press(Button("", StartMeasure(phone.member.membership_id)))


async def taken(phone: Phone, *labels: str) -> None:
    for label in labels:
        phone.now += MINUTE
        await phone.tap(label)


async def test_before_anything_is_asked_it_says_what_it_is_how_long_it_takes_and_who_sees_it(
    ana: Phone,
) -> None:
    await offered(ana)

    assert "Patient Health Questionnaire-4 (PHQ-4)" in ana.text
    assert "4 questions, about a minute." in ana.text
    assert "<b>Fay</b> can see your answers and the result. Your partner and the group can't." in ana.text
    assert "You can skip any question, and stop at any time." in ana.text
    assert "Developed by Drs. Robert L. Spitzer" in ana.text
    assert ["Begin", "Not this time"] == ana.labels


async def test_one_item_is_shown_with_its_published_words_and_its_place(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "2 · More than half the days")

    assert "how often have you been bothered by any of the following problems?" in ana.text
    assert "<b>Not being able to stop or control worrying</b>" in ana.text
    assert "2 of 4 · <b>Fay</b> can see it" in ana.text
    assert [
        "0 · Not at all",
        "1 · Several days",
        "2 · More than half the days",
        "3 · Nearly every day",
        "Back",
        "Skip",
        "Stop for now",
    ] == ana.labels


async def test_stop_says_until_when_one_can_go_on(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "0 · Not at all", "Stop for now")
    assert "1 of 4 answered. You can go on until Thu, Mar 5 12:01." in ana.text

    await ana.command("measures")
    assert "Begun: <b>PHQ-4</b>, 3 questions left, until Thu, Mar 5 12:01." in ana.text
    await taken(ana, "Go on with PHQ-4: 3 left")
    assert "2 of 4" in ana.text


async def test_what_was_done_is_listed_and_opens_its_result_with_the_last_one_beside_it(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "0 · Not", "1 · Several", "0 · Not", "1 · Several")
    ana.now = NOON + 17 * DAY
    for _ in range(2):
        await offered(ana)
        await ana.tap("Not this time")
        ana.now += DAY
    await offered(ana)
    await taken(ana, "Begin", "1 · Several", "1 · Several", "0 · Not", "1 · Several")
    assert "Last time (Tue, Mar 3): 2." in ana.text
    await ana.command("measures")

    assert "Nothing waits for you." in ana.text
    assert "• PHQ-4, Sun, Mar 22: 3 of 12\n• PHQ-4, Tue, Mar 3: 2 of 12" in ana.text
    await ana.tap("PHQ-4 · Tue, Mar 3")
    assert "<b>PHQ-4: 2 of 12</b>\nNone (normal) (0 to 2)" in ana.text


async def test_a_skipped_question_means_no_total_and_it_is_said_why(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "Skip", "0 · Not", "0 · Not", "0 · Not")

    assert "<b>PHQ-4: done</b>" in ana.text
    assert "There is no total this time: 1 of the scored questions have no answer" in ana.text
    assert "• Worry: no sum, a question has no answer." in ana.text


async def test_a_typed_answer_is_as_good_as_a_tap(ana: Phone) -> None:
    await offered(ana)
    await ana.tap("Begin")
    for said in ("several days", "2", "skip"):
        await ana.say(said)
    assert "4 of 4" in ana.text
    await ana.say("dunno")
    assert ana.text.startswith("I couldn't read that as one of the answers.")
    assert "4 of 4" in ana.text
    await ana.say("", Attachment.STICKER)
    assert "4 of 4" in ana.text
    await ana.forward("several days")
    assert ana.text.startswith("That is somebody else's message")
    await ana.say("Nearly every day")
    assert "<b>PHQ-4: done</b>" in ana.text


async def test_the_button_of_an_old_receipt_answers_kindly_and_goes_alone(ana: Phone) -> None:
    await offered(ana)
    assert ana.reply.drops_button
    await taken(ana, "Begin", *["0 · Not at all"] * 4)
    await offered(ana)

    assert "Nothing waits here any more: it's done, or its day has passed." in (ana.reply.notice or "")
    assert () == ana.reply.screens
    assert ana.reply.drops_button


async def test_an_old_receipt_keeps_its_other_buttons_through_the_real_door(
    storage: Storage, container: Container, cast: Cast
) -> None:
    offer = Key("Questionnaire: 4 questions", StartMeasure(cast.ana.membership_id).pack())
    help_now = Key("I need help now", HelpNow().pack(), style="danger")
    door = Door(container, table(presses=routes.PRESSES), lambda: NOON)
    arrival = Arrival(
        7,
        Happening.PRESSED,
        chat_id=int(cast.ana.address),
        message_id=50,
        data=offer.data or "",
        query_id="q",
        rows=((help_now,), (offer,)),
    )
    async with container.transaction() as services:
        await services.intake.keep({arrival.update_id: b"x"}, NOON)
    delivery = await door.serve(arrival)

    assert delivery is not None
    assert ((help_now,),) == delivery.kept_rows


async def test_going_back_shows_what_was_said_and_can_leave_it(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "1 · Several days", "Back")
    assert "1 of 4" in ana.text
    assert "You said: Several days." in ana.text
    await ana.tap("Leave it as it is")
    assert "2 of 4" in ana.text


async def test_a_button_of_an_earlier_question_changes_nothing(ana: Phone) -> None:
    await offered(ana)
    await ana.tap("Begin")
    first = ana.button("3 · Nearly every day")
    await taken(ana, "1 · Several days")
    await ana.press(first)

    assert "2 of 4" in ana.text
    assert "earlier question" in (ana.reply.notice or "")


async def test_in_spanish_official_words_are_asked_and_the_frame_is_spanish(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_language(cast.ana.person_id, "es")
    ana = Phone(storage, container, cast.ana, "es")
    await offered(ana)
    assert "Dos preguntas sobre tu ánimo" in ana.text
    await taken(ana, "Empezar")
    assert "<b>Poco interés o placer en hacer cosas</b>" in ana.text
    await ana.say("casi todos los dias")
    await ana.say("tres")
    assert "<b>PHQ-2: 6 de 6</b>\nPositivo (3 a 6)" in ana.text


async def test_without_an_official_version_it_is_offered_in_english_and_says_so(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await chosen(container, phq2_es=False, gad2_es=False, phq4_en=False, phq2_en=False, gad2_en=False)
    async with storage.unit_of_work() as work:
        await work.people.set_language(cast.ana.person_id, "es")
    ana = Phone(storage, container, cast.ana, "es")
    await offered(ana)

    assert "Brief Addiction Monitor" in ana.text
    assert "Está en inglés: no tengo una versión oficial en español." in ana.text


async def test_numbers_stand_beside_the_words_only_where_the_words_are_not_numbers(
    container: Container, ana: Phone
) -> None:
    await chosen(container, phq4_en=False, phq2_en=False, gad2_en=False, bam_30day_en=False, who5_en=False)
    await chosen(container, barc10_en=True)
    await offered(ana)
    await ana.tap("Begin")
    assert ["1 · Strongly disagree", "2", "3", "4", "5", "6 · Strongly agree"] == ana.labels[:6]


async def test_long_answers_stand_whole_in_the_message_too(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await chosen(container, phq4_en=False, phq2_en=False, gad2_en=False, bam_30day_en=False, who5_en=False)
    await chosen(container, pacs_en=True)
    async with storage.unit_of_work() as work:
        await work.phases.move(cast.ana.membership_id, Phase.PREVENTION, Track.SUBSTANCE_USE, NOON.date())
    await offered(ana)
    await ana.tap("Begin")

    assert "\n1 · Rarely, that is, 1 to 2 times during this period of time.\n" in ana.text
    assert "“This period” means the last 7 days." in ana.text
    await ana.tap("1 · Rarely")
    assert "2 of 5" in ana.text
