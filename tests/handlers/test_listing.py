import pytest
from markupsafe import Markup

from handlers.texts.listing import facilitators, listed
from handlers.texts.words import Words

ENGLISH, SPANISH = Words("en", "UTC"), Words("es", "UTC")


@pytest.mark.parametrize(
    ("names", "english", "spanish"),
    [
        (["Ana"], "Ana", "Ana"),
        (["Ana", "Ben"], "Ana and Ben", "Ana y Ben"),
        (["Ana", "Ben", "Cem"], "Ana, Ben and Cem", "Ana, Ben y Cem"),
        (["Ana", "Inés"], "Ana and Inés", "Ana e Inés"),
        (["Ana", "Íñigo"], "Ana and Íñigo", "Ana e Íñigo"),
        (["Ana", "Hilda"], "Ana and Hilda", "Ana e Hilda"),
        (["Ana", "Ian"], "Ana and Ian", "Ana y Ian"),
        (["Ana", "<i>Y"], "Ana and &lt;i&gt;Y", "Ana y &lt;i&gt;Y"),
        (["", "Ben"], "Ben", "Ben"),
        ([], "your facilitator", "quien facilita tu grupo"),
    ],
)
def test_names_are_said_as_the_language_lists_them(names: list[str], english: str, spanish: str) -> None:
    assert english == str(facilitators(ENGLISH, names))
    assert spanish == str(facilitators(SPANISH, names))


def test_markup_does_not_hide_how_a_word_begins() -> None:
    parts = [Markup("<b>Ana</b>"), Markup("<b>Inés</b>")]

    assert "<b>Ana</b> e <b>Inés</b>" == str(listed(SPANISH, parts))
