"""Newcomers at the steps of an enrolment, for tests of views."""

from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, actor
from tests.newcomer import Newcomer
from tests.services.test_joining import invited

SIGNATURE = "Cielo Ana Gómez"


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


async def at_the_track(storage: Storage, container: Container, cast: Cast) -> Newcomer:
    phone = await at_the_time(storage, container, cast)
    await phone.tap("18:00 (the group's time)")
    return phone
