"""Rows of partners."""

from storage.repository import Repository


class Partners(Repository):
    """Rows of partners."""
