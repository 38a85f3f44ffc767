import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.items import Use
from domain.numbers import is_skip, number_of, use_of


@pytest.mark.parametrize(
    "text",
    [
        "7",
        " 7 ",
        "07",
        "7.",
        "7!",
        "seven",
        "Seven",
        "siete",
        "SIETE",
        "7/10",
        "7 / 10",
        "7 out of 10",
        "7 of 10",
        "7 de 10",
        "siete de diez",
        "\u0667",
        "\u200f\u0667",
        "\u0667/\u0661\u0660",
        "\u096d",
        "\uff17",
        "7\ufe0f\u20e3",
        "7\u20441\u06f0",
    ],
)
def test_seven_is_understood_however_it_is_written(text: str) -> None:
    assert 7 == number_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11",
        "-1",
        "7.5",
        "7,5",
        "abc",
        "\U0001f642",
        "7/5",
        "7 8",
        "about 7",
        "\u00bd",
        "7\u00b2",
        "eleven",
        "1e1",
        "0x7",
        "7" * 5_000,
        "NaN",
        "\u2167",
    ],
)
def test_what_is_unclear_is_not_read(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("cero", 0), ("10", 10), ("ten", 10), ("diez", 10), ("10/10", 10)]
)
def test_both_ends_are_numbers_too(text: str, number: int) -> None:
    assert number == number_of(text)


@given(st.text(max_size=60))
def test_any_text_is_a_number_from_0_to_10_or_none(text: str) -> None:
    number = number_of(text)

    assert number is None or 0 <= number <= 10


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("no", Use.NO),
        ("No.", Use.NO),
        ("nada", Use.NO),
        ("yes", Use.YES),
        ("Sí", Use.YES),
        ("si", Use.YES),
        ("rather not say", Use.RATHER_NOT_SAY),
        ("I\u2019d rather not say", Use.RATHER_NOT_SAY),
        ("prefiero no decirlo", Use.RATHER_NOT_SAY),
        ("maybe", None),
        ("no idea", None),
        ("", None),
    ],
)
def test_use_is_understood_or_left_open_and_never_guessed(text: str, use: Use | None) -> None:
    assert use == use_of(text)


@pytest.mark.parametrize(("text", "skips"), [("skip", True), ("Saltar", True), ("skipping rope", False)])
def test_a_question_can_be_skipped_in_words(text: str, skips: bool) -> None:
    assert skips == is_skip(text)
