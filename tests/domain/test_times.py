import pytest

from domain.times import minute_of_day, possible_minutes


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("19:30", 1170),
        ("7pm", 1140),
        ("7 PM", 1140),
        ("7:30 pm", 1170),
        ("7:30 p. m.", 1170),
        ("7.30 p.m.", 1170),
        ("a las 7 de la tarde", 1140),
        ("8 de la mañana", 480),
        ("7 in the evening", 1140),
        ("19h30", 1170),
        ("19h", 1140),
        ("19.30", 1170),
        ("1930", 1170),
        ("0730", 450),
        ("19", 1140),
        ("07:05", 425),
        ("7:05", 425),
        ("12 am", 0),
        ("12 pm", 720),
        ("noon", 720),
        ("Mediodía", 720),
        ("midnight", 0),
        ("23:59", 1439),
        ("00:00", 0),
        ("٧:٣٠", 450),  # noqa: RUF001 another script's digits are the case
        (" 7 pm ", 1140),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, minute: int) -> None:
    assert minute == minute_of_day(written)


@pytest.mark.parametrize(
    "written",
    ["", "7", "12", "24:00", "7:60", "13 pm", "0 am", "soon", "7pm-8pm", "🙂", "²", "-7 pm", "99999", "7:3"],
)
def test_what_is_unclear_is_not_guessed(written: str) -> None:
    assert minute_of_day(written) is None


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("a las 7", (420, 1140)),
        ("7", (420, 1140)),
        ("12", (0, 720)),
        ("7 y media", (450, 1170)),
        ("7 y cuarto de la tarde", (1155,)),
        ("19:30", (1170,)),
        ("soon", ()),
    ],
)
def test_an_hour_alone_may_be_in_the_morning_or_in_the_evening(
    written: str, minutes: tuple[int, ...]
) -> None:
    assert minutes == possible_minutes(written)
