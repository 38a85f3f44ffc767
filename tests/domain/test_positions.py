import pytest

from domain.positions import zone_at
from domain.timezones import is_zone


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (41.88, -87.63, "America/Chicago"),
        (19.43, -99.13, "America/Mexico_City"),
        (40.42, -3.70, "Europe/Madrid"),
        (33.45, -112.07, "America/Phoenix"),
        (-36.85, 174.76, "Pacific/Auckland"),
    ],
)
def test_a_position_has_the_zone_of_its_place(latitude: float, longitude: float, zone: str) -> None:
    assert zone == zone_at(latitude, longitude)


def test_a_pier_belongs_to_its_town() -> None:
    assert "America/Los_Angeles" == zone_at(34.005, -118.56)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(30.0, -40.0), (91.0, 0.0), (0.0, 500.0), (float("nan"), 0.0), (90.0, 0.0)]
)
def test_the_open_sea_and_what_is_no_position_have_none(latitude: float, longitude: float) -> None:
    assert zone_at(latitude, longitude) is None


def test_everywhere_on_a_grid_it_is_a_zone_that_can_be_lived_in() -> None:
    found = {
        zone_at(latitude, longitude) for latitude in range(-85, 86, 5) for longitude in range(-180, 181, 5)
    }

    assert len(found) > 150
    assert all(zone is None or is_zone(zone) for zone in found)
