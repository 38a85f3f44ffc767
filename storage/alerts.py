"""Rows of alerts."""

from storage.repository import Repository


class Alerts(Repository):
    """Rows of alerts."""


class Disclosures(Repository):
    """Rows of alerts."""
