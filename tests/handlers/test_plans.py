"""A plan for hard moments: written part by part, read what helps first, seen beside an alert only by those it was opened to."""

from sqlalchemy import select

from domain.plans import LONGEST_PART
from handlers.callbacks.alerts import ShowDetails
from handlers.callbacks.plans import OpenPlan
from handlers.request import Attachment, Button
from services.container import Container
from storage.tables.plans import PlanRow
from storage.unit_of_work import Storage
from tests.alerting import pressed, text
from tests.cast import Cast
from tests.phone import Phone
from tests.scenes import alert_about

WALK = "walk to the <river>"
SON = "my son Mateo"


async def _planned(ana: Phone) -> None:
    await ana.command("plan")
    await ana.tap("What helps me")
    await ana.say(WALK)
    await ana.tap("Back to my plan")
    await ana.tap("My reasons")
    await ana.say(SON)
    await ana.tap("Back to my plan")


async def test_an_empty_plan_asks_for_nothing_and_has_the_numbers_already(ana: Phone) -> None:
    await ana.command("plan")

    assert "A plan made on a calm day helps on a hard one." in ana.text
    assert "988" in ana.text
    assert "Only you see this plan." in ana.text
    assert "Let facilitators see it" not in ana.labels
    assert "I need help now" == ana.labels[-1]


async def test_parts_are_written_one_after_the_other_and_what_helps_is_read_first(ana: Phone) -> None:
    await _planned(ana)

    assert ana.text.index("What helps me") < ana.text.index("My reasons")
    assert "walk to the &lt;river&gt;" in ana.text
    assert {"✓ What helps me", "✓ My reasons", "Warning signs"} <= set(ana.labels)


async def test_a_second_message_is_added_and_a_part_can_be_cleared(ana: Phone) -> None:
    await ana.command("plan")
    await ana.tap("People to call")
    await ana.say("Rosa 555 0100")
    await ana.say("Uncle Joe")
    assert "Kept." in ana.text
    assert "Rosa 555 0100\nUncle Joe" in ana.text
    await ana.tap("Clear this part")
    assert "Rosa" not in ana.text
    await ana.tap("Back to my plan")
    assert "People to call" in ana.labels


async def test_after_a_part_the_next_empty_one_is_offered(ana: Phone) -> None:
    await ana.command("plan")
    await ana.tap("My reasons")
    await ana.say(SON)
    await ana.tap("Next: Warning signs")

    assert "How do you notice that a hard moment is coming?" in ana.text


async def test_too_much_for_a_hard_moment_and_a_picture_get_a_sentence_and_lose_nothing(ana: Phone) -> None:
    await ana.command("plan")
    await ana.tap("What helps me")
    await ana.say(WALK)
    await ana.say("x" * LONGEST_PART)
    assert "too long to read in a hard moment" in ana.text
    assert "walk to the &lt;river&gt;" in ana.text
    await ana.say("", Attachment.PHOTO)
    assert "I can only keep words here." in ana.text
    await ana.say("call Rosa")
    assert "call Rosa" in ana.text


async def test_what_is_typed_after_the_plan_is_closed_belongs_to_it_no_more(
    storage: Storage, ana: Phone
) -> None:
    await _planned(ana)
    await ana.say("Made it through the wedding")
    await ana.command("plan")

    assert "wedding" not in ana.text


async def test_facilitators_see_it_beside_an_alert_only_as_long_as_they_may(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await _planned(ana)
    assert WALK not in text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))

    await ana.tap("Let facilitators see it")
    assert "your facilitators see this plan beside it" in ana.text
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))
    assert "Their own plan" in shown
    assert "walk to the &lt;river&gt;" in shown

    await ana.tap("Keep it to myself")
    shown = text(await pressed(storage, container, cast.fay, ShowDetails(alert_id)))
    assert "Their own plan" not in shown
    assert SON not in shown


async def test_a_second_tap_on_the_same_button_changes_nothing(storage: Storage, ana: Phone) -> None:
    await _planned(ana)
    share = ana.button("Let facilitators see it")
    await ana.press(share)
    first = await _shown_since(storage)
    ana.now = ana.now.replace(hour=20)
    await ana.press(share)

    assert first == await _shown_since(storage)


async def test_it_is_kept_sealed(storage: Storage, ana: Phone) -> None:
    await _planned(ana)
    async with storage.unit_of_work() as work:
        row = await work.session.scalar(select(PlanRow))
        assert row is not None
        assert row.helps is not None
        assert b"river" not in bytes(row.helps)


async def test_it_is_one_tap_away_after_a_setback(ana: Phone) -> None:
    await _planned(ana)
    await ana.press(Button("", OpenPlan()))

    assert SON in ana.text


async def test_it_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, language="es")
    await ana.command("plan")
    await ana.tap("Qué me ayuda")
    await ana.say("caminar")

    assert "Guardado." in ana.text
    await ana.tap("Volver a mi plan")
    assert "Que lo vea quien facilita" in ana.labels


async def _shown_since(storage: Storage) -> object:
    async with storage.unit_of_work() as work:
        return await work.session.scalar(select(PlanRow.shown_since))
