import dataclasses

import pytest
from markupsafe import Markup

from domain.access import Actor, Audience
from domain.errors import NothingToDo
from handlers.callbacks.checkins import StartCheckIn
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from handlers.request import Attachment, Reply, Request, Screen
from handlers.route import CommandRoute, PressRoute, TypedRoute
from handlers.texts.words import Words
from services.container import Container, Services
from tests.cast import NOON, Cast, Member

STRANGER = 999


@dataclasses.dataclass
class View:
    """Records what it was asked."""

    asked: list[Request] = dataclasses.field(default_factory=list)

    async def __call__(self, request: Request, services: Services) -> Reply:
        del services
        self.asked.append(request)
        return Reply((Screen(Markup("served"), anchor="thing:1"),))

    async def pressed(self, request: Request, press: StartCheckIn, services: Services) -> Reply:
        del press
        return await self(request, services)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def met() -> list[tuple[int, Actor]]:
    return []


@pytest.fixture
def door(container: Container, view: View, met: list[tuple[int, Actor]]) -> Door:
    async def refusing(request: Request, services: Services) -> Reply:
        del request, services
        raise NothingToDo("nowhere.known")

    routes = table(
        commands=[CommandRoute(audience.value, view, audience) for audience in Audience]
        + [CommandRoute("refuse", refusing, Audience.MEMBER)],
        presses=[PressRoute(StartCheckIn, view.pressed, Audience.PARTICIPANT)],
        typed=[TypedRoute(None, view, Audience.MEMBER), TypedRoute("checkin", view, Audience.PARTICIPANT)],
    )
    return Door(container, routes, lambda: NOON, lambda chat_id, actor: met.append((chat_id, actor)))


async def serve(
    door: Door,
    container: Container,
    who: Member | int,
    happening: Happening = Happening.COMMAND,
    **more: object,
) -> Delivery | None:
    chat_id = who if isinstance(who, int) else int(who.address)
    update_id = more.pop("update_id", 7)
    arrival = Arrival(update_id, happening, chat_id=chat_id, message_id=50, **more)  # type: ignore[arg-type] by name
    async with container.transaction() as services:
        await services.intake.keep({arrival.update_id: b"x"}, NOON)
    return await door.serve(arrival)


def text_of(delivery: Delivery | None) -> str:
    assert delivery is not None
    return " ".join(sheet.text for sheet in delivery.sheets)


OPEN = {
    "ana": {"anyone", "known", "member", "participant"},
    "fay": {"anyone", "known", "member", "facilitator"},
    "stranger": {"anyone"},
}


@pytest.mark.parametrize("who", OPEN)
@pytest.mark.parametrize("command", [audience.value for audience in Audience])
async def test_a_route_is_open_to_its_audience_alone(
    door: Door, container: Container, cast: Cast, view: View, *, who: str, command: str
) -> None:
    person = STRANGER if who == "stranger" else getattr(cast, who)
    await serve(door, container, person, command=command)

    assert len(view.asked) == (1 if command in OPEN[who] else 0)


@pytest.mark.parametrize(
    "more",
    [
        {"command": "member"},
        {"command": "nonsense"},
        {"happening": Happening.TYPED, "text": "hello"},
        {"happening": Happening.TYPED, "attachment": Attachment.STICKER},
        {"happening": Happening.PRESSED, "data": "ci.go"},
        {"happening": Happening.PRESSED, "data": "forged:1:2"},
    ],
)
async def test_whatever_a_stranger_does_the_answer_is_the_same(
    door: Door, container: Container, cast: Cast, view: View, more: dict[str, object]
) -> None:
    expected = text_of(await serve(door, container, STRANGER, command="facilitator"))

    assert text_of(await serve(door, container, STRANGER, update_id=8, **more)) == expected  # type: ignore[arg-type] by name
    assert view.asked == []


