import datetime as dt
import math

import pytest

from bot.limiter import Pace
from bot.settling import TRIES_WHEN_REFUSED
from domain.messages import Message
from sandbox.telegram.faults import Fault
from tests.bot.conftest import Scene, container_of, said, until
from tests.bot.posting import ALERT, REMINDER, post, states


async def test_a_posted_message_is_sent_at_once_and_keeps_its_anchor(scene: Scene) -> None:
    app = await scene.start(TICK_SECONDS="60")
    person = await scene.acquaint(app)
    scene.ana.start()
    await post(app, person)

    await until(lambda: said(scene.ana)[-1:] == ["Time for your check-in."])
    await until(lambda: states(scene) == ["sent"])
    async with container_of(app).transaction() as services:
        shown = await services.people.anchored(person, ["checkin:1"])
    assert shown == {"checkin:1": scene.ana.chat[-1].id}


async def test_a_message_with_a_known_key_is_not_sent_again(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    await post(app, person)
    await until(lambda: states(scene) == ["sent"])
    await post(app, person)

    assert states(scene) == ["sent"]


async def test_what_is_no_longer_right_is_not_sent(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    scene.play.screen = None
    await post(app, person)

    await until(lambda: states(scene) == ["cancelled"])
    assert "Time for your check-in." not in said(scene.ana)


async def test_what_is_too_late_is_not_sent(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    later = scene.clock.now() - dt.timedelta(hours=7)
    await post(app, person, not_before=later)

    await until(lambda: states(scene) == ["expired"])
    assert scene.play.rendered == []


async def test_what_is_for_later_waits_for_its_moment(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    due_at = scene.clock.now() + dt.timedelta(hours=1)
    await post(app, person, not_before=due_at)

    assert await app.next_due_at() == due_at
    await until(app.is_idle)
    scene.clock.offset = dt.timedelta(hours=1)
    await app.tick()
    await until(lambda: states(scene) == ["sent"])
    assert await app.next_due_at() is None


async def test_a_notice_that_fails_is_tried_again_and_then_given_up(scene: Scene) -> None:
    scene.patch.setattr("bot.settling.WAIT_SECONDS", 0.01)
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    scene.play.failures = 1
    await post(app, person, key="mended")
    await until(lambda: states(scene) == ["sent"])
    scene.play.failures = 99
    await post(app, person, key="broken")

    await until(lambda: states(scene) == ["sent", "dead"])
    assert scene.play.failures == 99 - TRIES_WHEN_REFUSED


async def test_a_message_to_somebody_who_blocked_the_bot_marks_them_unreachable(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()
    await until(lambda: len(said(scene.ana)) == 1)
    # Only the 403 tells: the update about the block does not arrive.
    scene.ana.blocked = True
    await post(app, person, key="one")
    await until(lambda: states(scene) == ["dead"])
    await post(app, person, key="two")

    await until(lambda: states(scene) == ["dead", "dead"])
    assert scene.play.rendered == ["CheckInDue"]
    scene.ana.blocked = False
    scene.ana.send("/echo back")
    # What could not reach her before comes now too, above or below.
    await until(lambda: "back" in said(scene.ana))
    await post(app, person, key="three")
    await until(lambda: states(scene)[-1] == "sent")


async def test_blocking_and_coming_back_is_known_without_any_message(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.start()

    async def is_lost() -> bool:
        async with container_of(app).transaction() as services:
            return await services.reachability.is_lost(person)

    scene.ana.block()
    await until(is_lost)
    scene.ana.unblock()

    async def is_back() -> bool:
        return not await is_lost()

    await until(is_back)


@pytest.mark.parametrize(
    ("fault", "times_shown"), [(Fault.RESET_AFTER_EFFECT, 2), (Fault.BAD_GATEWAY, 1), (Fault.SERVER_ERROR, 1)]
)
async def test_an_alert_whose_fate_is_unsure_is_sent_again(
    scene: Scene, fault: Fault, times_shown: int
) -> None:
    scene.patch.setattr("bot.settling.ALERT_UNSURE_WAIT_SECONDS", 0.01)
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.world.faults.fail_next(fault, method="sendMessage")
    await post(app, person, ALERT)

    await until(lambda: states(scene) == ["sent"])
    assert said(scene.ana).count("Time for your check-in.") == times_shown


async def test_a_reminder_whose_fate_is_unsure_is_not_repeated(scene: Scene) -> None:
    app = await scene.start()
    person = await scene.acquaint(app)
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.world.faults.fail_next(Fault.RESET_AFTER_EFFECT, method="sendMessage")
    await post(app, person, REMINDER)

    await until(lambda: states(scene) == ["unsure"])
    assert said(scene.ana).count("Time for your check-in.") == 1


@pytest.mark.parametrize(("message", "state"), [(ALERT, "sent"), (REMINDER, "unsure")])
async def test_what_a_kill_interrupted_is_sent_again_only_if_its_kind_says_so(
    scene: Scene, message: Message, state: str
) -> None:
    first = await scene.start()
    person = await scene.acquaint(first)
    scene.ana.start()
    await first.stop()
    second = await scene.start()
    for loop in second._loops:
        loop.cancel()
    await post(second, person, message)
    async with container_of(second).transaction() as services:
        lease = dt.timedelta(minutes=2)
        assert await services.outbox.claim(
            [message.lane], 9, owner="killed", now=scene.clock.now(), lease=lease
        )
    await second.stop()
    await scene.start()

    await until(lambda: states(scene) == [state])


async def test_a_flood_limit_delays_its_chat_alone(scene: Scene) -> None:
    app = await scene.start()
    ben = scene.world.add_person("Ben")
    ana_id, ben_id = await scene.acquaint(app), await scene.acquaint(app, ben)
    for person in (scene.ana, ben):
        person.send("/echo hello")
    await until(lambda: len(said(scene.ana)) == len(said(ben)) == 1)
    scene.world.flood.force(1, scene.ana.id)
    await post(app, ana_id)
    await post(app, ben_id)

    await until(lambda: len(said(ben)) == 2, 0.9)
    assert len(said(scene.ana)) == 1
    await until(lambda: len(said(scene.ana)) == 2)


async def test_a_busy_chat_holds_no_place_of_the_others(scene: Scene) -> None:
    scene.patch.setattr("tests.bot.conftest.UNPACED", Pace(overall_per_second=math.inf))
    app = await scene.start()
    ben = scene.world.add_person("Ben")
    ana_id, ben_id = await scene.acquaint(app), await scene.acquaint(app, ben)
    for person in (scene.ana, ben):
        person.start()
    await until(lambda: len(said(scene.ana)) == len(said(ben)) == 1)
    for number in range(20):
        await post(app, ana_id, key=f"ana {number}")
    await post(app, ben_id)

    await until(lambda: len(said(ben)) == 2, 1)
    assert len(said(scene.ana)) <= 5
