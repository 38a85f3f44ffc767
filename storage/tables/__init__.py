"""Imports every table, so that the metadata is whole."""

from storage.tables import (
    alerts,
    checkins,
    enrolments,
    groups,
    inbox,
    measures,
    notes,
    outbox,
    partners,
    people,
    questions,
)
from storage.tables.base import Row

__all__ = [
    "Row",
    "alerts",
    "checkins",
    "enrolments",
    "groups",
    "inbox",
    "measures",
    "notes",
    "outbox",
    "partners",
    "people",
    "questions",
]
