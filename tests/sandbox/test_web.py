"""The page's door: who gets in, what a page may load, what an act may be."""

import pathlib
import re
from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.ground import Ground
from sandbox.guide import Guide
from sandbox.stage import Stage
from sandbox.telegram.world import Person
from sandbox.web import Front

PAGE = pathlib.Path(__file__).parents[2] / "sandbox" / "page"


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage(Guide())
    async with Ground(furnish=Front(stage).furnish) as ground:
        stage.stand_on(ground)
        stage.tell_setting("")
        yield stage


@pytest.fixture
async def browser(stage: Stage) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(stage.ground.url) as session:
        yield session


@pytest.fixture
def ana(stage: Stage) -> Person:
    person = stage.ground.world.add_person("Ana")
    stage.add_person(person, "participant")
    return person


async def test_the_bare_address_is_the_page(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        assert (200, "text/html") == (answer.status, answer.content_type)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "tandem"])
async def test_a_name_of_another_site_is_refused(browser: aiohttp.ClientSession, host: str) -> None:
    for path in ("/", "/events", "/static/main.js", "/bot1:x/getMe"):
        async with browser.get(path, headers={"Host": host}) as answer:
            assert answer.status == 403


async def test_the_bot_api_is_on_the_same_address(browser: aiohttp.ClientSession, stage: Stage) -> None:
    async with browser.get(f"/bot{stage.ground.world.bot.token}/getMe") as answer:
        assert (await answer.json())["result"]["is_bot"]


async def test_only_loopback_is_listened_on(stage: Stage) -> None:
    assert stage.ground.url.startswith("http://127.0.0.1:")


