from typing import Any

from domain.messages import PairDeclined, PairEnded, PairFormed, PairProposed
from handlers import pairing
from handlers.callbacks.pairing import (
    CancelPairs,
    PairAccepted,
    PairRefused,
    ProposePairs,
    SendPairs,
    ShufflePairs,
    TakeBackPairs,
)
from handlers.request import Reply, Screen
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import asked, in_line, joins, labels, said
from tests.scenes import notice_to, request_of

VIEWS: dict[type, Any] = {
    CancelPairs: pairing.cancel_chosen,
    PairAccepted: pairing.pair_accepted,
    PairRefused: pairing.pair_refused,
    ProposePairs: pairing.group_chosen,
    SendPairs: pairing.send_chosen,
    ShufflePairs: pairing.shuffle_chosen,
    TakeBackPairs: pairing.take_back_chosen,
}


async def typed(storage: Storage, container: Container, member: Member, language: str = "en") -> Reply:
    request = await request_of(storage, member, language=language)
    async with container.transaction() as services:
        return await pairing.pair(request, services)


async def pressed(storage: Storage, container: Container, member: Member, press: Any) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await VIEWS[type(press)](request, press, services)


async def noticed(storage: Storage, container: Container, member: Member, message: Any) -> Screen | None:
    views: dict[type, Any] = {
        PairProposed: pairing.pair_proposed,
        PairFormed: pairing.pair_formed,
        PairDeclined: pairing.pair_declined,
        PairEnded: pairing.pair_ended,
    }
    notice = await notice_to(storage, member)
    async with container.transaction() as services:
        return await views[type(message)](notice, message, services)


def button(reply: Reply | Screen, label: str) -> Any:
    screens = reply.screens if isinstance(reply, Reply) else (reply,)
    (press,) = [one.press for screen in screens for row in screen.rows for one in row if one.label == label]
    return press


async def test_the_preview_names_pairs_with_reasons_and_says_that_nobody_is_asked(
    storage: Storage, container: Container, cast: Cast
) -> None:
    reply = await typed(storage, container, cast.fay)

    assert "Nobody has been asked yet" in said(reply)
    assert "not partners before" in said(reply)
    assert "Ana" in said(reply)
    assert ["Send these", "Shuffle", "Change by hand", "Rules and rhythm", "Cancel"] == labels(reply)
    assert [] == await in_line(storage, cast.ana)


async def test_the_preview_speaks_spanish_too(storage: Storage, container: Container, cast: Cast) -> None:
    reply = await typed(storage, container, cast.fay, "es")

    assert ["Enviar estas", "Mezclar", "Cambiar a mano", "Reglas y ritmo", "Cancelar"] == labels(reply)


async def test_names_are_escaped(storage: Storage, container: Container, cast: Cast) -> None:
    await joins(storage, cast.ana, "<b>&x", 201)

    assert "&lt;b&gt;&amp;x" in said(await typed(storage, container, cast.fay))


async def test_a_cancelled_preview_asks_nobody(storage: Storage, container: Container, cast: Cast) -> None:
    assert "Nobody has been asked." == said(await pressed(storage, container, cast.fay, CancelPairs()))
    assert [] == await in_line(storage, cast.ana)


async def test_from_preview_to_partners(storage: Storage, container: Container, cast: Cast) -> None:
    preview = await typed(storage, container, cast.fay)
    sent = await pressed(storage, container, cast.fay, button(preview, "Send these"))
    (message,) = await in_line(storage, cast.ana)
    proposal = await noticed(storage, container, cast.ana, message)
    assert proposal is not None

    assert "one pair is being asked" in said(sent)
    assert "Ben" in said(proposal)
    assert "whether you've checked in today" in said(proposal)
    assert ["Yes", "Someone else, please"] == labels(proposal)

    waiting = await pressed(storage, container, cast.ana, button(proposal, "Yes"))
    formed = await pressed(storage, container, cast.ben, button(proposal, "Yes"))
    (_, told) = await in_line(storage, cast.ana)
    notice = await noticed(storage, container, cast.ana, told)
    assert notice is not None

    assert "I'll tell you here" in said(waiting)
    assert "<b>Ana</b> and you are partners now." in said(formed)
    assert "<b>Ben</b> and you are partners now." in said(notice)
    assert "/partner" in said(notice)
    assert ["Three short things first", "Write to Ben", "What I share"] == labels(notice)


