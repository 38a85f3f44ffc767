"""Says which questions a check-in has: what the program asks, and what a group has set; it asks nobody."""

import dataclasses

from domain.items import ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """A question as a group's facilitators have set it; those without a setting follow the template.

    Attributes:
        position: its place among the set ones, from 0.
    """

    item: ItemId
    position: int
    is_on: bool
