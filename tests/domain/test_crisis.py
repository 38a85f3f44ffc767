import datetime as dt

import pytest

from domain import crisis

MOST_OFTEN = ("US", "CA", "MX", "GB", "IE", "AU", "NZ", "DE", "ES")


@pytest.mark.parametrize("code", MOST_OFTEN)
def test_a_country_has_an_emergency_number_and_a_line(code: str) -> None:
    known = crisis.country(code)

    assert known is not None
    assert known.emergency
    assert known.lines


@pytest.mark.parametrize("code", crisis.COUNTRIES)
def test_every_line_can_be_reached_and_says_where_it_is_from_and_when_it_was_checked(code: str) -> None:
    for line in crisis.COUNTRIES[code].lines:
        assert line.calls or (line.text_to and line.text_word)
        assert line.source.startswith("https://")
        assert dt.date(2024, 1, 1) <= line.checked_on


def test_a_country_is_known_by_its_letters_in_any_case() -> None:
    assert crisis.country("us") is crisis.country("US")
    assert crisis.country("us") is not None


@pytest.mark.parametrize("code", ["XX", "", None, "USA"])
def test_an_unknown_country_has_no_numbers_rather_than_anothers(code: str | None) -> None:
    assert crisis.country(code) is None


def test_lines_are_those_that_speak_the_language() -> None:
    known = crisis.country("US")
    assert known is not None

    assert ["988 Suicide & Crisis Lifeline", "Crisis Text Line"] == [
        line.name for line in known.lines_for("en")
    ]
    assert ["988 Suicide & Crisis Lifeline"] == [line.name for line in known.lines_for("es")]


def test_where_no_line_speaks_the_language_all_are_given() -> None:
    known = crisis.country("DE")
    assert known is not None

    assert known.lines == known.lines_for("en")
