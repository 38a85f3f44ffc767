"""What a new message takes out of the chat: the earlier one about the same thing, and what is over."""

import datetime as dt

import pytest
from markupsafe import Markup

from handlers.callbacks.checkins import StartCheckIn
from handlers.request import Button, Screen
from sandbox.telegram.faults import Fault
from tests.bot.conftest import Scene, until
from tests.bot.posting import ALERT, REMINDER, post, states


def shown(scene: Scene, number: int, *clears: str) -> Screen:
    text = Markup("Still time, {}.").format(number)
    row = (Button("Start", StartCheckIn()),)
    scene.play.screen = Screen(text, (row,), anchor=f"checkin:{number}", clears=clears)
    return scene.play.screen


def in_chat(scene: Scene) -> list[tuple[str, int]]:
    return [(m.text, len(m.buttons)) for m in scene.ana.chat if m.text.startswith("Still time")]


async def test_a_later_message_about_the_same_thing_takes_the_earlier_ones_place_once_it_is_there(
    scene: Scene,
) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    shown(scene, 1)
    await post(app, person, ALERT, key="one")
    await until(lambda: states(scene) == ["sent"])
    earlier = scene.ana.chat[-1].id
    await post(app, person, ALERT, key="two")

    await until(lambda: len(scene.world.calls.of("deleteMessage")) == 1)
    await until(lambda: [("Still time, 1.", 1)] == in_chat(scene))
    assert earlier not in {message.id for message in scene.ana.chat}


async def test_what_could_not_be_delivered_takes_nothing_away(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    shown(scene, 1)
    await post(app, person, REMINDER, key="one")
    await until(lambda: states(scene) == ["sent"])
    scene.world.faults.fail_next(Fault.BAD_GATEWAY, method="sendMessage")
    await post(app, person, REMINDER, key="two")

    await until(lambda: states(scene) == ["sent", "unsure"])
    assert [("Still time, 1.", 1)] == in_chat(scene)


async def test_what_is_over_goes_when_the_next_one_is_there_and_is_not_looked_for_again(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    for number in (1, 2):
        shown(scene, number)
        await post(app, person, key=str(number))
        await until(lambda number=number: states(scene) == ["sent"] * number)
    for number in (3, 4):
        shown(scene, number, "checkin:1", "checkin:2")
        await post(app, person, key=str(number))
        await until(lambda number=number: states(scene) == ["sent"] * number)

    await until(lambda: [("Still time, 3.", 1), ("Still time, 4.", 1)] == in_chat(scene))
    assert 2 == len(scene.world.calls.of("deleteMessage"))


async def test_what_is_too_old_to_be_deleted_loses_its_buttons(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    shown(scene, 1)
    await post(app, person, key="one")
    await until(lambda: states(scene) == ["sent"])
    scene.clock.offset = dt.timedelta(days=3)
    shown(scene, 2, "checkin:1")
    await post(app, person, key="two")

    await until(lambda: [("Still time, 1.", 0), ("Still time, 2.", 1)] == in_chat(scene))


async def test_what_cannot_be_taken_away_holds_up_nothing_and_raises_no_alarm(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    shown(scene, 1)
    await post(app, person, key="one")
    await until(lambda: states(scene) == ["sent"])
    for method in ("deleteMessage", "editMessageReplyMarkup"):
        scene.world.faults.fail_next(Fault.RESET_BEFORE_EFFECT, method=method)
    capsys.readouterr()
    shown(scene, 2, "checkin:1")
    await post(app, person, key="two")

    await until(lambda: states(scene) == ["sent", "sent"])
    await until(app.is_idle)
    assert [("Still time, 1.", 1), ("Still time, 2.", 1)] == in_chat(scene)
    logged = capsys.readouterr()
    assert "error" not in logged.out + logged.err
