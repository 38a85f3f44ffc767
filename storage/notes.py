"""Rows of notes."""

from storage.repository import Repository


class Notes(Repository):
    """Rows of notes."""
