from sandbox.stream import Stream, packed_event


async def test_a_page_begins_with_a_picture_and_then_hears_each_change() -> None:
    stream = Stream()
    heard = []
    async for packed in stream.follow(lambda: b"picture"):
        heard.append(packed)
        if len(heard) == 1:
            stream.tell("clock", {"now": 1})
        if len(heard) == 2:
            stream.close()

    assert [b"picture", b'event: clock\ndata: {"now":1}\n\n'] == heard


async def test_a_page_that_cannot_keep_up_is_cut_off() -> None:
    stream = Stream()
    heard = []
    async for packed in stream.follow(lambda: b"picture"):
        heard.append(packed)
        for number in range(5_000):
            stream.tell("clock", number)

    assert [b"picture"] == heard
    assert not stream.is_watched


def test_an_event_stays_on_one_line_whatever_it_says() -> None:
    assert b'event: message\ndata: {"html":"a\\nb"}\n\n' == packed_event("message", {"html": "a\nb"})
