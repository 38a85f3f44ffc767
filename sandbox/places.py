"""Name the few places from which somebody on the page can send a location; it knows no zone."""

from typing import Final

PLACES: Final = {
    "New York": (40.7128, -74.0060),
    "Chicago": (41.8781, -87.6298),
    "Denver": (39.7392, -104.9903),
    "Los Angeles": (34.0522, -118.2437),
    "Honolulu": (21.3069, -157.8583),
    "Mexico City": (19.4326, -99.1332),
    "Bogotá": (4.7110, -74.0721),
    "London": (51.5074, -0.1278),
    "Madrid": (40.4168, -3.7038),
    "Kathmandu": (27.7172, 85.3240),
    "Sydney": (-33.8688, 151.2093),
}
"""Latitude and longitude of each, in degrees."""