async def test_somebody_without_a_seat_is_a_stranger(door: Door, container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services._work.groups.leave(cast.cem.membership_id, NOON)
    delivery = await serve(door, container, cast.cem, command="member")

    assert text_of(delivery)
    assert "served" not in text_of(delivery)


async def test_a_view_is_told_who_when_and_in_which_words(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    await serve(door, container, cast.ana, command="member", text="with this", is_forwarded=True)
    (request,) = view.asked

    assert request.person.person_id == cast.ana.person_id
    assert (request.now, request.text, request.is_forwarded) == (NOON, "with this", True)
    assert request.words == Words("en", "America/New_York")


async def test_typing_goes_to_the_open_dialogue(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    async with container.transaction() as services:
        await services._work.dialogues.open(cast.ana.person_id, "checkin", 42, NOON)
    await serve(door, container, cast.ana, Happening.TYPED, text="7")

    assert [(42, "7")] == [(request.subject_id, request.text) for request in view.asked]


async def test_typing_that_answers_nothing_goes_to_nothing(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    await serve(door, container, cast.ana, Happening.TYPED, text="hello")

    assert [(None, "hello")] == [(request.subject_id, request.text) for request in view.asked]


async def test_a_press_has_no_text_and_names_the_pressed_message(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    delivery = await serve(
        door, container, cast.ana, Happening.PRESSED, data="ci.go", query_id="q", is_picture=True
    )

    assert view.asked[0].text is None
    assert delivery is not None
    assert (delivery.query_id, delivery.pressed_id, delivery.arrived_id) == ("q", 50, None)
    assert delivery.is_pressed_picture


async def test_a_reply_knows_which_message_shows_its_thing(
    door: Door, container: Container, cast: Cast
) -> None:
    async with container.transaction() as services:
        await services.people.anchor(cast.ana.person_id, "thing:1", 31, NOON)
    delivery = await serve(door, container, cast.ana, command="member")

    assert delivery is not None
    assert (delivery.anchors, delivery.arrived_id) == ({"thing:1": 31}, 50)


async def test_what_is_done_is_not_done_again(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    assert await serve(door, container, cast.ana, command="member") is not None
    assert await serve(door, container, cast.ana, command="member") is None
    assert len(view.asked) == 1


@pytest.mark.parametrize("command", ["member", "refuse", "facilitator"])
async def test_the_reply_is_kept_with_the_effect(
    door: Door, container: Container, cast: Cast, command: str
) -> None:
    delivery = await serve(door, container, cast.ana, command=command)
    async with container.transaction() as services:
        owed = await services.intake.owed(NOON)

    assert delivery == Delivery.unpack(owed[0].content)


async def test_an_unknown_command_gets_the_way_on(door: Door, container: Container, cast: Cast) -> None:
    delivery = await serve(door, container, cast.ana, command="nonsense")

    assert delivery is not None
    assert delivery.sheets[0].rows


async def test_a_group_chat_hears_only_where_to_write(
    door: Door, container: Container, cast: Cast, view: View
) -> None:
    delivery = await serve(door, container, -5, Happening.CALLED_IN_GROUP)

    assert delivery is not None
    assert delivery.chat_id == -5
    assert "t.me/tandem_test_bot" in str(delivery.sheets[0].rows)
    assert view.asked == []


async def test_what_concerns_nobody_owes_nothing(door: Door, container: Container, cast: Cast) -> None:
    assert await serve(door, container, cast.ana, Happening.NOTHING) is None


async def test_blocking_tells_the_facilitators_once(door: Door, container: Container, cast: Cast) -> None:
    await serve(door, container, cast.ana, Happening.BLOCKED)
    async with container.transaction() as services:
        assert await services.reachability.is_lost(cast.ana.person_id)
        assert not await services.reachability.lost(cast.ana.person_id, NOON)
        (claimed,) = await services._work.outbox.claim(range(100), 10, owner="me", now=NOON, lease_until=NOON)

        assert (claimed.person_id, claimed.kind) == (cast.fay.person_id, "member.unreachable")


async def test_whoever_writes_again_is_in_reach_again(door: Door, container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services.reachability.lost(cast.ana.person_id, NOON)
    await serve(door, container, cast.ana, command="member")

    async with container.transaction() as services:
        assert not await services.reachability.is_lost(cast.ana.person_id)


async def test_known_people_are_met_and_strangers_are_not(
    door: Door, container: Container, cast: Cast, met: list[tuple[int, Actor]]
) -> None:
    await serve(door, container, cast.fay, command="facilitator")
    await serve(door, container, STRANGER, command="anyone", update_id=8)

    assert [(int(cast.fay.address), cast.fay.person_id)] == [(chat, actor.person_id) for chat, actor in met]
