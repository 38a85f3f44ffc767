"""Rows of groups."""

from storage.repository import Repository


class Groups(Repository):
    """Rows of groups."""
