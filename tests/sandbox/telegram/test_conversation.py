"""One person and one bot over real HTTP: the shortest whole conversation."""

from sandbox.telegram.world import Person
from tests.sandbox.telegram.caller import Caller


async def test_a_text_with_buttons_is_sent_tapped_edited_and_answered(api: Caller, ana: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Good", "callback_data": "m:4"}]]}
    sent = await api.ok(
        "sendMessage", chat_id=ana.id, text="<b>How</b>?", parse_mode="HTML", reply_markup=keyboard
    )
    query_id = ana.tap(sent["message_id"], "Good")
    updates = await api.ok("getUpdates", timeout=5)

    assert ["message", "callback_query"] == [list(each)[1] for each in updates]

    assert await api.ok("answerCallbackQuery", callback_query_id=query_id, text="Saved")

    await api.ok("editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="Thanks")

    assert ["/start", "Thanks"] == [bubble.text for bubble in ana.chat]
