from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.limiter import Limiter, Priority
from bot.transport import Transport
from handlers.edge.calls import Patience
from handlers.edge.failures import NotSent
from handlers.edge.outbound import Outbound
from handlers.edge.sheets import Delivery, Sheet
from sandbox.telegram.faults import Fault
from sandbox.telegram.person import Person
from sandbox.telegram.world import World
from tests.bot.conftest import TOKEN
from tests.handlers.edge.conftest import drawn_here


@pytest.mark.parametrize("fault", [Fault.UNAUTHORIZED, Fault.NOT_FOUND])
async def test_a_stray_refusal_of_the_token_is_tried_again(
    outbound: Outbound, world: World, ana: Person, fault: Fault
) -> None:
    world.faults.fail_next(fault, method="sendMessage", times=3)
    await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))

    assert ["One"] == [m.text for m in ana.chat if m.from_bot]


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET_BEFORE_EFFECT])
async def test_a_reply_that_may_not_have_arrived_is_sent_once_more(
    outbound: Outbound, world: World, ana: Person, fault: Fault
) -> None:
    world.faults.fail_next(fault, method="sendMessage")
    await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))

    assert ["One"] == [m.text for m in ana.chat if m.from_bot]


async def test_a_reply_is_repeated_once_at_most(outbound: Outbound, world: World, ana: Person) -> None:
    world.faults.fail_next(Fault.RESET_AFTER_EFFECT, method="sendMessage", times=5)
    with pytest.raises(NetworkError):
        await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))

    assert ["One", "One"] == [m.text for m in ana.chat if m.from_bot]


async def test_a_failure_that_telegram_owns_to_is_no_try(
    outbound: Outbound, world: World, ana: Person
) -> None:
    world.faults.fail_next(Fault.SERVER_ERROR, method="sendMessage", times=3)
    await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))

    assert ["One"] == [m.text for m in ana.chat if m.from_bot]


async def test_what_must_arrive_is_sent_until_it_has(outbound: Outbound, world: World, ana: Person) -> None:
    world.faults.fail_next(Fault.BAD_GATEWAY, method="sendMessage", times=3)
    await outbound.insist(ana.id, Sheet("One"))

    assert ["One"] == [m.text for m in ana.chat if m.from_bot]


async def test_an_edit_may_be_tried_more_often(outbound: Outbound, world: World, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))
    world.faults.fail_next(Fault.RESET_AFTER_EFFECT, method="editMessageText", times=4)
    await outbound.deliver(Delivery(ana.id, (Sheet("Two"),), pressed_id=ana.chat[-1].id))

    assert ["Two"] == [m.text for m in ana.chat if m.from_bot]


async def test_an_unasked_message_is_tried_once(outbound: Outbound, world: World, ana: Person) -> None:
    world.faults.fail_next(Fault.SERVER_ERROR, method="sendMessage")
    with pytest.raises(NetworkError):
        await outbound.post(ana.id, Sheet("One"), Priority.UNASKED)
    world.faults.fail_next(Fault.TOO_MANY_REQUESTS, method="sendMessage", seconds=7)
    with pytest.raises(RetryAfter):
        await outbound.post(ana.id, Sheet("One"), Priority.UNASKED)


async def test_no_connection_means_certainly_not_sent() -> None:
    bot: ExtBot[Any] = ExtBot(
        TOKEN,
        base_url="http://127.0.0.1:9/bot",
        request=Transport(),
        get_updates_request=Transport(),
        rate_limiter=Limiter(),
    )
    await bot.request.initialize()
    with pytest.raises(NotSent) as caught:
        await Outbound(bot, drawn_here, Patience(not_sent_for=0)).deliver(Delivery(5, (Sheet("One"),)))
    await bot.request.shutdown()

    assert TOKEN not in str(caught.value)
    assert not isinstance(caught.value, BadRequest)
