import hashlib

from domain.access import Role
from domain.joining import CONSENT_VERSION
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.joining import ConsentAgreed, WelcomeRead
from handlers.request import Button
from handlers.texts import consent
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.newcomer import Newcomer
from tests.phone import Phone, messages
from tests.ways_in import SIGNATURE, arrived, at_the_time

FINGERPRINT = "8f167e9a7bf36b62"
"""Of the consent's words, in both languages, at the version below."""


async def test_the_way_in_takes_fewer_than_twelve_taps_and_ends_at_the_first_check_in(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    assert "a program, not a person" in phone.text
    assert "let Fay know" in phone.text
    assert "call <b>911</b> or <b>988</b>" in phone.text
    steps = [
        "Let's start",
        "Go on",
        "I agree",
        SIGNATURE,
        "Sky",
        "New York (now 12:00)",
        "18:00 (the group's",
        "I'm not sure",
    ]
    for step in steps:
        await (phone.say(step) if step in {SIGNATURE, "Sky"} else phone.tap(step))

    assert 1 + len(steps) + 1 < 12
    assert "You're in, Sky" in phone.text
    assert "at 18:00, every day (New York time)" in phone.text
    assert isinstance(phone.button("Start my first check-in").press, StartCheckIn)
    assert ["member.joined"] == await messages(storage, cast.fay)
    who = await phone.actor()
    assert who is not None
    assert [(cast.ana.group_id, Role.PARTICIPANT)] == [(seat.group_id, seat.role) for seat in who.seats]


async def test_each_step_stands_on_the_same_message(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    anchors = {phone.reply.screens[0].anchor}
    for label in ("Let's start", "Go on", "I agree"):
        await phone.tap(label)
        anchors.add(phone.reply.screens[0].anchor)
    await phone.say(SIGNATURE)
    anchors.add(phone.reply.screens[0].anchor)

    assert 1 == len(anchors)
    assert None not in anchors


async def test_the_consent_has_the_elements_of_the_law(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """Source: 42 CFR 2.31(a)."""
    phone = await arrived(storage, container, cast)
    await phone.tap("What will people see?")
    assert "Telegram</b> carries our messages and could read them" in phone.text
    await phone.tap("Go on")

    for element in (
        "Riverside",
        "Fay (leading the group “Tuesday evening”)",
        "mood, craving, sleep, use",
        "support you between sessions",
        "/privacy or /leave, and in writing",
        "March 3, 2027",
        "42 CFR Part 2",
        "March 3, 2026",
        CONSENT_VERSION,
        "sign with your name",
    ):
        assert element in phone.text


def test_whoever_changes_the_consent_changes_its_version() -> None:
    fingerprint = hashlib.sha256((consent.CONSENT.en + consent.CONSENT.es).encode()).hexdigest()[:16]

    assert ("2026-11.2", FINGERPRINT) == (CONSENT_VERSION, fingerprint)


async def test_not_now_keeps_the_place_and_shares_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    await phone.tap("Let's start")
    await phone.tap("Go on")
    await phone.tap("Not now")
    assert "nothing is shared" in phone.text
    assert [] == await messages(storage, cast.fay)

    await phone.tap("Go on")
    assert "Your consent" in phone.text
    await phone.command("start")
    assert "Your consent" in phone.text


async def test_typing_is_no_consent(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await arrived(storage, container, cast)
    await phone.tap("Let's start")
    await phone.tap("Go on")
    await phone.say("Cielo Gómez")

    assert "tap one of the buttons" in phone.text
    assert "Your consent" in phone.text


async def test_back_leads_to_the_question_before(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_time(storage, container, cast)
    await phone.tap("Back")
    assert "Where do you live?" in phone.text
    await phone.tap("Back")
    assert "What shall people here call you?" in phone.text


async def test_an_old_button_shows_where_we_are_and_a_double_tap_says_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    start = phone.button("Let's start")
    await phone.tap("Let's start")
    await phone.press(start)
    assert phone.reply.notice is None
    await phone.tap("Go on")
    await phone.press(start)

    assert "Your consent" in phone.text
    assert phone.reply.notice is not None


async def test_a_button_of_somebody_elses_enrolment_shows_nothing_of_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await arrived(storage, container, cast)
    welcome = phone.button("Let's start").press
    assert isinstance(welcome, WelcomeRead)
    for other in (cast.ana, cast.cem, cast.gus):
        thief = Phone(storage, container, other)
        await thief.press(Button("", ConsentAgreed(welcome.enrolment_id)))

        assert "I can't find that here" in thief.text
    stranger = Newcomer(storage, container, 901)
    await stranger.press(Button("", welcome))
    assert "private bot" in stranger.text


async def test_the_way_in_in_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await arrived(storage, container, cast, "es")
    assert "soy Tandem, un programa, no una persona" in phone.text
    await phone.tap("English")
    assert "a program, not a person" in phone.text
    await phone.tap("Español")
    for label in ("Empecemos", "Seguir", "Acepto"):
        await phone.tap(label)
    await phone.say(SIGNATURE)
    await phone.say("Cielo")
    await phone.tap("Nueva York (ahora 12:00)")
    await phone.say("7 de la tarde")
    await phone.tap("No sé bien")

    assert "Ya estás dentro, Cielo" in phone.text
    assert "19:00" in phone.text
