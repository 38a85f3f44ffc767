"""Tells the time zone of a position on the map; it keeps no position and names no place."""

from typing import Final

import tzfpy

from domain.timezones import is_zone

_NORTHMOST: Final = 90.0
_EASTMOST: Final = 180.0
_NEAR: Final = 0.2
"""Degrees to look around a position in the water: the map's coasts are coarser than a pier or a small island."""


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the IANA name of the zone at a position in degrees; None where no country's time holds, as at sea."""
    if not (abs(latitude) <= _NORTHMOST and abs(longitude) <= _EASTMOST):
        return None
    steps = (0.0, _NEAR, -_NEAR)
    around = ((latitude + north, longitude + east) for north in steps for east in steps)
    zones = (tzfpy.get_tz(east, north) for north, east in around if abs(north) <= _NORTHMOST)
    return next((zone for zone in zones if is_zone(zone)), None)
