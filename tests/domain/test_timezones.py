import zoneinfo

import pytest

from domain.places import ZONE_OF
from domain.timezones import MATCHES, city, is_zone, search


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("New York", "America/New_York"),
        ("new york", "America/New_York"),
        ("Nueva York", "America/New_York"),
        ("new yrok", "America/New_York"),
        ("I live in Denver", "America/Denver"),
        ("Denver, CO", "America/Denver"),
        ("america/new_york", "America/New_York"),
        ("Ciudad de México", "America/Mexico_City"),
        ("berlin", "Europe/Berlin"),
        ("Alemania", "Europe/Berlin"),
        ("texas", "America/Chicago"),
        ("mumbai", "Asia/Kolkata"),
        ("Chicag", "America/Chicago"),
        ("USA", "America/New_York"),
        ("UTC", "UTC"),
    ],
)
def test_a_place_is_found_as_people_type_it(typed: str, zone: str) -> None:
    assert zone == search(typed)[0]


@pytest.mark.parametrize("typed", ["", "  ", "asdf", "🙂", "<b>", "9", "x" * 5000, "ﷺ"])
def test_nonsense_is_no_place(typed: str) -> None:
    assert [] == search(typed)


@pytest.mark.parametrize("typed", ["GMT+2", "Etc/GMT+2", "UTC+2"])
def test_an_offset_is_not_offered_because_its_sign_means_the_opposite(typed: str) -> None:
    assert not [zone for zone in search(typed) if zone.startswith("Etc/")]


@pytest.mark.parametrize("typed", ["san", "united states", "america", "us", "mexico"])
def test_no_more_than_six_are_offered_and_each_exists(typed: str) -> None:
    found = search(typed)

    assert 1 <= len(found) <= MATCHES
    assert len(found) == len(set(found))
    assert all(is_zone(zone) for zone in found)


def test_every_listed_place_has_a_real_zone() -> None:
    for zones in ZONE_OF.values():
        for zone in zones:
            assert zone == zoneinfo.ZoneInfo(zone).key


def test_a_zone_is_named_by_its_city_in_the_readers_language() -> None:
    assert "New York" == city("America/New_York", "en")
    assert "Nueva York" == city("America/New_York", "es")
    assert "Buenos Aires" == city("America/Argentina/Buenos_Aires", "en")


def test_only_an_exact_name_is_a_zone() -> None:
    assert is_zone("America/New_York")
    assert not is_zone("America/Nowhere")
    assert not is_zone("america/new_york")
