"""Files that bots and people send, and how a bot fetches them."""

import pytest

from sandbox.telegram.person import Impossible
from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller, png


@pytest.mark.parametrize(
    ("photo", "refusal"),
    [
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(1, 21), "PHOTO_INVALID_DIMENSIONS"),
        (png(1)[:20] + (20_000).to_bytes(4, "big") + png(1)[24:], "PHOTO_INVALID_DIMENSIONS"),
    ],
    ids=["text", "nothing", "too long a side", "too large"],
)
async def test_a_wrong_picture_is_refused(api: Caller, ana: Person, photo: bytes, refusal: str) -> None:
    status, body = await api.upload("sendPhoto", {"photo": photo}, chat_id=ana.id)

    assert (400, f"Bad Request: {refusal}") == (status, body["description"])


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ("", "there is no photo in the request"),
        ("https://example.com/x.png", "failed to get HTTP URL content"),
        ("AgACnothing", "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_a_wrong_file_id_is_refused(api: Caller, ana: Person, given: str, refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("sendPhoto", chat_id=ana.id, photo=given)


async def test_a_picture_comes_in_telegrams_sizes_and_can_be_sent_again(api: Caller, ana: Person) -> None:
    _, body = await api.upload("sendPhoto", {"photo": png(1600, 800)}, chat_id=ana.id)
    sizes = body["result"]["photo"]

    assert [(90, 45), (320, 160), (800, 400), (1280, 640)] == [
        (each["width"], each["height"]) for each in sizes
    ]

    again = await api.ok("sendPhoto", chat_id=ana.id, photo=sizes[0]["file_id"])

    assert sizes == again["photo"]


async def test_a_file_is_fetched_by_its_path(api: Caller, ana: Person) -> None:
    sent = ana.send_voice(3)
    voice = (await api.ok("getUpdates"))[-1]["message"]["voice"]
    path = (await api.ok("getFile", file_id=voice["file_id"]))["file_path"]
    async with api.session.get(f"{api.url}/file/bot{TOKEN}/{path}") as response:
        assert (200, sent.file) == (response.status, await response.read())
    async with api.session.get(f"{api.url}/file/bot{TOKEN}/nothing") as response:
        assert 404 == response.status
    async with api.session.get(f"{api.url}/file/bot1:x/{path}") as response:
        assert 401 == response.status


@pytest.mark.parametrize(
    ("file_id", "refusal"),
    [
        ("", "file_id not specified"),
        ("nonsense", "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_an_unknown_file_is_not_found(api: Caller, file_id: str, refusal: str) -> None:
    assert f"400 Bad Request: {refusal}" == await api.refusal("getFile", file_id=file_id)


async def test_a_file_above_twenty_megabytes_cannot_be_fetched(api: Caller, world: World) -> None:
    large = world.files.add(bytes(20 * 1024 * 1024 + 1), folder="documents", name="x.bin", mime_type="x/y")

    assert "400 Bad Request: file is too big" == await api.refusal("getFile", file_id=large.file_id)


def test_a_person_can_send_a_jpeg(ana: Person) -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + bytes(12)

    assert jpeg == ana.send_photo(jpeg).photo


def test_a_person_cannot_send_what_is_no_picture(ana: Person) -> None:
    with pytest.raises(Impossible):
        ana.send_photo(b"no picture")
