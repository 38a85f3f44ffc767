import datetime as dt

import pytest

from domain.messages import CallAnswered, CallCancelled, CallOffered, CallReminder
from handlers.callbacks.calls import PickTimes, PlanCall
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import in_line, paired
from tests.phone import Phone

HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    async with storage.unit_of_work() as work:
        await work.people.set_timezone(cast.ben.person_id, "Europe/Berlin")
    return Phone(storage, container, cast.ben)


async def offered(ana: Phone, ben: Phone) -> CallOffered:
    pair_id = await paired(ana.storage, ana.member, ben.member)
    await ana.press(Button("", PlanCall(pair_id)))
    await ana.tap("A walk")
    await ana.tap("Tue, Mar 3 19:00")
    await ana.tap("Wed, Mar 4 10:00")
    await ana.tap("Offer these")
    (offer,) = await in_line(ana.storage, ben.member)
    assert isinstance(offer, CallOffered)
    return offer


async def test_each_sees_the_times_on_their_own_clock_and_both_get_a_word_before(
    ana: Phone, ben: Phone, storage: Storage
) -> None:
    offer = await offered(ana, ben)
    assert "• Tue, Mar 3 19:00" in ana.text
    await ben.receive(offer)

    assert ben.text.startswith("Your partner has an idea for this week.\n\n<b>Ana</b> offers a walk.")
    assert ["Wed, Mar 4 01:00", "Wed, Mar 4 16:00", "None of these"] == ben.labels

    await ben.tap("Wed, Mar 4 16:00")
    assert "a walk on Wed, Mar 4 16:00" in ben.text
    answered, reminder = await in_line(storage, ana.member)
    assert isinstance(answered, CallAnswered)
    assert isinstance(reminder, CallReminder)
    await ana.receive(answered)
    assert "a walk on Wed, Mar 4 10:00" in ana.text
    ana.now = ben.now = NOON + 21.5 * HOUR
    await ana.receive(reminder)
    assert ana.text.endswith("A walk with <b>Ben</b> at 10:00.")
    await ana.command("partner")
    assert "Next: a walk on Wed, Mar 4 10:00" in ana.text


async def test_a_tap_lets_go_of_a_picked_time_and_a_fourth_takes_the_place_of_the_first(
    ana: Phone, ben: Phone, storage: Storage
) -> None:
    pair_id = await paired(storage, ana.member, ben.member)
    await ana.press(Button("", PlanCall(pair_id)))
    await ana.tap("A call")
    assert "Offer these" not in ana.labels
    await ana.tap("Wed, Mar 4 10:00")
    await ana.tap("✓ Wed, Mar 4 10:00")
    assert "Offer these" not in ana.labels
    for label in ("Wed, Mar 4 10:00", "Wed, Mar 4 12:30", "Wed, Mar 4 19:00"):
        await ana.tap(label)
    await ana.tap("Later days")
    await ana.tap("Sat, Mar 7 10:00")
    press = ana.button("Offer these").press

    assert 3 == len(str(getattr(press, "times", "")).split("."))


async def test_none_of_these_is_told_kindly_and_one_may_offer_back(
    ana: Phone, ben: Phone, storage: Storage
) -> None:
    await ben.receive(await offered(ana, ben))
    await ben.tap("None of these")
    (answered,) = await in_line(storage, ana.member)
    await ana.receive(answered)

    assert "None of your times suits <b>Ben</b>" in ana.text
    assert ["Plan a call or a walk"] == ana.labels
    await ben.tap("Plan a call or a walk")
    assert {"A call", "A walk"} <= set(ben.labels)


async def test_an_agreed_call_that_is_cancelled_is_told_and_not_reminded_of(
    ana: Phone, ben: Phone, storage: Storage
) -> None:
    await ben.receive(await offered(ana, ben))
    await ben.tap("Wed, Mar 4 16:00")
    reminder = (await in_line(storage, ana.member))[-1]
    await ben.tap("Cancel it")
    (cancelled,) = await in_line(storage, ana.member)
    await ana.receive(cancelled)

    assert isinstance(cancelled, CallCancelled)
    assert "can't make it on Wed, Mar 4 10:00" in ana.text
    assert None is await ana.receive(reminder)


async def test_afterwards_one_says_whether_it_took_place(ana: Phone, ben: Phone, storage: Storage) -> None:
    await ben.receive(await offered(ana, ben))
    await ben.tap("Wed, Mar 4 16:00")
    ana.now = NOON + 24 * HOUR
    await ana.command("partner")
    await ana.tap("Our plan")
    assert ["Yes", "Not this time"] == ana.labels
    await ana.tap("Yes")

    assert "It counts as contact" in ana.text


@pytest.mark.parametrize("times", ["", "0.1.2", "x.y", "-1", "9" * 40])
async def test_times_that_nobody_could_pick_are_left_out(
    times: str, ana: Phone, ben: Phone, storage: Storage
) -> None:
    pair_id = await paired(storage, ana.member, ben.member)
    await ana.press(Button("", PickTimes(pair_id, "call", 0, times)))

    assert "Picked: 0 of 3" in ana.text
