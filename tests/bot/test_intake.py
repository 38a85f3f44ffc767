import asyncio
import contextlib
import datetime as dt
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.app import App
from sandbox.telegram.faults import Fault
from sandbox.telegram.person import Person
from services.container import Services
from tests.bot.conftest import Scene, container_of, said, until


async def test_a_command_is_answered_and_its_words_are_nowhere_in_the_file(scene: Scene) -> None:
    app = await scene.start()
    scene.ana.send("/echo a secret of mine")
    await until(lambda: said(scene.ana) == ["a secret of mine"])
    await until(lambda: app.receipts.is_empty)

    assert [("answered", None, None)] == scene.rows("SELECT state, payload, reply FROM inbox")
    assert not scene.files_hold(b"secret of mine")


async def test_what_waits_in_the_inbox_at_a_start_is_served(scene: Scene) -> None:
    first = await scene.start()
    for loop in first._loops:
        loop.cancel()
    update = {"update_id": 7, "message": _message(scene.ana, "/echo left over")}
    async with container_of(first).transaction() as services:
        await services.intake.keep({7: json.dumps(update).encode()}, first._now())
    await first.stop()
    scene.ana.start()
    await scene.start()

    await until(lambda: "left over" in said(scene.ana))


async def test_a_reply_that_a_kill_kept_back_is_sent_after_the_restart(scene: Scene) -> None:
    await _killed_before_the_reply(scene, await scene.start())
    await scene.start()

    await until(lambda: said(scene.ana) == ["one"])
    await until(lambda: scene.rows("SELECT state FROM inbox") == [("answered",)])
    assert scene.play.served == ["one"]


async def test_a_reply_older_than_ten_minutes_is_not_sent_any_more(scene: Scene) -> None:
    await _killed_before_the_reply(scene, await scene.start())
    scene.clock.offset = dt.timedelta(minutes=11)
    await scene.start()
    scene.ana.send("/echo two")

    await until(lambda: said(scene.ana) == ["two"])


async def test_an_update_that_comes_twice_has_one_effect(scene: Scene) -> None:
    app = await scene.start()
    scene.ana.start()
    update = {"update_id": 7, "message": _message(scene.ana, "/echo once")}
    await app.intake.accept([update])
    await app.intake.accept([update, update])
    await until(lambda: app.intake.is_idle)

    assert scene.play.served.count("once") == 1


async def test_an_update_whose_storing_was_unsure_is_served_when_it_comes_again(scene: Scene) -> None:
    app = await scene.start()
    container = container_of(app)

    class AnswerLost:
        @contextlib.asynccontextmanager
        async def transaction(self) -> AsyncIterator[Services]:
            async with container.transaction() as services:
                yield services
            raise ConnectionError

    scene.ana.start()
    update = {"update_id": 7, "message": _message(scene.ana, "/echo once")}
    with scene.patch.context() as patch:
        patch.setattr(app.intake, "_container", AnswerLost())
        with pytest.raises(ConnectionError):
            await app.intake.accept([update])
    await app.intake.accept([update])
    await app.intake.accept([update])
    await until(lambda: "once" in said(scene.ana))

    assert scene.play.served.count("once") == 1


