import pytest

from domain.access import Audience
from domain.errors import NotAllowed, NotUnderstood, Outdated
from domain.ids import Address
from handlers import errors, routes, system
from handlers.callbacks.alerts import ShowAlerts
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.crisis import HelpNow
from handlers.help import help_text, helping
from handlers.request import Request, Screen
from handlers.screens.menu import menu_screen
from handlers.texts import alerts as alert_texts
from handlers.texts.words import Words
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, actor
from tests.scenes import request_of

ENGLISH, SPANISH = Words("en", ZONE), Words("es", ZONE)


def presses(screen: Screen) -> list[object]:
    return [button.press for row in screen.rows for button in row]


async def test_the_menu_is_by_role_and_always_has_the_button_for_help(storage: Storage, cast: Cast) -> None:
    ana = menu_screen(ENGLISH, await actor(storage, cast.ana))
    fay = menu_screen(ENGLISH, await actor(storage, cast.fay))

    assert StartCheckIn() in presses(ana)
    assert ShowAlerts() not in presses(ana)
    assert ShowAlerts() in presses(fay)
    assert StartCheckIn() not in presses(fay)
    assert HelpNow() == presses(ana)[-1] == presses(fay)[-1]


async def test_help_lists_what_is_open_to_the_person_and_nothing_else(storage: Storage, cast: Cast) -> None:
    ana = str(help_text(ENGLISH, await actor(storage, cast.ana), routes.COMMANDS))
    fay = str(help_text(ENGLISH, await actor(storage, cast.fay), routes.COMMANDS))

    assert f"/alerts {alert_texts.ALERTS_COMMAND.en}" in fay
    assert "/alerts" not in ana
    for text in (ana, fay):
        assert "/sos" in text
        assert "not an emergency service" in text


async def test_help_tells_a_stranger_what_every_stranger_is_told(container: Container) -> None:
    view = helping(lambda: routes.COMMANDS)
    async with container.transaction() as services:
        reply = await view(Request(address=Address(5), now=NOON, words=ENGLISH), services)

    assert errors.stranger(ENGLISH, "US") == reply


async def test_help_carries_the_button_for_help(storage: Storage, container: Container, cast: Cast) -> None:
    view = helping(lambda: routes.COMMANDS)
    request = await request_of(storage, cast.ana)
    async with container.transaction() as services:
        reply = await view(request, services)

    assert [HelpNow()] == presses(reply.screens[0])


async def test_an_unknown_command_is_answered_with_what_there_is(
    storage: Storage, container: Container, cast: Cast
) -> None:
    request = await request_of(storage, cast.ana)
    async with container.transaction() as services:
        reply = await system.unknown_command(request, services)

    assert str(reply.screens[0].text).startswith("I don't know that command; /help lists them all.")
    assert StartCheckIn() in presses(reply.screens[0])


def test_a_group_chat_gets_one_sentence_and_a_way_to_the_private_chat() -> None:
    (screen,) = system.group_chat(ENGLISH, "tandem_bot").screens

    assert "Please write to me in private." == str(screen.text)
    assert ["https://t.me/tandem_bot"] == [button.url for row in screen.rows for button in row]


@pytest.mark.parametrize(
    "error",
    [
        NotAllowed("system.stranger"),
        NotAllowed("system.not_yours"),
        Outdated("system.old_button"),
        NotUnderstood("anything"),
    ],
)
def test_a_stranger_gets_the_same_answer_whatever_happens(error: Exception) -> None:
    assert isinstance(error, NotAllowed | Outdated | NotUnderstood)

    assert errors.stranger(ENGLISH, "US") == errors.refused(ENGLISH, error, None, "US")


def test_a_stranger_gets_numbers_and_no_sign_of_who_uses_the_bot() -> None:
    text = str(errors.stranger(ENGLISH, "US").screens[0].text)

    assert "<b>988</b>" in text
    assert [] == [word for word in ("group", "recovery", "treatment", "program") if word in text.lower()]


async def test_an_old_button_is_left_alone_and_the_menu_is_shown(storage: Storage, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    reply = errors.refused(ENGLISH, Outdated("system.old_button"), ana, "US")

    assert str(reply.screens[0].text).startswith("That button is from an earlier moment")
    assert StartCheckIn() in presses(reply.screens[0])
    assert reply.is_new


async def test_what_was_not_understood_gets_its_sentence_alone(storage: Storage, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    reply = errors.refused(ENGLISH, NotUnderstood("system.facilitators_only"), ana, "US")

    assert "That is for facilitators." == str(reply.screens[0].text)


async def test_a_refusal_without_a_text_still_gets_a_sentence(storage: Storage, cast: Cast) -> None:
    ana = await actor(storage, cast.ana)
    reply = errors.refused(ENGLISH, NotUnderstood("nowhere.to_be_found"), ana, "US")

    assert "I can't do that here. Nothing was changed." == str(reply.screens[0].text)


def test_who_may_not_is_told_for_whom_it_is() -> None:
    assert "system.facilitators_only" == system.not_for(Audience.FACILITATOR, is_stranger=False).key
    assert "system.participants_only" == system.not_for(Audience.PARTICIPANT, is_stranger=False).key
    assert "system.stranger" == system.not_for(Audience.FACILITATOR, is_stranger=True).key


def test_a_breakdown_of_ours_is_ours_and_has_a_number_and_a_way_on() -> None:
    reply = errors.apology(SPANISH, "k3f9")

    assert "k3f9" in reply.screens[0].text
    assert [HelpNow()] == presses(reply.screens[0])


async def test_a_strangers_request_has_no_person(storage: Storage) -> None:
    with pytest.raises(NotAllowed):
        _ = Request(address=Address(5), now=NOON, words=ENGLISH).person
