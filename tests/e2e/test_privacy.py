"""Coming in, looking at what is kept, and going, through real Bot API traffic."""

import json

from sandbox.ground import Ground
from sandbox.prepared import become_facilitator, invite
from tests.e2e.conftest import Group, founded
from tests.e2e.phone import phone


async def test_an_enrolment_goes_on_after_the_bot_was_killed(ground: Ground) -> None:
    dana, ana = phone(ground, "Dana"), phone(ground, "Ana")
    await become_facilitator(dana, await founded(ground, "Tuesday evening"))
    await ana.open(await invite(dana))
    for label in ("Let's start", "Go on", "I agree"):
        await ana.tap(label)
    await ana.sees("Your signature")
    ground.bot.kill()
    await ana.send("Ana Miller")
    await ana.sees("What shall people here call you?")
    await ana.send("Sky")
    await ana.tap("New York")
    await ana.tap("19:00 (the group's time)")
    await ana.tap("I'm not sure")
    await ana.sees("You're in, Sky")
    await dana.sees("Sky has joined")


async def test_two_who_open_one_link_and_a_stranger(ground: Ground) -> None:
    dana, ana, eve = phone(ground, "Dana"), phone(ground, "Ana"), phone(ground, "Eve")
    await become_facilitator(dana, await founded(ground, "Tuesday evening"))
    link = await invite(dana)
    await ana.open(link)
    await ana.sees("not an emergency service")
    await eve.open(link)
    await eve.sees("has been used or has run out")
    await eve.send("/privacy")
    await eve.sees("private bot")

    for name in ("Dana", "Ana", "Tuesday", "Riverside"):
        assert not eve.ever_saw(name)


async def test_a_copy_and_the_way_out(group: Group) -> None:
    await group.pair()
    ana, ben, dana = group.ana, group.ben, group.dana
    await ana.send("/note MARKER of Ana")
    await ana.sees("only for you")
    await ana.send("/mydata")
    bubble = (await ana.sees("Everything that is kept about you")).bubble
    assert bubble is not None
    assert bubble.file is not None
    assert "MARKER of Ana" in json.dumps(json.loads(bubble.file))

    await ana.send("/erase")
    await ana.tap("Yes, erase")
    await ana.tap("Erase for ever")
    await ana.sees("Everything is erased")
    await dana.sees("Somebody has left your group")
    await ben.sees("has come to an end")
    await ana.send("hello?")
    await ana.sees("private bot")
    await ben.send("/leave")
    await ben.tap("Yes, leave")
    await ben.sees("You have left")
    await dana.sees("Ben has left your group")
