"""Our own labelled sentences, on the half that no rule was tuned on: most of what is dangerous is found, most else left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.crisis_language.__main__ import GOALS, shares
from benchmarks.crisis_language.sentences import LANGUAGES, read_sentences
from domain.crisis_language import may_mean_danger, read
from domain.crisis_language.plain import sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_each_once(language: str) -> None:
    every = read_sentences(language)
    assert len(every) >= 400
    assert len({one.text for one in every}) == len(every)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", GOALS)
def test_the_goals_hold_on_the_half_that_was_held_out(language: str, kind: str) -> None:
    held_out = [one for one in read_sentences(language) if one.is_held_out]
    found, of = shares(held_out, may_mean_danger)[kind]
    assert found / of >= GOALS[kind]


@given(st.text(max_size=400))
def test_any_text_at_all_can_be_read(text: str) -> None:
    read(text)
    assert all(sentence == sentence.casefold() for sentence in sentences(text))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("I DON'T wanna", "i do not want to"),
        ("k i l l", "kill"),
        ("s.u.i.c.i.d.e", "suicide"),
        ("su1c1de", "suicide"),
        ("dieeeee", "die"),
        ("daño", "dano"),
        ("kiero", "quiero"),
        ("30 tylenol", "30 tylenol"),
        ("I can\u2019t stop", "i keep"),
    ],
)
def test_what_people_write_becomes_plain_words(written: str, plain: str) -> None:
    assert [plain] == sentences(written)
