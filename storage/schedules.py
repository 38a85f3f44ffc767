"""Rows of schedules."""

from storage.repository import Repository


class Schedules(Repository):
    """Rows of schedules."""
