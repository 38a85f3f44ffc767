from domain.joining import LINK_LIVES, MISSES_ALLOWED
from domain.messages import MemberJoined
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.newcomer import Newcomer
from tests.phone import Phone, messages
from tests.services.test_joining import invited, token_of
from tests.ways_in import arrived


async def test_wrong_used_and_expired_links_get_the_same_answer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    used, old = [await invited(container, fay, cast.ana.group_id) for _ in range(2)]
    await Newcomer(storage, container, 1).command("start", used)
    answers = set()
    for number, token in enumerate((used, "nonsense", "x" * 5000, "<b>", old)):
        phone = Newcomer(storage, container, 10 + number)
        phone.now = NOON + LINK_LIVES if token == old else NOON
        await phone.command("start", token)
        answers.add(phone.text)

    [answer] = answers
    assert answer.startswith("This link has been used or has run out.")


async def test_after_five_wrong_links_a_good_one_gets_that_answer_too(
    storage: Storage, container: Container, cast: Cast
) -> None:
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    phone = Newcomer(storage, container, 900)
    for wrong in range(MISSES_ALLOWED):
        await phone.command("start", f"wrong{wrong}")
    refusal = phone.text
    await phone.command("start", token)

    assert refusal == phone.text


async def test_a_stranger_learns_nothing_but_whom_to_call(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = Newcomer(storage, container, 900)
    for text in ("", "hello"):
        await (phone.command("start") if not text else phone.say(text))

        assert "private bot" in phone.text
        assert "988" in phone.text
        for name in ("Ana", "Ben", "Fay", "Tuesday", "Riverside"):
            assert name not in phone.text


async def test_a_facilitator_gives_a_name_and_gets_a_guide_in_three_steps(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with container.transaction() as services:
        link = await services.joining.invite_facilitator(cast.ana.group_id, NOON)
    phone = Newcomer(storage, container, 900)
    await phone.command("start", token_of(link))
    assert "lead the group <b>Tuesday evening</b>" in phone.text
    await phone.tap("Yes, that's me")
    await phone.say("Dana")

    assert "Welcome, Dana" in phone.text
    for step in ("/invite", "/pair", "/today"):
        assert step in phone.text
    assert [] == await messages(storage, cast.fay)
    await phone.tap("Make a link")
    assert "https://t.me/tandem_test_bot?start=" in phone.text


async def test_a_members_start_is_a_short_menu(ana: Phone) -> None:
    await ana.command("start")

    assert "Check in now" in ana.labels
    assert "I need help now" in ana.labels


async def test_the_facilitator_is_told_who_joined_and_nobody_else(
    storage: Storage, container: Container, cast: Cast
) -> None:
    message = MemberJoined(group_id=cast.ana.group_id, person_id=cast.ana.person_id)

    async def told(who: Member) -> str | None:
        screen = await Phone(storage, container, who).receive(message)
        return None if screen is None else str(screen.text)

    assert "<b>Ana</b> has joined your group." == await told(cast.fay)
    assert [None, None, None] == [await told(who) for who in (cast.cem, cast.dee, cast.gus)]


async def test_a_link_that_another_one_made_pointless_stands_in_nobodys_way(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    async with container.transaction() as services:
        link = await services.joining.invite_facilitator(cast.ana.group_id, NOON)
    await phone.command("start", token_of(link))
    await phone.tap("Yes, that's me")
    await phone.say("Dana")
    await phone.command("start")

    assert "Today" in phone.labels
    assert "consent" not in phone.text
