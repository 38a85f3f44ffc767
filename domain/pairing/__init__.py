"""Finds who could be partners in a group, and says why; it asks nobody and reads nothing."""

from domain.pairing.candidates import Candidate, Couple, Match, Plan, Seated, Together, couple_of
from domain.pairing.places import best_place, split
from domain.pairing.plans import Past, plan, shuffled
from domain.pairing.rules import Apart, Bounds, Obstacle, obstacle

__all__ = [
    "Apart",
    "Bounds",
    "Candidate",
    "Couple",
    "Match",
    "Obstacle",
    "Past",
    "Plan",
    "Seated",
    "Together",
    "best_place",
    "couple_of",
    "obstacle",
    "plan",
    "shuffled",
    "split",
]
