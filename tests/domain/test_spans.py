import pytest

from domain.spans import spans

NIGHT = (22 * 60, 7 * 60)


@pytest.mark.parametrize(
    "typed",
    [
        "22 to 7",
        "22-7",
        "22:00 – 07:00",  # noqa: RUF001 the dash of phones
        "from 22 to 7",
        "10 pm to 7 am",
        "10pm-7am",
        "de 22 a 7",
        "de las 22 a las 7",
        "22 a 7",
        "de 10 de la noche a 7 de la mañana",
        "between 22:00 and 7:00",
        "22 hasta las 7",
    ],
)
def test_quiet_hours_are_read_as_people_write_them(typed: str) -> None:
    assert (NIGHT,) == spans(typed)


def test_what_could_be_night_or_day_is_both_the_night_first() -> None:
    assert (NIGHT, (10 * 60, 19 * 60)) == spans("10 to 7")


def test_one_who_counts_to_24_counts_to_24_twice() -> None:
    assert ((8 * 60, 16 * 60),) == spans("8 to 16")


@pytest.mark.parametrize(
    "typed", ["", "22", "to", "22 to", "to 7", "night", "22 to 22", "25 to 7", "🙂", "-" * 200]
)
def test_what_is_unclear_is_not_guessed(typed: str) -> None:
    assert () == spans(typed)
