import pytest

from domain.names import FEWEST_DIGITS, MOST_DIGITS, contacts_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I'm @sam_t over there", ["@sam_t"]),
        ("I'm \uff20sam_t over there", ["@sam_t"]),
        ("see t.me/sam_t now", ["t.me/sam_t"]),
        ("https://t.me/joinchat/abc", ["https://t.me/joinchat/abc"]),
        ("T.ME/Sam", ["T.ME/Sam"]),
        ("tg://resolve?domain=sam", ["tg://resolve?domain=sam"]),
        ("wa.me/15551234567", ["wa.me/15551234567"]),
        ("write to sam.t@example.org", ["sam.t@example.org"]),
        ("call 555-123-4567", ["555-123-4567"]),
        ("call +1 (555) 123 4567 tonight", ["+1 (555) 123 4567"]),
        ("call ٥٥٥١٢٣٤", ["٥٥٥١٢٣٤"]),
        ("@sam_t or 555 123 4567", ["@sam_t", "555 123 4567"]),
    ],
)
def test_what_leads_outside_is_found(text: str, found: list[str]) -> None:
    assert found == contacts_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "made it through the wedding",
        "craving 7/10, mood 4",
        "meet @ 18:30",
        "it was 2026-03-03 18:00",
        "on 03.03.2026 at 6",
        "I saved $1,000",
        "988 or 911",
        "43 days",
    ],
)
def test_plain_words_dates_and_short_numbers_are_left_alone(text: str) -> None:
    assert [] == contacts_in(text)


@pytest.mark.parametrize(
    ("digits", "is_number"),
    [(FEWEST_DIGITS - 1, False), (FEWEST_DIGITS, True), (MOST_DIGITS, True), (MOST_DIGITS + 1, False)],
)
def test_a_telephone_number_has_seven_to_fifteen_digits(digits: int, is_number: bool) -> None:
    assert is_number == bool(contacts_in("9" * digits))
