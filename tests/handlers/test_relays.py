import dataclasses
from typing import Any

import pytest

from domain.errors import NotUnderstood
from domain.ids import PairId
from domain.messages import RelayArrived
from domain.relays import LONGEST_RELAY, UNANSWERED_PER_HOUR
from handlers import relays
from handlers.callbacks.partners import (
    DropHeld,
    ReadyAnswerChosen,
    SendHeld,
    StopWriting,
    WritePartner,
    WriteTo,
)
from handlers.callbacks.relays import SendHeldAnyway
from handlers.request import Attachment, Reply, Screen
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import arrival, in_line, labels, paired, said
from tests.scenes import notice_to, request_of

VIEWS: dict[type, Any] = {
    DropHeld: relays.held_dropped,
    ReadyAnswerChosen: relays.ready_chosen,
    SendHeld: relays.held_sent,
    SendHeldAnyway: relays.held_sent_anyway,
    StopWriting: relays.stopped,
    WritePartner: relays.write,
    WriteTo: relays.write_to,
}


async def pressed(storage: Storage, container: Container, member: Member, press: Any) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await VIEWS[type(press)](request, press, services)


async def typed(
    storage: Storage, container: Container, member: Member, pair_id: PairId, text: str, **facts: Any
) -> Reply:
    request = await request_of(storage, member, text=text)
    async with container.transaction() as services:
        return await relays.typed(dataclasses.replace(request, subject_id=pair_id, **facts), services)


async def arrived(storage: Storage, container: Container, member: Member) -> list[str]:
    notice = await notice_to(storage, member)
    waiting = [one for one in await in_line(storage, member) if isinstance(one, RelayArrived)]
    async with container.transaction() as services:
        shown = [await relays.relay_arrived(notice, one, services) for one in waiting]
    return [said(one) for one in shown if one is not None]


def button(shown: Reply | Screen, label: str) -> Any:
    screens = shown.screens if isinstance(shown, Reply) else (shown,)
    (press,) = [one.press for screen in screens for row in screen.rows for one in row if one.label == label]
    return press


async def test_writing_asks_for_the_text_and_passes_it_on(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    asks = await pressed(storage, container, cast.ana, WritePartner())
    sent = await typed(storage, container, cast.ana, pair_id, "made it through the wedding")

    assert "your next text goes to them" in said(asks)
    assert asks.is_new
    assert said(sent).startswith("On its way to <b>Ben</b>.")
    assert [arrival("made it through the wedding")] == await arrived(storage, container, cast.ben)


async def test_a_message_can_be_answered_and_not_be_forwarded(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await typed(storage, container, cast.ana, pair_id, "hi")
    (message,) = await in_line(storage, cast.ben)
    notice = await notice_to(storage, cast.ben)
    async with container.transaction() as services:
        screen = await relays.relay_arrived(notice, message, services)
    assert screen is not None

    assert WriteTo(pair_id) == button(screen, "Reply")
    assert screen.is_protected
    assert (await pressed(storage, container, cast.ben, button(screen, "Reply"))).is_new


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y"),
        ("{name} %s \\", "{name} %s \\"),
        ("\U0001f9d1\u200d\U0001f680 שלום", "\U0001f9d1\u200d\U0001f680 שלום"),
        ("\u202eabc", "\u2068\u202eabc\u2069"),
        ("x" * LONGEST_RELAY, "x" * LONGEST_RELAY),
    ],
)
async def test_words_arrive_as_they_were_written(
    storage: Storage, container: Container, cast: Cast, text: str, shown: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await typed(storage, container, cast.ana, pair_id, text)

    assert [arrival(shown)] == await arrived(storage, container, cast.ben)


async def test_a_text_too_long_is_refused_whole_and_the_writing_goes_on(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await pressed(storage, container, cast.ana, WriteTo(pair_id))
    with pytest.raises(NotUnderstood) as refusal:
        await typed(storage, container, cast.ana, pair_id, "x" * 5_000)
    async with container.transaction() as services:
        open_dialogue = await services.people.dialogue(cast.ana.person_id)

    assert ("partners.too_long", {"length": 5_000, "limit": LONGEST_RELAY}) == (
        refusal.value.key,
        refusal.value.data,
    )
    assert ("partner", pair_id) == open_dialogue
    assert [] == await in_line(storage, cast.ben)


@pytest.mark.parametrize("attachment", Attachment)
async def test_what_is_no_text_is_kindly_refused(
    storage: Storage, container: Container, cast: Cast, attachment: Attachment
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    reply = await typed(storage, container, cast.ana, pair_id, "a caption", attachment=attachment)

    assert "nothing else. So I sent nothing." in said(reply)
    assert [] == await in_line(storage, cast.ben)


async def test_forwarded_text_is_kindly_refused(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    reply = await typed(storage, container, cast.ana, pair_id, "their words", is_forwarded=True)

    assert "words of your own" in said(reply)
    assert [] == await in_line(storage, cast.ben)


async def test_a_username_is_warned_about_before_it_goes(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    warning = await typed(storage, container, cast.ana, pair_id, "I'm @ana_nyc or 555 123 4567")

    assert "<b>@ana_nyc, 555 123 4567</b>" in said(warning)
    assert ["Send anyway", "Don't send"] == labels(warning)
    assert [] == await in_line(storage, cast.ben)

    sent = await pressed(storage, container, cast.ana, button(warning, "Send anyway"))
    again = await pressed(storage, container, cast.ana, button(warning, "Send anyway"))

    assert (None, "That one has gone out already.") == (sent.notice, again.notice)
    assert [arrival("I'm @ana_nyc or 555 123 4567")] == [
        text.replace("&#39;", "'") for text in await arrived(storage, container, cast.ben)
    ]


async def test_what_is_not_to_be_sent_stays_in_the_writers_chat(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    warning = await typed(storage, container, cast.ana, pair_id, "I'm @ana_nyc")
    dropped = await pressed(storage, container, cast.ana, button(warning, "Don't send"))

    assert "Not sent." in said(dropped)
    assert [] == await in_line(storage, cast.ben)


async def test_too_many_messages_are_kept_and_the_time_is_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    for number in range(UNANSWERED_PER_HOUR):
        await typed(storage, container, cast.ana, pair_id, str(number))
    reply = await typed(storage, container, cast.ana, pair_id, "one more")

    assert "it can go from 13:00 on" in said(reply)
    assert ["Send it now", "Don't send"] == labels(reply)
    assert UNANSWERED_PER_HOUR == len(await in_line(storage, cast.ben))


async def test_after_the_end_the_words_are_kept_for_their_writer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        await services.partners.end(ben, pair_id, NOON)
    reply = await typed(storage, container, cast.ana, pair_id, "are you there?")

    assert "no longer partners" in said(reply)
    assert ["Keep as a note", "Never mind"] == labels(reply)


async def test_never_mind_lets_the_next_text_go_to_nobody(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    asks = await pressed(storage, container, cast.ana, WritePartner())
    await pressed(storage, container, cast.ana, button(asks, "Never mind"))
    async with container.transaction() as services:
        assert await services.people.dialogue(cast.ana.person_id) is None


async def test_without_a_partner_writing_says_so(storage: Storage, container: Container, cast: Cast) -> None:
    assert "no partner right now" in said(await pressed(storage, container, cast.ana, WritePartner()))
