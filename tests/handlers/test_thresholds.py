"""How a facilitator sets what raises an alert, after a look at what it would have brought."""

import pytest

from domain.ids import GroupId
from domain.setbacks import ADJUSTABLE, Rule
from handlers.callbacks.thresholds import OFF, ShowThresholds, ThresholdSet, TryThreshold
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.days import TODAY, answered_on
from tests.evenings import DAY
from tests.facilitators import leads_both_groups
from tests.hands import Hands
from tests.phone import Phone, messages


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def test_what_raises_an_alert_is_said_in_words(fay: Phone) -> None:
    await fay.command("thresholds")

    assert "Always, and this cannot be changed: asking for help now" in fay.text
    assert "• craving 8 or more" in fay.text
    assert "• mood 2 or less" in fay.text
    assert "• 3 check-ins in a row without an answer" in fay.text
    assert "• days that are worse than is usual for the person" in fay.text


async def test_a_value_is_tried_before_it_holds(fay: Phone, storage: Storage, cast: Cast) -> None:
    for ago, craving in ((9, 6), (5, 7), (2, 9)):
        await answered_on(storage, cast.ana, TODAY - ago * DAY, craving=craving)
    await answered_on(storage, cast.ben, TODAY - 3 * DAY, craving=6)
    await fay.command("thresholds")
    await fay.tap("Craving")
    await fay.tap("6")

    assert "In the last 28 days this would have brought 4 alerts; what holds now comes to 1." in fay.text
    async with storage.unit_of_work() as work:
        assert 8 == (await work.thresholds.of_group(cast.fay.group_id)).of(Rule.CRAVING)


async def test_a_threshold_holds_from_the_next_answer_on(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await fay.command("thresholds")
    await fay.tap("Craving")
    await fay.tap("6")
    await fay.tap("Use this: 6")
    assert "• craving 6 or more" in fay.text

    hands = Hands(storage, container, cast.ana)
    await hands.start()
    while hands.asked != "craving":
        await hands.skip()
    await hands.tap(6)
    assert ["alert.raised"] == await messages(storage, cast.fay)


async def test_why_a_question_is_asked_names_the_threshold_that_holds(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await fay.command("thresholds")
    await fay.tap("Craving")
    await fay.tap("9")
    await fay.tap("Use this: 9")
    ana = Phone(storage, container, cast.ana)
    await ana.command("checkin")
    while "urge" not in ana.text.lower() and "craving" not in ana.text.lower():
        await ana.tap("Skip")
    await ana.tap("Why am I asked this?")

    assert "From 9 on, your facilitator is told" in ana.text


async def test_what_is_to_be_watched_can_be_turned_off_and_on_again(fay: Phone) -> None:
    await fay.command("thresholds")
    await fay.tap("Worse than usual")
    await fay.tap("Off")
    assert "How often this would have come up I can't say beforehand." in fay.text
    await fay.tap("Turn it off")
    assert "• Worse than usual: off" in fay.text
    await fay.tap("Worse than usual")
    await fay.tap("On")
    await fay.tap("Use this: On")
    assert "• days that are worse than is usual for the person" in fay.text


async def test_what_is_told_at_once_cannot_be_turned_off(fay: Phone) -> None:
    await fay.command("thresholds")
    for rule in ("Craving", "Mood", "Missed in a row"):
        await fay.tap(rule)
        assert "Off" not in fay.labels
        await fay.tap("Back")


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (Rule.CRAVING, OFF),
        (Rule.CRAVING, 11),
        (Rule.MOOD, 9),
        (Rule.SOS, 1),
        (Rule.ITEM9, OFF),
        (Rule.SHIFT, 7),
    ],
)
async def test_a_forged_value_changes_nothing(
    fay: Phone, storage: Storage, cast: Cast, rule: Rule, value: int
) -> None:
    group_id = GroupId(cast.fay.group_id)
    for press in (ThresholdSet(group_id, rule, value), TryThreshold(group_id, rule, value)):
        await fay.press(Button("", press))

    async with storage.unit_of_work() as work:
        thresholds = await work.thresholds.of_group(group_id)
    assert {one: kept.default for one, kept in ADJUSTABLE.items()} == {
        one: thresholds.of(one) for one in ADJUSTABLE
    }


async def test_another_groups_facilitator_and_participants_change_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for member in (cast.dee, cast.ana):
        phone = Phone(storage, container, member)
        await phone.press(Button("", ThresholdSet(cast.fay.group_id, Rule.CRAVING, 10)))
    async with storage.unit_of_work() as work:
        assert 8 == (await work.thresholds.of_group(cast.fay.group_id)).of(Rule.CRAVING)


async def test_who_leads_two_groups_is_asked_which(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await leads_both_groups(storage, cast)
    await fay.command("thresholds")
    assert "Which group do you mean?" in fay.text
    await fay.press(Button("", ShowThresholds(cast.fay.group_id)))
    assert "what raises an alert" in fay.text


async def test_it_is_said_in_spanish_too(storage: Storage, container: Container, cast: Cast) -> None:
    fay = Phone(storage, container, cast.fay, "es")
    await fay.command("thresholds")
    await fay.tap("Ánimo")
    await fay.tap("3")
    assert "• ánimo 3 o menos" in fay.text
    assert "0 alertas" in fay.text
    assert NOON == fay.now
