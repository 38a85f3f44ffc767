from typing import Any

from domain.messages import RelayArrived, RelayEdited, RelayReacted, RelayWithdrawn
from domain.relays import Media, RelayKind
from domain.setbacks import Rule
from handlers.edge.inbound import Happening
from handlers.request import Placing, Reaction
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.chat import Chat, said
from tests.pairs import in_line, paired
from tests.phone import Phone

BEN_SEES = 900
"""The message of Ben's chat that shows what Ana sent."""
PHOTO = Media(RelayKind.PHOTO, "AgAC-photo")


def chat(container: Container, member: Member) -> Chat:
    return Chat(container, int(member.address))


async def hands_over(storage: Storage, container: Container, member: Member) -> Any:
    """Show a member what arrived last, in the message BEN_SEES."""
    phone = Phone(storage, container, member)
    arrived = [one for one in await in_line(storage, member) if isinstance(one, RelayArrived)]
    screen = await phone.receive(arrived[-1])
    async with container.transaction() as services:
        await services.people.anchor(member.person_id, screen.anchor, BEN_SEES, NOON)
    return screen


async def sent(storage: Storage, container: Container, cast: Cast, text: str = "hi", **more: Any) -> Phone:
    """Let Ana write to Ben in message 50, who sees it; return Ana's phone with the receipt."""
    await paired(storage, cast.ana, cast.ben)
    ana = Phone(storage, container, cast.ana)
    await ana.command("partner", text, message_id=50)
    await hands_over(storage, container, cast.ben)
    return ana


async def test_an_answer_in_the_app_goes_to_the_partner_as_an_answer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast)
    replied = await chat(container, cast.ben).send("hello back", message_id=901, reply_to=BEN_SEES)
    (message,) = [one for one in await in_line(storage, cast.ana) if isinstance(one, RelayArrived)]
    screen = await Phone(storage, container, cast.ana).receive(message)

    assert said(replied)[0].startswith("On its way to <b>Ana</b>.")
    assert (50, True) == (screen.reply_to, "hello back" in str(screen.text))


async def test_a_photo_is_carried_by_its_name_and_nothing_else_of_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast)
    await chat(container, cast.ben).send("look", message_id=902, reply_to=BEN_SEES, media=PHOTO)
    (message,) = [one for one in await in_line(storage, cast.ana) if isinstance(one, RelayArrived)]
    screen = await Phone(storage, container, cast.ana).receive(message)

    assert PHOTO == screen.media
    assert "“look”" in str(screen.text)
    assert screen.is_protected


async def test_an_edit_changes_what_the_partner_sees_in_its_place(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast, "hi")
    await chat(container, cast.ana).edit("hi there", message_id=50)
    (message,) = [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayEdited)]
    screen = await Phone(storage, container, cast.ben).receive(message)

    assert ("hi there" in str(screen.text), Placing.IN_PLACE) == (True, screen.placing)


async def test_an_edit_carries_no_username(storage: Storage, container: Container, cast: Cast) -> None:
    await sent(storage, container, cast, "hi")
    told = await chat(container, cast.ana).edit("hi, I'm @ana_nyc", message_id=50)

    assert "@ana_nyc" in said(told)[0]
    assert [] == [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayEdited)]


async def test_what_is_taken_back_goes_from_the_partners_chat(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await sent(storage, container, cast)
    await ana.tap("Take it back")
    (message,) = [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayWithdrawn)]
    screen = await Phone(storage, container, cast.ben).receive(message)

    assert "I'm taking it back" in ana.text
    assert Placing.AWAY is screen.placing
    assert [] == [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayArrived)]


async def test_a_reaction_stands_under_the_senders_own_message(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast)
    ben, shown = chat(container, cast.ben), []
    for emoji in ("❤", None):
        await ben.send(happening=Happening.REACTED, message_id=BEN_SEES, emoji=emoji)
        message = next(one for one in await in_line(storage, cast.ana) if isinstance(one, RelayReacted))
        shown.append(await Phone(storage, container, cast.ana).receive(message))

    assert [Reaction(50, "❤"), Reaction(50, None)] == shown


async def test_a_reaction_to_anything_else_does_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast)
    await chat(container, cast.ben).send(happening=Happening.REACTED, message_id=77, emoji="❤")
    await chat(container, cast.ana).send(happening=Happening.REACTED, message_id=50, emoji="❤")

    assert [] == [one for one in await in_line(storage, cast.ana) if isinstance(one, RelayReacted)]


async def test_a_muted_partner_makes_no_sound(storage: Storage, container: Container, cast: Cast) -> None:
    ana = await sent(storage, container, cast)
    ben = Phone(storage, container, cast.ben)
    pair = (await in_line(storage, cast.ben))[0]
    await ben.receive(pair)
    await ben.tap("Mute")
    await ana.command("partner", "one more", message_id=51)
    arrived = [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayArrived)]

    assert (await ben.receive(arrived[-1])).is_silent


async def test_a_block_is_at_once_and_silent(storage: Storage, container: Container, cast: Cast) -> None:
    ana = await sent(storage, container, cast)
    await ana.command("partner", "still on its way", message_id=51)
    ben = Phone(storage, container, cast.ben)
    await ben.receive((await in_line(storage, cast.ben))[0])
    await ben.tap("Block")
    await ben.tap("Block now")
    await ana.command("partner", "are you there?", message_id=52)

    assert [] == await in_line(storage, cast.ben)
    assert [] == await in_line(storage, cast.ana)
    assert "no partner right now" in ana.text


async def test_a_message_taken_back_can_be_reported(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await sent(storage, container, cast, "SECRET threat")
    ben = Phone(storage, container, cast.ben)
    await ben.receive((await in_line(storage, cast.ben))[0])
    report = ben.button("Report")
    await ana.tap("Take it back")
    await ben.press(report)
    await ben.tap("Show it")
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        (card,) = await services.alerts.unresolved(fay, NOON)
        details = await services.alerts.details(fay, card.alert.alert_id, NOON)

    assert "Thank you for saying so" in ben.text
    assert (True, ["SECRET threat"]) == (card.alert.has(Rule.REPORT), [one.text for one in details.reported])
    assert cast.ana.membership_id == card.alert.membership_id
