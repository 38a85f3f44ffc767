"""Rows of checkins."""

from storage.repository import Repository


class CheckIns(Repository):
    """Rows of checkins."""
