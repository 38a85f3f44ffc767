"""Rows of invites."""

from storage.repository import Repository


class Invites(Repository):
    """Rows of invites."""


class Consents(Repository):
    """Rows of invites."""
