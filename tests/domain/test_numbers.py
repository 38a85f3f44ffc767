import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.items import ITEMS, MOOD, NOTE, USE, Direction, Item, ItemId, Scale, Use
from domain.numbers import choice_of, is_skip, number_of, rating_of, use_of, value_of, yes_no_of


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
    "text",
    [
        "7",
        "seven, I guess",
        "maybe a 7",
        "about seven",
        "7 I think",
        "a seven today",
        "I\u2019d say 7/10",
        "It\u2019s a 7.",
        "Well... maybe 7?",
        "7ish",
        "~7",
        "I don't know, 7",
        "like a 7 or so",
        "como un siete",
        "un siete, creo yo",
        "yo dir\u00eda que 7",
        "m\u00e1s o menos siete",
        "no s\u00e9, \u00bfun 7?",
        "quiz\u00e1s un siete hoy",
        "un siete de diez, supongo",
    ],
)
def test_one_number_among_words_of_doubt_is_that_number(text: str) -> None:
    assert 7 == rating_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "7 or 8",
        "maybe 7 or 8",
        "7-8",
        "7, 5",
        "7 today, 5 yesterday",
        "not 7",
        "maybe not 7",
        "No. 7",
        "I don't think 7",
        "less than 7",
        "I'm not sure about 7",
        "7 beers",
        "about 7 hours",
        "at 7",
        "about -7",
        "7.5 I guess",
        "maybe 11",
        "maybe",
        "siete u ocho",
        "no es un 7",
        "m\u00e1s de 7",
        "como a las 7",
        "unos 7 vasos",
    ],
)
def test_two_numbers_a_not_or_a_thing_counted_are_not_read(text: str) -> None:
    assert rating_of(text) is None


def test_a_number_is_not_read_from_the_beginning_of_something_longer() -> None:
    assert rating_of("7 " + "i think " * 9 + "or 8") is None
    assert rating_of("7" + " " * 100 + "or 8") is None
    assert 7 == rating_of(" " * 100 + "7 I think")


@given(
    st.lists(st.sampled_from(["maybe", "7", "8", "or", "not", "a", "like", "hoy", "u", "beers"]), max_size=6)
)
def test_whatever_stands_around_it_is_read_only_without_not_or_and_things(parts: list[str]) -> None:
    numbers = [part for part in parts if part in {"7", "8"}]
    is_clear = len(numbers) == 1 and not {"or", "not", "u", "beers"} & set(parts)

    assert rating_of(" ".join(parts)) in ({int(numbers[0]), None} if is_clear else {None})


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
        ("\U0001f44e", None),
        ("\U0001f44d\U0001f3fd", None),
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


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", 1),
        ("S\u00ed", 1),
        ("\U0001f44d", 1),
        ("\U0001f44d\U0001f3ff", 1),
        ("no.", 0),
        ("nope", 0),
        ("\U0001f44e", 0),
        ("not really", None),
        ("\U0001f642", None),
        ("1", None),
    ],
)
def test_yes_and_no_are_understood_in_words_and_thumbs(text: str, answer: int | None) -> None:
    assert answer == yes_no_of(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At home", 0),
        ("at HOME.", 0),
        ("el caf\u00e9", 1),
        ("El cafe", 1),
        ("2", 1),
        ("two", 1),
        ("3", None),
        ("0", None),
    ],
)
def test_a_choice_is_understood_by_its_words_or_its_number(text: str, place: int | None) -> None:
    assert place == choice_of(text, ("At home", "El caf\u00e9"))


def test_the_words_of_a_choice_come_before_its_number() -> None:
    assert 2 == choice_of("1", ("3", "2", "1"))
    assert 0 == choice_of("\u00bd", ("\u00bd", "1"))


def test_the_number_of_a_choice_is_not_guessed() -> None:
    """With "maybe 1" the second may be meant by its words, or the first by its place."""
    assert choice_of("maybe 1", ("0", "1", "2 or more")) is None


def test_each_scale_reads_its_own_answers() -> None:
    choice = Item(
        ItemId("q.a"), Scale.CHOICE, Direction.NEITHER, frozenset(), "", "", "Where?", ("here", "there")
    )
    yes_no = Item(ItemId("q.b"), Scale.YES_NO, Direction.NEITHER, frozenset(), "", "", "Well?")

    assert [7, Use.NO, 1, 1] == [
        value_of(ITEMS[MOOD], "seven, I guess"),
        value_of(ITEMS[USE], "no"),
        value_of(choice, "there"),
        value_of(yes_no, "yes"),
    ]
    assert value_of(ITEMS[NOTE], "7") is None