async def test_everything_unasked_is_safe_on_a_lock_screen(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    proposal = await noticed(storage, container, cast.ana, PairProposed(pair_id))
    assert proposal is not None

    assert "Tuesday evening" not in said(proposal)
    assert "Riverside" not in said(proposal)


async def test_who_wants_somebody_else_is_known_to_the_facilitator_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    reply = await pressed(storage, container, cast.ana, PairRefused(pair_id))
    message = PairDeclined(pair_id, cast.ana.person_id)
    told = await noticed(storage, container, cast.fay, message)
    assert told is not None

    assert "nobody else does" in said(reply)
    assert "<b>Ana</b> would like another partner than Ben." in said(told)
    assert ["Suggest pairs again"] == labels(told)
    for member in (cast.ana, cast.ben, cast.dee, cast.gus):
        assert await noticed(storage, container, member, message) is None


async def test_a_late_yes_gets_the_state_as_it_is(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    await pressed(storage, container, cast.ana, PairRefused(pair_id))
    late = await pressed(storage, container, cast.ben, PairAccepted(pair_id))

    assert "no longer open" in said(late)
    assert late.notice is not None
    assert "Ana" not in said(late)


async def test_an_earlier_refusal_is_never_told_as_a_reason(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    await pressed(storage, container, cast.ana, PairRefused(pair_id))
    preview = await typed(storage, container, cast.fay)
    await pressed(storage, container, cast.fay, button(preview, "Send these"))
    message = (await in_line(storage, cast.ben))[-1]
    proposal = await noticed(storage, container, cast.ben, message)
    assert proposal is not None

    assert "somebody else before" in said(preview)
    assert "somebody else before" not in said(proposal)


async def test_a_shuffle_without_another_way_says_so(
    storage: Storage, container: Container, cast: Cast
) -> None:
    preview = await typed(storage, container, cast.fay)
    again = await pressed(storage, container, cast.fay, button(preview, "Shuffle"))

    assert again.notice is not None
    assert said(preview) == said(again)


async def test_a_shuffle_shows_other_pairs(storage: Storage, container: Container, cast: Cast) -> None:
    for number in range(2):
        await joins(storage, cast.ana, f"P{number}", 201 + number)
    preview = await typed(storage, container, cast.fay)
    again = await pressed(storage, container, cast.fay, button(preview, "Shuffle"))

    assert said(preview) != said(again)
    assert again.notice is None


async def test_what_is_asked_is_shown_and_can_be_taken_back(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    reply = await typed(storage, container, cast.fay)

    assert "nobody is free" in said(reply)
    assert "Asked, not yet all answered" in said(reply)
    assert ["Take back what is asked", "Rules and rhythm"] == labels(reply)

    again = await pressed(storage, container, cast.fay, button(reply, "Take back what is asked"))

    assert "Send these" in labels(again)
    assert await noticed(storage, container, cast.ana, PairProposed(pair_id)) is None


async def test_a_group_of_one_or_none_gets_a_clear_sentence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alone = await typed(storage, container, cast.dee)
    empty = await typed(storage, container, cast.gus)

    assert "only <b>Cem</b> is free" in said(alone)
    assert "no participants yet" in said(empty)
    assert ["Rules and rhythm", "Rules and rhythm"] == labels(alone) + labels(empty)


async def test_a_facilitator_of_several_groups_is_asked_which(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.cem.group_id, cast.fay.person_id, "facilitator", "Fay", NOON)  # type: ignore[arg-type]  # the enum's value
    reply = await typed(storage, container, cast.fay)

    assert {"Tuesday evening", "Friday morning"} == set(labels(reply))
    chosen = await pressed(storage, container, cast.fay, button(reply, "Friday morning"))
    assert "Cem" in said(chosen)
