import dataclasses

import pytest
from telegram.error import Forbidden

from handlers.edge.outbound import Outbound
from handlers.edge.sheets import Delivery, Key, Sheet
from handlers.pictures.picture import Picture
from handlers.request import Document
from sandbox.telegram.person import Person
from sandbox.telegram.world import World

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478"
    "9c6360000002000001e221bc330000000049454e44ae426082"
)
YES = ((Key("Yes", "ci.go"),),)


@dataclasses.dataclass(frozen=True, slots=True)
class Dot(Picture):
    """One pixel; it takes the place of any other picture, for it has no kind."""

    def render(self) -> bytes:
        return PNG


async def test_a_screen_is_sent_with_its_buttons(outbound: Outbound, ana: Person) -> None:
    keys = ((Key("Yes", "ci.go", style="primary"), Key("Read", url="https://example.org/")),)
    await outbound.deliver(Delivery(ana.id, (Sheet("<b>Hello</b> &amp; welcome", keys),)))
    shown = ana.chat[-1]

    assert shown.text == "Hello & welcome"
    assert [("Yes", "ci.go", "primary"), ("Read", None, None)] == [
        (button.label, button.data, button.style) for button in shown.buttons[0]
    ]


async def test_a_press_edits_the_pressed_message(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(Delivery(ana.id, (Sheet("Two"),), pressed_id=pressed))

    assert [(pressed, "Two", ())] == [(m.id, m.text, m.buttons) for m in ana.chat if m.from_bot]


async def test_a_new_screen_after_a_press_leaves_the_pressed_text_without_buttons(
    outbound: Outbound, ana: Person
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(Delivery(ana.id, (Sheet("Two", YES),), pressed_id=pressed, is_new=True))

    assert [("One", 0), ("Two", 1)] == [(m.text, len(m.buttons)) for m in ana.chat if m.from_bot]


@pytest.mark.parametrize("sheets", [(), (Sheet("Two", YES),)])
async def test_a_button_that_has_done_its_work_goes_alone(
    outbound: Outbound, ana: Person, sheets: tuple[Sheet, ...]
) -> None:
    help_now, offer = Key("Help", "cr.help", style="danger"), Key("Questionnaire", "me.go:1")
    await outbound.deliver(Delivery(ana.id, (Sheet("One", ((help_now,), (offer,))),)))
    pressed = ana.chat[-1].id
    kept = Delivery(ana.id, sheets, pressed_id=pressed, is_new=True, kept_rows=((help_now,),))
    await outbound.deliver(Delivery.unpack(kept.pack()))
    (one,) = (message for message in ana.chat if message.id == pressed)

    assert "One" == one.text
    assert [[("Help", "danger")]] == [[(key.label, key.style) for key in row] for row in one.buttons]
    assert len(sheets) == len([message for message in ana.chat if message.text == "Two"])


async def test_showing_the_same_again_is_no_error(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),), pressed_id=pressed))

    assert ["One"] == [m.text for m in ana.chat if m.from_bot]


async def test_a_message_that_is_gone_is_replaced_by_a_new_one(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("Two"),), pressed_id=99_999))

    assert ana.chat[-1].text == "Two"


@pytest.mark.parametrize("is_new", [False, True])
async def test_what_follows_something_typed_stands_below_it_and_only_once(
    outbound: Outbound, ana: Person, is_new: bool
) -> None:
    moved = await outbound.deliver(Delivery(ana.id, (Sheet("Mood?", YES, anchor="checkin:5"),)))
    typed = ana.send("7").id
    sheets = (Sheet("Sleep?", YES, anchor="checkin:5"),)
    again = await outbound.deliver(Delivery(ana.id, sheets, arrived_id=typed, anchors=moved, is_new=is_new))

    assert ["/start", "7", "Sleep?"] == [message.text for message in ana.chat]
    assert again == {"checkin:5": ana.chat[-1].id}


async def test_a_press_on_an_old_copy_retires_the_other_one(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("Copy", YES),)))
    old = ana.chat[-1].id
    anchors = await outbound.deliver(Delivery(ana.id, (Sheet("Mood?", YES, anchor="checkin:5"),)))
    moved = await outbound.deliver(
        Delivery(ana.id, (Sheet("Sleep?", YES, anchor="checkin:5"),), pressed_id=old, anchors=anchors)
    )

    assert [("Sleep?", 1), ("Mood?", 0)] == [(m.text, len(m.buttons)) for m in ana.chat if m.from_bot]
    assert moved == {"checkin:5": old}


