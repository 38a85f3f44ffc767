"""Rows of inbox."""

from storage.repository import Repository


class Inbox(Repository):
    """Rows of inbox."""
