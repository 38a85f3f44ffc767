import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handlers.edge.markup import MESSAGE_CHARACTERS, length, plain, split

PIECES = st.lists(
    st.sampled_from(["a", "word ", "\n", "\n\n", "&lt;", "&amp;", "é", "🙂", "<b>bold</b>", "<i>x</i>"]),
    min_size=1,
)


def test_length_is_what_the_reader_sees() -> None:
    assert length("<b>Sam</b> &amp; Ana &lt;3") == len("Sam & Ana <3")


def test_a_text_that_fits_stays_whole() -> None:
    text = "<b>" + "x" * MESSAGE_CHARACTERS + "</b>"

    assert [text] == split(text)


def test_a_long_text_is_cut_between_lines() -> None:
    lines = ["x" * 1000] * 9

    assert [4, 4, 1] == [part.count("x" * 1000) for part in split("\n".join(lines))]


def test_bold_over_several_lines_is_never_cut() -> None:
    parts = split("a" * 3000 + "\n<b>" + "b" * 1500 + "\nc</b>")

    assert ["a" * 3000, "<b>" + "b" * 1500 + "\nc</b>"] == parts


def test_a_word_without_end_is_cut_where_it_must_be() -> None:
    assert [4096, 904] == [len(part) for part in split("x" * 5000)]


def test_an_overlong_stretch_of_markup_loses_its_markup_and_no_word() -> None:
    parts = split("<b>" + "very &lt;long&gt; " * 500 + "</b>")

    assert "".join(plain(part) for part in parts) == "very <long> " * 500
    assert all("<b>" not in part for part in parts)


@given(PIECES, st.integers(5, 40))
def test_no_word_is_lost_and_every_part_fits(pieces: list[str], limit: int) -> None:
    text = "".join(pieces)
    parts = split(text, limit)

    assert "".join(plain(text).split()) == "".join("".join(map(plain, parts)).split())
    assert all(length(part) <= limit for part in parts) or parts == [text]


@pytest.mark.parametrize("said", ["<3", "a & b", "<b>", "</i> & <", "&lt;"])
def test_what_people_write_is_shown_as_they_wrote_it(said: str) -> None:
    assert said == plain(str(Markup("{}").format(said)))
