import pytest

from domain.cities import cities
from domain.places import COUNTRIES, NICKNAMES, REGION_NAMES, SPOKEN_ZONES, STATES
from domain.timezones import MATCHES, city, find, is_zone, region_name, suggestions


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
        ("Houston", "America/Chicago"),
        ("ft worth", "America/Chicago"),
        ("Saint Louis", "America/Chicago"),
        ("Albuquerqe", "America/Denver"),
        ("Huston", "America/Chicago"),
        ("Los Angelos", "America/Los_Angeles"),
        ("L.A.", "America/Los_Angeles"),
        ("CDMX", "America/Mexico_City"),
        ("Cd Juarez", "America/Ciudad_Juarez"),
        ("Querétaro", "America/Mexico_City"),
        ("Medellin", "America/Bogota"),
        ("San Pedro Sula", "America/Tegucigalpa"),
        ("Nueva Orleans", "America/Chicago"),
        ("Carolina del Norte", "America/New_York"),
        ("Hawái", "Pacific/Honolulu"),
        ("Ginebra", "Europe/Zurich"),
        ("Pekín", "Asia/Shanghai"),
        ("hora del este", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("Portland, Maine", "America/New_York"),
        ("Portland OR", "America/Los_Angeles"),
        ("León, México", "America/Mexico_City"),
        ("Paris, Texas", "America/Chicago"),
        ("vivo en Medellín, Colombia", "America/Bogota"),
        ("Washington state", "America/Los_Angeles"),
        ("Fargo", "America/Chicago"),
        ("Cheyenne", "America/Denver"),
    ],
)
def test_a_place_is_found_as_people_type_it(typed: str, zone: str) -> None:
    assert zone == find(typed)[0].zone


@pytest.mark.parametrize(
    ("typed", "regions"),
    [
        ("Portland", {"US-OR", "US-ME"}),
        ("Birmingham", {"GB", "US-AL"}),
        ("San José", {"US-CA", "CR"}),
        ("Córdoba", {"AR", "ES", "MX"}),
        ("León", {"MX", "NI", "ES"}),
        ("Georgia", {"US-GA", "GE"}),
    ],
)
def test_a_name_of_several_places_brings_them_all(typed: str, regions: set[str]) -> None:
    assert regions == {place.region for place in find(typed)}


def test_a_city_says_its_name_as_it_is_written_and_where_it_lies() -> None:
    [medellin] = find("MEDELLIN")

    assert ("Medellín", "CO") == (medellin.name, medellin.region)
    assert ("Colombia", "Texas", "Estados Unidos") == (
        region_name("CO", "en"),
        region_name("US-TX", "es"),
        region_name("US", "es"),
    )


@pytest.mark.parametrize("typed", ["", "  ", "asdf", "🙂", "<b>", "9", "x" * 5000, "ﷺ"])
def test_nonsense_is_no_place(typed: str) -> None:
    assert [] == find(typed)


@pytest.mark.parametrize("typed", ["GMT+2", "Etc/GMT+2", "UTC+2"])
def test_an_offset_is_not_offered_because_its_sign_means_the_opposite(typed: str) -> None:
    assert not [place for place in find(typed) if place.zone.startswith("Etc/")]


@pytest.mark.parametrize("typed", ["san", "united states", "america", "us", "mexico"])
def test_no_more_than_six_are_offered_and_each_exists(typed: str) -> None:
    found = [place.zone for place in find(typed)]

    assert 1 <= len(found) <= MATCHES
    assert len(found) == len(set(found))
    assert all(is_zone(zone) for zone in found)


def test_every_listed_place_has_a_real_zone() -> None:
    listed = {zone for zones in COUNTRIES.values() for zone in zones}
    listed |= {zone for _, zones in STATES.values() for zone in zones}
    listed |= {zone for _, _, zone in NICKNAMES.values()} | set(SPOKEN_ZONES.values())

    assert len(cities()) > 3_000
    assert [] == [zone for zone in sorted(listed | {one.zone for one in cities()}) if not is_zone(zone)]
    assert [] == [region for region in REGION_NAMES.values() if "-" in region and region not in STATES]


def test_bigger_cities_are_found_under_each_of_their_names() -> None:
    missed = [
        (name, one.zone)
        for one in cities()
        for name in one.names
        if one.zone not in {place.zone for place in find(name)}
    ]

    # More than six places share a name: the smallest of them need their region with it.
    assert len(missed) < 40, missed
    assert [] == [name for name, _ in missed[:40] if find(name) == []]


def test_what_is_suggested_begins_with_ones_own_zone_and_the_group_s() -> None:
    offered = suggestions("America/New_York", "America/Denver", "en")

    assert ["America/Denver", "America/New_York"] == offered[:2]
    assert len(offered) == len(set(offered)) <= MATCHES
    assert "America/Los_Angeles" in offered
    assert "America/Mexico_City" in suggestions("America/Chicago", "America/Chicago", "es")
    assert ["Europe/Madrid", "Atlantic/Canary"] == suggestions("Europe/Madrid", "Europe/Madrid", "es")
    assert ["UTC"] == suggestions("UTC", "UTC", "en")


def test_a_zone_is_named_by_its_city_in_the_readers_language() -> None:
    assert "New York" == city("America/New_York", "en")
    assert "Nueva York" == city("America/New_York", "es")
    assert "Buenos Aires" == city("America/Argentina/Buenos_Aires", "en")


def test_only_an_exact_name_is_a_zone() -> None:
    assert is_zone("America/New_York")
    assert not is_zone("America/Nowhere")
    assert not is_zone("america/new_york")
