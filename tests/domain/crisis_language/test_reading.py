import pytest

from domain.crisis_language import may_mean_danger


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i wanna die",
        "I don't want to live like this. I don\u2019t want to be alive",
        "They'd be better off without me",
        "thinking about SUICIDE again",
        "I keep cutting myself",
        "what if I just overdosed",
        "No quiero vivir",
        "me quiero  morir",
        "pienso en hacerme daño",
        "estarían mejor sin mí",
        "pensamientos suicidas",
    ],
)
def test_words_that_may_mean_danger_are_found(text: str) -> None:
    assert may_mean_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "Made it through the wedding",
        "dying for a coffee",
        "my phone died",
        "I could kill for a burger",
        "Cut the grass myself",
        "Hoy caminé con mi hermana",
        "quiero mejorar",
        "",
    ],
)
def test_everyday_words_bring_no_numbers(text: str) -> None:
    assert not may_mean_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to die, I can't even show my face at work",
        'my mom said "get over it" and I want to die',
        "in class today I kept thinking about killing myself",
        "the news is all bad and I want to kill myself",
        "hoy en clase, y me quiero morir",
    ],
)
def test_a_word_of_songs_or_lessons_nearby_hides_nothing(text: str) -> None:
    assert may_mean_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        'the song says "i want to die" and it is catchy',
        "suicide prevention training today",
        "we talked about the movie where he wants to end his life",
        "the form asks about thoughts of suicide",
    ],
)
def test_what_is_told_of_a_song_a_form_or_a_lesson_is_left_alone(text: str) -> None:
    assert not may_mean_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "my wife left me two years ago and I want to die",
        "I used to be happy but now I want to kill myself",
        "mi mama murio hace dos años y quiero morirme",
        "I have no friends and I want to die",
        "no tengo a nadie y me quiero morir",
        "no one cares so I might kill myself",
    ],
)
def test_a_word_of_the_past_or_a_no_nearby_hides_nothing(text: str) -> None:
    assert may_mean_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "two years ago I wanted to die, not any more",
        "I used to be suicidal, today I have a life I like",
        "hace dos años quería morirme, ya no",
    ],
)
def test_what_is_long_past_is_left_alone(text: str) -> None:
    assert not may_mean_danger(text)
