"""Holds what somebody wishes for in a partner; nobody is shown it, and it is used for matching alone."""

import dataclasses
import enum
from typing import Final

from domain.errors import NotUnderstood

MOST_AT_ONCE: Final = 2
"""People that somebody can say to look after at once: more is nobody's free time."""


class Language(enum.StrEnum):
    """A language that partners can write to each other in."""

    ENGLISH = "en"
    SPANISH = "es"


class Gender(enum.StrEnum):
    """What somebody told about themselves, to be brought together with the same."""

    WOMAN = "woman"
    MAN = "man"
    ANOTHER = "another"


@dataclasses.dataclass(frozen=True, slots=True)
class Wishes:
    """What one seat wishes for.

    Attributes:
        languages: at least one.
        gender: None when the person would rather not say.
        capacity: how many partners at once, 0 to 2; 0 is not now.
    """

    languages: frozenset[Language]
    gender: Gender | None = None
    wants_same_gender: bool = False
    capacity: int = 1

    def with_language(self, language: Language) -> "Wishes":
        """Return them with a language more, or less where it was there; one always stays."""
        changed = self.languages ^ {language}
        return dataclasses.replace(self, languages=changed or self.languages)

    def with_gender(self, gender: Gender | None) -> "Wishes":
        """Return them with this gender; who would rather not say cannot be matched by it."""
        wants_same_gender = self.wants_same_gender and gender is not None
        return dataclasses.replace(self, gender=gender, wants_same_gender=wants_same_gender)

    def with_same_gender(self, *, is_wanted: bool) -> "Wishes":
        """Return them with or without the wish for a partner of the same gender.

        Raises:
            NotUnderstood: the person's own gender is not told.
        """
        if is_wanted and self.gender is None:
            raise NotUnderstood("wishes.gender_first")
        return dataclasses.replace(self, wants_same_gender=is_wanted)

    def with_capacity(self, capacity: int) -> "Wishes":
        """Return them with room for so many partners.

        Raises:
            NotUnderstood: it is less than none or more than two.
        """
        if not 0 <= capacity <= MOST_AT_ONCE:
            raise NotUnderstood("wishes.how_many")
        return dataclasses.replace(self, capacity=capacity)
