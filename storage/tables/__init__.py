"""Imports every table, so that the metadata is whole."""

from storage.tables import (
    alerts,
    checkins,
    enrolments,
    escalation,
    exchanges,
    groups,
    inbox,
    matching,
    measures,
    notes,
    outbox,
    partners,
    people,
    plans,
    questions,
    relays,
    setbacks,
)
from storage.tables.base import Row

__all__ = [
    "Row",
    "alerts",
    "checkins",
    "enrolments",
    "escalation",
    "exchanges",
    "groups",
    "inbox",
    "matching",
    "measures",
    "notes",
    "outbox",
    "partners",
    "people",
    "plans",
    "questions",
    "relays",
    "setbacks",
]
