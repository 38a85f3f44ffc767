import dataclasses
from typing import Any

import pytest
from sqlalchemy import select

from domain.access import Role
from domain.alerts import Alert
from domain.ids import Address
from domain.setbacks import AlertState, Level, Rule, Step
from handlers import alerts, crisis
from handlers.callbacks.alerts import ShowDetails
from handlers.callbacks.crisis import HelpNow, SafeForNow
from handlers.callbacks.partners import WritePartner
from handlers.callbacks.plans import OpenPlan
from handlers.request import Reply, Request
from handlers.screens.crisis_lines import numbers
from handlers.texts.words import Words
from services.container import Container
from storage.tables.alerts import AlertRow
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, Member, actor
from tests.scenes import HOUR, MINUTE, partners, request_of

ENGLISH, SPANISH = Words("en", ZONE), Words("es", ZONE)


async def asked(
    storage: Storage, container: Container, member: Member, **changes: Any
) -> tuple[Reply, str, list[Any]]:
    request = dataclasses.replace(await request_of(storage, member), **changes)
    async with container.transaction() as services:
        reply = await crisis.help_now(request, HelpNow(), services)
    return reply, str(reply.screens[0].text), [b.press for row in reply.screens[0].rows for b in row]


async def alerts_now(storage: Storage, member: Member) -> list[Alert]:
    who = await actor(storage, member)
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved(who.scope)


def test_the_numbers_need_nothing_but_a_language_and_a_country() -> None:
    screen = crisis.sos_screen(ENGLISH, "US")

    assert "call or text <b>988</b>" in screen.text
    assert "<b>911</b>" in screen.text
    assert "text HOME to <b>741741</b>" in screen.text
    assert "I'm a program" in screen.text


@pytest.mark.parametrize("words", [ENGLISH, SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("country", ["XX", "", None])
def test_an_unknown_country_never_gets_anothers_number(words: Words, country: str | None) -> None:
    text = str(crisis.sos_screen(words, country).text)

    assert "findahelpline.com" in text
    assert [] == [sign for sign in text if sign.isdigit()]


def test_each_way_to_reach_a_line_has_its_words() -> None:
    assert "Lifeline: call <b>13 11 14</b> or text <b>0477 13 11 14</b>" in numbers(ENGLISH, "AU")
    assert "call <b>0800 111 0 111</b> or <b>0800 111 0 222</b>" in numbers(ENGLISH, "DE")
    assert "Telefono Amico: call <b>02 2327 2327</b> (09:00-24:00)" in numbers(ENGLISH, "IT")
    assert "your local emergency number" in numbers(ENGLISH, "ZA")


def test_in_spanish_a_line_that_speaks_english_only_is_left_out_where_another_speaks_spanish() -> None:
    assert "741741" not in numbers(SPANISH, "US")
    assert "<b>988</b>" in numbers(SPANISH, "US")


async def test_asking_for_help_tells_the_facilitators_and_says_so(
    storage: Storage, container: Container, cast: Cast
) -> None:
    reply, text, presses = await asked(storage, container, cast.ana)
    (alert,) = await alerts_now(storage, cast.fay)

    assert reply.is_new
    assert text.startswith("I'm telling <b>Fay</b> now")
    assert [SafeForNow(), OpenPlan()] == presses
    assert (Level.URGENT, [Rule.SOS]) == (alert.level, [found.cause.rule for found in alert.found])


async def test_the_command_does_the_same_as_the_button(
    storage: Storage, container: Container, cast: Cast
) -> None:
    request = await request_of(storage, cast.ana, text="")
    async with container.transaction() as services:
        reply = await crisis.sos(request, services)

    assert "I'm telling <b>Fay</b> now" in reply.screens[0].text
    assert 1 == len(await alerts_now(storage, cast.fay))


async def test_pressing_again_and_again_makes_one_alert(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for _ in range(3):
        await asked(storage, container, cast.ana)

    assert 1 == len(await alerts_now(storage, cast.fay))


async def test_all_facilitators_who_can_be_reached_are_named(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        for other, name in ((cast.dee, "Dee"), (cast.gus, "Gus")):
            await work.groups.join(cast.ana.group_id, other.person_id, Role.FACILITATOR, name, NOON + HOUR)
        await work.people.set_unreachable(cast.gus.person_id, NOON)
    _, text, _ = await asked(storage, container, cast.ana)

    assert text.startswith("I'm telling <b>Fay and Dee</b> now")


async def test_when_nobody_can_be_reached_that_is_said_and_the_alert_is_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.fay.person_id, NOON)
    _, text, _ = await asked(storage, container, cast.ana)

    assert "I can't reach anybody" in text
    assert 1 == len(await alerts_now(storage, cast.fay))


async def test_somebody_in_no_group_is_told_honestly_that_nobody_is_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    stranger = Request(address=Address(9), now=NOON, words=ENGLISH)
    facilitator = await request_of(storage, cast.fay)
    async with container.transaction() as services:
        for request in (stranger, facilitator):
            reply = await crisis.help_now(request, HelpNow(), services)

            assert "I have nobody to tell" in reply.screens[0].text
            assert () == reply.screens[0].rows
    async with storage.unit_of_work() as work:
        assert [] == list(await work.session.scalars(select(AlertRow)))


async def test_whoever_lives_elsewhere_gets_the_numbers_of_that_place_too(
    storage: Storage, container: Container, cast: Cast
) -> None:
    _, text, _ = await asked(storage, container, cast.ana, words=Words("en", "Europe/London"))
    _, at_home, _ = await asked(storage, container, cast.ben)

    assert text.startswith("The numbers where you are:")
    assert "Samaritans" in text
    assert "988" not in at_home


async def test_a_partner_can_be_written_to_from_there(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await partners(storage, cast.ana, cast.ben)
    _, _, presses = await asked(storage, container, cast.ana)

    assert [SafeForNow(), WritePartner(), OpenPlan()] == presses


async def test_safe_for_the_moment_is_noted_for_the_facilitator_and_closes_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container, cast.ana)
    request = await request_of(storage, cast.ana, NOON + MINUTE)
    async with container.transaction() as services:
        for _ in range(2):
            reply = await crisis.safe_for_now(request, SafeForNow(), services)
    (alert,) = await alerts_now(storage, cast.fay)
    fay = await request_of(storage, cast.fay, NOON + 2 * MINUTE)
    async with container.transaction() as services:
        shown = await alerts.details_asked(fay, ShowDetails(alert.alert_id), services)

    assert "<b>Fay</b> will see that too" in reply.screens[0].text
    assert HelpNow() in [button.press for row in reply.screens[0].rows for button in row]
    assert (AlertState.OPEN, [Step.SAFE_FOR_NOW]) == (alert.state, [taken.step for taken in alert.steps])
    assert "12:01: Ana says: safe for the moment." in shown.screens[0].text


async def test_safe_without_an_alert_is_simply_thanked_for(
    storage: Storage, container: Container, cast: Cast
) -> None:
    request = await request_of(storage, cast.ana)
    async with container.transaction() as services:
        reply = await crisis.safe_for_now(request, SafeForNow(), services)

    assert str(reply.screens[0].text).startswith("Thank you for telling me.")
    assert "Fay" not in reply.screens[0].text