async def test_every_file_that_the_page_names_is_there(browser: aiohttp.ClientSession) -> None:
    sources = [*PAGE.glob("*.html"), *PAGE.glob("*.js"), *PAGE.glob("*.css")]
    named = {name for path in sources for name in re.findall(r"/static/([\w.-]+)", path.read_text())}

    assert len(named) > 5
    for name in named:
        async with browser.get(f"/static/{name}") as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    "path", ["/static/..%2facts.py", "/static/nothing.js", "/media/1/1/x", "/media/a/b/c"]
)
async def test_nothing_else_is_handed_out(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


def test_the_page_needs_nothing_from_elsewhere_and_nothing_inline() -> None:
    html = (PAGE / "index.html").read_text()

    assert [] == re.findall(r"<script(?![^>]*src=)|<style| style=| on\w+=|https?://", html)
    for path in [*PAGE.glob("*.js"), *PAGE.glob("*.css")]:
        assert [] == re.findall(
            r"https?://[\w.-]+\.\w+|@import", path.read_text().replace("http://www.w3.org", "")
        )


async def test_a_page_begins_with_everybody_and_then_hears_what_they_do(
    browser: aiohttp.ClientSession, ana: Person
) -> None:
    async with browser.get("/events") as events:
        first = await events.content.readuntil(b"\n\n")
        async with browser.post("/act", json={"do": "send", "person": ana.id, "text": "hi <b>"}) as answer:
            assert answer.status == 200
        second = await events.content.readuntil(b"\n\n")

    assert first.startswith(b"event: picture")
    assert b'"name":"Ana"' in first
    assert b"event: message" in second
    assert b"hi &lt;b&gt;" in second


async def test_the_secret_of_an_opened_link_is_not_shown(browser: aiohttp.ClientSession, ana: Person) -> None:
    ana.start("s3cret")
    async with browser.get("/events") as events:
        first = await events.content.readuntil(b"\n\n")

    assert b"s3cret" not in first


@pytest.mark.parametrize(
    "order",
    [
        {"do": "tap", "message": 1, "data": "x"},
        {"do": "tap", "message": "one", "data": "x"},
        {"do": "send", "text": "  "},
        {"do": "open", "url": "https://evil.example/?start=1"},
        {"do": "fly"},
        {},
    ],
)
async def test_an_act_that_the_app_would_not_let_happen_is_refused_in_a_sentence(
    browser: aiohttp.ClientSession, ana: Person, order: dict[str, object]
) -> None:
    async with browser.post("/act", json={"person": ana.id, **order}) as answer:
        assert answer.status == 409
        assert (await answer.json())["problem"].endswith(".")


async def test_an_act_of_nobody_is_refused(browser: aiohttp.ClientSession) -> None:
    async with browser.post("/act", json={"do": "send", "person": 1, "text": "hi"}) as answer:
        assert answer.status == 409


async def test_what_another_site_can_send_is_no_act(browser: aiohttp.ClientSession, ana: Person) -> None:
    body = f'{{"do": "send", "person": {ana.id}, "text": "hi"}}'
    for headers in (
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"},
    ):
        async with browser.post("/act", data=body, headers=headers) as answer:
            assert answer.status == 403

    assert [] == ana.chat


async def test_a_picture_can_be_looked_at_and_any_other_file_only_saved(
    browser: aiohttp.ClientSession, ana: Person
) -> None:
    async with browser.post("/act", json={"do": "photo", "person": ana.id}) as answer:
        assert answer.status == 200
    async with browser.post("/act", json={"do": "voice", "person": ana.id}) as answer:
        assert answer.status == 200
    photo, voice = (bubble.id for bubble in ana.chat)
    async with browser.get(f"/media/{ana.id}/{photo}/1") as answer:
        assert answer.content_type == "image/png"
    async with browser.get(f"/media/{ana.id}/{voice}/1") as answer:
        assert answer.headers["Content-Disposition"] == "attachment"


async def acted(browser: aiohttp.ClientSession, ana: Person, **order: object) -> int:
    async with browser.post("/act", json={"person": ana.id, **order}) as answer:
        return answer.status


async def test_a_voice_message_a_location_and_thirty_photos_can_be_sent(
    browser: aiohttp.ClientSession, ana: Person
) -> None:
    assert 200 == await acted(browser, ana, do="voice", seconds="660", text="on my walk")
    assert 200 == await acted(browser, ana, do="location", place="Kathmandu")
    assert 200 == await acted(browser, ana, do="photo", count="30")
    assert 409 == await acted(browser, ana, do="location", place="Atlantis")
    assert 409 == await acted(browser, ana, do="voice", seconds="long")
    voice, place, *photos = ana.chat

    assert ("voice", 660, "on my walk") == (voice.media, voice.seconds, voice.caption)
    assert "location" == place.media
    assert 30 == len(photos)


async def test_ones_own_words_can_be_edited_and_the_page_hears_of_it(
    browser: aiohttp.ClientSession, ana: Person
) -> None:
    sent = ana.send("helo")
    async with browser.get("/events") as events:
        first = await events.content.readuntil(b"\n\n")
        assert 200 == await acted(browser, ana, do="edit", message=sent.id, text="hello")
        second = await events.content.readuntil(b"\n\n")

    assert b'"words":"helo"' in first
    assert b'"Kathmandu"' in first
    assert b'"edited":true' in second
    assert b'"words":"hello"' in second
    assert 409 == await acted(browser, ana, do="edit", message=sent.id, text="hello")
    assert 409 == await acted(browser, ana, do="edit", message=99, text="x")


async def test_people_can_be_added_with_a_name_of_their_own(
    browser: aiohttp.ClientSession, stage: Stage
) -> None:
    async with browser.post("/act", json={"do": "add", "name": " Cem ", "language": "es"}) as answer:
        assert answer.status == 200
    for name in ("cem", "", "x" * 41):
        async with browser.post("/act", json={"do": "add", "name": name}) as answer:
            assert answer.status == 409

    assert [("Cem", "es")] == [
        (person.name, person.language_code) for person in stage.ground.world.people.values()
    ]


async def test_nothing_is_done_while_the_sandbox_is_being_set_up(
    browser: aiohttp.ClientSession, stage: Stage, ana: Person
) -> None:
    stage.tell_setting("Creating the group")
    async with browser.post("/act", json={"do": "send", "person": ana.id, "text": "hi"}) as answer:
        assert answer.status == 409

    assert [] == ana.chat


async def test_a_new_menu_of_commands_reaches_every_phone(
    browser: aiohttp.ClientSession, stage: Stage, ana: Person
) -> None:
    menu = {"commands": [{"command": "sos", "description": "Help now"}]}
    async with browser.get("/events") as events:
        await events.content.readuntil(b"\n\n")
        async with browser.post(f"/bot{stage.ground.world.bot.token}/setMyCommands", json=menu) as answer:
            assert answer.status == 200
        second = await events.content.readuntil(b"\n\n")

    assert b"event: person" in second
    assert b'"command":"sos"' in second
