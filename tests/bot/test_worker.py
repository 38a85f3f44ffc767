from tests.bot.conftest import Scene, said, until


async def test_each_person_is_served_in_order_and_nobody_waits_for_another(scene: Scene) -> None:
    await scene.start()
    ben = scene.world.add_person("Ben")
    for number in range(8):
        scene.ana.send(f"/echo a{number}")
        ben.send(f"/echo b{number}")

    await until(lambda: len(scene.play.served) == 16)
    assert [f"a{number}" for number in range(8)] == [text for text in scene.play.served if text[0] == "a"]
    assert [f"b{number}" for number in range(8)] == [text for text in scene.play.served if text[0] == "b"]


async def test_a_press_is_acknowledged_before_a_slow_effect(scene: Scene) -> None:
    scene.patch.setattr("bot.worker.ACKNOWLEDGE_AFTER_SECONDS", 0.05)
    await scene.start()
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.play.is_slow = True
    scene.ana.tap(scene.ana.chat[-1].id, "Again")

    await until(lambda: len(scene.world.calls.of("answerCallbackQuery")) == 1)
    assert said(scene.ana) == ["hello"]
    scene.play.has_time.set()
    await until(lambda: said(scene.ana) == ["pressed 1"])


async def test_a_tap_that_arrives_twice_does_no_harm(scene: Scene) -> None:
    await scene.start()
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.ana.tap_twice(scene.ana.chat[-1].id, "Again")

    await until(lambda: len(scene.world.calls.of("answerCallbackQuery")) == 2)
    await until(lambda: said(scene.ana) == ["pressed 2"])


async def test_a_forged_press_gets_a_sentence(scene: Scene) -> None:
    await scene.start()
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.ana.forge_tap(scene.ana.chat[-1].id, "ci.go:1:2:3")

    await until(lambda: len(said(scene.ana)) == 2)
    assert scene.play.served == ["hello"]


async def test_the_words_of_the_button_for_help_are_answered_like_the_button(scene: Scene) -> None:
    await scene.start()
    scene.ana.send("i need help now")

    await until(lambda: len(said(scene.ana)) == 2)
    assert "988" in said(scene.ana)[0]
    assert said(scene.ana)[1] == "I'm telling Fay now."


async def test_the_button_for_help_is_answered_before_anything_else(scene: Scene) -> None:
    await scene.start()
    scene.ana.send("/echo hello")
    await until(lambda: said(scene.ana) == ["hello"])
    scene.ana.forge_tap(scene.ana.chat[-1].id, "sos")

    await until(lambda: len(said(scene.ana)) == 3)
    assert "988" in said(scene.ana)[1]
    assert said(scene.ana)[2] == "I'm telling Fay now."


async def test_a_reply_that_cannot_be_made_gets_an_apology_and_the_next_is_served(scene: Scene) -> None:
    app = await scene.start()
    scene.play.is_undrawable = True
    scene.ana.send("/echo draw this")
    await until(lambda: len(said(scene.ana)) == 1)
    scene.play.is_undrawable = False
    scene.ana.send("/echo next")

    await until(lambda: said(scene.ana)[-1] == "next")
    await until(lambda: app.receipts.is_empty)
    assert scene.rows("SELECT DISTINCT state FROM inbox") == [("answered",)]


async def test_what_is_typed_twice_quickly_is_shown_in_one_message(scene: Scene) -> None:
    app = await scene.start()
    await scene.acquaint(app)
    scene.ana.send("one")
    scene.ana.send("two")
    scene.ana.send("three")

    await until(lambda: said(scene.ana) == ["three"])
    assert len(scene.play.served) == 3