async def test_a_view_that_fails_is_tried_again_and_leaves_nothing_behind(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.play.failures = 2
    scene.ana.send("/broken mended")

    await until(lambda: said(scene.ana) == ["mended"])
    scene.play.failures = 5
    scene.ana.send("/broken for good")
    await until(lambda: len(said(scene.ana)) == 2, 15)
    async with container_of(app).transaction() as services:
        assert await services.people.anchored(person, ["left behind"]) == {"left behind": 1}


async def test_what_fails_five_times_is_given_up_with_an_apology_and_the_next_is_served(scene: Scene) -> None:
    app = await scene.start()
    scene.play.failures = 99
    scene.ana.send("/broken")
    scene.ana.send("/echo still here")
    ben = scene.world.add_person("Ben")
    ben.send("/echo at once")

    await until(lambda: said(ben) == ["at once"])
    await until(lambda: len(said(scene.ana)) == 2)
    assert said(scene.ana)[1] == "still here"
    assert scene.play.failures == 94
    await until(lambda: app.receipts.is_empty)
    assert [("answered", 2), ("dead", 1)] == scene.rows(
        "SELECT state, count(*) FROM inbox GROUP BY state ORDER BY state"
    )


async def test_words_of_danger_that_cannot_be_served_are_answered_with_the_numbers(scene: Scene) -> None:
    await scene.start()
    scene.play.failures = 5
    scene.ana.send("/broken I want to die")

    await until(lambda: len(said(scene.ana)) == 3)
    numbers, apology, heard = said(scene.ana)
    # At once, while it is still tried; and again below the apology, with the button.
    assert "988" in numbers
    assert "something went wrong on my side" in apology
    assert "988" in heard
    scene.ana.tap(scene.ana.chat[-1].id, "I need help now")
    await until(lambda: "I'm telling Fay now." in said(scene.ana))


async def test_an_expected_refusal_is_answered_and_undone(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.send("/refuse")
    await until(lambda: len(said(scene.ana)) == 1)
    scene.ana.send("/echo next")
    await until(lambda: len(said(scene.ana)) == 2)

    async with container_of(app).transaction() as services:
        assert await services.people.anchored(person, ["left behind"]) == {}


async def test_an_update_that_nobody_can_read_is_given_up(scene: Scene) -> None:
    app = await scene.start()
    await app.intake.accept([{"update_id": 5, "message": {"from": {"id": 1}, "chat": "nonsense"}}])

    await until(lambda: scene.rows("SELECT state FROM inbox") == [("dead",)])


@pytest.mark.parametrize(
    "fault",
    [Fault.UNAUTHORIZED, Fault.NOT_FOUND, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET_AFTER_EFFECT],
)
async def test_whatever_a_poll_is_answered_polling_goes_on(scene: Scene, fault: Fault) -> None:
    app = await scene.start()
    scene.ana.send("/echo before")
    await until(lambda: said(scene.ana) == ["before"])
    scene.world.faults.fail_next(fault, method="getUpdates", times=2)
    scene.ana.send("/echo after")
    await until(lambda: said(scene.ana)[-1] == "after", 10)
    scene.ana.send("/echo later")

    await until(lambda: said(scene.ana)[-1] == "later", 10)
    assert scene.play.served == ["before", "after", "later"]
    assert app.vitals.counts["polls_failed"] >= 1


async def test_a_locked_database_confirms_nothing_and_loses_nothing(scene: Scene) -> None:
    scene.patch.setattr("storage.database.BUSY_TIMEOUT_MILLISECONDS", 100)
    scene.patch.setattr("bot.polling.LONGEST_WAIT_SECONDS", 0.1)
    await scene.start()
    with scene.locked():
        scene.ana.send("/echo patient")
        scene.ana.send("/sos")
        began = time.monotonic()
        # Help comes from memory, although nothing can be stored.
        await until(lambda: any("988" in text for text in said(scene.ana)))
        assert time.monotonic() - began < 2
        assert scene.play.served == []

    await until(lambda: scene.play.served == ["patient", "sos"])
    await until(lambda: "I'm telling Fay now." in said(scene.ana))
    assert sum("988" in text for text in said(scene.ana)) == 1


def _message(person: Person, text: str) -> dict[str, Any]:
    return {
        "message_id": 1,
        "date": 1,
        "chat": {"id": person.id, "type": "private"},
        "from": {"id": person.id, "is_bot": False, "first_name": "x", "language_code": "en"},
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}],
    }


async def _killed_before_the_reply(scene: Scene, app: App) -> None:
    """End the bot after the effect has been committed and before the reply has reached Telegram."""
    await until(lambda: app.vitals.polled_at is not None or len(scene.world.calls.of("deleteWebhook")) == 1)
    await asyncio.sleep(0.1)
    scene.world.faults.slow(60)
    scene.ana.send("one")
    await until(lambda: scene.rows("SELECT state FROM inbox") == [("done",)])
    scene.patch.setattr("bot.app.DRAIN_SECONDS", 0.05)
    await app.stop()
    scene.world.faults.slow(0)
    assert said(scene.ana) == []
