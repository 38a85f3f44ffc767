import hashlib

import pytest

from domain.access import Role
from domain.joining import CONSENT_VERSION, LINK_LIVES, MISSES_ALLOWED
from domain.messages import MemberJoined
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.joining import ConsentAgreed, WelcomeRead, ZoneChosen
from handlers.request import Attachment, Button
from handlers.texts import consent
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.newcomer import Newcomer
from tests.phone import Phone, messages
from tests.services.test_joining import invited, token_of

SIGNATURE = "Cielo Ana Gómez"
FINGERPRINT = "fb2ea5d6595db976"
"""Of the consent's words, in both languages, at the version below."""


async def arrived(storage: Storage, container: Container, cast: Cast, language: str = "en") -> Newcomer:
    """Open a participant's link into Tuesday evening."""
    token = await invited(container, await actor(storage, cast.fay), cast.ana.group_id)
    phone = Newcomer(storage, container, 900, language)
    await phone.command("start", token)
    return phone


async def at_the_name(storage: Storage, container: Container, cast: Cast) -> Newcomer:
    phone = await arrived(storage, container, cast)
    for label in ("Let's start", "Go on", "I agree"):
        await phone.tap(label)
    await phone.say(SIGNATURE)
    return phone


async def at_the_zone(storage: Storage, container: Container, cast: Cast) -> Newcomer:
    phone = await at_the_name(storage, container, cast)
    await phone.say("Sky")
    return phone


async def at_the_time(storage: Storage, container: Container, cast: Cast) -> Newcomer:
    phone = await at_the_zone(storage, container, cast)
    await phone.tap("New York (now 12:00)")
    return phone


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
    ]
    for step in steps:
        await (phone.say(step) if step in {SIGNATURE, "Sky"} else phone.tap(step))

    assert 1 + len(steps) + 1 < 12
    assert "You're in, Sky" in phone.text
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

    assert ("2026-11", FINGERPRINT) == (CONSENT_VERSION, fingerprint)


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ana", "already goes by that name"),
        ("@sky_high", "looks like a link"),
        ("x" * 5000, "longer than 40"),
        ("\u202e\u200b", "couldn't read a name"),
    ],
)
async def test_a_name_that_does_not_do_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str, said: str
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(typed)

    assert said in phone.text
    assert "What shall people here call you?" in phone.text


async def test_markup_in_a_name_is_shown_as_it_was_typed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say("<b>Sky</b> & \u202eco")
    await phone.tap("New York (now 12:00)")
    await phone.tap("18:00 (the group's time)")

    assert "You're in, &lt;b&gt;Sky&lt;/b&gt; &amp; co" in phone.text


async def test_a_sticker_is_no_name(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(None, Attachment.STICKER)

    assert "only read typed words" in phone.text
    assert "What shall people here call you?" in phone.text


async def test_a_typed_city_becomes_buttons(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.tap("Another place")
    assert "Which city?" in phone.text
    await phone.say("denver")
    await phone.tap("Denver (now 10:00)")

    assert "When shall I ask" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/New_York" == who.timezone
    await phone.say("7:30 pm")
    assert "at 19:30 (Denver time)" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/Denver" == who.timezone


async def test_a_place_that_does_not_exist_gets_a_clear_sentence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.say("Qwrtzu")

    assert "I don't know that place" in phone.text
    assert "New York (now 12:00)" in phone.labels


async def test_a_forged_zone_is_refused(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    real = phone.button("New York").press
    assert isinstance(real, ZoneChosen)
    await phone.press(Button("", ZoneChosen(real.enrolment_id, "Mars/Base")))

    assert "I don't know that place" in phone.text


@pytest.mark.parametrize("typed", ["soon", "7", "25:00", "🙂"])
async def test_a_time_that_is_unclear_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str
) -> None:
    phone = await at_the_time(storage, container, cast)
    await phone.say(typed)

    assert "couldn't read that as a time" in phone.text
    assert "18:00 (the group's time)" in phone.labels


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

    assert "Ya estás dentro, Cielo" in phone.text
    assert "19:00" in phone.text


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
    await phone.tap("One more link")
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
