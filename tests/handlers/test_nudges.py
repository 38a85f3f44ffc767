from typing import Any

from domain.checkins import State
from domain.messages import PartnerNudge, RelayArrived
from handlers import relays
from handlers.request import Reply, Screen
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import arrival, in_line, labels, paired, said
from tests.scenes import answered, notice_to, request_of


async def pressed(storage: Storage, container: Container, member: Member, press: Any) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await relays.ready_chosen(request, press, services)


async def arrived(storage: Storage, container: Container, member: Member) -> list[str]:
    notice = await notice_to(storage, member)
    waiting = [one for one in await in_line(storage, member) if isinstance(one, RelayArrived)]
    async with container.transaction() as services:
        shown = [await relays.relay_arrived(notice, one, services) for one in waiting]
    return [said(one) for one in shown if one is not None]


async def nudged(storage: Storage, container: Container, member: Member, message: PartnerNudge) -> Screen:
    notice = await notice_to(storage, member)
    async with container.transaction() as services:
        screen = await relays.partner_nudge(notice, message, services)
    assert screen is not None
    return screen


def button(shown: Reply | Screen, label: str) -> Any:
    screens = shown.screens if isinstance(shown, Reply) else (shown,)
    (press,) = [one.press for screen in screens for row in screen.rows for one in row if one.label == label]
    return press


async def test_a_nudge_offers_ready_answers_each_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    nudge = await nudged(storage, container, cast.ana, PartnerNudge(pair_id, checkin_id))

    assert "<b>Ben</b> hasn't checked in today" in said(nudge).replace("&#39;", "'")
    assert ["Thinking of you", "Rough day? I'm around", "Coffee tomorrow?", "My own words"] == labels(nudge)

    press = button(nudge, "Thinking of you")
    first = await pressed(storage, container, cast.ana, press)
    second = await pressed(storage, container, cast.ana, press)

    assert ["Rough day? I'm around", "Coffee tomorrow?", "My own words"] == labels(first)
    assert "That one has gone out already." == second.notice
    assert [arrival("Thinking of you")] == await arrived(storage, container, cast.ben)


async def test_a_ready_answer_is_also_sent_when_the_other_has_checked_in_meanwhile(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    nudge = await nudged(storage, container, cast.ana, PartnerNudge(pair_id, checkin_id))
    async with storage.unit_of_work() as work:
        await work.checkins.set_state(checkin_id, State.COMPLETED, NOON)
    reply = await pressed(storage, container, cast.ana, button(nudge, "Coffee tomorrow?"))

    assert ["My own words"] == labels(reply)
    assert [arrival("Coffee tomorrow?")] == await arrived(storage, container, cast.ben)