async def test_a_text_of_9000_characters_comes_in_parts_with_the_buttons_last(
    outbound: Outbound, ana: Person
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("\n".join(["🙂" * 900] * 10), YES),)))
    parts = [m for m in ana.chat if m.from_bot]

    assert sum(m.text.count("🙂") for m in parts) == 9000
    assert [0, 0, 1] == [len(m.buttons) for m in parts]


async def test_a_long_text_in_place_of_a_pressed_message_goes_on_below(
    outbound: Outbound, ana: Person
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(Delivery(ana.id, (Sheet("x" * 5000, YES),), pressed_id=pressed))

    assert [(4096, 0), (904, 1)] == [(len(m.text), len(m.buttons)) for m in ana.chat if m.from_bot]


async def test_markup_that_telegram_refuses_goes_out_as_plain_words(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("<b>broken &lt;3", YES),)))

    assert ana.chat[-1].text == "broken <3"
    await outbound.deliver(Delivery(ana.id, (Sheet("<i>edited", YES),), pressed_id=ana.chat[-1].id))

    assert ana.chat[-1].text == "edited"


async def test_a_picture_is_drawn_and_sent_with_its_caption(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("Your week", YES, picture=Dot()),)))

    assert (PNG, "Your week") == (ana.chat[-1].photo, ana.chat[-1].caption)


async def test_a_picture_takes_the_place_of_a_picture(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("Week", YES, picture=PNG),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(
        Delivery(ana.id, (Sheet("Month", YES, picture=PNG),), pressed_id=pressed, is_pressed_picture=True)
    )

    assert [(pressed, "Month")] == [(m.id, m.caption) for m in ana.chat if m.from_bot]


@pytest.mark.parametrize(("before", "after"), [(PNG, None), (None, PNG)])
async def test_a_picture_and_a_text_do_not_take_each_others_place(
    outbound: Outbound, ana: Person, before: bytes | None, after: bytes | None
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES, picture=before),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(
        Delivery(
            ana.id,
            (Sheet("Two", YES, picture=after),),
            pressed_id=pressed,
            is_pressed_picture=before is not None,
        )
    )

    assert [("One", 0), ("Two", 1)] == [(m.text or m.caption, len(m.buttons)) for m in ana.chat if m.from_bot]


async def test_a_caption_that_is_too_long_follows_its_picture(outbound: Outbound, ana: Person) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("x" * 1025, YES, picture=PNG),)))
    picture, told = [m for m in ana.chat if m.from_bot]

    assert (PNG, "", 0) == (picture.photo, picture.caption, len(picture.buttons))
    assert (1025, 1) == (len(told.text), len(told.buttons))


async def test_a_document_is_sent_under_its_name(outbound: Outbound, ana: Person) -> None:
    sheet = Sheet("All of it", document=Document("mydata.json", b"{}"), is_protected=True)
    await outbound.deliver(Delivery(ana.id, (sheet,)))
    shown = ana.chat[-1]

    assert (b"{}", "mydata.json", "All of it", True) == (
        shown.file,
        shown.file_name,
        shown.caption,
        shown.is_protected,
    )


async def test_a_press_that_is_too_old_to_acknowledge_harms_nobody(outbound: Outbound) -> None:
    await outbound.acknowledge("123", "Too late")


async def test_a_line_over_the_chat_is_cut_to_what_telegram_takes(
    outbound: Outbound, world: World, ana: Person
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    toasts: list[str] = []
    world.on_change(lambda event: toasts.append(event.toast.text) if event.toast else None)
    await outbound.acknowledge(ana.tap(ana.chat[-1].id, "Yes"), "x" * 300)

    assert ["x" * 200] == toasts


async def test_a_blocked_bot_is_an_error_of_its_own(outbound: Outbound, ana: Person) -> None:
    ana.block()
    with pytest.raises(Forbidden):
        await outbound.deliver(Delivery(ana.id, (Sheet("One"),)))
