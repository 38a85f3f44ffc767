from domain.voices import Voice
from handlers.edge.outbound import Outbound
from handlers.edge.sheets import Delivery, Key, Sheet
from sandbox.telegram.person import Person

YES = ((Key("Yes", "ci.go"),),)


def recorded(ana: Person, seconds: int = 12) -> Voice:
    """Return the name of something that Ana said."""
    bubble = ana.send_voice(seconds)
    assert bubble.file_id is not None
    return Voice(bubble.file_id, seconds)


async def test_a_voice_note_plays_as_one_and_cannot_be_passed_on(outbound: Outbound, ana: Person) -> None:
    voice = recorded(ana)
    await outbound.deliver(Delivery(ana.id, (Sheet("<b>On my walk</b>", voice=voice, is_protected=True),)))
    played = ana.chat[-1]

    assert ("voice", 12, "On my walk", True) == (
        played.media,
        played.seconds,
        played.caption,
        played.is_protected,
    )


async def test_below_a_pressed_message_it_leaves_that_one_as_it_is(outbound: Outbound, ana: Person) -> None:
    voice = recorded(ana)
    await outbound.deliver(Delivery(ana.id, (Sheet("One", YES),)))
    pressed = ana.chat[-1].id
    await outbound.deliver(Delivery(ana.id, (Sheet("", voice=voice),), pressed_id=pressed, is_below=True))

    assert [("One", 1, None), ("", 0, "voice")] == [
        (m.text, len(m.buttons), m.media) for m in ana.chat if m.from_bot
    ]


async def test_more_words_than_a_caption_holds_follow_below_the_sound(
    outbound: Outbound, ana: Person
) -> None:
    await outbound.deliver(Delivery(ana.id, (Sheet("word " * 300, voice=recorded(ana)),)))
    first, second = (m for m in ana.chat if m.from_bot)

    assert ("voice", "") == (first.media, first.caption)
    assert (None, ("word " * 300).strip()) == (second.media, second.text)


async def test_where_the_sound_is_gone_the_words_arrive(outbound: Outbound, ana: Person) -> None:
    gone = Sheet("On my walk", YES, voice=Voice("AwAC-of-another-bot", 12), unplayed="It cannot be played.")
    await outbound.deliver(Delivery(ana.id, (gone,)))

    assert ("It cannot be played.\n\nOn my walk", 1) == (ana.chat[-1].text, len(ana.chat[-1].buttons))


async def test_a_person_who_takes_no_voice_messages_gets_the_words(outbound: Outbound, ana: Person) -> None:
    voice = recorded(ana)
    ana.takes_voice = False
    await outbound.deliver(Delivery(ana.id, (Sheet("", voice=voice, unplayed="It cannot be played."),)))

    assert "It cannot be played." == ana.chat[-1].text


def test_a_reply_with_sound_survives_a_restart() -> None:
    delivery = Delivery(5, (Sheet("x", voice=Voice("AwAC with spaces", 12)), Sheet("y")), is_below=True)

    assert delivery == Delivery.unpack(delivery.pack())


def test_a_reply_of_the_version_before_is_still_sent() -> None:
    delivery = Delivery(5, (Sheet("x"),))
    packed = delivery.pack().replace(b'"voice":null,"unplayed":"",', b"").replace(b'"is_below":false,', b"")

    assert b"voice" not in packed
    assert delivery == Delivery.unpack(packed)
